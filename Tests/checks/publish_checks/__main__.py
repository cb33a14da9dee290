"""Runs every check of a publication, two at a time, and ends with what came of them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book_checks.report import Check, passes
from publish_checks import conformance, hubs, killed, ledger, news, pages, refusals, served, whole
from publish_checks.editions import Editions, Program


def main() -> int:
    arguments = argparse.ArgumentParser(prog="Tests/checks/publish", description="Publishes editions and reads them.")
    arguments.add_argument("program", type=Path, help="the program")
    arguments.add_argument("only", nargs="*", help="the names of the checks that are wanted; else all")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="onebook-publish-") as folder:
        # Web servers read as somebody else.
        Path(folder).chmod(0o755)
        editions = Editions(Program(asked.program), Path(folder))
        editions.small  # several need it
        # What takes long comes first; what stands in one row needs the same editions.
        rows: list[list[Check]] = [
            [("hub", lambda: hubs.check_hubs(editions))],
            [
                ("nginx", lambda: served.check_nginx(editions)),
                ("Apache", lambda: served.check_apache(editions)),
                ("pages", lambda: pages.check_pages(editions)),
                ("news", lambda: news.check_news(editions)),
            ],
            [("feeds", lambda: conformance.check_feeds(editions))],
            [("killed", lambda: killed.check_killed(editions))],
            [("ledger", lambda: ledger.check_ledger(editions))],
            [("refusals", lambda: refusals.check_refusals(editions))],
            [("no mixture", lambda: whole.check_no_mixture(editions))],
        ]

        def carried_out(row: list[Check]) -> list[bool]:
            return [passes(check) for check in row if not asked.only or check[0] in asked.only]

        with ThreadPoolExecutor(max_workers=2) as beside:
            passed = [result for results in beside.map(carried_out, rows) for result in results]
    print(f"publish checks: {sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
