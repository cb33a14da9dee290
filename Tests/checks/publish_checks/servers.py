"""Real web servers with the configuration that the program prints, and a client that changes nothing of what it asks."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

APACHE_MODULES = "/usr/lib/apache2/modules"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes

    def all(self, name: str) -> list[str]:
        return self.headers.get_all(name) or []

    def one(self, name: str) -> str:
        return ", ".join(self.all(name))


@dataclass(frozen=True)
class Site:
    port: int

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The path goes out as it is, with `..` and all."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, log: Path) -> Iterator[Site]:
    with log.open("wb") as words:
        server = subprocess.Popen(command, stdout=words, stderr=words)
        try:
            until = time.monotonic() + 10
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    if server.poll() is not None or time.monotonic() > until:
                        raise RuntimeError(f"{command[0]} does not run: {log.read_text(errors='replace')[:1000]}") from None
                    time.sleep(0.02)
            yield Site(port)
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@contextmanager
def nginx(snippet: str, work: Path) -> Iterator[Site]:
    program = _find("nginx")
    port = _free_port()
    folder = _folder(work, "nginx")
    temporary = "\n".join(
        f"  {kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "snippet.conf").write_text(snippet, encoding="utf-8")
    (folder / "nginx.conf").write_text(
        f"""daemon off;
worker_processes 1;
pid {folder}/pid;
error_log stderr;
events {{ worker_connections 256; }}
http {{
{temporary}
  access_log off;
  gzip on;
  gzip_types *;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/empty;
    include {folder}/snippet.conf;
  }}
}}
""", encoding="utf-8")
    command = [program, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    if tested.returncode or "[warn]" in tested.stderr.replace('the "user" directive', ""):
        raise RuntimeError(f"nginx -t: {tested.stderr[:1000]}")
    with _running(command, port, folder / "log") as site:
        yield site


@contextmanager
def apache(snippet: str, work: Path) -> Iterator[Site]:
    program = _find("apache2")
    port = _free_port()
    folder = _folder(work, "apache")
    modules = "\n".join(
        f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so"
        for name in ("mpm_event", "authz_core", "alias", "deflate", "dir", "env", "filter", "headers", "mime", "setenvif"))
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (folder / "apache.conf").write_text(
        f"""ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/errors
Listen 127.0.0.1:{port}
{modules}
{user}TypesConfig /dev/null
DocumentRoot {folder}/empty
SetOutputFilter DEFLATE
<Directory />
  Require all denied
</Directory>
<VirtualHost *>
{snippet}
</VirtualHost>
""", encoding="utf-8")
    command = [program, "-f", str(folder / "apache.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    if tested.returncode:
        raise RuntimeError(f"apache2 -t: {tested.stderr[:1000]}")
    with _running([*command, "-DFOREGROUND"], port, folder / "log") as site:
        yield site


def _folder(work: Path, name: str) -> Path:
    folder = work / name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "empty").mkdir(parents=True)
    return folder


def _find(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if not found:
        raise RuntimeError(f"{name} is not installed")
    return found
