"""Fonts: all of them travel with the file, and no letter is missing from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pymupdf
from book_checks.book import Outcome

from print_checks.pages import Page, Printed
from print_checks.words import short

# What a reader of the file gets for a letter that no font has, or whose meaning was lost.
LOST = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ufffe\uffff\ue000-\uf8ff\u2e80-\u2fdf]")
EMBEDDED = ("FontFile", "FontFile2", "FontFile3")


def check_fonts(printed: Printed) -> Outcome:
    """Every font is embedded; no .notdef is drawn; every letter is still that letter when it is copied."""
    findings: list[str] = []
    count = 0
    for name in printed.edition.files:
        with pymupdf.open(printed.edition.folder / name) as document:
            for font, problem in _fonts(document):
                count += 1
                if problem:
                    findings.append(f"{name}: font {font} {problem}")
    drawn = [each for batch in printed.map_pages(_undrawn, printed.edition.files) for each in batch]
    findings += [f"{name}:{number}: draws .notdef at {x:.0f}, {y:.0f}" for name, number, x, y in sorted(drawn)]
    for pages in printed.pages.values():
        findings += [f"{page.place}: {problem}" for page in pages for problem in _lost(page)]
    return Outcome(f"{count} fonts in {len(printed.edition.files)} files", findings)


def _fonts(document: pymupdf.Document) -> Iterator[tuple[str, str]]:
    """Each font's name and what is wrong with it."""
    for xref in range(1, document.xref_length()):
        if document.xref_get_key(xref, "Type")[1] != "/Font":
            continue
        kind = document.xref_get_key(xref, "Subtype")[1]
        name = document.xref_get_key(xref, "BaseFont")[1].lstrip("/")
        if kind in {"/Type3", "/Type0"}:  # the shapes are in the file; what a Type 0 font stands on is seen itself
            yield name, ""
            continue
        reference = document.xref_get_key(xref, "FontDescriptor")
        there = reference[0] == "xref" and any(
            document.xref_get_key(int(reference[1].split()[0]), each)[0] == "xref" for each in EMBEDDED
        )
        yield name, "" if there else "is not embedded"


def _undrawn(folder: Path, name: str, numbers: range) -> list[tuple[str, int, float, float]]:
    """Where the first glyph of a font is drawn, which stands for a letter that is not in it."""
    found: list[tuple[str, int, float, float]] = []
    with pymupdf.open(folder / name) as document:
        for number in numbers:
            for span in document[number].get_texttrace():
                found += [
                    (name, number + 1, *origin)
                    for letter, glyph, origin, _ in span["chars"]
                    if glyph == 0 and not chr(letter).isspace()
                ]
    return found


def _lost(page: Page) -> Iterator[str]:
    for line in page.lines:
        if match := LOST.search(line.text):
            yield f"U+{ord(match[0]):04X} in “{short(line.text)}”"
