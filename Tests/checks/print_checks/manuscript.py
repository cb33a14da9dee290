"""The page that the book is printed from: its headings, chapters and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from print_checks.words import squeeze

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"head", "script", "style", "template", "title"}
HEADING = re.compile(r"h[1-6]")


@dataclass
class Element:
    """An element of the page, with what is inside it in order."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        """This element and every seen one below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element) and child.seen:
                yield from child.all()

    @property
    def seen(self) -> bool:
        """Whether paper shows it: a closed <details> does not show what is inside."""
        closed = self.tag == "details" and "open" not in self.attributes
        return self.tag not in UNSEEN and not closed and "hidden" not in self.attributes

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def words(self) -> str:
        """Its text without white space, and without marks that are only for the eye."""
        parts = (
            child if isinstance(child, str) else child.words()
            for child in self.children
            if isinstance(child, str) or child.attributes.get("aria-hidden") != "true"
        )
        return squeeze("".join(parts))


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    identifier: str


@dataclass(frozen=True)
class Table:
    """A table by its words: the cells of its head, and each row of the body."""

    cells: list[str]
    rows: list[str]

    @property
    def head(self) -> str:
        return "".join(self.cells)


class Manuscript(HTMLParser):
    """print.html, read into what the checks ask of it."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(markup)
        self.close()
        elements = list(self.root.all())
        self.headings = [
            Heading(int(each.tag[1]), each.words(), each.attributes.get("id", ""))
            for each in elements
            if HEADING.fullmatch(each.tag) and each.words()
        ]
        self.chapters = dict(filter(None, map(_title, self._chapters(self.root))))
        self.tables = [_table(each) for each in elements if each.tag == "table"]
        self.numbers = sum(bool(each.classes & {"pp", "see"}) for each in elements)

    def _chapters(self, within: Element) -> Iterator[Element]:
        """The parts of the book with a running head of their own: the outermost ones."""
        for child in within.children:
            if isinstance(child, Element) and child.seen:
                if "data-pages" in child.attributes or "chapter" in child.classes:
                    yield child
                else:
                    yield from self._chapters(child)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        depth = next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].tag == tag), None)
        if depth is not None:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open[-1].children.append(data)


def _title(chapter: Element) -> tuple[str, str] | None:
    """A chapter's first heading, and the id by which links find the chapter."""
    heading = next((each for each in chapter.all() if HEADING.fullmatch(each.tag)), None)
    if heading is None:
        return None
    return heading.words(), heading.attributes.get("id") or chapter.attributes.get("id", "")


def _table(table: Element) -> Table:
    rows = [each for each in table.all() if each.tag == "tr"]
    heads = [row for head in table.all() if head.tag == "thead" for row in head.all() if row.tag == "tr"]
    return Table(
        [cell.words() for row in heads for cell in row.all() if cell.tag in {"th", "td"} and cell.words()],
        [row.words() for row in rows if not any(row is head for head in heads)],
    )
