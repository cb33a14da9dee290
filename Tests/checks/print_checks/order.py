"""Reading order: whoever has the handbook read aloud meets its headings in the order of the book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.pages import Page, Printed
from print_checks.words import short

DEEPEST = 3


def check_order(printed: Printed) -> Outcome:
    """The tagged headings of the handbook are the headings h1 to h3 of print.html in the same order."""
    wanted = [(each.level, each.text) for each in printed.edition.manuscript.headings if each.level <= DEEPEST]
    found = list(_headings(printed.pages[BOOK]))
    findings: list[str] = []
    matcher = SequenceMatcher(None, wanted, [heading for heading, _ in found], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        page = found[min(c, len(found) - 1)][1] if found else 1
        findings += [f"{BOOK}:{page}: h{level} “{short(text)}” is not next in the text" for level, text in wanted[a:b]]
        findings += [f"{BOOK}:{page}: reads h{level} “{short(text)}” here" for (level, text), page in found[c:d]]
    return Outcome(f"{len(wanted)} headings", findings)


def _headings(pages: Iterable[Page]) -> Iterator[tuple[tuple[int, str], int]]:
    """The level and words of each tagged heading, with its page."""
    for page in pages:
        lines = (line for line in layout.body(page) if 0 < line.level <= DEEPEST)
        for _, several in groupby(lines, key=lambda line: line.heading):
            heading = list(several)
            size = max(line.size for line in heading)  # smaller is what only got into the heading's box
            yield (heading[0].level, layout.words(line for line in heading if line.size == size)), page.number
