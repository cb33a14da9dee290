"""The feed documents of a published edition, each check named after its conformance test."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import atoma
import feedparser
import jsonfeed
from jsonschema.validators import Draft202012Validator, validator_for

from book_checks.data import FEED_SCHEMA
from publish_checks.documents import Documents
from publish_checks.editions import BASE
from publish_checks.log import canonical, flaws_of_log

# JSON Feed 1.1: 250 KB is fine, 1 MB a burden.
BYTES, DAYS, EVENTS = 250_000, 90, 200
ATOM = "{http://www.w3.org/2005/Atom}"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
PAGES = {"guide.withdrawn": "item/", "scenario.withdrawn": "scenario/"}


def schema(documents: Documents) -> list[str]:
    """F-01: every feed keeps to JSON Feed 1.1."""
    content = json.loads(FEED_SCHEMA.read_text(encoding="utf-8"))
    kind: type[Draft202012Validator] = validator_for(content)
    findings = [] if len(documents.feeds) > 10 else [f"only {len(documents.feeds)} feeds are there"]
    for name in documents.feeds:
        feed = documents.json(name)
        findings += [f"{name}: {error.json_path}: {error.message[:200]}" for error in kind(content).iter_errors(feed)]
        if feed.get("feed_url") != BASE + name:
            findings.append(f"{name}: it calls itself {feed.get('feed_url')}")
        for item in feed.get("items", []):
            told = [item[key] for key in ("date_published", "date_modified") if key in item]
            findings += [f"{name}: {each} has no time zone" for each in told if datetime.fromisoformat(each).tzinfo is None]
    return findings


def keys(documents: Documents) -> list[str]:
    """F-02: no key has a dot, only the extension begins with `_`; what is written is canonical."""
    findings = []
    for name in documents.feeds:
        odd = {key for key in _keys(documents.json(name)) if "." in key or key.startswith("_") and key != "_onebook"}
        findings += [f"{name}: the key {key!r}" for key in sorted(odd)]
        if canonical(documents.json(name)) + b"\n" != documents[name]:
            findings.append(f"{name}: it is not in canonical form")
    return findings


def _keys(value: Any) -> set[str]:
    match value:
        case dict():
            return set(value).union(*(_keys(each) for each in value.values()))
        case list():
            return set().union(*(_keys(each) for each in value))
        case _:
            return set()


def chain(documents: Documents) -> list[str]:
    """F-03: `next_url` leads through every event once, newest first, and ends."""
    try:
        pages = list(documents.chain())
    except (ValueError, KeyError) as error:
        return [f"the way back breaks off: {error}"]
    numbers = [item["_onebook"]["seq"] for _, page in pages for item in page["items"]]
    findings = [] if len(pages) > 2 else [f"only {len(pages)} pages: nothing is shown by that"]
    if numbers != list(range(documents.json("feed.json")["_onebook"]["lastSeq"], 0, -1)):
        twice = [number for number, count in Counter(numbers).items() if count > 1]
        missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
        findings.append(f"{len(numbers)} events; twice {twice[:5]}, missing {missing[:5]}, or in another order")
    for name, page in pages[1:]:
        first, last = page["items"][-1]["_onebook"]["seq"], page["items"][0]["_onebook"]["seq"]
        if name != f"archive/{first}-{last}.json" or page.get("expired") is not True or "hubs" in page:
            findings.append(f"{name}: an archive of {first} to {last}, or one can subscribe to it")
    archives = {name for name in documents if name.startswith("archive/")}
    return findings + [f"{name}: nothing leads to it" for name in sorted(archives - {name for name, _ in pages})]


def live(documents: Documents) -> list[str]:
    """F-04: 90 days or 200 events, whichever is more, but no more than 250 KB."""
    today = date.fromisoformat(documents.json("edition.json")["date"])
    feed, size = documents.json("feed.json"), len(documents["feed.json"])
    findings = [f"feed.json has {size} bytes"] if size > BYTES else []
    findings += [f"{name} has {len(documents[name])} bytes" for name in documents.feeds if len(documents[name]) > BYTES]
    archives = [(name, page) for name, page in documents.chain() if name != "feed.json"]
    if archives and size + len(documents[archives[0][0]]) <= BYTES:
        recent = [
            item for item in archives[0][1]["items"]
            if (today - date.fromisoformat(item["date_published"][:10])).days <= DAYS
        ]
        if len(feed["items"]) < EVENTS or recent:
            findings.append(
                f"feed.json has {len(feed['items'])} events, though there is room; {len(recent)} recent ones are archived")
    return findings


def hashes(documents: Documents) -> list[str]:
    """F-21: every hash and the chain, computed anew; what topics repeat is what was told."""
    log = documents.log
    findings = flaws_of_log(log)
    head = {"lastSeq": len(log), "head": log[-1]["_onebook"]["hash"]}
    for name, page in documents.chain():
        newest = page["items"][0]["_onebook"]
        if page["_onebook"]["lastSeq"] != newest["seq"] or page["_onebook"]["head"] != newest["hash"]:
            findings.append(f"{name}: it does not end where it says")
    if {key: documents.json("feed.json")["_onebook"][key] for key in head} != head:
        findings.append("feed.json does not say where the log stands")
    by_tag: dict[str, list[Any]] = {}
    for item in reversed(log):
        # Whoever asks for what is major is told what is critical as well.
        more = {"severity/major"} if "severity/critical" in item["tags"] else set()
        for tag in more.union(item["tags"]):
            by_tag.setdefault(tag, []).append(item)
    for name in documents.feeds:
        if name.startswith("topic/"):
            items = documents.json(name)["items"]
            told = by_tag.get(name.removeprefix("topic/").removesuffix(".json"), [])
            if items != told[: len(items)] or len(items) < len(told) and len(documents[name]) < BYTES * 0.9:
                findings.append(f"{name}: it does not repeat what was told")
    return findings + [f"{tag} was told of and has no feed" for tag in by_tag if f"topic/{tag}.json" not in documents]


def atom(documents: Documents) -> list[str]:
    """F-48: the same in Atom, and a deleted-entry for each tombstone."""
    root = ElementTree.fromstring(documents["atom.xml"])
    items = documents.json("feed.json")["items"]
    findings = []
    for name, key in {"id": "id", "title": "title", "published": "date_published", "content": "content_text"}.items():
        if [entry.findtext(ATOM + name) for entry in root.iter(ATOM + "entry")] != [item[key] for item in items]:
            findings.append(f"atom.xml: it has not the same {name} everywhere")
    wanted = [
        (BASE + PAGES[item["_onebook"]["kind"]] + item["_onebook"]["subject"]["id"] + ".html", item["date_published"])
        for item in items
        if item["_onebook"]["kind"] in PAGES
    ]
    found = [(entry.get("ref"), entry.get("when")) for entry in root.iter(DELETED)]
    if found != wanted or not wanted:
        findings.append(f"atom.xml: deleted are {found}, tombstones {wanted}")
    return findings


def union(documents: Documents) -> list[str]:
    """F-49: what an edition's events tell is what is different in it."""
    findings = []
    for name in sorted(name for name in documents if re.fullmatch(r"editions/[^/]+/changes\.json", name)):
        edition = name.split("/")[1]
        own = [item["_onebook"] for item in documents.log if item["_onebook"]["editionTo"] == edition]
        told: dict[str, list[bytes]] = {}
        gone = set()
        for event in own:
            subject = _subject(event)
            told.setdefault(subject, []).extend(canonical(change) for change in event["changes"])
            if event["kind"].endswith(".withdrawn"):
                gone.add(subject)
        content = documents.json(name)
        listed = {_subject(each): each for each in content["subjects"]}
        for subject in sorted(set(told) | set(listed)):
            entry = listed.get(subject, {"changes": []})
            changes = {canonical(change) for change in entry["changes"]}
            if ("removed" in entry) != (subject in gone):
                findings.append(f"{name}: {subject} is gone in one and not in the other")
            if "removed" not in entry and set(told.get(subject, [])) != changes:
                findings.append(f"{name}: {subject} is told otherwise: {len(told.get(subject, []))} changes, not {len(changes)}")
        if content["to"] != edition or own and content["from"] != own[-1]["editionFrom"]:
            findings.append(f"{name}: from {content['from']} to {content['to']}")
    return findings


def _subject(holder: Any) -> str:
    return f"{holder['subject']['type']}/{holder['subject']['id']}"


def readers(documents: Documents) -> list[str]:
    """F-50: programs of others read items and dates, and are not disturbed by the extension."""
    findings = []
    for name in ("feed.json", "guides.json", *sorted(name for name in documents if name.startswith("archive/"))):
        items = documents.json(name)["items"]
        wanted = [(item["id"], item["title"], datetime.fromisoformat(item["date_published"])) for item in items]
        one = [(item.id_, item.title, item.date_published) for item in atoma.parse_json_feed_bytes(documents[name]).items]
        other = [
            (item.id, item.title, datetime.fromisoformat(item.date_published))
            for item in jsonfeed.Feed.parse_string(documents[name].decode()).items
        ]
        both = {"atoma": one, "jsonfeed": other}
        findings += [f"{name}: {who} reads something else" for who, read in both.items() if read != wanted]
    wanted = [
        (item["id"], item["title"], datetime.fromisoformat(item["date_published"]))
        for item in documents.json("feed.json")["items"]
    ]
    read = feedparser.parse(documents["atom.xml"])
    if read.bozo:
        findings.append(f"atom.xml: feedparser complains: {read.bozo_exception}")
    one = [(entry.id, entry.title, datetime.fromisoformat(entry.published)) for entry in read.entries]
    other = [(entry.id_, entry.title.value, entry.published) for entry in atoma.parse_atom_bytes(documents["atom.xml"]).entries]
    both = {"feedparser": one, "atoma": other}
    return findings + [f"atom.xml: {who} reads something else" for who, seen in both.items() if seen != wanted]
