"""Tables: no row is cut by the end of a page, and where a table goes over, its head stands on the next page again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.manuscript import Table
from print_checks.pages import Page, Printed
from print_checks.words import short

# Rows with fewer letters could be found in other places, too.
LETTERS = 8


class Running:
    """The text of a book's body in one piece, and which page each letter is on."""

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        parts = [layout.words(layout.body(page)) for page in pages]
        self.text = "".join(parts)
        self._starts = [0]
        for part in parts:
            self._starts.append(self._starts[-1] + len(part))

    def page(self, at: int) -> Page:
        return self.pages[bisect_right(self._starts, at) - 1]

    def start(self, page: Page) -> int:
        return self._starts[self.pages.index(page)]


def check_tables(printed: Printed) -> Outcome:
    """The rows of every table of print.html are whole, and its head is on every page the table goes over."""
    tables = [table for table in printed.edition.manuscript.tables if table.rows]
    findings: list[str] = []
    rows = 0
    for name, pages in printed.books:
        running = Running(pages)
        at = 0
        for table in tables:
            first = running.text.find(table.head, at) if table.head else at
            if first < 0:  # only the handbook has every table
                if name == BOOK:
                    findings.append(f"{name}: the table “{short(table.head)}” is not found")
                continue
            problems, at, found = _follow(running, table, first)
            rows += found
            findings += problems
            if name == BOOK and found < sum(len(row) >= LETTERS for row in table.rows):
                findings.append(f"{running.page(first).place}: rows of “{short(table.head)}” are not found")
    return Outcome(f"{len(tables)} tables, {rows} rows in the books", findings)


def _follow(running: Running, table: Table, first: int) -> tuple[list[str], int, int]:
    """What is wrong with one table that begins there, where it ends, and how many rows were seen."""
    findings: list[str] = []
    at, found = first + len(table.head), 0
    page = running.page(first)
    if table.head and running.page(at - 1) != page:
        findings.append(f"{page.place}: the head “{short(table.head)}” is cut")
    for row in table.rows:
        start = running.text.find(row, at) if len(row) >= LETTERS else -1
        if start < 0 or start - at > 4000:
            continue
        found += 1
        begins, ends = running.page(start), running.page(start + len(row) - 1)
        if begins != ends:
            findings.append(f"{begins.place}: the row “{short(row)}” is cut")
        if begins != page and table.head and table.head not in running.text[running.start(begins):start]:
            findings.append(f"{begins.place}: the table goes over without its head “{short(table.head)}”")
        page, at = begins, start + len(row)
    return findings, at, found
