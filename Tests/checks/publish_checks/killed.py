"""Killed at any moment, a build or a publication leaves whole editions and a ledger without gaps; then it goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from book_checks.book import Outcome
from publish_checks.editions import SMALL, Catalogue, Editions, damage, litter, manifest, tree
from publish_checks.log import flaws_of_log

ROUNDS = 25


def check_killed(editions: Editions) -> Outcome:
    """In each round a new edition: its building is killed and done again, then its publication."""
    root = editions.work / "www-killed"
    root.mkdir()
    catalogue = Catalogue.of(editions.program, SMALL, root / "catalogue")
    (root / "www").mkdir()
    target = root / "www/book"
    catalogue.publish(target, catalogue.build("built/book", "0"), "--first")
    chance = random.Random(20261126)
    killed = Killed(catalogue, target, root / "built/book", chance)
    for number in range(1, ROUNDS + 1):
        catalogue.change("fees.xml", 'amount="[0-9]+"', f'amount="{100 + number}"')
        killed.build(str(number))
        killed.publish(str(number))
        if killed.findings:
            break
    findings = killed.findings + litter(root / "www") + litter(root / "built")
    wanted = {"not built", "neither", "told", "published"}
    if not findings and not wanted <= set(killed.seen):
        findings.append(f"{dict(killed.seen)} were seen, not all of {sorted(wanted)}: the kills came too early or too late")
    seen = ", ".join(f"{count} {state}" for state, count in sorted(killed.seen.items()))
    return Outcome(f"{2 * ROUNDS} kills: {seen}", findings)


class Killed:
    def __init__(self, catalogue: Catalogue, target: Path, folder: Path, chance: random.Random) -> None:
        self.catalogue, self.target, self.folder, self.chance = catalogue, target, folder, chance
        self.findings: list[str] = []
        self.seen: Counter[str] = Counter()
        # How long each takes, from the last time that it was not killed.
        self.building = self.publishing = 0.5

    def _kill(self, program: subprocess.Popen[bytes], whole: float) -> None:
        time.sleep(self.chance.uniform(0, whole * 1.3))
        program.send_signal(signal.SIGKILL)
        program.wait()

    def build(self, edition: str) -> None:
        arguments = ("build", self.catalogue.folder, "-o", self.folder, "--edition", edition, "--date", "2026-12-01")
        before = tree(self.folder)
        self._kill(self.catalogue.program.start(*arguments), self.building)
        self._expect_whole(self.folder, f"build {edition}")
        if tree(self.folder) == before:
            self.seen["not built"] += 1
        elif manifest(self.folder)["edition"] == edition:
            self.seen["built"] += 1
        else:
            self.findings.append(f"build {edition}: something of another edition stands there")
        start = time.monotonic()
        self.catalogue.program.run(*arguments)
        self.building = time.monotonic() - start

    def publish(self, edition: str) -> None:
        before = self.catalogue.told
        self._kill(self.catalogue.start(self.target, self.folder, "--keep", "1"), self.publishing)
        name = f"publish {edition}"
        self._expect_whole(self.target, name)
        self.findings += [f"{name}: {flaw}" for flaw in damage(self.target)]
        after = self.catalogue.told
        self._expect_ledger(name, before, after)
        stands = manifest(self.target)["edition"] == edition
        told = len(after) > len(before)
        if stands and not told:
            self.findings.append(f"{name}: it is published and not written down")
        self.seen["published" if stands else "told" if told else "neither"] += 1
        start = time.monotonic()
        self.catalogue.publish(self.target, self.folder, "--keep", "1")
        self.publishing = time.monotonic() - start
        self._expect_whole(self.target, name)
        self._expect_ledger(name, before, self.catalogue.told)
        tellings = [item for item in self.catalogue.told if item["_onebook"]["editionTo"] == edition]
        if len(tellings) != 2 or manifest(self.target)["edition"] != edition:
            self.findings.append(f"{name}: published again, {len(tellings)} events of it stand in the ledger")

    def _expect_whole(self, folder: Path, name: str) -> None:
        said = self.catalogue.program.run("verify", folder, ends=None)
        if said.count("✓") != 4 or "✗" in said:
            self.findings.append(f"{name}: {said}")

    def _expect_ledger(self, name: str, before: list[object], after: list[object]) -> None:
        self.findings += [f"{name}: {flaw}" for flaw in flaws_of_log(after)]
        if after[: len(before)] != before or len(after) - len(before) not in {0, 2}:
            self.findings.append(f"{name}: the ledger has {len(after)} lines after {len(before)}, or others")
