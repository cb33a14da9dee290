"""The page list of the e-book: who is told “page 57” finds in the EPUB what stands on page 57 of the printed book."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from zipfile import ZipFile

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.pages import Printed
from print_checks.words import short, squeeze

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LEAST = 0.85
# How many letters after a page break are looked for on the page, and the fewest that say anything.
LETTERS, FEWEST = 12, 3


@dataclass
class Chapter:
    """The words of a chapter piece by piece, and before which piece each id stands."""

    pieces: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def read(self, element: ElementTree.Element) -> Chapter:
        if "id" in element.attrib:
            self.places[element.attrib["id"]] = len(self.pieces)
        self._take(element.text)
        for child in element:
            self.read(child)
            self._take(child.tail)
        return self

    def after(self, identifier: str) -> str:
        """The first words after an id."""
        pieces = self.pieces[self.places[identifier]:]
        return next((piece[:LETTERS] for piece in pieces if len(piece) >= FEWEST), "")

    def _take(self, text: str | None) -> None:
        if text and squeeze(text):
            self.pieces.append(squeeze(text))


def check_page_list(printed: Printed) -> Outcome:
    """The numbers ascend, the targets exist, few pages are left out, and each page begins with the same words."""
    with ZipFile(printed.edition.epub) as container:
        files = {name: container.read(name) for name in container.namelist()}
    where, entries = _page_list(files)
    if not entries:
        return Outcome("", [f"handbook.epub/{where}: has no page list"])
    findings = [f"handbook.epub/{where}: {problem}" for problem in _numbers([label for label, _ in entries])]
    pages = [layout.words(layout.body(page)) for page in printed.pages[BOOK]]
    chapters: dict[str, Chapter] = {}
    for label, link in entries:
        parts = urlsplit(link)
        name = posixpath.normpath(posixpath.join(posixpath.dirname(where), unquote(parts.path)))
        if name not in files:
            findings.append(f"handbook.epub:{label}: there is no {name}")
            continue
        if name not in chapters:
            chapters[name] = Chapter().read(_body(files[name]))
        if parts.fragment not in chapters[name].places:
            findings.append(f"handbook.epub:{label}: there is no id \"{parts.fragment}\" in {name}")
            continue
        number = int(label) if label.isdecimal() else 0
        following = chapters[name].after(parts.fragment)
        if number and following not in "".join(pages[number - 1:number + 1]):
            findings.append(f"handbook.epub:{label}: “{following}” is not on page {label} of {BOOK}")
    numbers = {label for label, _ in entries}
    if len(numbers) < LEAST * len(pages):
        findings.append(f"handbook.epub/{where}: lists {len(numbers)} of {len(pages)} pages")
    return Outcome(f"{len(entries)} of {len(pages)} pages are listed", findings)


def _page_list(files: dict[str, bytes]) -> tuple[str, list[tuple[str, str]]]:
    """The navigation document, and the label and link of each page in its list."""
    package = next(name for name in files if name.endswith(".opf"))
    items = ElementTree.fromstring(files[package]).iter(f"{OPF}item")
    link = next(each.attrib["href"] for each in items if "nav" in each.attrib.get("properties", "").split())
    where = posixpath.normpath(posixpath.join(posixpath.dirname(package), link))
    lists = (each for each in ElementTree.fromstring(files[where]).iter(f"{XHTML}nav") if each.get(TYPE) == "page-list")
    links = (link for each in lists for link in each.iter(f"{XHTML}a"))
    return where, [("".join(link.itertext()).strip(), link.get("href", "")) for link in links]


def _body(markup: bytes) -> ElementTree.Element:
    root = ElementTree.fromstring(markup)
    body = root.find(f"{XHTML}body")
    return root if body is None else body


def _numbers(labels: list[str]) -> Iterator[str]:
    for label in labels:
        if not label.isdecimal():
            yield f"“{short(label)}” is no page number"
    numbers = [int(label) for label in labels if label.isdecimal()]
    for before, after in zip(numbers, numbers[1:]):
        if after <= before:
            yield f"page {after} comes after page {before}"
