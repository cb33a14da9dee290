"""Ink: everything can be read in black and white, with a contrast of 4.5 to 1 at least."""

from __future__ import annotations

from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks.pages import Mark, Page, Printed, Span
from print_checks.words import short, squeeze

LEAST = 4.5
WHITE = 0xFFFFFF


def check_ink(printed: Printed) -> Outcome:
    """Each piece of text stands out from the shape below it, or from the paper."""
    findings: list[str] = []
    count = 0
    for pages in printed.pages.values():
        for page in pages:
            count += 1
            findings += [f"{page.place}: {problem}" for problem in _pale(page)]
    return Outcome(f"{count} pages", findings)


def _pale(page: Page) -> Iterator[str]:
    fills = [mark for mark in page.marks if mark.solid]
    spans = (span for line in page.lines for span in line.spans if squeeze(span.text))
    for span in spans:
        ground = _ground(span, fills)
        ratio = contrast(span.colour, ground)
        if ratio < LEAST:
            yield f"{ratio:.1f} to 1, #{span.colour:06x} on #{ground:06x}: {short(squeeze(span.text), 20)}"


def _ground(span: Span, fills: list[Mark]) -> int:
    """The colour of the last shape drawn behind the middle of the text."""
    x, y = (span.box[0] + span.box[2]) / 2, (span.box[1] + span.box[3]) / 2
    ground = WHITE
    for mark in fills:
        left, top, right, bottom = mark.box
        if left <= x <= right and top <= y <= bottom and mark.fill is not None:
            ground = mark.fill
    return ground


def contrast(one: int, other: int) -> float:
    """The contrast of two colours as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: int) -> float:
    parts = ((colour >> shift & 255) / 255 for shift in (16, 8, 0))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
