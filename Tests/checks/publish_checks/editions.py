"""Catalogues with a ledger of their own, editions built from them one after the other, and the program that does it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

BASE = "https://book.example.org/yibentong/"
HUB = "https://hub.example.org/?a=b"
PATH = "/yibentong/"
PUBLISHER = "org.example.county"
SMALL = Path("Tests/CatalogueTests/Sound")
REAL = Path("services")
# The day of a second edition, what is gone in it, and what it announces.
DAY, GONE, COMING = "2026-12-02", "item/parking.html", "item/vehicle-transfer.html"
PARKING = """<?xml version="1.0" encoding="UTF-8"?>
<item id="parking" agency="vehicle-office">
  <name>停车证</name>
  <requirements><requirement id="register" evidence="id-card" treat="show" originals="1"/></requirements>
  <fees none="yes"/>
  <outputs><output>停车证</output></outputs>
</item>
"""
# To an edition older than what was told already.
BACK = "--roll-back"


@dataclass(frozen=True)
class Program:
    path: Path

    def run(self, *arguments: Any, ends: int | None = 0, environment: dict[str, str] | None = None) -> str:
        """What the program says; its exit code must be as expected."""
        plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        done = subprocess.run(
            [self.path, *arguments], capture_output=True, text=True, check=False, timeout=300, umask=0o077,
            env={**plain, "LC_ALL": "C", **(environment or {})},
        )
        said = done.stdout + done.stderr
        if ends is not None and done.returncode != ends:
            raise RuntimeError(f"{arguments[0]}: exit code {done.returncode}, expected {ends}: {said[-1500:]}")
        return said

    def start(self, *arguments: Any) -> subprocess.Popen[bytes]:
        return subprocess.Popen([self.path, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@dataclass(frozen=True)
class Catalogue:
    """A copy of a catalogue: it may be changed, and what is published from it is kept in it."""

    program: Program
    folder: Path

    @classmethod
    def of(cls, program: Program, source: Path, folder: Path, *, hub: str | None = None, key: str | None = None) -> Catalogue:
        """One that states an address and a publisher, and perhaps a hub and a key."""
        # What was published and told from it is none of the copy's business.
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("editions", "changes.xml"))
        catalogue = cls(program, folder)
        catalogue.change("book.xml", r' sample-base="yes"', "")
        catalogue.change("book.xml", r' base="[^"]*"', f' base="{BASE}"')
        catalogue.settle(hub=hub, key=key)
        return catalogue

    def copy(self, folder: Path) -> Catalogue:
        """With its ledger: what becomes of one is no matter to the other."""
        shutil.copytree(self.folder, folder)
        return Catalogue(self.program, folder)

    # MARK: What people write

    def change(self, name: str, pattern: str, text: str) -> None:
        """An honest correction of the source."""
        path = self.folder / name
        old = path.read_text(encoding="utf-8")
        new = re.sub(pattern, lambda _: text, old, count=1)
        if new == old:
            raise RuntimeError(f"{name} has no {pattern}")
        path.write_text(new, encoding="utf-8")

    def settle(self, *, hub: str | None = None, key: str | None = None) -> None:
        more = (f' hub="{hub}"' if hub else "") + (f' key="{key}"' if key else "")
        self.change("book.xml", r"<feed [^>]*>", f'<feed publisher="{PUBLISHER}"{more}/>')

    def say(self, *notes: str) -> None:
        """Adds to what is said of changes."""
        path = self.folder / "changes.xml"
        before = path.read_text(encoding="utf-8") if path.exists() else "<changes>\n</changes>\n"
        path.write_text(before.replace("</changes>", "\n".join([*notes, "</changes>"])), encoding="utf-8")

    # MARK: What the program makes of it

    def build(self, name: str, edition: str, day: str = "2026-12-01", *, ends: int = 0) -> Path:
        """Beside the catalogue."""
        folder = self.folder.parent / name
        self.program.run("build", self.folder, "-o", folder, "--edition", edition, "--date", day, ends=ends)
        return folder

    def publish(
        self, target: Path, edition: Path, *options: Any, ends: int = 0, environment: dict[str, str] | None = None
    ) -> str:
        return self.program.run(
            "publish", target, "--from", edition, "--catalogue", self.folder, *options, ends=ends, environment=environment)

    def start(self, target: Path, edition: Path, *options: Any) -> subprocess.Popen[bytes]:
        return self.program.start("publish", target, "--from", edition, "--catalogue", self.folder, *options)

    @property
    def ledger(self) -> Path:
        return self.folder / "editions/ledger.jsonl"

    @property
    def told(self) -> list[Any]:
        """Every event, oldest first."""
        text = self.ledger.read_text(encoding="utf-8") if self.ledger.exists() else ""
        return [json.loads(line) for line in text.splitlines()]


@dataclass(frozen=True)
class Pair:
    """Two editions, the second with corrections of the first, both told of in the catalogue's ledger."""

    catalogue: Catalogue
    first: Path
    second: Path


@dataclass(frozen=True)
class Editions:
    program: Program
    work: Path

    @cached_property
    def real(self) -> Pair:
        """The real book at an address with a hub, after a year of notices, of which the older ones are in the archive."""
        catalogue = Catalogue.of(self.program, REAL, self.work / "real", hub=HUB)
        catalogue.say(*notices(431, "vehicle-office", date(2026, 3, 1)))
        parking = catalogue.folder / "items/parking.xml"
        parking.write_text(PARKING, encoding="utf-8")

        def news() -> None:
            parking.unlink()
            catalogue.change(COMING.replace("html", "xml").replace("item/", "items/"), "30日（自然日）内办", "20日（自然日）内办")
            catalogue.say(
                '<change edition="2026.2" item="parking" reason="organisational" replaced-by="vehicle-registration">'
                "<transition>以前受理的办完。</transition></change>",
                '<change edition="2026.2" item="vehicle-transfer" reason="rule-change" effective="2027-03-01">'
                "<transition>以前过的户照原来的。</transition></change>")

        return self._pair(catalogue, "2026.1", "2026.2", news)

    @cached_property
    def small(self) -> Pair:
        """A small book without a hub."""
        return self.pair("small")

    def pair(self, name: str, hub: str | None = None) -> Pair:
        """The small book, with a ledger of its own."""
        return self._pair(Catalogue.of(self.program, SMALL, self.work / name, hub=hub), "1", "2")

    def _pair(self, catalogue: Catalogue, one: str, two: str, news: Callable[[], None] = lambda: None) -> Pair:
        name, aside = catalogue.folder.name, self.work / f"{catalogue.folder.name}-aside"
        first = catalogue.build(f"{name}-1", one)
        catalogue.publish(aside, first, "--first", "--no-hub")
        catalogue.change("fees.xml", 'amount="100"', 'amount="90"')
        catalogue.say(
            f'<change edition="{two}" item="vehicle-registration" reason="correction" since="{one}">'
            "<why>号牌费抄错了</why><advice>多交的，带收据到窗口退。</advice></change>")
        news()
        second = catalogue.build(f"{name}-2", two, DAY)
        catalogue.publish(aside, second, "--no-hub")
        shutil.rmtree(aside)
        return Pair(catalogue, first, second)


def notices(count: int, agency: str, first: date, more: str = "") -> list[str]:
    """Three a day."""
    days = [first + timedelta(days=number // 3) for number in range(count)]
    return [
        f'<bulletin id="n{number}" kind="notice" agency="{agency}" on="{day}" expires="{day}">'
        f"第{number}次停电，{day}上午停办，下午照常。{more}</bulletin>"
        for number, day in enumerate(days, 1)
    ]


def rewrite(folder: Path, **changes: Any) -> None:
    """Lists the files as they are now, as a program does that adds to an edition."""
    files = []
    for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix().encode()):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in {"edition.json", "checkpoint"}:
            data = path.read_bytes()
            files.append({"path": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)})
    text = json.dumps({**manifest(folder), "files": files, **changes}, ensure_ascii=False)
    (folder / "edition.json").write_text(text, encoding="utf-8")


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def manifest(folder: Path) -> Any:
    return read(folder / "edition.json")


def flaws(folder: Path, *, exact: bool = True) -> list[str]:
    """What is not as the manifest in the folder says. `exact`: nothing else may stand there."""
    found = []
    try:
        listed = manifest(folder)
    except (OSError, ValueError) as error:
        return [f"{folder.name}: no manifest: {error}"]
    for file in listed["files"]:
        path = folder / file["path"]
        if not path.is_file():
            found.append(f"{file['path']}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
            found.append(f"{file['path']}: altered")
    if exact:
        names = {file["path"] for file in listed["files"]} | {"edition.json", "checkpoint", ".onebook-hub.json"}
        for path in folder.rglob("*"):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in names and not name.startswith("editions/"):
                found.append(f"{name}: foreign")
    return found


def tree(folder: Path) -> dict[str, str]:
    """Every file with its hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def litter(root: Path) -> list[str]:
    """What programs have left beside the target."""
    return [f"{path.name} is left over" for path in root.iterdir() if path.name != "book"]


def damage(target: Path) -> list[str]:
    """What is wrong with the current edition there, or with a former one."""
    former = read(target / "editions/index.json")["editions"][1:]
    return flaws(target) + [
        f"{each['edition']}: {flaw}"
        for each in former
        if "pages" in each
        for flaw in flaws(target / "editions" / each["edition"], exact=False)
    ]
