"""Runs every check over a finished book, the browser's beside the others, and ends with what came of them."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book_checks import browser, calendar_file, change_log, data, java, links, reproducible
from book_checks.book import Book
from book_checks.report import Check, passes

TOOL = Path(".build/release/onebook")
SERVICES = Path("services")
BOOK_SCHEMA = Path("docs/book.schema.json")
EDITION_SCHEMA = Path("docs/edition.schema.json")
MESSAGES_SCHEMA = Path("docs/messages.schema.json")


def main() -> int:
    arguments = argparse.ArgumentParser(prog="Tests/checks/run", description="Checks a finished book.")
    arguments.add_argument("folder", type=Path, help="the folder that `onebook build` wrote")
    book = Book(arguments.parse_args().folder)
    files: list[Check] = [
        ("links", lambda: links.check_links(book)),
        ("feeds", lambda: data.check_feeds(book)),
        ("log", lambda: change_log.check_log(book)),
        ("open data", lambda: data.check_open_data(book, BOOK_SCHEMA)),
        ("manifest", lambda: data.check_manifest(book, EDITION_SCHEMA)),
        ("messages", lambda: data.check_messages(book, MESSAGES_SCHEMA)),
        ("calendar", lambda: calendar_file.check_calendar(book)),
        ("reproducible", lambda: reproducible.check_reproducible(book, TOOL, SERVICES)),
        ("markup", lambda: java.check_markup(book)),
        ("epub", lambda: java.check_epub(book)),
    ]
    with ThreadPoolExecutor(max_workers=1) as beside:
        others = beside.submit(lambda: [passes(check) for check in files])
        with browser.chromium() as chromium:
            visits = browser.Visits(chromium, book)
            shown: list[Check] = [
                ("width", lambda: browser.check_width(visits)),
                ("without script", lambda: browser.check_without_script(visits)),
                ("answers", lambda: browser.check_answers(visits)),
                ("paper", lambda: browser.check_paper(visits)),
                ("folding", lambda: browser.check_folding(visits)),
                ("accessibility", lambda: browser.check_accessibility(visits)),
                ("self-contained", lambda: browser.check_self_contained(visits)),
            ]
            passed = [passes(check) for check in shown]
        passed += others.result()
    print(f"book checks: {sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
