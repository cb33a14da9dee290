"""Page numbers: those of the contents and of every index are where their links lead, and the foot counts the pages."""

from __future__ import annotations

from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK
from print_checks.pages import Page, Printed
from print_checks.references import Reference
from print_checks.words import short


def check_contents(printed: Printed) -> Outcome:
    """Every number in the contents and in an index is the page its link leads to; the foot says the real number."""
    findings: list[str] = []
    seen: dict[str, int] = {}
    feet = 0
    for name, pages in printed.books:
        seen[name] = sum(len(page.references) for page in pages)
        feet += len(pages) - 1
        for page in pages:
            findings += [f"{page.place}: {each}" for reference in page.references for each in _problems(reference)]
            findings += [f"{page.place}: {each}" for each in _foot(page)]
    if seen[BOOK] != printed.edition.manuscript.numbers:
        findings.append(
            f"{BOOK}: shows {seen[BOOK]} page numbers of links; print.html has {printed.edition.manuscript.numbers}"
        )
    return Outcome(f"{sum(seen.values())} numbers lead to their pages, {feet} feet", findings)


def _problems(reference: Reference) -> Iterator[str]:
    words = f"“{short(reference.words)}” says page {reference.number}"
    if reference.target is None:
        yield f"{words} and has no link"
    elif reference.target < 1:
        yield f"{words} and its link leads nowhere"
    elif reference.target != reference.number:
        yield f"{words} and its link leads to page {reference.target}"


def _foot(page: Page) -> Iterator[str]:
    number = layout.printed_number(page)
    if page.number > 1 and number != page.number:  # the cover has none
        yield "has no page number at its foot" if number is None else f"its foot says {number}"
