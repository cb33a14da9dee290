"""Contact sheets: small pictures of the pages, for a person to look over."""

from __future__ import annotations

from pathlib import Path

import pymupdf
from book_checks.book import Outcome

from print_checks.pages import Page, Printed
from print_checks.pictures import COLUMNS, choose

GAP, LABEL = 8, 14
GREY = (0.8, 0.8, 0.8)


def make_contact_sheets(printed: Printed, folder: Path) -> Outcome:
    """Puts the small pictures together, 24 pages a sheet, each with its file and number."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    chosen = choose(printed.edition, {name: len(pages) for name, pages in printed.pages.items()})
    for title, places in chosen.items():
        _sheet([printed.pages[name][number - 1] for name, number in places]).save(folder / f"{title}.png")
    return Outcome(f"{len(chosen)} pictures to look at in {folder}")


def _sheet(pages: list[Page]) -> pymupdf.Pixmap:
    pictures = [(page, page.picture) for page in pages if page.picture]
    width = max((picture.width for _, picture in pictures), default=0)
    height = max((picture.height for _, picture in pictures), default=0)
    columns = min(COLUMNS, len(pictures))
    rows = -(-len(pictures) // COLUMNS)
    with pymupdf.open() as labels:
        ground = labels.new_page(width=GAP + columns * (width + GAP), height=LABEL + rows * (height + LABEL))
        ground.draw_rect(ground.rect, fill=GREY, color=None)
        corners = [
            (GAP + (width + GAP) * (at % COLUMNS), LABEL + (height + LABEL) * (at // COLUMNS))
            for at in range(len(pictures))
        ]
        for (left, top), (page, _) in zip(corners, pictures):
            ground.insert_text((left, top - 3), f"{page.file.rpartition('/')[2]} {page.number}", fontsize=9)
        sheet = ground.get_pixmap(colorspace=pymupdf.csGRAY, alpha=False)
    for (left, top), (_, picture) in zip(corners, pictures):
        small = pymupdf.Pixmap(pymupdf.csGRAY, picture.width, picture.height, picture.samples, False)
        small.set_origin(left, top)
        sheet.copy(small, small.irect)
    return sheet
