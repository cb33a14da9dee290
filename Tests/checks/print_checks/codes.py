"""QR codes: each is read from the page as it is printed, is large enough, and leads where the words below it say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pymupdf
import zxingcpp
from book_checks.book import Outcome

from print_checks.edition import BOOK, LARGE, Edition
from print_checks.pages import MM, Box, Line, Page, Printed, find_codes
from print_checks.words import squeeze

# Width of a code with its quiet zone, which is four modules on each side.
LEAST = 25 * MM
QUIET = 4
# How many pixels a module is drawn with, and how light paper is.
PIXELS = 4
PAPER = 200
# How far below a code its address may stand, and how far aside.
BELOW, ASIDE = 45.0, 14.0
ADDRESS = re.compile(r"https?://[!-~]+")
MARK = re.compile(r'<body\b[^>]*\bdata-mark="([^"]*)"')


class Reading(NamedTuple):
    """What was read from one code; no text if nothing could be read."""

    file: str
    page: int
    box: Box
    width: float
    text: str
    quiet: bool


class Target(NamedTuple):
    """Where an address leads: the part before the edition's pages, the page, and what is asked of it."""

    base: str
    page: str
    query: dict[str, str]


def check_codes(printed: Printed) -> Outcome:
    """Every code can be read, is 25 mm wide, and names this edition and a page of it; no chapter or sheet lacks one."""
    edition = printed.edition
    places = {name: [page.number - 1 for page in printed.pages[name] if page.codes] for name in edition.files}
    batches = printed.map_pages(_decode, [name for name, numbers in places.items() if numbers])
    readings = sorted(reading for batch in batches for reading in batch)
    marks: dict[str, str] = {}
    findings: list[str] = []
    targets: dict[str, dict[int, list[Target]]] = defaultdict(lambda: defaultdict(list))
    bases: Counter[str] = Counter()
    for reading in readings:
        page = printed.pages[reading.file][reading.page - 1]
        problems, target = _judge(edition, reading, page, marks)
        findings += [f"{reading.file}:{reading.page}: {problem}" for problem in problems]
        if target:
            targets[reading.file][reading.page].append(target)
            bases[target.base] += 1
    if len(bases) > 1:
        findings.append(f"the addresses begin in {len(bases)} ways: {', '.join(bases)}")
    findings += _lacking(printed, targets)
    return Outcome(f"{len(readings)} codes read", findings)


def _judge(edition: Edition, reading: Reading, page: Page, marks: dict[str, str]) -> tuple[list[str], Target | None]:
    if not reading.text:
        return ["the code cannot be read"], None
    problems: list[str] = []
    if reading.width < LEAST:
        problems.append(f"the code is {reading.width / MM:.1f} mm wide with its quiet zone, not 25")
    if not reading.quiet:
        problems.append(f"something is printed less than {QUIET} modules from the code")
    caption = squeeze("".join(line.text for line in caption_lines(page, reading.box)))
    address = ADDRESS.search(caption)
    if not address:
        problems.append("no address is printed below the code")
    elif not reading.text.startswith(address[0]):
        problems.append(f"the code says {reading.text}, and below it stands {address[0]}")
    elif reading.text != address[0] and reading.text[len(address[0])] not in "?#":
        problems.append(f"the address below the code ends too early: {address[0]}")
    target = _target(edition, reading.text)
    if target is None:
        problems.append(f"{reading.text} is no page of this edition")
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
            for page in printed.pages[name]:
                if page.number not in right:
                    yield f"{page.place}: has no code that leads to {scenario}"
        elif len(right) < len(sheets):
            yield f"{name}: {len(right)} of {len(sheets)} sheets have a code that leads to {scenario}"
        yield from _answers(edition, name, scenario, right)


def _answers(edition: Edition, name: str, scenario: str, right: dict[int, Target]) -> Iterator[str]:
    """Each sheet's address answers with options there are, and no two sheets answer alike."""
    questions = next((each["questions"] for each in edition.data["scenarios"] if each["id"] == scenario), [])
    options = {each["id"]: {option["id"] for option in each["options"]} for each in questions}
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
    """The lines below a code, from top to bottom."""
    lines = [
        line
        for line in page.lines
        if code[3] - 2 <= line.middle <= code[3] + BELOW
        and code[0] - ASIDE <= line.box[0]
        and line.box[2] <= code[2] + ASIDE
    ]
    return sorted(lines, key=lambda line: (round(line.middle), line.box[0]))


def _decode(folder: Path, name: str, numbers: range) -> list[Reading]:
    """Draws the part of each page where a code is, and reads it as a telephone would."""
    found: list[Reading] = []
    with pymupdf.open(folder / name) as document:
        for number in numbers:
            page = document[number]
            found += [_read(name, page, box, module) for box, module in find_codes(page.get_cdrawings())]
    return found


def _read(name: str, page: pymupdf.Page, box: Box, module: float) -> Reading:
    quiet = QUIET * module
    around = pymupdf.Rect(box) + (-quiet, -quiet, quiet, quiet)
    scale = max(150 / 72, PIXELS / module)
    picture = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=around, colorspace=pymupdf.csGRAY, alpha=False)
    width, height, samples = picture.width, picture.height, picture.samples
    pixels: Any = memoryview(samples).cast("B", (height, width))
    read = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormat.QRCode)
    edge = max(1, int(quiet * scale) - 2)
    ring = samples[:edge * width] + samples[-edge * width:] + b"".join(
        samples[row * width:row * width + edge] + samples[(row + 1) * width - edge:(row + 1) * width]
        for row in range(edge, height - edge)
    )
    text = read[0].text if read else ""
    return Reading(name, page.number + 1, box, box[2] - box[0] + 2 * quiet, text, min(ring) >= PAPER)
