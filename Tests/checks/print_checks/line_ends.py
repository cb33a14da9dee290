"""Line ends: what must not begin or end a line of Chinese text does not (GB/T 15834, kinsoku)."""

from __future__ import annotations

from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.pages import Page, Printed
from print_checks.words import IDEOGRAPH, short

NEVER_FIRST = set("，。、；：？！）》〉」』】〕”’％%‰℃…·–～／")
NEVER_LAST = set("（《〈「『【〔“‘／")


def check_line_ends(printed: Printed) -> Outcome:
    """No line of Chinese text begins with a closing mark or ends with an opening one."""
    findings: list[str] = []
    count = 0
    for pages in printed.pages.values():
        for page in pages:
            lines = [text for text, _ in layout.rows(page.lines) if IDEOGRAPH.search(text)]
            count += len(lines)
            findings += [f"{page.place}: {problem}" for problem in _problems(lines)]
    return Outcome(f"{count} lines", findings)


def _problems(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line[0] in NEVER_FIRST:
            yield f"a line begins with “{line[0]}”: {short(line, 20)}"
        if line[-1] in NEVER_LAST:
            yield f"a line ends with “{line[-1]}”: {short(line[-20:], 20)}"
