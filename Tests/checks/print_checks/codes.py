"""QR codes: each is read from the page as it is printed, is large enough, and leads where the words below it say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from book_checks.book import Outcome

from print_checks import layout
from print_checks.edition import BOOK, LARGE, Edition
from print_checks.pages import Line, Page, Printed
from print_checks.scan import MM, QUIET, Box, Code
from print_checks.words import squeeze

# Width of a code with its quiet zone.
LEAST = 25 * MM
# Where the address stands: below the code and its quiet zone, and hardly aside of it.
QUIET_BELOW, ASIDE = 10.0, 24.0
OWN = re.compile(r"[!-~]+")
MARK = re.compile(r'<body\b[^>]*\bdata-mark="([^"]*)"')


class Target(NamedTuple):
    """Where an address leads: the part before the edition's pages, the page, and what is asked of it."""

    base: str
    page: str
    query: dict[str, str]


def check_codes(printed: Printed) -> Outcome:
    """Every code can be read, is 25 mm wide, and names this edition and a page of it; no chapter or sheet lacks one."""
    edition = printed.edition
    marks: dict[str, str] = {}
    findings: list[str] = []
    targets: dict[str, dict[int, list[Target]]] = defaultdict(lambda: defaultdict(list))
    bases: Counter[str] = Counter()
    count = 0
    for name, pages in printed.pages.items():
        for page in pages:
            for code in page.codes:
                count += 1
                problems, target = _judge(edition, code, page, marks)
                findings += [f"{page.place}: {problem}" for problem in problems]
                if target:
                    targets[name][page.number].append(target)
                    bases[target.base] += 1
    if len(bases) > 1:
        findings.append(f"the addresses begin in {len(bases)} ways: {', '.join(bases)}")
    findings += _lacking(printed, targets)
    return Outcome(f"{count} codes read", findings)


def _judge(edition: Edition, code: Code, page: Page, marks: dict[str, str]) -> tuple[list[str], Target | None]:
    if not code.text:
        return ["the code cannot be read"], None
    problems: list[str] = []
    if code.width < LEAST:
        problems.append(f"the code is {code.width / MM:.1f} mm wide with its quiet zone, not 25")
    if not code.quiet:
        problems.append(f"something is printed less than {QUIET} modules from the code")
    address = printed_address(page, code.box)
    if not address:
        problems.append("no address is printed below the code")
    elif not code.text.startswith(address):
        problems.append(f"the code says {code.text}, and below it stands {address}")
    elif code.text != address and code.text[len(address)] not in "?#":
        problems.append(f"the address below the code ends too early: {address}")
    target = _target(edition, code.text)
    if target is None:
        problems.append(f"{code.text} is no page of this edition")
        return problems, None
    if target.query.get("_e") != edition.edition:
        problems.append(f"the code says edition {target.query.get('_e', 'none')}, not {edition.edition}")
    if target.page not in marks:
        found = MARK.search((edition.folder / target.page).read_text(encoding="utf-8"))
        marks[target.page] = found[1] if found else ""
    if target.query.get("_h") != marks[target.page] or not marks[target.page]:
        problems.append(f"the code's mark is {target.query.get('_h', 'none')}, that of {target.page} is "
                        f"{marks[target.page] or 'none'}")
    return problems, target


def _target(edition: Edition, address: str) -> Target | None:
    """The page that the end of the address names."""
    parts = urlsplit(address)
    names = parts.path.split("/")
    for first in range(1, len(names)):
        name = "/".join(names[first:])
        if name.endswith(".html") and (edition.folder / name).is_file():
            base = f"{parts.scheme}://{parts.netloc}{'/'.join(names[:first])}/"
            return Target(base, name, dict(parse_qsl(parts.query, keep_blank_values=True)))
    return None


def _lacking(printed: Printed, targets: dict[str, dict[int, list[Target]]]) -> Iterator[str]:
    """Chapters, posters and notices without a code that leads to their scenario, with the answers of the sheet."""
    edition = printed.edition
    titles = {squeeze(title): scenario for scenario, title in edition.scenarios.items()}
    for name in (BOOK, LARGE):
        starts: dict[str, int] = {}
        for entry in printed.outlines.get(name, []):
            scenario = titles.get(squeeze(entry.title))
            if scenario and entry.level <= 2:
                starts.setdefault(scenario, entry.page)
        for scenario in edition.scenarios:
            if name in printed.pages and scenario not in starts:
                yield f"{name}: there is no chapter {scenario}"
        for scenario, page in starts.items():
            if not _leads(targets[name][page], scenario):
                yield f"{name}:{page}: the chapter {scenario} has no code that leads to it"
    for name in edition.posters:
        scenario = name.partition("/")[2].removesuffix(".pdf")
        if not _leads(targets[name][1], scenario):
            yield f"{name}:1: has no code that leads to {scenario}"
    for name in edition.notices:
        scenario = name.partition("/")[2].removesuffix(".pdf")
        sheets = edition.sheets(scenario)
        right = {page: target for page, found in targets[name].items() for target in _leads(found, scenario)}
        if len(printed.pages[name]) == len(sheets):
            for sheet in printed.pages[name]:
                if sheet.number not in right:
                    yield f"{sheet.place}: has no code that leads to {scenario}"
        elif len(right) < len(sheets):
            yield f"{name}: {len(right)} of {len(sheets)} sheets have a code that leads to {scenario}"
        yield from _answers(edition, name, scenario, right)


def _answers(edition: Edition, name: str, scenario: str, right: dict[int, Target]) -> Iterator[str]:
    """Each sheet's address answers with options there are, and no two sheets answer alike."""
    asked: dict[str, list[dict[str, Any]]] = {each["id"]: each["questions"] for each in edition.data["scenarios"]}
    options = {each["id"]: {option["id"] for option in each["options"]} for each in asked.get(scenario, [])}
    first: dict[tuple[tuple[str, str], ...], int] = {}
    for page, target in sorted(right.items()):
        answers = tuple(sorted((key, value) for key, value in target.query.items() if not key.startswith("_")))
        for question, chosen in answers:
            if unknown := set(chosen.split(",")) - options.get(question, set()):
                yield f"{name}:{page}: the code answers {question}={','.join(sorted(unknown))}, which there is not"
        if answers in first:
            yield f"{name}:{page}: the code answers like that of page {first[answers]}"
        first.setdefault(answers, page)


def _leads(targets: list[Target], scenario: str) -> list[Target]:
    return [target for target in targets if target.page == f"scenario/{scenario}.html"]


def caption_lines(page: Page, code: Box) -> list[Line]:
    """The lines below a code, from top to bottom, as far as they follow each other."""
    lines = [
        line
        for line in page.lines
        if line.middle > code[3] - 2 and code[0] - ASIDE <= (line.box[0] + line.box[2]) / 2 <= code[2] + ASIDE
    ]
    found: list[Line] = []
    bottom = code[3] + QUIET_BELOW
    for line in sorted(lines, key=lambda line: line.box[1]):
        if line.box[1] > bottom + line.size:
            break
        found.append(line)
        bottom = line.box[3]
    return found


def printed_address(page: Page, code: Box) -> str:
    """The address below a code, which may be broken over lines; it ends at the first letter that is none of its own."""
    address = ""
    for text, _ in sorted(layout.rows(caption_lines(page, code)), key=lambda row: row[1][3]):
        part = OWN.match(text)
        address += part[0] if part else ""
        if not part or part[0] != text:
            break
    return address if address.startswith("http") else ""
