"""Bookmarks: the outline of the handbook is its headings, and no outline stammers or turns back."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from book_checks.book import Outcome

from print_checks.edition import BOOK
from print_checks.pages import Entry, Printed
from print_checks.words import short, squeeze

DEEPEST = 3
PAGES = range(100, 601)


def check_bookmarks(printed: Printed, pages: range = PAGES) -> Outcome:
    """The handbook's outline equals the headings h1 to h3 of print.html; pages ascend; nothing is said twice."""
    findings: list[str] = []
    outlines = {name: printed.outlines[name] for name in printed.edition.files}
    for name in printed.edition.books:
        if not outlines[name]:
            findings.append(f"{name}: has no bookmarks")
    for name, entries in outlines.items():
        findings += [f"{name}:{entry.page}: {problem}" for entry, problem in _stumbles(entries)]
    if BOOK in outlines:
        wanted = [
            (heading.level, heading.text)
            for heading in printed.edition.manuscript.headings
            if heading.level <= DEEPEST
        ]
        findings += [f"{BOOK}: {problem}" for problem in _differences(wanted, outlines[BOOK])]
        count = len(printed.pages[BOOK])
        if count not in pages:
            findings.append(f"{BOOK}: has {count} pages, not {pages[0]} to {pages[-1]}")
    return Outcome(f"{sum(map(len, outlines.values()))} bookmarks in {len(outlines)} files", findings)


def _stumbles(entries: list[Entry]) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        title = squeeze(entry.title)
        half = len(title) // 2
        if not title:
            yield entry, "a bookmark has no title"
        elif title[:half] == title[half:]:
            yield entry, f"bookmark “{title}” says everything twice"
        if entry.page < 1:
            yield entry, f"bookmark “{title}” leads nowhere"
    for before, after in zip(entries, entries[1:]):
        if 1 <= after.page < before.page:
            yield after, f"bookmark “{after.title}” goes back from page {before.page}"


def _differences(wanted: list[tuple[int, str]], entries: list[Entry]) -> Iterator[str]:
    # Deeper headings have bookmarks too: they fold away below these.
    entries = [entry for entry in entries if entry.level <= DEEPEST]
    found = [(entry.level, squeeze(entry.title)) for entry in entries]
    for what, a, b, c, d in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        lacks = "、".join(f"h{level} {text}" for level, text in wanted[a:b])
        extra = "、".join(f"{level} {text}" for level, text in found[c:d])
        page = entries[min(c, len(entries) - 1)].page if entries else 0
        if lacks:
            yield f"page {page}: no bookmark in its place for {short(lacks, 80)}"
        if extra:
            yield f"page {page}: no heading in its place for bookmark {short(extra, 80)}"
