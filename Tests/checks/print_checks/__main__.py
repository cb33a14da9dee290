"""Runs every check over a printed edition, draws its contact sheets, and ends with what came of them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from book_checks import java
from book_checks.book import Book, Outcome
from book_checks.report import Check, passes

from print_checks import (
    bookmarks,
    codes,
    contact,
    contents,
    fonts,
    fullness,
    heads,
    ink,
    line_ends,
    margins,
    order,
    page_list,
    reproducible,
    sheets,
    tables,
    tagged,
)
from print_checks.edition import Edition
from print_checks.pages import Printed, processes

TOOL = Path(".build/release/onebook")
SERVICES = Path("services")
CONTACT = Path(".build/contact")


def main() -> int:
    arguments = argparse.ArgumentParser(prog="Tests/checks/print", description="Checks a printed edition.")
    arguments.add_argument("folder", type=Path, help="the folder that `onebook print` wrote")
    arguments.add_argument("--only", metavar="CHECK", nargs="*", help="only these checks")
    arguments.add_argument("--except", dest="left_out", metavar="CHECK", nargs="*", default=[], help="not these checks")
    options = arguments.parse_args()
    edition = Edition(options.folder)
    with processes() as pool:
        printed = Printed(edition, pool)
        checks: list[Check] = [
            ("complete", lambda: _complete(edition)),
            ("reading", lambda: _reading(printed)),
            ("codes", lambda: codes.check_codes(printed)),
            ("contents", lambda: contents.check_contents(printed)),
            ("bookmarks", lambda: bookmarks.check_bookmarks(printed)),
            ("tagged", lambda: tagged.check_tagged(edition)),
            ("fonts", lambda: fonts.check_fonts(printed)),
            ("order", lambda: order.check_order(printed)),
            ("line ends", lambda: line_ends.check_line_ends(printed)),
            ("margins", lambda: margins.check_margins(printed)),
            ("fullness", lambda: fullness.check_fullness(printed)),
            ("tables", lambda: tables.check_tables(printed)),
            ("running heads", lambda: heads.check_heads(printed)),
            ("notices", lambda: sheets.check_notices(printed)),
            ("posters", lambda: sheets.check_posters(printed)),
            ("booklets", lambda: sheets.check_booklets(printed)),
            ("large print", lambda: sheets.check_large(printed)),
            ("ink", lambda: ink.check_ink(printed)),
            ("page list", lambda: page_list.check_page_list(printed)),
            ("epub", lambda: java.check_epub(Book(options.folder))),
            ("reproducible", lambda: reproducible.check_reproducible(TOOL, SERVICES)),
            ("contact sheets", lambda: contact.make_contact_sheets(printed, CONTACT)),
        ]
        chosen = [check for check in checks if check[0] in (options.only or [check[0]]) and check[0] not in options.left_out]
        passed = [passes(check) for check in chosen]
    print(f"print checks: {sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return 0 if all(passed) else 1


def _complete(edition: Edition) -> Outcome:
    """Every kind of print that an edition has is there."""
    return Outcome(f"{len(edition.files)} PDF files", edition.missing())


def _reading(printed: Printed) -> Outcome:
    """Reads every page, which the other checks stand on."""
    pages = sum(map(len, printed.pages.values()))
    return Outcome(f"{len(printed.pages)} files, {pages} pages")


if __name__ == "__main__":
    sys.exit(main())
