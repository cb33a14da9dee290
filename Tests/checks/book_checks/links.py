"""Links and structure: read from the markup alone, for the pages on the web and for the chapters in the EPUB."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from book_checks.book import Book, Outcome

OUTSIDE = {"http", "https", "mailto", "tel", "sms", "data"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Document(HTMLParser):
    """What a page says of itself: its ids, links, headings, language and title."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.headings: list[int] = []
        self.language = ""
        self.title = ""
        self._inside: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        self.links += [values[name] for name in ("href", "src", "xlink:href", "poster") if name in values]
        if tag == "html":
            self.language = values.get("lang") or values.get("xml:lang", "")
        if tag in HEADINGS:
            self.headings.append(HEADINGS.index(tag) + 1)
        if tag in {"title", "svg"}:
            self._inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if self._inside == ["title"]:
            self.title += data.strip()


def check_links(book: Book) -> Outcome:
    """Every link and fragment resolves, ids are unique, and every page has language, title and orderly headings."""
    pages = {name: Document(book.text(name)) for name in book.pages()}
    if not pages:
        return Outcome("", ["there is no HTML page"])
    findings = list(_findings(pages, book.names()))
    if not book.epub.is_file():
        return Outcome("", [*findings, f"{book.epub.name} is missing"])
    with ZipFile(book.epub) as container:
        names = container.namelist()
        chapters = {
            name: Document(container.read(name).decode("utf-8"))
            for name in names
            if name.endswith((".xhtml", ".html"))
        }
    findings += [f"{book.epub.name}/{finding}" for finding in _findings(chapters, names)]
    links = sum(len(document.links) for document in [*pages.values(), *chapters.values()])
    return Outcome(f"{len(pages)} pages, {len(chapters)} chapters in the EPUB, {links} links", findings)


def _findings(documents: Mapping[str, Document], names: Collection[str]) -> Iterator[str]:
    known = set(names)
    for name, document in documents.items():
        for problem in (*_structure(document), *_broken_links(name, document, documents, known)):
            yield f"{name}: {problem}"


def _structure(document: Document) -> Iterator[str]:
    if not document.language:
        yield "<html> has no lang"
    if not document.title:
        yield "has no title"
    if document.headings.count(1) != 1:
        yield f"has {document.headings.count(1)} <h1>, not one"
    for before, after in zip(document.headings, document.headings[1:]):
        if after > before + 1:
            yield f"a heading skips from h{before} to h{after}"
    for identifier, count in document.ids.items():
        if count > 1 or not identifier:
            yield f"id \"{identifier}\" stands {count} times"


def _broken_links(
    name: str, document: Document, documents: Mapping[str, Document], names: Collection[str]
) -> Iterator[str]:
    for link in sorted(set(document.links)):
        parts = urlsplit(link)
        if parts.scheme in OUTSIDE:
            continue
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            yield f"link {link} works neither in a folder nor below a path"
            continue
        place = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), place)) if place else name
        fragment = unquote(parts.fragment)
        if target not in names:
            yield f"link {link}: there is no {target}"
        elif fragment and target in documents and fragment not in documents[target].ids:
            yield f"link {link}: there is no id \"{fragment}\" in {target}"
