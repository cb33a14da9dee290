"""A log of two events with nothing wrong in it, for the self-test to break."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from book_checks.book import Book
from book_checks.change_log import NO_HASH, digest

BASE = "https://example.org/book/"
_CHANGE = {
    "op": "replace", "path": "/materials/photo/copies", "before": 1, "after": 2, "impact": "tighten",
    "label": "照片由1份改为2份",
}


def _item(number: int, kind: str, subject: tuple[str, str], prev: str, **own: Any) -> dict[str, Any]:
    topic = "/".join(subject)
    item: dict[str, Any] = {
        "id": f"{BASE}e/{'ab'[number - 1] * 26}", "title": topic, "summary": topic, "content_text": topic,
        "date_published": "2026-11-24T00:00:00+08:00", "language": "zh-CN",
        "tags": sorted([topic, f"kind/{kind}", "severity/minor"]),
        "_onebook": {
            "schema": 1, "publisher": "org.example", "kind": kind, "seq": number, "rev": number, "editionFrom": None,
            "subject": {"type": subject[0], "id": subject[1]}, "editionTo": "2026.1", "effectiveFrom": "2026-11-24",
            "severity": "minor", "reason": "data-fix", "changes": [], "prev": prev,
        } | own,
    }  # fmt: skip
    item["_onebook"]["hash"] = digest(item)
    return item


FIRST = _item(1, "guide.changed", ("guide", "new-car"), NO_HASH, changes=[_CHANGE])
_COUNTS = {"guides": 1, "scenarios": 1, "agencies": 1}
SECOND = _item(
    2, "edition.published", ("edition", "2026.1"), FIRST["_onebook"]["hash"], snapshot=NO_HASH, counts=_COUNTS
)


def _page(path: str, items: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    newest = items[0]["_onebook"]
    own = {"schema": 1, "publisher": "org.example", "lastSeq": newest["seq"], "head": newest["hash"]}
    own |= {"gapless": not path.startswith("topic/")} | ({} if path.startswith("archive/") else {"edition": "2026.1"})
    return {
        "version": "https://jsonfeed.org/version/1.1", "title": "办事一本通", "description": "变化记录",
        "language": "zh-CN", "feed_url": BASE + path, "authors": [{"name": "县公安局"}], "items": items, "_onebook": own,
    } | more  # fmt: skip


FEED = _page("feed.json", [SECOND], next_url=BASE + "archive/1-1.json")

FILES: dict[str, Any] = {
    "feed.json": FEED,
    "archive/1-1.json": _page("archive/1-1.json", [FIRST], expired=True),
    "topic/guide/new-car.json": _page("topic/guide/new-car.json", [FIRST]),
    "editions/2026.1/changes.json": {
        "schema": 1, "from": None, "to": "2026.1",
        "subjects": [{"subject": {"type": "guide", "id": "new-car"}, "changes": [_CHANGE]}],
    },
    "editions/2026.1/snapshot.json": {
        "schema": 1, "edition": "2026.1", "date": "2026-11-24", "language": "zh-CN",
        "book": {"title": "办事一本通", "issuer": "县公安局"}, "guides": [{"id": "new-car", "title": "新车上牌"}],
    },
}  # fmt: skip


def write_log(book: Book) -> None:
    for name, content in FILES.items():
        place = book.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def write_checkpoint(book: Book) -> None:
    """After the manifest, over which it stands."""
    head = base64.b64encode(bytes.fromhex(SECOND["_onebook"]["hash"])).decode()
    manifest = hashlib.sha256((book.folder / "edition.json").read_bytes()).hexdigest()
    (book.folder / "checkpoint").write_text(f"example.org/book/feed\n2\n{head}\nmanifest sha256:{manifest}\n\n")
