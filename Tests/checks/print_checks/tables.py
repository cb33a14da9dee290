"""Tables: no row is cut by the end of a page, and where a table goes over, its head stands on the next page again."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.manuscript import Table
from print_checks.pages import Line, Page, Printed
from print_checks.words import short

# Rows with fewer letters could be found in other places, too.
LETTERS = 8


class Running:
    """The text of a book's body in one piece, and where each letter of it is."""

    def __init__(self, pages: list[Page]) -> None:
        lines = [(page, line) for page in pages for line in layout.body(page)]
        self.text = "".join(line.words for _, line in lines)
        self._lines = lines
        self._ends = list(accumulate(len(line.words) for _, line in lines))

    def place(self, at: int) -> tuple[Page, Line]:
        """The page and the line of a letter."""
        return self._lines[min(bisect_right(self._ends, at), len(self._lines) - 1)]

    def page(self, at: int) -> Page:
        return self.place(at)[0]


def check_tables(printed: Printed) -> Outcome:
    """The rows of every table of print.html are whole, and its head is on every page the table goes over."""
    tables = [table for table in printed.edition.manuscript.tables if table.rows]
    findings: list[str] = []
    rows = 0
    for name, pages in printed.books:
        running = Running(pages)
        at = 0
        for table in tables:
            first = _beginning(running, table, at)
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


def _beginning(running: Running, table: Table, at: int) -> int:
    """Where the table begins: its head, and its first row at once. A head that stands again on a page where a table goes
    over is read after that page's other words, so the next table with the same head is not the next place of that head."""
    if not table.head:
        return at
    first = running.text.find(table.head + table.rows[0], at)
    return first if first >= 0 else running.text.find(table.head, at)


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
        if begins != page and not _headed(table, *running.place(start)):
            findings.append(f"{begins.place}: the table goes over without its head “{short(table.head)}”")
        page, at = begins, start + len(row)
    return findings, at, found


def _headed(table: Table, page: Page, row: Line) -> bool:
    """Whether the cells of the head stand above that row; in which order the file has them does not matter."""
    above = layout.words(line for line in layout.body(page) if line.middle < row.middle)
    return all(cell in above for cell in table.cells)
