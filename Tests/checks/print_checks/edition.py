"""The printed edition as the checks see it: a folder with PDF files, the page they were printed from, and the data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from print_checks.manuscript import Manuscript

BOOK = "handbook.pdf"
LARGE = "handbook-large.pdf"
STAFF = "handbook-staff.pdf"
ERRATA = "errata.pdf"
SHEET = re.compile(r'class="[^"]*\bsheet\b')


@dataclass(frozen=True)
class Edition:
    """The folder that `onebook print` wrote."""

    folder: Path

    @cached_property
    def data(self) -> dict[str, Any]:
        return json.loads((self.folder / "book.json").read_text(encoding="utf-8"))

    @cached_property
    def manuscript(self) -> Manuscript:
        """print.html, which handbook.pdf was printed from."""
        return Manuscript((self.folder / "print.html").read_text(encoding="utf-8"))

    @cached_property
    def scenarios(self) -> dict[str, str]:
        """The title of each scenario by its id."""
        return {each["id"]: each["title"] for each in self.data["scenarios"]}

    @property
    def edition(self) -> str:
        return self.data["edition"]

    @property
    def dates(self) -> tuple[str, ...]:
        """The edition's date as it may be printed, without spaces."""
        year, month, day = self.data["date"].split("-")
        return self.data["date"], f"{year}年{int(month)}月{int(day)}日"

    @property
    def epub(self) -> Path:
        return self.folder / "handbook.epub"

    def below(self, folder: str) -> list[str]:
        """The PDF files of a folder inside the edition, sorted."""
        return sorted(f"{folder}/{path.name}" for path in (self.folder / folder).glob("*.pdf"))

    @property
    def books(self) -> list[str]:
        """What is read page after page and has running heads: the handbooks and the halls' books."""
        return [name for name in (BOOK, LARGE, STAFF) if (self.folder / name).is_file()] + self.below("halls")

    @property
    def booklets(self) -> list[str]:
        return self.below("booklets")

    @property
    def posters(self) -> list[str]:
        return self.below("posters")

    @property
    def notices(self) -> list[str]:
        return self.below("notices")

    @property
    def files(self) -> list[str]:
        errata = [ERRATA] if (self.folder / ERRATA).is_file() else []
        return self.books + errata + self.booklets + self.posters + self.notices

    def missing(self) -> list[str]:
        """What every printed edition has and this one has not."""
        wanted = ["book.json", "print.html", "handbook.epub", BOOK, LARGE, STAFF]
        if (self.folder / "book.json").is_file():
            kinds = ("booklets", "posters", "notices")
            wanted += [f"{kind}/{scenario}.pdf" for kind in kinds for scenario in self.scenarios]
        return [f"{name}: is missing" for name in wanted if not (self.folder / name).is_file()]

    def sheets(self, scenario: str) -> list[str]:
        """The situations of a scenario that have a sheet; "" where the scenario has but one."""
        pages = sorted((self.folder / "notices").glob(f"{scenario}.*html"))
        return [
            page.name.removeprefix(scenario).removesuffix(".html").removeprefix(".")
            for page in pages
            if page.name != f"{scenario}.html" or SHEET.search(page.read_text(encoding="utf-8"))
        ]
