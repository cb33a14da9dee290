"""Hubs that answer, fail, are silent, send elsewhere or never stop: a publication stands, and nothing is forgotten."""

from __future__ import annotations

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

from book_checks.book import Outcome
from publish_checks.editions import BACK, BASE, Editions, flaws, manifest

FEEDS = ("atom.xml", "feed.json", "guides.json", "topic/")


def topics(edition: Path) -> list[str]:
    """The documents that one can subscribe to."""
    return [file["path"] for file in manifest(edition)["files"] if file["path"].startswith(FEEDS)]


class Hub(ThreadingHTTPServer):
    """What it does hangs on the path it is asked under; `deaf` paths behave badly, until they are healed."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.healed: set[str] = set()
        self.problems: list[str] = []
        self.lock = threading.Lock()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{path}"

    def topics(self, path: str) -> list[str]:
        with self.lock:
            return [topic for asked, topic, _ in self.asked if asked == path]

    def forget(self, path: str) -> None:
        with self.lock:
            self.asked = [each for each in self.asked if each[0] != path]

    def handle_error(self, request: object, client_address: object) -> None:
        """Those who ask may go away."""


class Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_POST(self) -> None:
        path = self.path.strip("/")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        fields = dict(parse_qsl(body, strict_parsing=True))
        topic = fields.get("hub.url", "").removeprefix(BASE)
        hub = self.server
        with hub.lock:
            hub.asked.append((path, topic, body))
            count = sum(1 for asked, other, _ in hub.asked if (asked, other) == (path, topic))
            if fields != {"hub.mode": "publish", "hub.url": BASE + topic, "hub.topic": BASE + topic}:
                hub.problems.append(f"{path}: the form is {body}")
            if self.headers.get("Content-Type") != "application/x-www-form-urlencoded":
                hub.problems.append(f"{path}: the type is {self.headers.get('Content-Type')}")
        if path in hub.healed:
            return self._answer(202)
        match path:
            case "flaky":
                self._answer(500 if count <= 2 else 202)
            case "silent" | "silent-and-killed":
                time.sleep(5)
            case "moved":
                self._answer(307, Location=hub.url("elsewhere"))
            case "refuses":
                self._answer(404)
            case "endless":
                self.send_response(200)
                self.end_headers()
                with suppress(OSError):
                    while True:
                        self.wfile.write(b"x" * 65536)
            case "drips":
                with suppress(OSError):
                    self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                    for number in range(50):
                        self.wfile.write(f"X-{number}: 1\r\n".encode())
                        self.wfile.flush()
                        time.sleep(0.1)
            case _:
                self._answer(202)
        return None

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.problems.append(f"GET {self.path}")
        self._answer(200)

    def _answer(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """The report says what matters."""


def check_hubs(editions: Editions) -> Outcome:
    hub = Hub()
    threading.Thread(target=hub.serve_forever, daemon=True).start()
    cases = [_answers, _fails_twice, _silent, _drips, _moved, _refuses, _endless, _closed, _not_now, _killed]
    with ThreadPoolExecutor(max_workers=len(cases)) as pool:
        findings = [finding for found in pool.map(lambda case: case(editions, hub), cases) for finding in found]
    hub.shutdown()
    return Outcome(f"{len(cases)} hubs", findings + hub.problems)


class Case:
    """Two editions with a hub of their own behaviour, and a place to publish them."""

    def __init__(self, editions: Editions, hub: Hub, path: str, url: str | None = None) -> None:
        self.editions, self.hub, self.path = editions, hub, path
        pair = editions.pair(f"hub-{path}", url or hub.url(path))
        self.catalogue, self.first, self.second = pair.catalogue, pair.first, pair.second
        self.topics = topics(self.first)
        self.target = editions.work / f"www-hub-{path}"
        self.findings: list[str] = []

    def publish(self, edition: Path, *options: str) -> str:
        start = time.monotonic()
        said = self.catalogue.publish(self.target, edition, "--hub-timeout", "1", BACK, *options)
        self.seconds = time.monotonic() - start
        self.expect(not flaws(self.target), "the edition is not whole")
        return said

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.findings.append(f"{self.path}: {otherwise}")

    @property
    def waits(self) -> bool:
        return (self.target / ".onebook-hub.json").exists()

    def goes_unheard(self, reason: str, asked: int) -> None:
        """Nobody is told, the person is, and the next publication makes up for it."""
        said = self.publish(self.first)
        self.expect(f"warning: {len(self.topics)} not told" in said and reason in said, f"it says {said}")
        self.expect(self.waits, "what waits is forgotten")
        self.expect(len(self.hub.topics(self.path)) == asked, f"asked {self.hub.topics(self.path)}, expected {asked}")
        self.expect(self.seconds < 20, f"it took {self.seconds:.0f} s")
        self.hub.forget(self.path)
        self.hub.healed.add(self.path)
        said = self.publish(self.first)
        self.expect(sorted(self.hub.topics(self.path)) == self.topics, f"then told of {self.hub.topics(self.path)}: {said}")
        self.expect(not self.waits, "what was told still waits")


def _answers(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "answers")
    said = case.publish(case.first)
    case.expect(sorted(hub.topics("answers")) == case.topics, f"told of {hub.topics('answers')}")
    case.expect(f"told of {len(case.topics)} topics" in said and not case.waits, f"it says {said}")
    hub.forget("answers")
    case.publish(case.first)
    case.expect(not hub.topics("answers"), "told though nothing has changed")
    case.publish(case.second)
    before, after = [
        {file["path"]: file["sha256"] for file in manifest(each)["files"]} for each in (case.first, case.second)]
    changed = [topic for topic in topics(case.second) if before.get(topic) != after[topic]]
    case.expect(0 < len(changed) < len(case.topics), f"all or none have changed: {changed}")
    case.expect(sorted(hub.topics("answers")) == changed, f"told of {hub.topics('answers')}, changed are {changed}")
    return case.findings


def _fails_twice(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "flaky")
    case.first, _ = case.second, case.first
    # One topic, so that the pauses are waited for once.
    case.publish(case.second, "--no-hub")
    (case.target / ".onebook-hub.json").write_text('{"schema": 1, "topics": ["feed.json"]}')
    said = case.publish(case.second)
    case.expect(Counter(hub.topics("flaky")) == {"feed.json": 3}, f"asked {hub.topics('flaky')}")
    case.expect("told of 1 topics" in said and "warning" not in said, f"it says {said}")
    case.expect(5 <= case.seconds < 15, f"the pauses took {case.seconds:.1f} s")
    return case.findings


def _silent(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "silent")
    case.goes_unheard("no answer within 1 s", asked=3)
    return case.findings


def _drips(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "drips")
    case.goes_unheard("no answer within 1 s", asked=3)
    return case.findings


def _moved(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "moved")
    case.goes_unheard("answered 307", asked=1)
    case.expect(not hub.topics("elsewhere"), "it went where it was sent")
    return case.findings


def _refuses(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "refuses")
    case.goes_unheard("answered 404", asked=len(case.topics))
    return case.findings


def _endless(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "endless")
    said = case.publish(case.first)
    case.expect(f"told of {len(case.topics)} topics" in said and case.seconds < 10, f"{case.seconds:.1f} s, it says {said}")
    return case.findings


def _closed(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "closed", "http://127.0.0.1:9/")
    said = case.publish(case.first)
    case.expect("no connection" in said and case.waits, f"it says {said}")
    return case.findings


def _not_now(editions: Editions, hub: Hub) -> list[str]:
    case = Case(editions, hub, "not-now")
    case.publish(case.first, "--no-hub")
    case.expect(not hub.topics("not-now") and case.waits, "told in spite of --no-hub, or forgotten")
    case.publish(case.second, "--no-hub")
    case.publish(case.second)
    case.expect(sorted(hub.topics("not-now")) == topics(case.second) and not case.waits, f"told of {hub.topics('not-now')}")
    return case.findings


def _killed(editions: Editions, hub: Hub) -> list[str]:
    """Killed while it tells the hub: the edition stands, and the hub is told the next time."""
    case = Case(editions, hub, "silent-and-killed")
    program = case.catalogue.start(case.target, case.first, "--hub-timeout", "60", BACK)
    until = time.monotonic() + 30
    while not hub.topics(case.path) and time.monotonic() < until:
        time.sleep(0.02)
    program.kill()
    program.wait()
    case.expect(not flaws(case.target) and case.waits, "what was not told is forgotten")
    hub.forget(case.path)
    hub.healed.add(case.path)
    case.publish(case.first)
    case.expect(sorted(hub.topics(case.path)) == case.topics, f"then told of {hub.topics(case.path)}")
    return case.findings
