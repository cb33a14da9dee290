"""The published book as subscribers and browsers get it from a real server: types, ETags, links, paging, what is denied."""

from __future__ import annotations

import json
import re
from pathlib import Path

from book_checks.book import Outcome
from publish_checks import servers
from publish_checks.editions import BACK, BASE, HUB, PATH, Editions, Pair, manifest
from publish_checks.servers import Site

EVENT = "ggctaaql2hgjmpvmwlwcttewcd"
UTF8 = "; charset=utf-8"
TYPES = {
    "": "text/html" + UTF8,
    "index.html": "text/html" + UTF8,
    "scenario/new-car.html": "text/html" + UTF8,
    "assets/book.css": "text/css" + UTF8,
    "assets/book.js": "text/javascript" + UTF8,
    "catalogue.csv": "text/csv" + UTF8,
    "checkpoint": "text/plain" + UTF8,
    "book.json": "application/json",
    "edition.json": "application/json",
    "editions/index.json": "application/json",
    "handbook.epub": "application/epub+zip",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    "guides.json": "application/feed+json",
    "topic/scenario/new-car.json": "application/feed+json",
    "archive/1-100.json": "application/feed+json",
}
TOPICS = ["feed.json", "guides.json", "atom.xml", "topic/scenario/new-car.json"]
SECURITY = [
    "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
]
SECRET = b"nobody may read this"
OUTSIDE = [
    "/yibentong/../secret.txt", "/yibentong/%2e%2e/secret.txt", "/yibentong/..%2fsecret.txt", "/yibentong../secret.txt",
    "/yibentong/topic/../../secret.txt", "/yibentong/topic/..%2f..%2fsecret.txt", "/yibentong/archive/..%2f..%2fsecret.txt",
    "/yibentong/editions/../../secret.txt", "/yibentong/editions/..%2f..%2fsecret.txt", "/yibentong/%252e%252e/secret.txt",
    "/yibentong/..\\secret.txt", "/secret.txt",
]
HIDDEN = [
    ".onebook-hub.json", ".git/config", ".htaccess", "editions/.onebook-hub.json", "topic/.x.json", "assets/.x",
    "editions/2026.1/.x", "%2eonebook-hub.json",
]


def check_nginx(editions: Editions) -> Outcome:
    return _check(editions, "nginx")


def check_apache(editions: Editions) -> Outcome:
    return _check(editions, "apache")


def _check(editions: Editions, server: str) -> Outcome:
    real = editions.real
    root = editions.work / f"www-{server}"
    target = root / "book"
    target.mkdir(parents=True)
    (root / "secret.txt").write_bytes(SECRET)
    snippet = real.catalogue.publish(target, real.first, "--config", server)
    findings = [] if not any(target.iterdir()) else ["--config touches the target"]
    real.catalogue.publish(target, real.first, "--no-hub", BACK)
    with getattr(servers, server)(snippet, editions.work) as site:
        findings += _types(site) + _conditional(site) + _links(site) + _denied(site, target) + _addresses(site)
        findings += _security(site)
        findings += _paging(site)
        findings += _next_edition(real, site, target)
    return Outcome(f"{len(TYPES)} types, {len(OUTSIDE) + len(HIDDEN)} ways in, two editions", findings)


def _types(site: Site) -> list[str]:
    findings = []
    for path, kind in TYPES.items():
        answer = site.ask(PATH + path)
        if answer.status != 200 or answer.one("Content-Type").lower() != kind:
            findings.append(f"{path}: {answer.status} {answer.one('Content-Type')}, expected {kind}")
        head = site.ask(PATH + path, "HEAD")
        if head.body or head.one("Content-Length") != str(len(answer.body)) or head.status != 200:
            findings.append(f"{path}: HEAD is not GET without the body")
    return findings


def _conditional(site: Site) -> list[str]:
    findings = []
    for path in TYPES:
        tag = site.ask(PATH + path).one("ETag")
        if not re.fullmatch(r'"[^"]+"', tag):
            findings.append(f"{path}: the ETag {tag!r} is not strong")
            continue
        again = site.ask(PATH + path, If_None_Match=tag)
        if again.status != 304 or again.body:
            findings.append(f"{path}: {again.status} though nothing has changed")
        if site.ask(PATH + path, If_None_Match='"other"').status != 200:
            findings.append(f"{path}: an ETag of something else is taken for this one")
    for path in [*TOPICS, "archive/1-100.json", "checkpoint"]:
        packed = site.ask(PATH + path, Accept_Encoding="gzip, br")
        if packed.one("ETag").startswith("W/") or packed.one("Content-Encoding"):
            findings.append(f"{path}: its ETag is weak when a reader takes compressed answers")
    return findings


def _links(site: Site) -> list[str]:
    findings = []
    for path in TOPICS:
        answer = site.ask(PATH + path)
        links = answer.one("Link")
        if links.count('rel="self"') != 1 or f'<{BASE}{path}>; rel="self"' not in links:
            findings.append(f"{path}: it has no link to itself, or two: {links}")
        if f'<{HUB}>; rel="hub"' not in links:
            findings.append(f"{path}: no link to the hub: {links}")
        if "max-age=300" not in answer.one("Cache-Control"):
            findings.append(f"{path}: Cache-Control {answer.one('Cache-Control')}")
    archive = site.ask(PATH + "archive/1-100.json")
    if "immutable" not in archive.one("Cache-Control") or 'rel="hub"' in archive.one("Link"):
        findings.append("archive/1-100.json: it is not for ever, or one can subscribe to it")
    page = site.ask(PATH + "index.html")
    if "no-cache" not in page.one("Cache-Control") or page.one("Link"):
        findings.append(f"index.html: Cache-Control {page.one('Cache-Control')}, Link {page.one('Link')}")
    missing = site.ask(PATH + "archive/7-8.json")
    if missing.status != 404 or "immutable" in missing.one("Cache-Control"):
        findings.append("what is not in the archive is missing for ever")
    return findings


def _denied(site: Site, target: Path) -> list[str]:
    (target / ".git").mkdir()
    (target / "editions/2026.1").mkdir(exist_ok=True)
    planted = [target / name for name in (".git/config", ".htaccess", "topic/.x.json", "assets/.x", "editions/2026.1/.x")]
    for file in planted:
        file.write_bytes(SECRET)
    findings = []
    for path in OUTSIDE:
        answer = site.ask(path)
        if answer.status == 200 or SECRET in answer.body:
            findings.append(f"{path}: {answer.status}, outside of the book")
    for path in HIDDEN:
        answer = site.ask(PATH + path)
        if answer.status not in {403, 404}:
            findings.append(f"{path}: {answer.status}, though it is hidden")
    for path in ("topic/x%0d%0aX-Evil:%201.json", "topic/x%0aX-Evil: 1.json".replace(" ", "%20"), "e/%0d%0aX-Evil:1"):
        answer = site.ask(PATH + path)
        if answer.status not in {400, 403, 404} or answer.one("X-Evil"):
            findings.append(f"{path}: {answer.status}: a line break gets through")
    for file in planted:
        file.unlink()
    (target / ".git").rmdir()
    return findings


def _addresses(site: Site) -> list[str]:
    findings = []
    short = site.ask(PATH + "e/" + EVENT)
    if short.status != 302 or not short.one("Location").endswith(f"{PATH}changes.html#e-{EVENT}"):
        findings.append(f"the short address of a message: {short.status} {short.one('Location')}")
    for wrong in (EVENT[:-1], EVENT + "a", EVENT.upper(), EVENT[:-1] + "1"):
        if site.ask(PATH + "e/" + wrong).status != 404:
            findings.append(f"e/{wrong} is no message")
    bare = site.ask(PATH.rstrip("/"))
    if bare.status != 301 or not bare.one("Location").endswith(PATH):
        findings.append(f"without its last slash: {bare.status} {bare.one('Location')}")
    return findings


def _security(site: Site) -> list[str]:
    findings = []
    for path in ["index.html", "feed.json", "archive/1-100.json", "checkpoint", "topic/scenario/new-car.json", "none.html"]:
        answer = site.ask(PATH + path)
        findings += [f"{path}: {name} {len(answer.all(name))} times" for name in SECURITY if len(answer.all(name)) != 1]
    return findings


def _paging(site: Site) -> list[str]:
    """From the feed back to the first message, as a subscriber who was away goes."""
    address, seen = BASE + "feed.json", []
    while address:
        if address in seen or not address.startswith(BASE):
            return [f"next_url leads in a circle or elsewhere: {address}"]
        seen.append(address)
        answer = site.ask(PATH + address.removeprefix(BASE))
        if answer.status != 200 or answer.one("Content-Type") != "application/feed+json":
            return [f"{address}: {answer.status} {answer.one('Content-Type')}"]
        address = json.loads(answer.body).get("next_url")
    first = seen[-1].removeprefix(BASE)
    return [] if len(seen) > 2 and first.startswith("archive/1-") else [f"the way back ends at {first}"]


def _next_edition(real: Pair, site: Site, target: Path) -> list[str]:
    findings = []
    before = {file["path"]: file["sha256"] for file in manifest(target)["files"]}
    asked = ["index.html", "assets/book.css", "assets/search.js", "scenario/new-car.html", "feed.json", "book.json", "laws.html"]
    tags = {path: site.ask(PATH + path) for path in asked}
    real.catalogue.publish(target, real.second, "--no-hub")
    after = {file["path"]: file["sha256"] for file in manifest(target)["files"]}
    same = 0
    for path in asked:
        answer = site.ask(PATH + path, If_None_Match=tags[path].one("ETag"))
        if before[path] == after[path]:
            same += 1
            if answer.status != 304:
                findings.append(f"{path}: the bytes are the same, the ETag is not")
        elif answer.status != 200 or answer.body == tags[path].body:
            findings.append(f"{path}: {answer.status} though it has changed")
        elif answer.one("Last-Modified") == tags[path].one("Last-Modified"):
            findings.append(f"{path}: it has changed and its time has not")
    if not 0 < same < len(asked):
        findings.append(f"{same} of {len(asked)} files are the same: nothing is shown by that")
    for path in ("index.html", "assets/book.css", "scenario/new-car.html"):
        old = site.ask(PATH + "editions/2026.1/" + path)
        if old.status != 200 or old.body != tags[path].body:
            findings.append(f"editions/2026.1/{path}: {old.status}, not as it was")
        if "noindex" not in old.one("X-Robots-Tag") or site.ask(PATH + path).one("X-Robots-Tag"):
            findings.append(f"{path}: search engines are sent to the former edition, or away from the current one")
    for path, key in {"edition.json": "edition", "snapshot.json": "edition", "changes.json": "to"}.items():
        if json.loads(site.ask(PATH + "editions/2026.1/" + path).body).get(key) != "2026.1":
            findings.append(f"editions/2026.1/{path}: the record is gone")
    listed = json.loads(site.ask(PATH + "editions/index.json").body)["editions"]
    if [each["edition"] for each in listed] != ["2026.2", "2026.1"]:
        findings.append(f"editions/index.json lists {listed}")
    for each in listed:
        if site.ask(f"{PATH}editions/{each['pages']}index.html").status != 200:
            findings.append(f"editions/index.json leads nowhere: {each}")
    return findings
