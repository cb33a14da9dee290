"""Contact sheets: small pictures of the pages, for a person to look over."""

from __future__ import annotations

from concurrent.futures import Executor
from pathlib import Path

import pymupdf
from book_checks.book import Outcome

from print_checks.edition import BOOK, LARGE, STAFF, Edition
from print_checks.pages import opened, page_count

# A page of a file, counted from 0.
Place = tuple[str, int]

COLUMNS, ROWS = 6, 4
SAMPLE = COLUMNS * ROWS
SCALE = 36 / 72
GAP, LABEL = 8, 14


def make_contact_sheets(edition: Edition, folder: Path, pool: Executor) -> Outcome:
    """Draws every page of the handbook, every poster, and samples of the rest, 24 pages a picture."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    counts = {name: page_count(edition.folder / name) for name in edition.files}
    whole = [(BOOK, number) for number in range(counts.get(BOOK, 0))]
    jobs = {f"handbook-{first // SAMPLE + 1:02}": whole[first:first + SAMPLE] for first in range(0, len(whole), SAMPLE)}
    for title, names in {
        "large": [LARGE],
        "staff": [STAFF],
        "halls": edition.below("halls"),
        "posters": edition.posters,
        "notices": edition.notices,
        "booklets": edition.booklets,
    }.items():
        jobs[title] = _sample([(name, number) for name in names for number in range(counts.get(name, 0))])
    jobs = {title: places for title, places in jobs.items() if places}
    waiting = [pool.submit(_draw, edition.folder, places, folder / f"{title}.png") for title, places in jobs.items()]
    for each in waiting:
        each.result()
    return Outcome(f"{len(jobs)} pictures to look at in {folder}")


def _sample(places: list[Place]) -> list[Place]:
    """Some of them, evenly."""
    if len(places) <= SAMPLE:
        return places
    return [places[number * len(places) // SAMPLE] for number in range(SAMPLE)]


def _draw(folder: Path, places: list[Place], picture: Path) -> None:
    pages = [opened(folder / name)[number] for name, number in places]
    scale = SCALE * min(1, 842 / max(page.rect.height for page in pages))
    width = max(page.rect.width for page in pages) * scale
    height = max(page.rect.height for page in pages) * scale
    columns = min(COLUMNS, len(pages))
    corners = [
        (GAP + (width + GAP) * (at % columns), LABEL + (height + LABEL) * (at // columns)) for at in range(len(pages))
    ]
    labels = pymupdf.open()
    ground = labels.new_page(
        width=GAP + columns * (width + GAP), height=LABEL + -(-len(pages) // columns) * (height + LABEL)
    )
    ground.draw_rect(ground.rect, fill=(0.8, 0.8, 0.8), color=None)
    for (left, top), page, (name, _) in zip(corners, pages, places):
        ground.insert_text((left, top - 3), f"{name.rpartition('/')[2]} {page.number + 1}", fontsize=9)
    sheet = ground.get_pixmap(alpha=False)
    for (left, top), page in zip(corners, pages):
        small = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
        small.set_origin(round(left), round(top))
        sheet.copy(small, small.irect)
    sheet.save(picture)
