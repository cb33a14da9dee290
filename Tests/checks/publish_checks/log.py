"""The log of events, read and computed anew without the program: canonical JSON, hashes, the chain, ids."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

NO_HASH = "0" * 64


def canonical(value: Any) -> bytes:
    """RFC 8785 for what a log holds: texts, whole numbers, ASCII keys."""
    match value:
        case dict():
            if not all(key.isascii() for key in value):
                raise ValueError(f"keys that are not ASCII: {list(value)}")
            members = (canonical(key) + b":" + canonical(value[key]) for key in sorted(value))
            return b"{" + b",".join(members) + b"}"
        case list():
            return b"[" + b",".join(canonical(each) for each in value) + b"]"
        case float():
            raise ValueError(f"a fraction: {value}")
        case bool() | None | str():
            return json.dumps(value, ensure_ascii=False).encode()
        case int() if abs(value) < 2**53:
            return str(value).encode()
        case _:
            raise ValueError(f"no JSON of ours: {value!r}")


def hash_of(item: Any) -> str:
    """Over everything but the hash itself."""
    own = {key: value for key, value in item["_onebook"].items() if key != "hash"}
    return hashlib.sha256(canonical({**item, "_onebook": own})).hexdigest()


def identity(item: Any) -> str | None:
    """Computed from what the event says; `None` for kinds whose core holds more than is told."""
    own = item["_onebook"]
    if own["kind"] in {"audience.narrowed", "agency.notice", "guide.suspended", "guide.resumed"} or "supersedes" in own:
        return None
    members = ("publisher", "kind", "subject", "editionFrom", "editionTo", "effectiveFrom")
    changes = [{key: value for key, value in change.items() if key != "label"} for change in own["changes"]]
    core = canonical({**{key: own[key] for key in members}, "changes": changes})
    return base64.b32encode(hashlib.sha256(core).digest()).decode().lower()[:26]


def flaws_of_log(items: list[Any]) -> list[str]:
    """`items`: all of them, oldest first."""
    findings, head, seen = [], NO_HASH, set()
    revisions: dict[str, int] = {}
    for number, item in enumerate(items, 1):
        own = item["_onebook"]
        if own["seq"] != number:
            findings.append(f"event {own['seq']} stands where {number} should")
        if own["prev"] != head:
            findings.append(f"event {number} does not follow on the one before")
        if "redactedBy" not in own and hash_of(item) != own["hash"]:
            findings.append(f"event {number} is not what its hash says")
        if item["id"] in seen:
            findings.append(f"event {number} was told before: {item['id']}")
        if "redactedBy" not in own and identity(item) not in {None, item["id"].rpartition("/")[2]}:
            findings.append(f"event {number} has the id {item['id']}, its core gives {identity(item)}")
        subject = "/".join(own["subject"][key] for key in ("type", "id"))
        if own["rev"] <= revisions.get(subject, 0):
            findings.append(f"event {number} of {subject} has revision {own['rev']} after {revisions[subject]}")
        revisions[subject] = own["rev"]
        head = own["hash"]
        seen.add(item["id"])
    return findings
