"""Page numbers: those of the contents and of every index are where their links lead, and the foot counts the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.pages import Printed, opened
from print_checks.words import short

# 见第12页, and its like in English.
SEE = re.compile(r"见第(\d+)页|\bsee\s*p(?:age|\.)\s*(\d+)", re.IGNORECASE)
NEAR = 8


class Reference(NamedTuple):
    """A page number in print, and the page that its link leads to; None without a link."""

    page: int
    words: str
    number: int
    target: int | None


class Letter(NamedTuple):
    text: str
    left: float
    right: float
    size: float
    link: int


def check_contents(printed: Printed) -> Outcome:
    """Every number in the contents and in an index is the page its link leads to; the foot says the real number."""
    findings: list[str] = []
    seen = 0
    for name in printed.edition.books:
        references = sorted(each for batch in printed.map_pages(_references, [name]) for each in batch)
        seen += len(references)
        findings += [f"{name}:{each.page}: {problem}" for each in references for problem in _problems(each)]
        if name == BOOK and len(references) != printed.edition.manuscript.numbers:
            findings.append(
                f"{name}: shows {len(references)} page numbers of links; "
                f"print.html has {printed.edition.manuscript.numbers}"
            )
    pages = 0
    for name, sheets in printed.books:
        for page in sheets[1:]:
            pages += 1
            number = layout.printed_number(page)
            if number != page.number:
                says = "has no page number at its foot" if number is None else f"its foot says {number}"
                findings.append(f"{page.place}: {says}")
    return Outcome(f"{seen} numbers lead to their pages, {pages} feet", findings)


def _problems(reference: Reference) -> Iterator[str]:
    words = f"“{short(reference.words)}” says page {reference.number}"
    if reference.target is None:
        yield f"{words} and has no link"
    elif reference.target < 1:
        yield f"{words} and its link leads nowhere"
    elif reference.target != reference.number:
        yield f"{words} and its link leads to page {reference.target}"


def _references(folder: Path, name: str, numbers: list[int]) -> list[Reference]:
    document = opened(folder / name)
    return [each for number in numbers for each in _on_page(document[number])]


def _on_page(page: pymupdf.Page) -> Iterator[Reference]:
    links = [link for link in page.get_links() if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED)]
    letters = _letters(page, links)
    text = "".join(letter.text for letter in letters)
    for match in SEE.finditer(text):
        before = letters[max(0, match.start() - NEAR):match.end()]
        link = next((letter.link for letter in reversed(before) if letter.link >= 0), None)
        target = None if link is None else _target(links[link])
        start = max(0, match.start() - 16)
        yield Reference(page.number + 1, text[start:match.end()], int(match[1] or match[2]), target)
    for number, link in enumerate(links):
        inside = [letter for letter in letters if letter.link == number]
        words = "".join(letter.text for letter in inside)
        last = _number_apart(inside)
        if last is not None and not SEE.search(words):
            yield Reference(page.number + 1, words, last, _target(link))


def _number_apart(letters: list[Letter]) -> int | None:
    """The number at the end that stands far from the words before it, as in a line with leaders."""
    for at in range(len(letters) - 1, 0, -1):
        before, first = letters[at - 1], letters[at]
        if not first.text.isdecimal():
            return None
        if first.left - before.right > 0.8 * first.size or before.text in "….·":
            return int("".join(letter.text for letter in letters[at:]))
    return None


def _letters(page: pymupdf.Page, links: list[dict[str, Any]]) -> list[Letter]:
    boxes = [tuple(link["from"]) for link in links]
    found: list[Letter] = []
    for block in page.get_text("rawdict", flags=0)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for letter in span["chars"]:
                    if letter["c"].isspace():
                        continue
                    left, top, right, bottom = letter["bbox"]
                    x, y = (left + right) / 2, (top + bottom) / 2
                    link = next((i for i, (a, b, c, d) in enumerate(boxes) if a <= x <= c and b <= y <= d), -1)
                    found.append(Letter(letter["c"], left, right, span["size"], link))
    return found


def _target(link: dict[str, Any]) -> int:
    return int(link.get("page", -1)) + 1
