"""The same catalogue gives the same bytes: the book is built once more, elsewhere, and compared."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from book_checks.book import Book, Outcome

# Not written by `onebook build`: the folder's own note, and what a browser printed.
OTHERS = {"README.md", "handbook.pdf"}


def check_reproducible(book: Book, tool: Path, services: Path) -> Outcome:
    """A second build, in another folder, time zone and language, is the same byte for byte."""
    if not os.access(tool, os.X_OK):
        return Outcome("", [f"there is no program {tool}: the book cannot be built a second time"])
    with tempfile.TemporaryDirectory(prefix="onebook-again-") as folder:
        again = Book(Path(folder) / "book")
        done = subprocess.run(
            [tool, "build", services, "-o", again.folder],
            capture_output=True, text=True, check=False,
            env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        )
        if done.returncode != 0:
            return Outcome("", [f"the second build failed ({done.returncode}): {(done.stderr or done.stdout)[:2000]}"])
        first, second = (set(each.names()) - OTHERS for each in (book, again))
        findings = [f"{name}: only in the first build" for name in sorted(first - second)]
        findings += [f"{name}: only in the second build" for name in sorted(second - first)]
        for name in sorted(first & second):
            one, other = ((each.folder / name).read_bytes() for each in (book, again))
            if one != other:
                at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
                findings.append(f"{name}: differs from byte {at} ({one[at:at + 40]!r}, then {other[at:at + 40]!r})")
        return Outcome(f"{len(second)} files", findings)
