"""The same catalogue gives the same bytes on paper, too: a small edition is printed twice and compared."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from book_checks.book import Outcome

KIND, SCENARIO = "poster", "e-bike"


def check_reproducible(tool: Path, services: Path) -> Outcome:
    """Printed twice, in other folders, time zones and languages, every PDF is the same byte for byte."""
    if not os.access(tool, os.X_OK):
        return Outcome("", [f"there is no program {tool}: nothing can be printed"])
    zones = ({"TZ": "Asia/Shanghai"}, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"})
    with tempfile.TemporaryDirectory(prefix="onebook-print-") as folder:
        prints: list[dict[str, bytes]] = []
        for number, zone in enumerate(zones):
            output = Path(folder) / str(number)
            done = subprocess.run(
                [tool, "print", services, "-o", output, "--edition-kind", KIND, "--scenario", SCENARIO],
                capture_output=True, text=True, check=False, env={**os.environ, **zone},
            )
            if done.returncode != 0:
                return Outcome("", [f"printing failed ({done.returncode}): {(done.stderr or done.stdout)[:2000]}"])
            files = sorted(output.rglob("*.pdf"))
            prints.append({path.relative_to(output).as_posix(): path.read_bytes() for path in files})
    first, second = prints
    if not first:
        return Outcome("", ["nothing was printed"])
    findings = [f"{name}: only in one of the prints" for name in sorted(first.keys() ^ second.keys())]
    for name in sorted(first.keys() & second.keys()):
        one, other = first[name], second[name]
        if one != other:
            at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            findings.append(f"{name}: differs from byte {at} ({one[at:at + 40]!r}, then {other[at:at + 40]!r})")
    return Outcome(f"{len(first)} file{'s' * (len(first) > 1)}, twice", findings)
