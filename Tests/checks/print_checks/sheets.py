"""Sheets: a notice and a poster are one page, a booklet is imposed rightly, and large print is large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from book_checks.book import Outcome

from print_checks import layout
from print_checks.codes import caption_lines
from print_checks.edition import LARGE
from print_checks.pages import Page, Printed
from print_checks.scan import MM
from print_checks.words import short, squeeze

A3, A4, A4_LANDSCAPE = (841.89, 1190.55), (595.28, 841.89), (841.89, 595.28)
SLACK = 2.0
# The scenarios that most people come for need no back; of all sheets, one in ten may.
STRICT = ("new-car", "used-car")
TOLERANCE = 0.1
# What the front of a notice begins with, and what its last side has for the office.
FRONT = ("一次告知单", "One-timenotice")
FORM = ("窗口填写", "Fortheoffice")
SMALLEST = 16.0
# A poster that holds too much pushes its foot towards the edge.
POSTER_EDGE = 10 * MM


def check_notices(printed: Printed) -> Outcome:
    """Each situation's notice is a sheet of A4: its last side has the form, and hardly any needs its back."""
    findings: list[str] = []
    count = backs = 0
    for name in printed.edition.notices:
        scenario = name.removeprefix("notices/").removesuffix(".pdf")
        pages, wanted = printed.pages[name], len(printed.edition.sheets(scenario))
        count += wanted
        findings += _sizes(pages, A4, "A4")
        fronts = [page for page in pages if _says(page, FRONT)]
        if len(fronts) != wanted:
            findings.append(f"{name}: {len(fronts)} sheets for {wanted} situations")
        backs += len(pages) - len(fronts)
        for page, following in zip(pages, [*pages[1:], None]):
            is_last = following is None or following in fronts
            if page not in fronts and not is_last:
                findings.append(f"{page.place}: the sheet has a third side")
            if is_last and not _says(page, FORM):
                findings.append(f"{page.place}: the sheet ends without the form for the office")
            if page not in fronts and scenario in STRICT:
                findings.append(f"{page.place}: the sheet needs its back")
    if backs > count * TOLERANCE:
        findings.append(f"{backs} of {count} sheets need their backs")
    return Outcome(f"{count} situations, {backs} on both sides", findings)


def _says(page: Page, words: Iterable[str]) -> bool:
    text = layout.words(page.lines)
    return any(word in text for word in words)


def check_posters(printed: Printed) -> Outcome:
    """Every poster is one A3 page, and its words keep off the edge."""
    findings: list[str] = []
    for name in printed.edition.posters:
        pages = printed.pages[name]
        findings += _sizes(pages, A3, "A3")
        if len(pages) != 1:
            findings.append(f"{name}: has {len(pages)} pages")
        for page in pages:
            low = max((line.box[3] for line in page.lines), default=0)
            if low > page.height - POSTER_EDGE:
                findings.append(f"{page.place}: its foot is {(page.height - low) / MM:.1f} mm from the edge, not 10")
    return Outcome(f"{len(printed.edition.posters)} posters", findings)


def check_booklets(printed: Printed) -> Outcome:
    """Booklets are A4 landscape, two sides a sheet, and folded they read from the cover to the end."""
    findings: list[str] = []
    for name in printed.edition.booklets:
        findings += _sizes(printed.pages[name], A4_LANDSCAPE, "A4 landscape")
        findings += [f"{name}: {problem}" for problem in _imposition(printed.booklets[name])]
    return Outcome(f"{len(printed.edition.booklets)} booklets", findings)


def _imposition(halves: list[Page]) -> Iterator[str]:
    count = len(halves)
    if count % 4:
        yield f"has {count // 2} sides, which is no whole number of sheets"
    found: list[int] = []
    for side in range(count // 2):
        outer, inner = count - side, side + 1
        places = (outer, inner) if side % 2 == 0 else (inner, outer)
        for where, page, expected in zip(("left", "right"), halves[2 * side:2 * side + 2], places):
            number = layout.printed_number(page)
            if number is None:
                if expected == 1 and not layout.words(page.lines):
                    yield "the cover is not on the right of the first side"
                if expected != 1 and layout.words(page.lines):
                    yield f"side {side + 1}, {where}: has text and no page number"
                continue
            found.append(number)
            if number != expected:
                yield f"side {side + 1}, {where}: page {number} lies where page {expected} belongs"
    if sorted(found) != list(range(2, len(found) + 2)):
        yield f"its page numbers are {sorted(found)}"


def check_large(printed: Printed) -> Outcome:
    """In large print nothing is below 16 pt but running heads, feet and words below a code."""
    pages = printed.pages.get(LARGE, [])
    findings: list[str] = []
    for page in pages:
        below_codes = [line for code in page.codes for line in caption_lines(page, code.box)]
        for line in layout.body(page):
            if line in below_codes:
                continue
            small = [span for span in line.spans if span.size < SMALLEST - 0.05 and squeeze(span.text)]
            findings += [f"{page.place}: {span.size:.1f} pt: {short(squeeze(span.text), 20)}" for span in small]
    return Outcome(f"{len(pages)} pages", findings)


def _sizes(pages: Iterable[Page], size: tuple[float, float], name: str) -> Iterator[str]:
    for page in pages:
        if abs(page.width - size[0]) > SLACK or abs(page.height - size[1]) > SLACK:
            yield f"{page.place}: is {page.width:.0f} × {page.height:.0f} pt, not {name}"
