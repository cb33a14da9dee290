"""Carries out a check and says what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable

from book_checks.book import Outcome

Check = tuple[str, Callable[[], Outcome]]

SHOWN = 40


def passes(check: Check) -> bool:
    name, look = check
    start = time.monotonic()
    try:
        outcome = look()
    except Exception as error:  # a check that cannot be carried out has failed, and the others still say what they see
        outcome = Outcome("", [f"could not be carried out: {type(error).__name__}: {error}"])
    seconds = time.monotonic() - start
    findings = outcome.findings
    if not findings:
        print(f"ok      {name:<15} {outcome.seen} ({seconds:.1f} s)", flush=True)
        return True
    lines = [f"FAILED  {name:<15} {len(findings)} finding{'s' * (len(findings) > 1)} ({seconds:.1f} s)"]
    lines += [f"    {finding}" for finding in findings[:SHOWN]]
    if len(findings) > SHOWN:
        lines.append(f"    … and {len(findings) - SHOWN} more")
    print("\n".join(lines), flush=True)
    return False
