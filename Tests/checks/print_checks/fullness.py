"""Full pages: none is nearly empty, and no heading stands alone at the foot."""

from __future__ import annotations

from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.pages import Line, Page, Printed
from print_checks.words import short

LEAST = 0.12
# Where a file is not tagged, a heading is at least this much larger than the text.
LARGER = 1.02
# Lines on one row at the foot count as the last line together.
ROW = 4


def check_fullness(printed: Printed) -> Outcome:
    """Every page of a book but its cover is filled to 12 % at least and does not end with a heading."""
    headings = {each.text for each in printed.edition.manuscript.headings if each.level <= 3}
    minor = {each.text for each in printed.edition.manuscript.headings if each.level > 3} - headings
    findings: list[str] = []
    count = 0
    for _, pages in printed.books:
        size = layout.body_size(pages) * LARGER
        for page in pages[1:]:
            count += 1
            findings += [f"{page.place}: {each}" for each in (*_emptiness(page), *_lonely(page, headings, minor, size))]
    for pages in printed.booklets.values():
        size = layout.body_size(pages) * LARGER
        for page in pages:
            number = layout.printed_number(page)
            if number is not None:  # a cover or a blank leaf at the end has none
                count += 1
                problems = (*_emptiness(page), *_lonely(page, headings, minor, size))
                findings += [f"{page.place} (page {number}): {each}" for each in problems]
    return Outcome(f"{count} pages", findings)


def _emptiness(page: Page) -> Iterator[str]:
    boxes = layout.ink(page)
    filled = max(box[3] for box in boxes) - min(box[1] for box in boxes) if boxes else 0
    if filled < LEAST * page.height:
        yield f"is nearly empty: {filled / page.height:.0%} of its height"


def _lonely(page: Page, headings: set[str], minor: set[str], size: float) -> Iterator[str]:
    lines = layout.body(page)
    if not lines:
        return
    last = max(lines, key=lambda line: line.middle)
    row = [line for line in lines if abs(line.middle - last.middle) < ROW]
    if all(_is_heading(line, headings, minor, size) for line in row):
        drawn = [box for box in layout.ink(page) if (box[1] + box[3]) / 2 > last.box[3] + ROW]
        if not drawn or max(box[3] - box[1] for box in drawn) < ROW:  # a rule below the heading is not what follows it
            yield f"ends with the heading “{short(last.words)}”"


def _is_heading(line: Line, headings: set[str], minor: set[str], size: float) -> bool:
    return line.level > 0 or (line.words in headings and line.size > size) or line.words in minor
