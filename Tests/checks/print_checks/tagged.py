"""What a screen reader and a viewer's title bar need: tags, language and title."""

from __future__ import annotations

from collections.abc import Iterator

import pymupdf
from book_checks.book import Outcome

from print_checks.edition import Edition


def check_tagged(edition: Edition) -> Outcome:
    """Every PDF that is read on a screen is tagged and has a language and a title that is shown; booklets are not."""
    names = [name for name in edition.files if name not in edition.booklets]
    findings: list[str] = []
    for name in names:
        with pymupdf.open(edition.folder / name) as document:
            findings += [f"{name}: {problem}" for problem in _problems(document)]
    return Outcome(f"{len(names)} files", findings)


def _problems(document: pymupdf.Document) -> Iterator[str]:
    catalogue = document.pdf_catalog()

    def value(path: str) -> str:
        kind, text = document.xref_get_key(catalogue, path)
        return "" if kind == "null" else text

    if value("MarkInfo/Marked") != "true":
        yield "is not marked as tagged"
    if not value("StructTreeRoot"):
        yield "has no structure tree"
    if not value("Lang"):
        yield "has no language"
    if not (document.metadata or {}).get("title"):
        yield "has no title"
    if value("ViewerPreferences/DisplayDocTitle") != "true":
        yield "does not show its title"
