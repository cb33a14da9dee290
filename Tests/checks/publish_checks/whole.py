"""A reader never sees a mixture of two editions."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

from book_checks.book import Outcome
from publish_checks import servers
from publish_checks.editions import BACK, PATH, Editions, flaws, litter, manifest
from publish_checks.servers import Site

# Threads are running already; a copy of this process could find one of their locks taken.
context = multiprocessing.get_context("spawn")
PUBLICATIONS = 30
SEEN_TOGETHER = ["index.html", "feed.json", "book.json", "changes.html", "checkpoint"]


class Reader:
    """Looks again and again until it is told to stop; remembers what it saw and what was wrong."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.looks = 0
        self.editions: set[str] = set()
        self.findings: list[str] = []

    def note(self, edition: str) -> None:
        self.looks += 1
        self.editions.add(edition)


def _in_the_folder(reader: Reader, target: Path) -> None:
    """Opens the folder once and reads through that: all that is still there belongs together. An edition that was replaced
    meanwhile is being removed; then one looks again."""
    while not reader.stop.is_set():
        root = os.open(target, os.O_RDONLY | os.O_DIRECTORY)
        try:
            listed = json.loads(_read_at(root, "edition.json"))
            for file in listed["files"]:
                if hashlib.sha256(_read_at(root, file["path"])).hexdigest() != file["sha256"]:
                    reader.findings.append(f"{file['path']} is not that of edition {listed['edition']}")
            reader.note(listed["edition"])
        except FileNotFoundError:
            if os.fstat(root).st_ino == target.stat().st_ino:
                reader.findings.append("a file is missing in the edition that stands there")
        finally:
            os.close(root)


def _read_at(root: int, path: str) -> bytes:
    with open(os.open(path, os.O_RDONLY, dir_fd=root), "rb") as file:
        return file.read()


def _over_http(reader: Reader, site: Site, hashes: dict[str, dict[str, str]], known: dict[tuple[str, str], str]) -> None:
    """The manifest before and after, and what lies between: if the manifest is the same one, so is everything."""
    while not reader.stop.is_set():
        before = site.ask(PATH + "edition.json")
        answers = {path: site.ask(PATH + path) for path in SEEN_TOGETHER}
        after = site.ask(PATH + "edition.json")
        everything = {"edition.json": before, **answers}
        for path, answer in everything.items():
            if answer.status != 200:
                reader.findings.append(f"{path}: {answer.status}")
                return
            # An ETag stands for one content, for ever.
            content = hashlib.sha256(answer.body).hexdigest()
            if known.setdefault((path, answer.one("ETag")), content) != content:
                reader.findings.append(f"{path}: one ETag, two contents")
        if before.one("ETag") != after.one("ETag"):
            continue
        edition = json.loads(before.body)["edition"]
        for path, answer in answers.items():
            if path in hashes[edition] and hashlib.sha256(answer.body).hexdigest() != hashes[edition][path]:
                reader.findings.append(f"{path} is not that of edition {edition}")
        reader.note(edition)


def _watch(target: str, stop: Event, found: Queue[int]) -> None:
    """Looks without a pause whether an edition is there, and counts how often there is none."""
    looks = misses = 0
    while not stop.is_set():
        for _ in range(1000):
            looks += 1
            try:
                os.stat(target)
            except FileNotFoundError:
                misses += 1
    found.put(looks)
    found.put(misses)


def check_no_mixture(editions: Editions) -> Outcome:
    small = editions.small
    root = editions.work / "www-mixture"
    target = root / "book"
    small.catalogue.publish(target, small.first, BACK)
    hashes = {
        manifest(each)["edition"]: {file["path"]: file["sha256"] for file in manifest(each)["files"]}
        for each in (small.first, small.second)
    }
    snippet = small.catalogue.publish(target, small.first, "--config", "nginx")
    readers = [Reader(), Reader(), Reader()]
    known: dict[tuple[str, str], str] = {}
    stop, found = context.Event(), context.Queue()
    watcher = context.Process(target=_watch, args=(str(target), stop, found), daemon=True)
    watcher.start()
    with servers.nginx(snippet, editions.work) as site, ThreadPoolExecutor(max_workers=3) as pool:
        running = [pool.submit(_in_the_folder, readers[0], target)]
        running += [pool.submit(_over_http, reader, site, hashes, known) for reader in readers[1:]]
        try:
            for number in range(PUBLICATIONS):
                small.catalogue.publish(target, (small.second, small.first)[number % 2], BACK)
        finally:
            stop.set()
            for reader in readers:
                reader.stop.set()
        for each in running:
            each.result()
    findings = [finding for reader in readers for finding in reader.findings]
    looks, misses = found.get(timeout=10), found.get(timeout=10)
    if misses:
        findings.append(f"for a moment there was no edition at all: {misses} of {looks} looks")
    findings += flaws(target) + litter(root)
    for reader in readers:
        if reader.editions != {"1", "2"}:
            findings.append(f"a reader saw only {reader.editions} in {reader.looks} looks: nothing is shown by that")
    looks += sum(reader.looks for reader in readers)
    return Outcome(f"{PUBLICATIONS} publications, {looks} looks, {len(known)} ETags", findings)

