"""The finished book as the checks see it: a folder of files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What one check looked at, and what it found wrong: nothing found is a pass."""

    seen: str
    findings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Book:
    """The folder that `onebook build` wrote."""

    folder: Path

    @property
    def epub(self) -> Path:
        return self.folder / "handbook.epub"

    def names(self, suffix: str = "") -> list[str]:
        """Every file with that suffix, as a path inside the book, sorted."""
        return sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob(f"*{suffix}")
            if path.is_file()
        )

    def pages(self) -> list[str]:
        """Every page; of the hundreds of one-time notices of a scenario the first, the largest and the last."""
        sheets: dict[str, list[str]] = {}
        pages: list[str] = []
        for name in self.names(".html"):
            folder, _, stem = name.rpartition("/")
            if folder == "notices" and stem.count(".") > 1:
                sheets.setdefault(stem.partition(".")[0], []).append(name)
            else:
                pages.append(name)
        for names in sheets.values():
            pages += {names[0], max(names, key=self.size), names[-1]}
        return sorted(pages)

    def scenarios(self) -> list[str]:
        return [name for name in self.pages() if name.startswith("scenario/")]

    def samples(self) -> list[str]:
        """One page of every kind: each page at the top, and the largest of every folder below it; a notice's sheet is
        another kind than the questions that lead to it."""
        largest: dict[str, str] = {}
        for name in self.pages():
            folder, _, stem = name.rpartition("/")
            kind = f"{folder}, a sheet" if folder == "notices" and stem.count(".") > 1 else folder or name
            if kind not in largest or self.size(name) > self.size(largest[kind]):
                largest[kind] = name
        return sorted(largest.values())

    def size(self, name: str) -> int:
        return (self.folder / name).stat().st_size

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def url(self, name: str) -> str:
        return (self.folder / name).resolve().as_uri()
