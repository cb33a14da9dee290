"""Which pages are drawn small for a person to look over, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pymupdf

from print_checks.edition import BOOK, LARGE, STAFF, Edition

# A page of a file, counted from 1.
Place = tuple[str, int]

COLUMNS, ROWS = 6, 4
SAMPLE = COLUMNS * ROWS
HEIGHT = 421.0  # of an A4 page at 36 dpi


class Picture(NamedTuple):
    """A small picture in greys."""

    width: int
    height: int
    samples: bytes


def choose(edition: Edition, counts: Mapping[str, int]) -> dict[str, list[Place]]:
    """The pages of each picture: every page of the handbook and every poster, samples of the rest."""
    whole = [(BOOK, number + 1) for number in range(counts.get(BOOK, 0))]
    chosen = {f"handbook-{at // SAMPLE + 1:02}": whole[at:at + SAMPLE] for at in range(0, len(whole), SAMPLE)}
    for title, names in {
        "large": [LARGE],
        "staff": [STAFF],
        "halls": edition.below("halls"),
        "posters": edition.posters,
        "notices": edition.notices,
        "booklets": edition.booklets,
    }.items():
        chosen[title] = _sample([(name, number + 1) for name in names for number in range(counts.get(name, 0))])
    return {title: places for title, places in chosen.items() if places}


def draw(page: pymupdf.DisplayList) -> Picture:
    scale = HEIGHT / max(842, page.rect.height)
    small = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False)
    return Picture(small.width, small.height, bytes(small.samples))


def _sample(places: list[Place]) -> list[Place]:
    """Some of them, evenly."""
    if len(places) <= SAMPLE:
        return places
    return [places[number * len(places) // SAMPLE] for number in range(SAMPLE)]
