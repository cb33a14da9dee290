"""The JSON files: feeds against JSON Feed 1.1, the open data against the schema it is documented by."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from jsonschema.exceptions import SchemaError
from jsonschema.validators import validator_for

from book_checks.book import Book, Outcome

FEED_SCHEMA = Path(__file__).parent.parent / "jsonfeed-1.1.schema.json"
# What no manifest lists: itself, the signature made after it, and what a repository keeps in the folder.
UNLISTED = {"edition.json", "checkpoint", "README.md", ".gitignore"}
FEED_VERSION = "https://jsonfeed.org/version/"


def check_feeds(book: Book) -> Outcome:
    """feed.json, and every other JSON file that says it is a feed, keeps to JSON Feed 1.1 and repeats no id."""
    feeds = {
        name: content
        for name in book.names(".json")
        if _is_feed(content := read(book.folder / name)) or name == "feed.json"
    }
    if "feed.json" not in feeds:
        return Outcome("", ["feed.json is missing"])
    findings: list[str] = []
    items = 0
    for name, feed in feeds.items():
        problems = violations(feed, FEED_SCHEMA)
        findings += [f"{name}: {problem}" for problem in problems]
        if problems:
            continue
        items += len(feed["items"])
        ids = Counter(item["id"] for item in feed["items"])
        findings += [f"{name}: id {identifier} stands {count} times" for identifier, count in ids.items() if count > 1]
        if feed.get("next_url", "") == feed.get("feed_url"):
            findings.append(f"{name}: next_url leads back to the feed itself")
    return Outcome(f"{len(feeds)} feed{'s' * (len(feeds) > 1)}, {items} messages", findings)


def check_open_data(book: Book, schema: Path, name: str = "book.json") -> Outcome:
    """A file of open data keeps to its published schema."""
    data = book.folder / name
    missing = [f"{path.name} is missing" for path in (data, schema) if not path.is_file()]
    if missing:
        return Outcome("", missing)
    return Outcome(f"{data.name}, {data.stat().st_size / 1024:.0f} KB", violations(read(data), schema))


def check_manifest(book: Book, schema: Path) -> Outcome:
    """edition.json keeps to its published schema, and lists every file as it is."""
    listed = book.folder / "edition.json"
    missing = [f"{path.name} is missing" for path in (listed, schema) if not path.is_file()]
    if missing:
        return Outcome("", missing)
    manifest = read(listed)
    findings = violations(manifest, schema)
    if findings:
        return Outcome("", findings)
    files = {file["path"]: file for file in manifest["files"]}
    if list(files) != sorted(files, key=str.encode):
        findings.append("the files are not sorted")
    names = set(book.names()) - UNLISTED
    findings += [f"{name}: listed and not there" for name in sorted(set(files) - names)]
    findings += [f"{name}: there and not listed" for name in sorted(names - set(files))]
    for name in sorted(names & set(files)):
        content = (book.folder / name).read_bytes()
        if len(content) != files[name]["size"]:
            findings.append(f"{name}: {len(content)} bytes, listed with {files[name]['size']}")
        elif hashlib.sha256(content).hexdigest() != files[name]["sha256"]:
            findings.append(f"{name}: other bytes than those listed")
    return Outcome(f"{len(files)} files", findings)


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _is_feed(content: Any) -> bool:
    return isinstance(content, dict) and str(content.get("version", "")).startswith(FEED_VERSION)


def violations(content: Any, schema_file: Path) -> list[str]:
    schema = read(schema_file)
    kind = validator_for(schema)
    try:
        kind.check_schema(schema)
    except SchemaError as error:
        return [f"{schema_file.name} is not a JSON Schema: {error.message}"]
    return [
        f"{error.json_path}: {error.message[:300]}"
        for error in sorted(kind(schema).iter_errors(content), key=lambda error: error.json_path)
    ]


def check_messages(book: Book, schema: Path) -> Outcome:
    """messages.json keeps to its schema, repeats no id, and asks for nothing that its variables do not list."""
    outcome = check_open_data(book, schema, "messages.json")
    if outcome.findings:
        return outcome
    stages = [stage for scenario in read(book.folder / "messages.json")["scenarios"] for stage in scenario["stages"]]
    ids = Counter(stage["id"] for stage in stages)
    findings = [f"messages.json: id {identifier} stands {count} times" for identifier, count in ids.items() if count > 1]
    for stage in stages:
        texts = json.dumps([stage["text"], stage["trigger"], stage["next"], stage["ifMissing"]], ensure_ascii=False)
        asked = set(re.findall(r"\{([a-z]+)\}", texts))
        listed = {variable["name"] for variable in stage["vars"]}
        if asked != listed:
            findings.append(f"{stage['id']}: asks for {sorted(asked)}, lists {sorted(listed)}")
    return Outcome(f"{len(stages)} messages", findings)
