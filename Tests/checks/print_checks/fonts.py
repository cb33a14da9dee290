"""Fonts: all of them travel with the file, and no letter is missing from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pymupdf
from book_checks.book import Outcome

from print_checks.pages import Page, Printed
from print_checks.words import short

# What a reader of the file gets for a letter that no font has, or whose meaning was lost.
LOST = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ufffe\uffff\ue000-\uf8ff\u2e80-\u2fdf]")
REFERENCE = re.compile(r"(\d+) 0 R")
EMBEDDED = ("FontFile", "FontFile2", "FontFile3")


def check_fonts(printed: Printed) -> Outcome:
    """Every font is embedded; no .notdef is drawn; every letter is still that letter when it is copied."""
    findings: list[str] = []
    count = 0
    for name in printed.edition.files:
        with pymupdf.open(printed.edition.folder / name) as document:
            for font in sorted(_fonts(document)):
                count += 1
                if not _embedded(document, font):
                    called = document.xref_get_key(font, "BaseFont")[1].lstrip("/")
                    findings.append(f"{name}: font {called} is not embedded")
    for pages in printed.pages.values():
        findings += [f"{page.place}: {problem}" for page in pages for problem in (*_undrawn(page), *_lost(page))]
    return Outcome(f"{count} fonts in {len(printed.edition.files)} files", findings)


def _fonts(document: pymupdf.Document) -> set[int]:
    """The fonts that the pages and the forms on them name."""
    found: set[int] = set()
    waiting = [document.page_xref(number) for number in range(document.page_count)]
    forms: set[int] = set()
    while waiting:
        holder = waiting.pop()
        found |= _references(document, holder, "Resources/Font")
        inside = _references(document, holder, "Resources/XObject") - forms
        forms |= inside
        waiting += inside
    return found


def _references(document: pymupdf.Document, holder: int, key: str) -> set[int]:
    """What a dictionary of an object refers to."""
    kind, value = document.xref_get_key(holder, key)
    if kind == "xref":
        value = document.xref_object(int(value.split()[0]), compressed=True)
    return {int(each) for each in REFERENCE.findall(value)}


def _embedded(document: pymupdf.Document, font: int) -> bool:
    kind = document.xref_get_key(font, "Subtype")[1]
    if kind == "/Type3":  # its letters are drawings in the file
        return True
    if kind == "/Type0":
        return all(_embedded(document, each) for each in _references(document, font, "DescendantFonts"))
    return any(document.xref_get_key(font, f"FontDescriptor/{each}")[0] == "xref" for each in EMBEDDED)


def _undrawn(page: Page) -> Iterator[str]:
    for x, y in page.undrawn:
        yield f"draws .notdef at {x:.0f}, {y:.0f}"


def _lost(page: Page) -> Iterator[str]:
    for line in page.lines:
        if match := LOST.search(line.text):
            yield f"U+{ord(match[0]):04X} in “{short(line.text)}”"
