"""Running heads and feet: each page says which edition it is from and which chapter it is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import Edition
from print_checks.pages import Entry, Page, Printed
from print_checks.words import short, squeeze

CHAPTER = 2


def check_heads(printed: Printed) -> Outcome:
    """Every page of every book says edition and date, and its running head is its chapter's title; so do sheets."""
    edition = printed.edition
    findings: list[str] = []
    count = 0
    for name, pages in printed.books:
        chapters = _chapters(edition, printed.outlines[name], printed.places[name])
        for page in pages:
            count += 1
            findings += [f"{page.place}: {problem}" for problem in (*_undated(edition, page), *_head(page, chapters))]
    for name, halves in printed.booklets.items():
        titles = {*edition.manuscript.chapters, *map(squeeze, edition.scenarios.values())}
        titles |= {heading.text for heading in edition.manuscript.headings if heading.level == CHAPTER}
        for page in halves:
            number = layout.printed_number(page)
            if number is None:
                continue
            count += 1
            head = layout.words(layout.head(page))
            problems = [*_undated(edition, page)]
            if head not in titles:
                problems.append(f"its running head is “{head}”, no chapter's title" if head else "has no running head")
            findings += [f"{page.place} (page {number}): {problem}" for problem in problems]
    for name in (*edition.posters, *edition.notices):
        pages = printed.pages[name]
        dated = [page for page in pages if not [*_undated(edition, page)]]
        count += len(pages)
        scenario = name.partition("/")[2].removesuffix(".pdf")
        wanted = 1 if name in edition.posters else max(1, len(edition.sheets(scenario)))
        if len(dated) < wanted:
            findings.append(f"{name}: {len(dated)} of {wanted} sheets say edition and date")
    return Outcome(f"{count} pages", findings)


def _undated(edition: Edition, page: Page) -> Iterator[str]:
    text = layout.words(page.lines)
    if squeeze(edition.edition) not in text:
        yield f"does not say edition {edition.edition}"
    if not any(squeeze(date) in text for date in edition.dates):
        yield f"does not say the date {edition.data['date']}"


def _chapters(edition: Edition, outline: list[Entry], places: dict[str, int]) -> list[Entry]:
    """Where the chapters begin: those of print.html by their ids, and bookmarks that only another book has.

    The title of a chapter may be that of an item, too, so a bookmark alone says enough only if it is one of a kind.
    """
    manuscript = edition.manuscript
    titles = Counter(heading.text for heading in manuscript.headings if heading.level <= CHAPTER)
    bookmarks = [Entry(entry.level, squeeze(entry.title), entry.page) for entry in outline if entry.level <= CHAPTER]
    here = {(entry.title, entry.page) for entry in bookmarks}
    starts = [(title, places.get(each, 0)) for title, each in manuscript.chapters.items()]
    found = [Entry(CHAPTER, *start) for start in starts if start in here]
    known = {entry.title for entry in found}
    found += [
        entry
        for entry in bookmarks
        if entry.title not in known
        and (not titles[entry.title] or (titles[entry.title] == 1 and entry.title in manuscript.chapters))
    ]
    return sorted(found, key=lambda entry: entry.page)


def _head(page: Page, chapters: list[Entry]) -> Iterator[str]:
    if page.number == 1:
        return
    head = layout.words(layout.head(page))
    earlier = [entry for entry in chapters if entry.page < page.number and entry.level == CHAPTER]
    right = {entry.title for entry in (*earlier[-1:], *(entry for entry in chapters if entry.page == page.number))}
    if not head:
        yield "has no running head"
    elif right and head not in right:
        yield f"its running head is “{short(head)}”, and the chapter is “{short('” or “'.join(sorted(right)))}”"
