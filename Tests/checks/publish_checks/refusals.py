"""What is refused, and that then nothing is touched; what is mended; what may happen at the same time."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from book_checks.book import Outcome
from publish_checks.editions import BACK, Editions, flaws, read, rewrite, tree


class Case:
    """A portal with edition 1, a copy of edition 2 to be spoilt, and a catalogue that knows both."""

    def __init__(self, editions: Editions, name: str) -> None:
        self.name, self.small = name, editions.small
        self.root = editions.work / f"www-refusals-{name.replace(' ', '-')}"
        self.target = self.root / "book"
        self.root.mkdir()
        self.catalogue = self.small.catalogue.copy(self.root / "catalogue")
        self.first = self.small.first
        self.catalogue.publish(self.target, self.first, BACK)
        self.edition = self.root / "edition"
        shutil.copytree(self.small.second, self.edition)
        self.findings: list[str] = []

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.findings.append(f"{self.name}: {otherwise}")

    def publish(self, *options: str, words: str = "", edition: Path | None = None, target: Path | None = None) -> None:
        said = self.catalogue.publish(target or self.target, edition or self.edition, BACK, *options)
        self.expect(words in said, f"it says {said}")
        self.expect(not flaws((target or self.target).resolve()), "the edition is not whole")

    def refuse(self, words: str, *options: str, ends: int = 1, target: Path | None = None) -> None:
        before = tree(self.root)
        said = self.catalogue.publish(target or self.target, self.edition, *options, ends=ends)
        self.expect(words in said, f"it says {said}")
        self.expect(tree(self.root) == before, "something was touched")


def check_refusals(editions: Editions) -> Outcome:
    cases = [
        _altered, _missing, _foreign, _no_manifest, _hostile_manifest, _other_book, _printed_anew, _in_the_way, _nested,
        _options, _mends, _records, _behind_a_link, _two_at_once, _mounted, _build_into_it, _roll_back,
    ]
    findings: list[str] = []
    for look in cases:
        case = Case(editions, look.__name__.strip("_").replace("_", " "))
        look(case)
        findings += case.findings
    return Outcome(f"{len(cases)} cases", findings)


def _altered(case: Case) -> None:
    with (case.edition / "assets/book.css").open("a") as file:
        file.write("x")
    case.refuse("edition/assets/book.css: altered")


def _missing(case: Case) -> None:
    (case.edition / "laws.html").unlink()
    case.refuse("edition/laws.html: listed in edition.json and not there")
    (case.edition / "laws.html").symlink_to(case.first / "laws.html")
    case.refuse("edition/laws.html: listed in edition.json and not there")


def _foreign(case: Case) -> None:
    (case.edition / "scenario/.notes").write_text("mine")
    case.refuse("edition/scenario/.notes: not listed")
    (case.edition / "scenario/.notes").unlink()
    (case.edition / "README.md").write_text("a repository keeps this here")
    case.publish()
    case.expect(not (case.target / "README.md").exists(), "a note of the repository is published")


def _no_manifest(case: Case) -> None:
    (case.edition / "edition.json").unlink()
    case.refuse("run onebook build first")


def _hostile_manifest(case: Case) -> None:
    for changes in ({"edition": "../../x"}, {"hub": "http://evil.example.org/"}, {"schema": 2}):
        shutil.copy(case.small.second / "edition.json", case.edition / "edition.json")
        rewrite(case.edition, **changes)
        case.refuse("edition.json: not readable")
    (case.root / "outside").write_text("x")
    listed = read(case.small.second / "edition.json")["files"]
    text = (case.small.second / "edition.json").read_text()
    (case.edition / "edition.json").write_text(text.replace(f'"{listed[0]["path"]}"', '"../outside"'))
    case.refuse("edition.json: not readable")


def _other_book(case: Case) -> None:
    case.catalogue.change("fees.xml", 'amount="90"', 'amount="80"')
    case.edition = case.catalogue.build("edition-1-changed", "1")
    case.refuse("edition 1 is published already, with other content", BACK)
    # Nor one whose record was exchanged without its log.
    rewrite(case.edition, edition="2")
    case.refuse("edition 2 is published already, with other content", BACK)
    # Nor under the id of a former one, whose pages are long gone.
    case.publish("--keep", "0", edition=case.small.second)
    rewrite(case.edition, edition="1")
    case.refuse("edition 1 is published already, with other content", BACK)


def _printed_anew(case: Case) -> None:
    shutil.rmtree(case.edition)
    shutil.copytree(case.first, case.edition)
    (case.edition / "handbook.pdf").write_bytes(b"%PDF-1.7")
    rewrite(case.edition)
    case.publish(words="1 new files, 0 changed, 0 gone")
    case.expect(len(read(case.target / "editions/index.json")["editions"]) == 1, "it is its own former edition")


def _in_the_way(case: Case) -> None:
    for name in ("letter.txt", "assets/.hidden", "editions/mine/letter.txt"):
        path = case.target / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("precious")
        case.refuse(f"book/{name}: something stands here")
        path.unlink()
    other = case.root / "other"
    other.mkdir()
    (other / "index.html").write_text("another site")
    case.refuse("other/index.html: something stands here", target=other)
    (other / "index.html").unlink()
    case.publish(target=other)
    case.refuse("edition: the edition and the target", target=case.edition)


def _nested(case: Case) -> None:
    case.refuse("cannot lie in each other", target=case.edition / "www")
    case.refuse("cannot lie in each other", target=case.root)


def _options(case: Case) -> None:
    case.refuse("--keep", "--keep", "-1", ends=64)
    case.refuse("--hub-timeout", "--hub-timeout", "0", ends=64)
    before = tree(case.root)
    said = case.catalogue.publish(case.target, case.edition, "--dry-run")
    case.expect("would publish edition 2" in said, f"it says {said}")
    case.catalogue.publish(case.root / "new/deep", case.edition, "--dry-run")
    case.catalogue.publish(case.root / "new/deep", case.edition, "--config", "apache")
    case.expect(tree(case.root) == before and not (case.root / "new").exists(), "something was touched")
    case.catalogue.publish(case.root / "$uri", case.edition, "--config", "nginx", ends=1)


def _mends(case: Case) -> None:
    (case.target / "laws.html").unlink()
    with (case.target / "index.html").open("a") as file:
        file.write("x")
    case.publish(edition=case.first, words="edition 1 was altered there")
    with (case.target / "index.html").open("a") as file:
        file.write("x")
    case.publish(words="whole none; records only 1")
    case.expect(not (case.target / "editions/1/index.html").exists(), "an altered page is kept as if it were edition 1's")


def _records(case: Case) -> None:
    """Of all editions the records stay, of the last ones the pages, and what is the same is one file on the disk."""
    case.publish()
    made = {"2": case.edition}
    for each in range(3, 7):
        case.catalogue.change("fees.xml", 'amount="[0-9]+"', f'amount="{10 * each}"')
        edition = made[str(each)] = case.catalogue.build(f"edition-{each}", str(each), f"2026-12-0{each}")
        case.publish(edition=edition)
    listed = read(case.target / "editions/index.json")["editions"]
    case.expect([each["edition"] for each in listed] == ["6", "5", "4", "3", "2", "1"], f"listed are {listed}")
    case.expect([each.get("pages") for each in listed] == ["../", "5/", "4/", None, None, None], f"pages are at {listed}")
    for number in ("1", "2", "3", "4", "5", "6"):
        names = {path.name for path in (case.target / "editions" / number).iterdir() if path.is_file()}
        case.expect({"edition.json", "snapshot.json", "changes.json"} <= names, f"records of {number} are {names}")
    for number in ("4", "5"):
        folder = case.target / "editions" / number
        same = [tree(each)["item/vehicle-registration.html"] for each in (folder, made[number])]
        case.expect(same[0] == same[1], f"edition {number} is not as it was")
        case.expect(not flaws(folder, exact=False), f"edition {number} is not whole")
        case.expect(os.path.samefile(folder / "assets/book.css", case.target / "assets/book.css"), "files stand twice")


def _behind_a_link(case: Case) -> None:
    link = case.root / "current"
    link.symlink_to("book")
    case.publish(target=link)
    case.expect(link.is_symlink() and read(case.target / "edition.json")["edition"] == "2", "the link was replaced")


def _two_at_once(case: Case) -> None:
    case.catalogue.change("fees.xml", 'amount="90"', 'amount="80"')
    third = case.catalogue.build("third", "3", "2026-12-03")
    both = [case.catalogue.start(case.target, each, BACK) for each in (case.edition, third)]
    case.expect([each.wait(timeout=60) for each in both] == [0, 0], "one of two failed")
    listed = {each["edition"] for each in read(case.target / "editions/index.json")["editions"]}
    case.expect(listed == {"1", "2", "3"} and not flaws(case.target), f"of three editions are left {listed}")


def _mounted(case: Case) -> None:
    """A mount point cannot be replaced. Skipped where nobody may mount."""
    program, mounted = case.catalogue.program.path, case.root / "mounted"
    shutil.copytree(case.target, mounted)
    script = f'mount --bind "{case.target}" "{mounted}" && exec "{program}" publish "{mounted}" --from "{case.edition}" --catalogue "{case.catalogue.folder}"'
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    if "unshare" in done.stderr or "mount:" in done.stderr:
        return
    case.expect(done.returncode == 1 and "something is mounted here" in done.stderr, f"it says {done.stderr}")
    case.expect(read(case.target / "edition.json")["edition"] == "1" and not flaws(case.target), "it was touched")
    case.expect(not [each for each in case.root.iterdir() if each.name.startswith(".")], "something is left over")


def _build_into_it(case: Case) -> None:
    before = tree(case.root)
    done = subprocess.run(
        [case.catalogue.program.path, "build", case.catalogue.folder, "-o", case.target],
        capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    case.expect(done.returncode == 1 and "then onebook publish" in done.stderr, f"it says {done.stderr}")
    case.expect(tree(case.root) == before, "something was touched")


def _roll_back(case: Case) -> None:
    times = [(case.target / "index.html").stat().st_mtime]
    case.publish()
    kept = case.root / "taken-out"
    shutil.copytree(case.target / "editions/1", kept)
    case.publish(edition=kept, words="whole 2")
    times.append((case.target / "index.html").stat().st_mtime)
    case.expect(times[1] > times[0], "an old page that is published again is as old as it was")
    listed = [each["edition"] for each in read(case.target / "editions/index.json")["editions"]]
    case.expect(listed == ["1", "2"], f"listed are {listed}")
