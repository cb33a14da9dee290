"""The page numbers that a page prints for its links, as in the contents, the indexes and 见第12页."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pymupdf

# 见第12页, and its like in English.
SEE = re.compile(r"见第(\d+)页|\bsee\s*p(?:age|\.)\s*(\d+)", re.IGNORECASE)
# So many letters before the number its link may end.
NEAR = 8


class Reference(NamedTuple):
    """A page number in print, the words before it, and the page that its link leads to; None without a link."""

    words: str
    number: int
    target: int | None


class Letter(NamedTuple):
    text: str
    left: float
    right: float
    size: float
    link: int


def read_references(page: pymupdf.Page, drawn: pymupdf.DisplayList) -> Iterator[Reference]:
    links = [link for link in page.get_links() if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED)]
    letters = _letters(drawn, links)
    text = "".join(letter.text for letter in letters)
    for match in SEE.finditer(text):
        before = letters[max(0, match.start() - NEAR):match.end()]
        link = next((letter.link for letter in reversed(before) if letter.link >= 0), None)
        target = None if link is None else _target(links[link])
        start = max(0, match.start() - 16)
        yield Reference(text[start:match.end()], int(match[1] or match[2]), target)
    for number, link in enumerate(links):
        inside = [letter for letter in letters if letter.link == number]
        words = "".join(letter.text for letter in inside)
        last = _number_apart(inside)
        if last is not None and not SEE.search(words):
            yield Reference(words, last, _target(link))


def _number_apart(letters: list[Letter]) -> int | None:
    """The number at the end that stands far from the words before it, as in a line with leaders."""
    for at in range(len(letters) - 1, 0, -1):
        before, first = letters[at - 1], letters[at]
        if not first.text.isdecimal():
            return None
        if first.left - before.right > 0.8 * first.size or before.text in "….·":
            return int("".join(letter.text for letter in letters[at:]))
    return None


def _letters(drawn: pymupdf.DisplayList, links: list[dict[str, Any]]) -> list[Letter]:
    boxes = [tuple(link["from"]) for link in links]
    found: list[Letter] = []
    for block in pymupdf.TextPage(drawn.get_textpage(0)).extractRAWDICT()["blocks"]:
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
