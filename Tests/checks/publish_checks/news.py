"""What is new in an edition, on the screen and on paper: a first edition has none of it, so the other checks never see it."""

from __future__ import annotations

from pathlib import Path

from book_checks import browser, java
from book_checks.book import Book, Outcome
from print_checks import contents, fonts, ink, margins, sheets, tables
from print_checks.edition import BOOK, LARGE
from print_checks.edition import Edition as PrintedEdition
from print_checks.pages import Printed, processes
from print_checks.words import squeeze
from publish_checks.editions import COMING, DAY, GONE, Editions

# Where something is new: what is gone, what is to come, what was corrected, and everything that tells of it.
PAGES = [
    GONE, COMING, "former.html", "changes.html", "board.html", "index.html", "scenario/used-car.html",
    "item/vehicle-registration.html",
]
WORDS = {
    GONE: ("已停用", "本事项从2026年12月2日起停用", "不再办理，请改办“新车上牌”", "以前受理的办完", "别照着准备材料"),
    COMING: ("将有变化", "2027年3月1日起；在那以前还按原来的", "30日（自然日）内办", "20日（自然日）内办", "以前过的户照原来的"),
    "scenario/used-car.html": ("将有变化", "20日（自然日）内办"),
    "former.html": ("停车证", "办到2026年12月1日"),
    "changes.html": ("停车证停用", "要留意的变化", "号牌由100元改为90元"),
    BOOK: ("本版变化", "停车证停用", "不再办理，请改办“新车上牌”", "办到2026年12月1日", "将有变化"),
    LARGE: ("本版变化", "停车证停用", "将有变化"),
}


def check_news(editions: Editions) -> Outcome:
    real = editions.real
    folder = editions.work / "news"
    editions.program.run(
        "print", real.catalogue.folder, "-o", folder, "--edition", "2026.2", "--date", DAY, "--edition-kind", "book",
        "--edition-kind", "large", ends=None)
    findings = _screen(folder)
    # Paper does not change by itself: every sheet says what is announced.
    notices = sorted((folder / "notices").glob("used-car.*.html"))
    findings += [
        f"notices/{path.name}: it does not say what is to come"
        for path in notices
        if "<b>将有变化</b> 过户" not in path.read_text(encoding="utf-8")
    ]
    if not notices:
        findings.append("there are no notices of used-car")
    with processes() as pool:
        printed = Printed(PrintedEdition(folder), pool)
        for name in (BOOK, LARGE):
            text = "".join(line.words for page in printed.pages[name] for line in page.lines)
            findings += _lacking(name, text)
        for outcome in (
            sheets.check_large(printed), ink.check_ink(printed), margins.check_margins(printed), fonts.check_fonts(printed),
            contents.check_contents(printed), tables.check_tables(printed), java.check_epub(Book(folder)),
        ):
            findings += outcome.findings
    return Outcome(f"{len(PAGES)} pages in 2 modes, {BOOK}, {LARGE} and the EPUB of a second edition", findings)


def _screen(folder: Path) -> list[str]:
    findings = []
    with browser.chromium() as chromium:
        # The print page takes long, and should look the same in the dark.
        for width, scheme, names in ((browser.PHONE, "light", PAGES), (browser.DESKTOP, "dark", [*PAGES, "print.html"])):
            page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for name in names:
                page.goto((folder / name).absolute().as_uri())
                # What is over by the clock of this machine is hidden.
                page.evaluate("document.querySelectorAll('.bulletin').forEach(each => { each.hidden = false })")
                findings += _lacking(name, squeeze(page.locator("body").inner_text()))
                findings += [f"{name} ({scheme}, {width} px): {each}" for each in browser.violations(page, whole=False)]
            page.close()
    return sorted(set(findings))


def _lacking(name: str, text: str) -> list[str]:
    return [f"{name}: it does not say “{words}”" for words in WORDS.get(name, ()) if squeeze(words) not in text]
