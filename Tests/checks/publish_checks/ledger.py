"""The ledger: what is told is written down first, once, and nothing is published that does not follow on it."""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from pathlib import Path

from book_checks.book import Outcome
from publish_checks.editions import BACK, Editions, rewrite, tree
from publish_checks.log import flaws_of_log


class Case:
    """A catalogue whose ledger knows editions 1 and 2, a portal with edition 2, and an edition 3 on top."""

    def __init__(self, editions: Editions, name: str) -> None:
        self.name = name
        self.root = editions.work / f"ledger-{name.replace(' ', '-')}"
        self.root.mkdir()
        small = editions.small
        self.catalogue = small.catalogue.copy(self.root / "catalogue")
        self.first, self.second = small.first, small.second
        self.target = self.root / "book"
        self.catalogue.publish(self.target, self.second)
        self.findings: list[str] = []

    def third(self, name: str = "edition-3", edition: str = "3", amount: int = 80) -> Path:
        self.catalogue.change("fees.xml", 'amount="[0-9]+"', f'amount="{amount}"')
        return self.catalogue.build(name, edition, "2026-12-03")

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.findings.append(f"{self.name}: {otherwise}")

    def refuse(self, words: str, edition: Path, *options: object, target: Path | None = None) -> None:
        """Neither the portal nor the ledger nor anything else is touched."""
        before = tree(self.root)
        said = self.catalogue.publish(target or self.target, edition, *options, ends=1)
        self.expect(words in said, f"it says {said}")
        self.expect(tree(self.root) == before, "something was touched")

    def publish(self, edition: Path, *options: object, adds: int) -> None:
        before = self.catalogue.told
        self.catalogue.publish(self.target, edition, *options)
        after = self.catalogue.told
        self.expect(after[: len(before)] == before, "what was told is changed")
        self.expect(len(after) - len(before) == adds, f"{len(after) - len(before)} lines are added, expected {adds}")
        self.findings += [f"{self.name}: {flaw}" for flaw in flaws_of_log(after)]


def check_ledger(editions: Editions) -> Outcome:
    cases = [
        _begins, _no_ledger, _first_twice, _lost, _lost_altogether, _behind, _spoilt, _grown_since, _older, _same_id,
        _no_publisher, _keys, _broken_log, _dry_run, _two_at_once,
    ]
    findings: list[str] = []
    for look in cases:
        case = Case(editions, look.__name__.strip("_").replace("_", " "))
        look(case)
        findings += case.findings
    return Outcome(f"{len(cases)} cases", findings)


def _begins(case: Case) -> None:
    """F-05: whatever is published again adds nothing."""
    case.publish(case.second, adds=0)
    third = case.third()
    case.publish(third, adds=2)
    case.publish(third, adds=0)
    case.publish(case.catalogue.build("edition-3-again", "3", "2026-12-03"), adds=0)
    case.expect(tree(third) == tree(case.root / "edition-3-again"), "built again, once it is published, it is another")
    case.publish(case.first, BACK, adds=0)
    case.publish(third, adds=0)


def _no_ledger(case: Case) -> None:
    """F-07."""
    shutil.rmtree(case.catalogue.folder / "editions")
    edition = case.catalogue.build("anew", "1")
    case.refuse("editions/ledger.jsonl: there is no ledger", edition)
    case.refuse("there is no ledger", edition, target=case.root / "other")
    def elsewhere(words: str) -> None:
        said = case.catalogue.program.run(
            "publish", case.target, "--from", case.second, "--catalogue", case.root / "nowhere", ends=1)
        case.expect(words in said, f"without a catalogue it says {said}")

    elsewhere("there is no such folder")
    (case.root / "nowhere").mkdir()
    elsewhere("there is no ledger")


def _first_twice(case: Case) -> None:
    case.refuse("leave --first out", case.second, "--first")
    case.refuse("leave --first out", case.third(), "--first")


def _lost(case: Case) -> None:
    """The editions are kept, the ledger is gone."""
    third = case.third()
    case.catalogue.ledger.unlink()
    case.refuse("ledger.jsonl: error: editions are kept here, but their ledger is gone", third)
    case.refuse("their ledger is gone", third, "--first")
    before = tree(case.root)
    case.catalogue.build("not-built", "4", ends=1)
    case.expect(tree(case.root) == before, "something is built without the ledger")


def _lost_altogether(case: Case) -> None:
    """F-07: at the target stands more than is known here, so that it would begin with 1 again."""
    shutil.rmtree(case.catalogue.folder / "editions")
    edition = case.catalogue.build("anew", "9")
    case.refuse("events were told there that this ledger does not have", edition, "--first")


def _behind(case: Case) -> None:
    """The ledger of yesterday, while the target has today's."""
    ledger = case.catalogue.ledger.read_bytes()
    case.publish(case.third(), adds=2)
    case.catalogue.ledger.write_bytes(ledger)
    case.refuse("events were told there that this ledger does not have", case.second)
    case.refuse("events were told there that this ledger does not have", case.third("other-3", "3b", 70))


def _spoilt(case: Case) -> None:
    sound = case.catalogue.ledger.read_text(encoding="utf-8")
    lines = sound.splitlines(keepends=True)
    spoilt = {
        ":2: error: its text is not what was told": sound.replace("由100元改为90元", "由100元改为99元"),
        ":2: error: the number should be 2": lines[0] + lines[2],
        f":{len(lines) + 1}: error: the number should be {len(lines) + 1}": sound + lines[-1],
        ":2: error: this line is no event": lines[0] + "{}\n",
        ":1: error: this line is no event": " " + sound,
        f":{len(lines)}: error: this line is no event": sound[:-40],
    }
    for words, text in spoilt.items():
        case.catalogue.ledger.write_text(text, encoding="utf-8")
        case.refuse("ledger.jsonl" + words, case.second)
    case.catalogue.ledger.write_text(sound, encoding="utf-8")
    snapshot = case.catalogue.folder / "editions/1/snapshot.json"
    text = snapshot.read_text(encoding="utf-8")
    snapshot.write_text(text.replace("10000", "10001"), encoding="utf-8")
    case.refuse("1/snapshot.json: error: this is not what edition 1 said", case.second)
    snapshot.unlink()
    case.refuse("1/snapshot.json: error: the ledger has edition 1, but", case.second)


def _grown_since(case: Case) -> None:
    one, other = case.third(), case.third("other-3", "3b", 70)
    case.publish(one, adds=2)
    case.refuse("the ledger is not the one this edition was built on", other)
    case.refuse("the ledger is not the one this edition was built on", other, BACK)


def _older(case: Case) -> None:
    case.refuse("To go back all the same, add --roll-back", case.first)
    case.publish(case.first, BACK, adds=0)
    before = tree(case.root)
    said = case.catalogue.program.run(
        "publish", case.target, "--from", case.first, "--catalogue", case.catalogue.folder, "--first", BACK, ends=64)
    case.expect("--first" in said and tree(case.root) == before, f"both at once: {said}")


def _same_id(case: Case) -> None:
    case.refuse("edition 2 is published already, with other content", case.third("other-2", "2"))


def _no_publisher(case: Case) -> None:
    case.catalogue.change("book.xml", "<feed [^>]*>", "")
    case.refuse("book.xml does not say who publishes", case.third())


def _keys(case: Case) -> None:
    program, book, strange = case.catalogue.program, case.root / "key", case.root / "strange"
    public = [program.run("key", path).splitlines()[0] for path in (book, strange)]
    case.catalogue.settle(key=public[0])
    third = case.third()
    for words, text in {"short": "c2hvcnQ=", "words": "no key", "empty": "", "long": "A" * 300}.items():
        (case.root / words).write_text(text)
        case.refuse(f"{words}: not a signing key", third, "--key", case.root / words)
    case.refuse("none: not a signing key", third, "--key", case.root / "none")
    case.refuse(f"the public key is {public[1]}, which <feed key>", third, "--key", strange)
    case.refuse("which <feed key>", case.second, "--key", book)
    case.publish(third, "--key", book, adds=2)
    said = program.run("verify", case.target)
    case.expect("signed with the key" in said, f"verify says {said}")


def _broken_log(case: Case) -> None:
    """The edition's own log, spoilt before its files were listed."""
    third = case.third()
    feed = third / "feed.json"
    feed.write_text(feed.read_text(encoding="utf-8").replace("由90元改为80元", "由90元改为81元"), encoding="utf-8")
    rewrite(third)
    case.refuse("feed.json: the log of changes does not hold together", third)


def _dry_run(case: Case) -> None:
    third, before = case.third(), tree(case.target) | tree(case.catalogue.folder)
    said = case.catalogue.publish(case.target, third, "--dry-run")
    case.expect("would add 2 events" in said, f"it says {said}")
    case.expect(tree(case.target) | tree(case.catalogue.folder) == before, "something was touched")


def _two_at_once(case: Case) -> None:
    """Two editions built on the same ledger, to two portals: only one of them can follow on it."""
    editions = [case.third(), case.third("other-3", "3b", 70)]
    before, folder = case.catalogue.told, os.open(case.catalogue.folder, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        both = [case.catalogue.start(case.root / f"www-{each.name}/book", each) for each in editions]
        time.sleep(1)
        case.expect([each.poll() for each in both] == [None, None], "they do not wait for whoever adds to the ledger")
    finally:
        os.close(folder)
    ends = sorted(each.wait(timeout=60) for each in both)
    after = case.catalogue.told
    case.expect(ends == [0, 1], f"they end with {ends}")
    case.expect(after[: len(before)] == before and len(after) == len(before) + 2, f"{len(after)} events are in the ledger")
