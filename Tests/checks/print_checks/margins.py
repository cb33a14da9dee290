"""Margins: nothing lies outside a page, and the text of a book stays inside its measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.pages import Line, Page, Printed
from print_checks.scan import Box
from print_checks.words import short

SLACK = 1.0
# A line may begin or end with a mark whose blank half hangs out of the measure.
OPENING = tuple("《〈「『【〔（“‘")
CLOSING = tuple("》〉」』】〕）”’，。、；：？！")


def check_margins(printed: Printed) -> Outcome:
    """No text and no drawing leaves its page; the body of every book and booklet stays inside the margins."""
    findings: list[str] = []
    count = 0
    for pages in printed.pages.values():
        for page in pages:
            count += 1
            findings += [f"{page.place}: {problem}" for problem in _outside(page)]
    for _, pages in printed.books:
        findings += _beyond(pages)
    for pages in printed.booklets.values():
        # Odd pages lie on the right half of a side, so they change places to alternate as in a bound book.
        findings += _beyond([page for side in zip(pages[1::2], pages[0::2]) for page in side])
    return Outcome(f"{count} pages", findings)


def _outside(page: Page) -> Iterator[str]:
    whole: Box = (0, 0, page.width, page.height)
    for line in page.lines:
        if not layout.lies_in(line.box, whole, SLACK):
            yield f"text outside the page: {short(line.words)}"
    drawn = [mark.box for mark in page.marks if mark.fill is None or mark.fill < layout.PAPER]
    cut = [box for box in drawn if not layout.lies_in(box, whole, SLACK) and _touches(box, whole)]
    if cut:
        yield f"the edge cuts {len(cut)} drawn there, the first at {_at(cut[0])}"


def _beyond(pages: list[Page]) -> Iterator[str]:
    """Pages left and right of the spine mirror each other: the left edge of one kind is the right edge of the other."""
    odd, even = (_left_edge(each) for each in (pages[2::2], pages[1::2]))  # the cover has margins of its own
    edges = [even if odd is None else odd, odd if even is None else even]
    for number, page in enumerate(pages):
        left, right = edges[number % 2], edges[1 - number % 2]
        if number == 0 or left is None or right is None:
            continue
        right = page.width - right
        for line in layout.body(page):
            if line.box[0] < left - SLACK - _hangs(line, OPENING, 0):
                yield f"{page.place}: {left - line.box[0]:.0f} pt left of the text: {short(line.words)}"
            if line.box[2] > right + SLACK + _hangs(line, CLOSING, -1):
                yield f"{page.place}: {line.box[2] - right:.0f} pt right of the text: {short(line.words)}"


def _left_edge(pages: list[Page]) -> float | None:
    """Where the lines furthest left begin, but for a few."""
    starts = Counter(round(line.box[0]) for page in pages for line in layout.body(page))
    often = [start for start, count in starts.items() if count >= max(2, 0.02 * starts.total())]
    return min(often) - 0.5 if often else None


def _hangs(line: Line, marks: tuple[str, ...], at: int) -> float:
    return 0.7 * line.size if line.words[at] in marks else 0


def _touches(box: Box, other: Box) -> bool:
    """Whether they share more than an edge: what is drawn wholly outside a page is not printed."""
    across, along = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
    return across > 0 and along > 0


def _at(box: Box) -> str:
    return ", ".join(f"{value:.0f}" for value in box)
