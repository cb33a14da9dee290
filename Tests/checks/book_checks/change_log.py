"""The change log: its form, its chain, what is kept of the edition, and where the checkpoint says it stands."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from book_checks.book import Book, Outcome
from book_checks.data import read, violations

FEED_SCHEMA = Path("docs/feed.schema.json")
CHANGES_SCHEMA = Path("docs/changes.schema.json")
NO_HASH = "0" * 64
RECORDS = ("snapshot.json", "changes.json")


def check_log(book: Book) -> Outcome:
    """Every event once, in a chain that can be followed; topics, records and checkpoint say the same."""
    folders = ("feed.json", "archive/", "topic/")
    pages = {name: read(book.folder / name) for name in book.names(".json") if name.startswith(folders)}
    if "feed.json" not in pages:
        return Outcome("", ["feed.json is missing"])
    findings = [f"{name}: {problem}" for name, page in pages.items() for problem in violations(page, FEED_SCHEMA)]
    kept = [book.folder / "editions" / pages["feed.json"]["_onebook"].get("edition", "?") / name for name in RECORDS]
    records = [place.relative_to(book.folder).as_posix() for place in kept if place.is_file()]
    for name in records:
        findings += [f"{name}: {problem}" for problem in violations(read(book.folder / name), CHANGES_SCHEMA)]
    if findings:
        return Outcome("", findings)
    topics = {name: page for name, page in pages.items() if name.startswith("topic/")}
    log = [item for name, page in pages.items() if name not in topics for item in page["items"]]
    log.sort(key=_number)
    findings += _chain(log) + _path(pages, len(log))
    for name, page in topics.items():
        findings += [f"{name}: event {_number(item)} is not the log's" for item in page["items"] if item not in log]
    findings += _union(book, log, pages["feed.json"]["_onebook"]["edition"]) + _checkpoint(book, log)
    return Outcome(f"{len(log)} events, {len(topics)} topics, {len(records)} records", findings)


def canonical(value: Any) -> bytes:
    """RFC 8785, for texts, whole numbers and ASCII keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(item: dict[str, Any]) -> str:
    """The hash of an event: over everything but the hash."""
    own = {key: value for key, value in item["_onebook"].items() if key != "hash"}
    return hashlib.sha256(canonical(item | {"_onebook": own})).hexdigest()


def _number(item: dict[str, Any]) -> int:
    return item["_onebook"]["seq"]


def _chain(log: list[dict[str, Any]]) -> list[str]:
    findings: list[str] = []
    before = NO_HASH
    for number, item in enumerate(log, 1):
        own = item["_onebook"]
        if own["seq"] != number:
            return [*findings, f"event {own['seq']} stands where {number} should"]
        if own["prev"] != before:
            findings.append(f"event {number} does not follow on the one before")
        if "redactedBy" not in own and digest(item) != own["hash"]:
            findings.append(f"event {number} is not what its hash says")
        before = own["hash"]
    return findings


def _path(pages: dict[str, Any], events: int) -> list[str]:
    """`next_url` leads to every archive, once, and ends."""
    here, seen = pages["feed.json"], 0
    archives = {
        page["feed_url"]: page for name, page in pages.items() if name.startswith("archive/") and "feed_url" in page
    }
    while True:
        seen += len(here["items"])
        address = here.get("next_url")
        if address is None:
            break
        if address not in archives:
            return [f"next_url leads to {address}, which is not there or was there already"]
        here = archives.pop(address)
    # Without an address there is none to follow.
    if seen == events or "feed_url" not in pages["feed.json"]:
        return []
    return [f"next_url leads to {seen} of {events} events"]


def _union(book: Book, log: list[dict[str, Any]], edition: str) -> list[str]:
    """What the edition's events tell is what its changes.json says."""
    place = book.folder / "editions" / edition / "changes.json"
    if not place.is_file():
        return [f"editions/{edition}/changes.json is missing"]

    def said(subject: dict[str, str], changes: list[dict[str, Any]]) -> set[tuple[str, bytes]]:
        name = f"{subject['type']}/{subject['id']}"
        return {(name, canonical(change)) for change in changes}

    told = [item["_onebook"] for item in log if item["_onebook"]["editionTo"] == edition]
    of_events = set().union(*(said(own["subject"], own["changes"]) for own in told))
    of_record = set().union(*(said(entry["subject"], entry["changes"]) for entry in read(place)["subjects"]))
    return [f"{name}: only told" for name, _ in sorted(of_events - of_record)] + [
        f"{name}: never told" for name, _ in sorted(of_record - of_events)
    ]


def _checkpoint(book: Book, log: list[dict[str, Any]]) -> list[str]:
    note = book.folder / "checkpoint"
    if not note.is_file():
        return ["checkpoint is missing"]
    lines = note.read_text(encoding="utf-8").split("\n")
    head = bytes.fromhex(log[-1]["_onebook"]["hash"] if log else NO_HASH)
    manifest = hashlib.sha256((book.folder / "edition.json").read_bytes()).hexdigest()
    expected = [str(len(log)), base64.b64encode(head).decode(), f"manifest sha256:{manifest}"]
    return [f"checkpoint: {found!r} should be {right!r}" for found, right in zip(lines[1:4], expected) if found != right]
