"""A small book with a past: twelve editions, each published, with hundreds of notices, a guide that goes and comes back, a
notice that is taken back and one whose text is removed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from publish_checks.documents import Documents
from publish_checks.editions import PARKING, SMALL, Catalogue, Editions, notices

LAST = 12
DAYS = {number: f"2026-{month:02}-{day:02}" for number, (month, day) in enumerate(
    [(3, 2), (8, 1), (9, 1), (9, 8), (9, 15), (9, 22), (10, 1), (10, 8), (10, 15), (11, 1), (11, 15), (12, 1)], 1)}
NOTICES = 300
# So long that an archive is full before it has a hundred events.
LONG = "急着办的，请先打电话问清楚，再到别的窗口办；已经交了材料的，不用重新交，办好了打电话告诉您。" * 4
# Which notice is taken back, and which lose their text: in the archive by then.
TAKEN_BACK, REMOVED = 30, [7, 8, 9]
REMOVED_TEXTS = [f"第{number + 1}次停电" for number in REMOVED]


@dataclass
class Past:
    catalogue: Catalogue
    key: Path
    public: str
    target: Path
    built: Path
    # The archive as it stood after each publication, and how many events the ledger had then.
    archives: dict[int, dict[str, bytes]] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=lambda: {0: 0})
    # Where texts that were removed still stood right after that.
    left: list[str] = field(default_factory=list)
    # The first edition's paper: what its pages said of themselves.
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def documents(self) -> Documents:
        return Documents.of(self.target)

    def events(self, kind: str) -> list[Any]:
        return [item for item in self.catalogue.told if item["_onebook"]["kind"] == kind]

    def told_by(self, edition: int) -> list[Any]:
        return self.catalogue.told[self.lengths[edition - 1]:self.lengths[edition]]

    def copy(self, name: str) -> Catalogue:
        return self.catalogue.copy(self.catalogue.folder.parent / name / "catalogue")


def _tells(path: Path) -> bool:
    if path.name == "changes.xml" or not path.is_file():
        return False
    content = path.read_bytes()
    return any(text.encode() in content for text in REMOVED_TEXTS)


def mark(page: Path) -> str:
    found = re.search(r' data-mark="([^"]+)"', page.read_text(encoding="utf-8"))
    return found[1] if found else ""


def past(editions: Editions) -> Past:
    root = editions.work / "past"
    root.mkdir()
    key = root / "key"
    public = editions.program.run("key", key).splitlines()[0]
    catalogue = Catalogue.of(editions.program, SMALL, root / "catalogue", key=public)
    parking = catalogue.folder / "items/parking.xml"
    parking.write_text(PARKING, encoding="utf-8")
    made = Past(catalogue, key, public, root / "www/book", root / "built")
    writing = _writing(made, parking)
    for number, day in DAYS.items():
        writing[number]()
        catalogue.build("built", str(number), day)
        catalogue.publish(made.target, made.built, "--key", key, *(["--first"] if number == 1 else []))
        made.lengths[number] = len(catalogue.told)
        archive = made.target / "archive"
        made.archives[number] = {path.name: path.read_bytes() for path in archive.iterdir()} if archive.exists() else {}
        if number == 6:
            shutil.copytree(made.built, root / "built-6")
        if number == 7:
            made.left = [path.relative_to(root).as_posix() for path in sorted(root.glob("[wc]*/**/*.*")) if _tells(path)]
        if number == 1:
            made.marks = {name: mark(made.target / name) for name in ("scenario/new-car.html", "scenario/ride-hailing.html")}
    return made


def _writing(made: Past, parking: Path) -> dict[int, Callable[[], None]]:
    """What people write for each edition."""
    catalogue = made.catalogue

    def fee(amount: int) -> Callable[[], None]:
        return lambda: catalogue.change("fees.xml", 'amount="[0-9]+"', f'amount="{amount}"')

    def second() -> None:
        fee(90)()
        catalogue.say(
            '<change edition="2" item="vehicle-registration" reason="correction" since="1"><why>号牌费抄错了</why>'
            "<advice>多交的，带收据到窗口退。</advice></change>",
            *notices(NOTICES, "vehicle-office", date(2026, 3, 3), LONG))

    def fifth() -> None:
        parking.write_text(PARKING, encoding="utf-8")

    def seventh() -> None:
        told = made.events("agency.notice")
        taken_back, *removed = [told[number]["id"].rpartition("/")[2] for number in (TAKEN_BACK, *REMOVED)]
        catalogue.say(
            f'<retraction event="{taken_back}" on="2026-10-01">那天没有停电，发错了。</retraction>',
            *[
                f'<retraction event="{event}" on="2026-10-01" remove-text="yes">里面写了个人的信息，依法删去。</retraction>'
                for event in removed
            ])

    def eighth() -> None:
        # Whom a paper is asked from, and whom no longer.
        catalogue.change(
            "items/vehicle-registration.xml", 'when="agent=agent and not origin=imported"',
            'when="agent=agent and origin=domestic and owner=person"')

    def ninth() -> None:
        # The book gets another name and another issuer; what was told stays.
        catalogue.change("book.xml", "<title>[^<]*", "<title>小县办事全书")
        catalogue.change("book.xml", "<issuer>[^<]*", "<issuer>小县公安局")

    return {
        1: lambda: None,
        2: second,
        3: parking.unlink,
        4: fee(91),
        5: fifth,
        6: lambda: catalogue.change("agencies.xml", "小县大街1号", "小县大街2号"),
        7: seventh,
        8: eighth,
        9: ninth,
        10: lambda: catalogue.change("scenarios/new-car.xml", "先税后牌", "先缴税，后上牌"),
        11: parking.unlink,
        12: fee(92),
    }
