"""Editions to publish, and the program that does it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

BASE = "https://book.example.org/yibentong/"
HUB = "https://hub.example.org/?a=b"
PATH = "/yibentong/"
SMALL = Path("Tests/CatalogueTests/Sound")
REAL = Path("services")


@dataclass(frozen=True)
class Editions:
    program: Path
    work: Path

    # MARK: The program

    def build(self, services: Path, name: str, edition: str) -> Path:
        folder = self.work / name
        self._done([self.program, "build", services, "-o", folder, "--edition", edition, "--date", "2026-12-01"])
        return folder

    def publish(
        self, target: Path, edition: Path, *options: str, ends: int = 0, environment: dict[str, str] | None = None
    ) -> str:
        """What the program says; its exit code must be as expected."""
        return self._done([self.program, "publish", target, "--from", edition, *options], ends, environment)

    def start(self, target: Path, edition: Path, *options: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [self.program, "publish", target, "--from", edition, *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def _done(self, command: list[Any], ends: int = 0, environment: dict[str, str] | None = None) -> str:
        plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=120, umask=0o077,
            env={**plain, "LC_ALL": "C", **(environment or {})},
        )
        said = done.stdout + done.stderr
        if done.returncode != ends:
            raise RuntimeError(f"exit code {done.returncode}, expected {ends}: {said[:1000]}")
        return said

    # MARK: The editions

    @cached_property
    def real(self) -> tuple[Path, Path]:
        """The real book at an address, with everything an edition may hold, as edition 2026.1; and the same as 2026.2."""
        services = catalogue(REAL, self.work / "services", HUB)
        first = complete(self.build(services, "real-1", "2026.1"))
        return first, self._renamed(first, "real-2", b"2026.1", b"2026.2")

    def _renamed(self, edition: Path, name: str, old: bytes, new: bytes) -> Path:
        """The edition under another id, which stands on every page; quicker than building it twice."""
        copy = self.work / name
        shutil.copytree(edition, copy)
        for path in copy.rglob("*"):
            if path.suffix in {".html", ".json", ".xml"} and old in (text := path.read_bytes()):
                path.write_bytes(text.replace(old, new))
        (copy / "editions" / old.decode()).rename(copy / "editions" / new.decode())
        rewrite(copy)
        return copy

    @cached_property
    def small(self) -> tuple[Path, Path]:
        """A small book twice, in editions 1 and 2, without a hub."""
        services = catalogue(SMALL, self.work / "small", None)
        return complete(self.build(services, "small-1", "1")), complete(self.build(services, "small-2", "2"))

    def small_with(self, hub: str, name: str) -> tuple[Path, Path]:
        """The same with a hub: the small editions, whose manifests name it."""
        copies = []
        for number, edition in enumerate(self.small, 1):
            copy = self.work / f"{name}-{number}"
            shutil.copytree(edition, copy)
            rewrite(copy, hub=hub)
            copies.append(copy)
        return copies[0], copies[1]


def catalogue(source: Path, copy: Path, hub: str | None) -> Path:
    """A catalogue that states an address, and perhaps a hub."""
    shutil.copytree(source, copy)
    book = copy / "book.xml"
    lines = [line for line in book.read_text(encoding="utf-8").splitlines() if "<feed " not in line]
    text = "\n".join(lines).replace(' sample-base="yes"', "")
    start = text.index(' base="') + len(' base="')
    text = text[:start] + BASE + text[text.index('"', start):]
    if hub:
        text = text.replace("</title>", f'</title>\n<feed publisher="org.example.county" hub="{hub}"/>', 1)
    book.write_text(text, encoding="utf-8")
    return copy


def complete(folder: Path) -> Path:
    """Adds what an edition may hold and this one does not yet, and lets its feed have a past in the archive."""
    identity = manifest(folder)["edition"]
    feed = read(folder / "feed.json")

    def document(path: str, next_path: str | None) -> str:
        more = {"next_url": BASE + next_path} if next_path else {}
        items = [{"id": path, "content_text": path, "date_published": "2026-01-01T00:00:00+08:00"}]
        return json.dumps({**feed, "feed_url": BASE + path, "items": items, **more}, ensure_ascii=False)

    files = {
        "guides.json": document("guides.json", None),
        # The same in both editions.
        "topic/scenario/new-car.json": json.dumps({"version": feed["version"], "title": "new-car", "items": []}),
        "archive/1-100.json": document("archive/1-100.json", None),
        "archive/101-200.json": document("archive/101-200.json", "archive/1-100.json"),
        "atom.xml": f"<feed xmlns='http://www.w3.org/2005/Atom'><id>{identity}</id></feed>",
        "changes.html": f"<!DOCTYPE html><title>{identity}</title>",
        "reminder.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "checkpoint": f"book.example.org\n{identity}\n",
        f"editions/{identity}/snapshot.json": json.dumps({"edition": identity}),
        f"editions/{identity}/changes.json": json.dumps({"edition": identity}),
    }
    for path, text in files.items():
        if not (folder / path).exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    if "next_url" not in feed:
        feed["next_url"] = BASE + "archive/101-200.json"
        (folder / "feed.json").write_text(json.dumps(feed, ensure_ascii=False), encoding="utf-8")
    rewrite(folder)
    return folder


def rewrite(folder: Path, **changes: Any) -> None:
    """Lists the files as they are now."""
    files = []
    for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix().encode()):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in {"edition.json", "checkpoint"}:
            data = path.read_bytes()
            files.append({"path": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)})
    text = json.dumps({**manifest(folder), "files": files, **changes}, ensure_ascii=False)
    (folder / "edition.json").write_text(text, encoding="utf-8")


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def manifest(folder: Path) -> Any:
    return read(folder / "edition.json")


def flaws(folder: Path, *, exact: bool = True) -> list[str]:
    """What is not as the manifest in the folder says. `exact`: nothing else may stand there."""
    found = []
    try:
        listed = manifest(folder)
    except (OSError, ValueError) as error:
        return [f"{folder.name}: no manifest: {error}"]
    for file in listed["files"]:
        path = folder / file["path"]
        if not path.is_file():
            found.append(f"{file['path']}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
            found.append(f"{file['path']}: altered")
    if exact:
        names = {file["path"] for file in listed["files"]} | {"edition.json", "checkpoint", ".onebook-hub.json"}
        for path in folder.rglob("*"):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in names and not name.startswith("editions/"):
                found.append(f"{name}: foreign")
    return found


def tree(folder: Path) -> dict[str, str]:
    """Every file with its hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
