"""Reading order: whoever hears the handbook, or copies from it, meets its headings in the order of the book."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.pages import Page, Printed
from print_checks.words import short

DEEPEST = 3
# Over so many lines a heading may run.
LINES = 4
# A heading is at least this much larger than the text: the contents name the headings, too.
LARGER = 1.02


def check_order(printed: Printed) -> Outcome:
    """The headings of print.html stand in the text of the handbook in the same order, each on lines of its own."""
    headings = [each.text for each in printed.edition.manuscript.headings if each.level <= DEEPEST]
    found = list(_candidates(printed.pages[BOOK], set(headings)))
    findings: list[str] = []
    page = 1
    matcher = SequenceMatcher(None, headings, [text for text, _ in found], autojunk=False)
    for what, a, b, c, _ in matcher.get_opcodes():
        if what in {"delete", "replace"}:
            findings += [f"{BOOK}:{page}: heading “{short(text)}” is not next in the text" for text in headings[a:b]]
        if what == "equal":
            page = found[c + b - a - 1][1]
    return Outcome(f"{len(headings)} headings", findings)


def _candidates(pages: list[Page], headings: set[str]) -> Iterator[tuple[str, int]]:
    """Every place where the next lines of the body are a heading, and larger than the text, with its page."""
    least = layout.body_size(pages) * LARGER
    for page in pages:
        lines = [line.words if line.size > least else "\0" for line in layout.body(page)]
        for at in range(len(lines)):
            for count in range(1, LINES + 1):
                text = "".join(lines[at:at + count])
                if text in headings:
                    yield text, page.number
