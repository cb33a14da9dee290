"""The pages of the PDF files as plain data: lines of text, fills and lines drawn, outlines; read once, by a few processes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pymupdf

from print_checks.edition import Edition
from print_checks.words import squeeze

Box = tuple[float, float, float, float]
Result = TypeVar("Result")

MM = 72 / 25.4
# How many pages one process takes at a time.
BATCH = 100
FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES
# A code is drawn as one shape of many small squares.
FEWEST_SQUARES = 100


class Span(NamedTuple):
    """Text of one size and colour within a line."""

    text: str
    box: Box
    size: float
    colour: int


class Line(NamedTuple):
    """A run of text that the file sets down in one go."""

    spans: tuple[Span, ...]
    box: Box
    upright: bool

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
    """Something drawn: a filled shape (with its colour) or a stroked one."""

    box: Box
    fill: int | None


class Code(NamedTuple):
    """A shape of many small squares, which is how a QR code is drawn, and the side of one square."""

    box: Box
    module: float


class Page(NamedTuple):
    """One page, upright, its origin at the top left; in points."""

    file: str
    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    codes: tuple[Code, ...]

    @property
    def place(self) -> str:
        return f"{self.file}:{self.number}"


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
        found: dict[str, list[Page]] = {name: [] for name in self.edition.files}
        for pages in self.map_pages(_read, self.edition.files):
            for page in pages:
                found[page.file].append(page)
        return {name: sorted(pages, key=lambda page: page.number) for name, pages in found.items()}

    @cached_property
    def outlines(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for name in self.edition.files:
            with pymupdf.open(self.edition.folder / name) as document:
                found[name] = [Entry(level, title, page) for level, title, page in document.get_toc()]
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

    def map_pages(
        self, look: Callable[[Path, str, range], Result], names: Iterable[str]
    ) -> list[Result]:
        """Lets `look` go over the pages of those files, some pages at a time and in a few processes."""
        jobs: list[tuple[str, range]] = []
        for name in names:
            count = page_count(self.edition.folder / name)
            jobs += [(name, range(first, min(first + BATCH, count))) for first in range(0, count, BATCH)]
        jobs.sort(key=lambda job: -len(job[1]))
        waiting = [self._pool.submit(look, self.edition.folder, name, numbers) for name, numbers in jobs]
        return [each.result() for each in waiting]


def processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 1))


def page_count(path: Path) -> int:
    with pymupdf.open(path) as document:
        return document.page_count


def _read(folder: Path, name: str, numbers: range) -> list[Page]:
    with pymupdf.open(folder / name) as document:
        return [_page(name, document[number]) for number in numbers]


def _page(name: str, page: pymupdf.Page) -> Page:
    lines = tuple(_lines(page.get_text("dict", flags=FLAGS)["blocks"]))
    marks: list[Mark] = []
    drawings = page.get_cdrawings()
    for drawing in drawings:
        box = tuple(drawing["rect"])
        fill = drawing.get("fill") if drawing.get("fill_opacity", 1) > 0 else None
        if fill is None and drawing.get("color") is None:
            continue
        marks.append(Mark(box, None if fill is None else _colour(fill)))
    for image in page.get_image_info():
        marks.append(Mark(tuple(image["bbox"]), None))
    return Page(name, page.number + 1, page.rect.width, page.rect.height, lines, tuple(marks), tuple(find_codes(drawings)))


def find_codes(drawings: Iterable[dict[str, Any]]) -> Iterator[Code]:
    """The drawings that are one black shape of many small squares."""
    for drawing in drawings:
        box = tuple(drawing["rect"])
        if drawing.get("fill") is not None and len(drawing["items"]) >= FEWEST_SQUARES and _square(box):
            yield Code(box, _module(drawing["items"]))


def _lines(blocks: list[dict[str, Any]]) -> Iterator[Line]:
    for block in blocks:
        for line in block.get("lines", ()):
            spans = tuple(_spans(line["spans"]))
            if squeeze("".join(span.text for span in spans)):
                yield Line(spans, tuple(line["bbox"]), abs(line["dir"][0]) > 0.99)


def _spans(spans: list[dict[str, Any]]) -> Iterator[Span]:
    """Neighbours of one look become one: a Type 3 font has few letters, so a word is many spans."""
    for (size, colour), run in groupby(spans, key=lambda span: (round(span["size"], 2), span["color"])):
        same = list(run)
        yield Span("".join(span["text"] for span in same), union(span["bbox"] for span in same), size, colour)


def union(boxes: Iterable[Iterable[float]]) -> Box:
    left, top, right, bottom = zip(*boxes)
    return min(left), min(top), max(right), max(bottom)


def _colour(parts: Iterable[float]) -> int:
    red, green, blue = (round(part * 255) for part in parts)
    return red << 16 | green << 8 | blue


def _square(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return width > 10 * MM and abs(width - height) < 0.02 * width


def _module(items: Iterable[tuple[Any, ...]]) -> float:
    """The side of the smallest square: the least height there is."""
    heights = [item[1][3] - item[1][1] for item in items if item[0] == "re"]
    heights += [abs(item[2][1] - item[1][1]) for item in items if item[0] == "l"]
    return min((height for height in heights if height > 0.2), default=0)


def halves(side: Page) -> tuple[Page, Page]:
    """The two pages that lie on one side of a booklet's sheet; both keep the number of the side."""
    middle = side.width / 2

    def half(left: float) -> Page:
        def inside(box: Box) -> bool:
            return left <= (box[0] + box[2]) / 2 < left + middle

        def moved(box: Box) -> Box:
            return box[0] - left, box[1], box[2] - left, box[3]

        lines = tuple(
            Line(tuple(span._replace(box=moved(span.box)) for span in line.spans), moved(line.box), line.upright)
            for line in side.lines
            if inside(line.box)
        )
        marks = tuple(mark._replace(box=moved(mark.box)) for mark in side.marks if inside(mark.box))
        codes = tuple(code._replace(box=moved(code.box)) for code in side.codes if inside(code.box))
        return Page(side.file, side.number, middle, side.height, lines, marks, codes)

    return half(0), half(middle)
