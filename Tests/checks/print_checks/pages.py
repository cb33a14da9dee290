"""The pages of the PDF files as plain data: text, drawings, outlines; read once, by a few processes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cached_property
from itertools import count, groupby
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf

from print_checks.edition import Edition
from print_checks.pictures import Picture, choose, draw
from print_checks.references import Reference, read_references
from print_checks.scan import Box, Code, read_codes
from print_checks.words import squeeze

# How many pages one process takes at a time.
BATCH = 200
# A shape of more parts is no rectangle, not even one with round corners.
MOST_SIDES = 400
# Of the notices, which have their letters in common, one page in so many is looked at glyph by glyph.
SOME = 10
# The text comes in the order of the structure tree, which is the order it is read aloud in.
FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_COLLECT_STRUCTURE
STRUCTURE = 2
HEADING = re.compile(r"H([1-6])")


class Span(NamedTuple):
    """Text of one size and colour within a line."""

    text: str
    box: Box
    size: float
    colour: int


class Line(NamedTuple):
    """A run of text that the file sets down in one go; in a tagged file, with the level of the heading it is in."""

    spans: tuple[Span, ...]
    box: Box
    level: int = 0
    heading: int = 0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def words(self) -> str:
        return squeeze(self.text)

    @property
    def size(self) -> float:
        return max(span.size for span in self.spans)

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


class Mark(NamedTuple):
    """Something drawn: a shape filled with a colour (as it looks on white paper), or one that only has an outline."""

    box: Box
    fill: int | None
    solid: bool


class Page(NamedTuple):
    """One page, its origin at the top left, in points; its lines in reading order if the file is tagged."""

    file: str
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    codes: tuple[Code, ...] = ()
    references: tuple[Reference, ...] = ()
    undrawn: tuple[tuple[float, float], ...] = ()  # where .notdef is drawn
    picture: Picture | None = None

    @property
    def place(self) -> str:
        return f"{self.file}:{self.number}"


class Wanted(NamedTuple):
    """A page to read, and what is asked of it besides its text and drawings."""

    number: int
    references: bool
    letters: bool
    picture: bool


class Entry(NamedTuple):
    """A bookmark."""

    level: int
    title: str
    page: int


class Printed:
    """Every PDF file of an edition."""

    def __init__(self, edition: Edition, pool: Executor) -> None:
        self.edition = edition
        self._pool = pool

    @cached_property
    def pages(self) -> dict[str, list[Page]]:
        """The pages of each file, in order."""
        edition = self.edition
        counts = {name: page_count(edition.folder / name) for name in edition.files}
        pictured = {place for places in choose(edition, counts).values() for place in places}
        jobs: list[tuple[str, list[Wanted]]] = []
        for name, count in counts.items():
            wanted = [
                Wanted(
                    number,
                    references=name in edition.books,
                    letters=name not in edition.notices or number % SOME == 1,
                    picture=(name, number) in pictured,
                )
                for number in range(1, count + 1)
            ]
            jobs += [(name, wanted[first:first + BATCH]) for first in range(0, count, BATCH)]
        jobs.sort(key=lambda job: -len(job[1]))
        waiting = [self._pool.submit(_read, edition.folder, *job) for job in jobs]
        found: dict[str, list[Page]] = {name: [] for name in counts}
        for page in (page for each in waiting for page in each.result()):
            found[page.file].append(page)
        return {name: sorted(pages, key=lambda page: page.number) for name, pages in found.items()}

    @cached_property
    def outlines(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for name in self.edition.files:
            with pymupdf.open(self.edition.folder / name) as document:
                found[name] = [Entry(level, title, page) for level, title, page in document.get_toc()]
        return found

    @cached_property
    def places(self) -> dict[str, dict[str, int]]:
        """The page of each id that the links of a book lead to."""
        found: dict[str, dict[str, int]] = {}
        for name in self.edition.books:
            with pymupdf.open(self.edition.folder / name) as document:
                names = document.resolve_names()
                found[name] = {each: int(place.get("page", -1)) + 1 for each, place in names.items()}
        return found

    @property
    def books(self) -> Iterator[tuple[str, list[Page]]]:
        for name in self.edition.books:
            yield name, self.pages[name]

    @cached_property
    def booklets(self) -> dict[str, list[Page]]:
        """The pages of the booklets as they lie two on a side: left, right, left, right …"""
        return {
            name: [half for side in self.pages[name] for half in halves(side)] for name in self.edition.booklets
        }


def processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 1))


def page_count(path: Path) -> int:
    with pymupdf.open(path) as document:
        return document.page_count


def _read(folder: Path, name: str, wanted: list[Wanted]) -> list[Page]:
    """Everything that is asked of those pages at once: to load a file's fonts takes longer than to read a page."""
    with pymupdf.open(folder / name) as document:
        return [_page(name, document[each.number - 1], each) for each in wanted]


def _page(name: str, page: pymupdf.Page, wanted: Wanted) -> Page:
    drawn = page.get_displaylist()
    text = pymupdf.TextPage(drawn.get_textpage(FLAGS)).extractDICT()
    drawings = page.get_cdrawings()
    marks = [mark for drawing in drawings for mark in _marks(drawing)]
    if page.get_images():
        marks += [Mark(tuple(image["bbox"]), None, False) for image in page.get_image_info()]
    return Page(
        name,
        wanted.number,
        page.rect.width,
        page.rect.height,
        tuple(_lines(text["blocks"], Tag(), count(1))),
        tuple(marks),
        tuple(read_codes(drawn, drawings)),
        tuple(read_references(page, drawn)) if wanted.references else (),
        tuple(_undrawn(page)) if wanted.letters else (),
        draw(drawn) if wanted.picture else None,
    )


def _undrawn(page: pymupdf.Page) -> Iterator[tuple[float, float]]:
    """Where the first glyph of a font is drawn, which stands for a letter that is not in it."""
    for span in page.get_texttrace():
        for letter, glyph, origin, _ in span["chars"]:
            if glyph == 0 and not chr(letter).isspace():
                yield origin


def _marks(drawing: dict[str, Any]) -> Iterator[Mark]:
    box: Box = tuple(drawing["rect"])
    if drawing.get("fill") is not None and drawing.get("fill_opacity", 1) > 0:
        yield Mark(box, _colour(drawing["fill"], drawing.get("fill_opacity", 1)), _solid(box, drawing["items"]))
    elif drawing.get("color") is not None:
        yield Mark(box, None, False)


def _colour(parts: Iterable[float], opacity: float) -> int:
    red, green, blue = (round((part * opacity + 1 - opacity) * 255) for part in parts)
    return red << 16 | green << 8 | blue


def _solid(box: Box, items: list[tuple[Any, ...]]) -> bool:
    """Whether the shape covers its box, as a rectangle does and a dashed frame or an arrow does not."""
    if len(items) > MOST_SIDES:
        return False
    area = 0.0
    for item in items:
        if item[0] == "re":
            left, top, right, bottom = item[1]
            area += 2 * (right - left) * (bottom - top)
        elif item[0] in "lc":
            (x, y), (u, v) = item[1], item[-1]
            area += x * v - u * y
    return abs(area) / 2 > 0.7 * (box[2] - box[0]) * (box[3] - box[1])


class Tag(NamedTuple):
    """The heading that a piece of text is in: its level, and which of the page's headings it is."""

    level: int = 0
    heading: int = 0


def _lines(blocks: list[dict[str, Any]], tag: Tag, numbers: Iterator[int]) -> Iterator[Line]:
    for block in blocks:
        if block["type"] == STRUCTURE:
            heading = HEADING.fullmatch(block["raw"] or "")
            yield from _lines(block["blocks"], Tag(int(heading[1]), next(numbers)) if heading else tag, numbers)
        for line in block.get("lines", ()):
            spans = tuple(_spans(line["spans"]))
            if squeeze("".join(span.text for span in spans)):
                yield Line(spans, _without_spaces(spans, line["bbox"]), *tag)


def _without_spaces(spans: tuple[Span, ...], box: Box) -> Box:
    """The box of a line without white space at its ends, which may hang out of the measure."""
    text, size = "".join(span.text for span in spans), max(span.size for span in spans)

    def width(spaces: str) -> float:
        return sum(size if space == "\u3000" else 0.25 * size for space in spaces)

    left, right = text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]
    return box[0] + width(left), box[1], max(box[0] + 1, box[2] - width(right)), box[3]


def _spans(spans: list[dict[str, Any]]) -> Iterator[Span]:
    """Neighbours of one look become one: a Type 3 font has few letters, so a word is many spans."""
    for (size, colour), run in groupby(spans, key=lambda span: (round(span["size"], 2), span["color"])):
        same = list(run)
        yield Span("".join(span["text"] for span in same), union(span["bbox"] for span in same), size, colour)


def union(boxes: Iterable[Iterable[float]]) -> Box:
    left, top, right, bottom = zip(*boxes)
    return min(left), min(top), max(right), max(bottom)


def halves(side: Page) -> tuple[Page, Page]:
    """The two pages that lie on one side of a booklet's sheet; both keep the number of the side."""
    middle = side.width / 2

    def half(left: float) -> Page:
        def inside(box: Box) -> bool:
            return left <= (box[0] + box[2]) / 2 < left + middle

        def moved(box: Box) -> Box:
            return box[0] - left, box[1], box[2] - left, box[3]

        lines = tuple(
            line._replace(spans=tuple(span._replace(box=moved(span.box)) for span in line.spans), box=moved(line.box))
            for line in side.lines
            if inside(line.box)
        )
        marks = tuple(mark._replace(box=moved(mark.box)) for mark in side.marks if inside(mark.box))
        codes = tuple(code._replace(box=moved(code.box)) for code in side.codes if inside(code.box))
        return Page(side.file, side.number, middle, side.height, lines, marks, codes)

    return half(0), half(middle)
