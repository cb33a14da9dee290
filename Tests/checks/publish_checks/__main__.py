"""Runs every check of a publication, those that wait for a hub beside the others, and ends with what came of them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book_checks.report import Check, passes
from publish_checks import hubs, pages, refusals, served, whole
from publish_checks.editions import Editions


def main() -> int:
    arguments = argparse.ArgumentParser(prog="Tests/checks/publish", description="Publishes editions and reads them.")
    arguments.add_argument("program", type=Path, help="the program")
    with tempfile.TemporaryDirectory(prefix="onebook-publish-") as folder:
        # Web servers read as somebody else.
        Path(folder).chmod(0o755)
        editions = Editions(arguments.parse_args().program, Path(folder))
        slow: list[Check] = [("hub", lambda: hubs.check_hubs(editions))]
        checks: list[Check] = [
            ("nginx", lambda: served.check_nginx(editions)),
            ("Apache", lambda: served.check_apache(editions)),
            ("pages", lambda: pages.check_pages(editions)),
            ("refusals", lambda: refusals.check_refusals(editions)),
            ("no mixture", lambda: whole.check_no_mixture(editions)),
            ("killed", lambda: whole.check_killed(editions)),
        ]
        with ThreadPoolExecutor(max_workers=1) as beside:
            others = beside.submit(lambda: [passes(check) for check in slow])
            passed = [passes(check) for check in checks] + others.result()
    print(f"publish checks: {sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
