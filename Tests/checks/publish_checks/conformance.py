"""The feeds of a book with a past, by the conformance tests of the feed's design; then the same on broken samples."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from book_checks.book import Outcome
from publish_checks import events, feeds, servers, signed
from publish_checks.documents import Documents
from publish_checks.editions import Editions
from publish_checks.past import Past, past

Look = Callable[[Documents], list[str]]
Spoil = Callable[[Documents], None]

ON_DOCUMENTS: dict[str, Look] = {
    "F-01": feeds.schema, "F-02": feeds.keys, "F-03": feeds.chain, "F-04": feeds.live, "F-21": feeds.hashes,
    "F-48": feeds.atom, "F-49": feeds.union, "F-50": feeds.readers,
}
ON_PAST: dict[str, Callable[[Past], list[str]]] = {
    "F-05": events.twice, "F-06": events.shuffled, "F-14 F-15": events.going, "F-20": events.endless,
    "F-22": signed.altered, "F-23": signed.signature_by_program, "F-24": events.removed, "F-47": signed.paper,
    "archive": events.lasting,
}


def check_feeds(editions: Editions) -> Outcome:
    made = past(editions)
    documents = made.documents
    looks: list[tuple[str, Callable[[], list[str]]]] = [
        *((name, partial(look, documents)) for name, look in ON_DOCUMENTS.items()),
        ("F-23", partial(signed.signature, documents, made.public)),
        *((name, partial(look, made)) for name, look in ON_PAST.items()),
        ("F-03 over HTTP", partial(_served, editions, made)),
    ]
    findings = [f"{name}: {each}" for name, look in looks for each in _carried_out(look)]
    if not findings:
        findings = [f"self-test: {each}" for each in unreported(documents, made.public)]
    names = sorted({*" ".join([*ON_DOCUMENTS, *ON_PAST]).split(), "F-23"})
    return Outcome(f"{', '.join(names)}; {len(documents.log)} events, {len(SPOILT)} broken samples", findings)


def _carried_out(look: Callable[[], list[str]]) -> list[str]:
    try:
        return look()
    except Exception as error:  # what cannot be carried out has failed, and the others still say what they see
        return [f"could not be carried out: {type(error).__name__}: {error}"]


def _served(editions: Editions, made: Past) -> list[str]:
    snippet = made.catalogue.publish(made.target, made.built, "--config", "nginx")
    with servers.nginx(snippet, editions.work) as site:
        names = [name for name in made.documents if name.startswith("archive/") or name == "feed.json"]
        return feeds.chain(Documents.from_site(site, names))


# MARK: Broken samples


def page(name: str, change: Callable[[Any], Any]) -> Spoil:
    def spoil(documents: Documents) -> None:
        content = documents.json(name)
        change(content)
        documents[name] = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"

    return spoil


def text(name: str, old: bytes, new: bytes) -> Spoil:
    def spoil(documents: Documents) -> None:
        if old not in documents[name]:
            raise RuntimeError(f"{name} has no {old!r}")
        documents[name] = documents[name].replace(old, new, 1)

    return spoil


def _changes(documents: Documents) -> str:
    return f"editions/{documents.edition}/changes.json"


SPOILT: list[tuple[str, Spoil, str]] = [
    ("F-01", page("feed.json", lambda feed: feed["items"][0].pop("content_text")), "feed.json: $.items[0]"),
    ("F-01", page("feed.json", lambda feed: feed.update(version="1.1")), "feed.json: $.version"),
    ("F-01", page("feed.json", lambda feed: feed["items"][3].update(id=7)), "feed.json: $.items[3].id"),
    ("F-01", page("feed.json", lambda feed: feed["items"][3].update(date_published="2026-01-01T00:00:00")), "no time zone"),
    ("F-02", page("feed.json", lambda feed: feed["_onebook"].update({"a.b": 1})), "the key 'a.b'"),
    ("F-02", page("feed.json", lambda feed: feed["items"][2].update(_more={})), "the key '_more'"),
    ("F-02", text("feed.json", b'{"_onebook":{', b'{ "_onebook":{'), "not in canonical form"),
    ("F-03", page("feed.json", lambda feed: feed.update(next_url=feed["feed_url"])), "in a circle"),
    ("F-03", page("feed.json", lambda feed: feed.update(next_url="https://other.example.org/")), "leads elsewhere"),
    ("F-03", page("feed.json", lambda feed: feed.pop("next_url")), "nothing leads to it"),
    ("F-03", page("feed.json", lambda feed: feed["items"].pop(4)), "twice [], missing [3"),
    ("F-03", page("feed.json", lambda feed: feed["items"].insert(4, feed["items"][4])), "twice ["),
    ("F-03", page("feed.json", lambda feed: feed["items"].reverse()), "in another order"),
    ("F-04", page("feed.json", lambda feed: feed.update(description="x" * 250_000)), " bytes"),
    ("F-04", page("feed.json", lambda feed: feed["items"].__delitem__(slice(9, None))), "though there is room"),
    ("F-21", page("feed.json", lambda feed: feed["items"][5].update(title="x")), "is not what its hash says"),
    ("F-21", page("feed.json", lambda feed: feed["items"][5]["_onebook"].update(prev="0" * 64)), "does not follow"),
    ("F-21", page("feed.json", lambda feed: feed["_onebook"].update(head="0" * 64)), "does not say where"),
    ("F-21", page("topic/severity/major.json", lambda feed: feed["items"].pop(1)), "does not repeat"),
    ("F-21", lambda documents: documents.__delitem__("topic/severity/minor.json"), "severity/minor was told of"),
    ("F-23", text("checkpoint", b"feed\n", b"feed\n1"), "the signature does not hold"),
    ("F-23", text("edition.json", b" ", b"  "), "it vouches for"),
    ("F-48", text("atom.xml", b"<entry>\n<id>", b"<entry>\n<id>x"), "not the same id"),
    ("F-48", text("atom.xml", b"at:deleted-entry ref=\"", b"at:deleted-entry ref=\"x"), "deleted are"),
    ("F-49", lambda documents: page(_changes(documents), lambda each: each["subjects"].pop())(documents), "told otherwise"),
    ("F-49", lambda documents: page(_changes(documents), lambda each: each.update(to="x"))(documents), "to x"),
    ("F-50", text("atom.xml", b"<published>2", b"<published>x2"), "could not be carried out: ValueError"),
    ("F-50", text("atom.xml", b"</entry>", b""), "could not be carried out: FeedXMLError"),
]


def unreported(good: Documents, key: str) -> list[str]:
    """What a check does not say of a broken sample."""
    findings = []
    for name, spoil, words in SPOILT:
        documents = Documents(good)
        spoil(documents)
        look = partial(signed.signature, documents, key) if name == "F-23" else partial(ON_DOCUMENTS[name], documents)
        found = _carried_out(look)
        if not any(words in each for each in found):
            findings.append(f"{name} should speak of {words!r}, but found {found[:3]}")
    return findings
