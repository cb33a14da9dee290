"""Breaks a good printed edition in one way at a time and sees that the check for it says so."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from book_checks.book import Outcome

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
from print_checks.samples import A4, BASE, NOTICE, Fill, Link, Pdf, Sample, Sheet, Text, good_sample, write_sample

Look = Callable[[Printed], Outcome]
Spoil = Callable[[Sample], object]

BOOK, LARGE, STAFF = "handbook.pdf", "handbook-large.pdf", "handbook-staff.pdf"
POSTER, NOTICES, BOOKLET = "posters/new-car.pdf", "notices/new-car.pdf", "booklets/new-car.pdf"


@dataclass(frozen=True)
class Fault:
    """One way to break an edition, and the words that the check must then use; no words: it must not say anything."""

    check: str
    look: Look
    spoil: Spoil
    words: tuple[str, ...]


class AtOnce(Executor):
    """Does the work here and now, for a process that is one of several already."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def nothing(_: Sample) -> None:
    """Leaves the edition as it is."""


def on(name: str, number: int, change: Callable[[Sheet], object]) -> Spoil:
    """Changes one page of a file."""
    return lambda sample: change(sample.pdfs[name].sheets[number - 1])


def add(name: str, number: int, *texts: Text | Fill) -> Spoil:
    def change(sheet: Sheet) -> None:
        sheet.texts += [each for each in texts if isinstance(each, Text)]
        sheet.fills += [each for each in texts if isinstance(each, Fill)]

    return on(name, number, change)


def rewrite(name: str, number: int, old: str, new: str) -> Spoil:
    def change(sheet: Sheet) -> None:
        text = sheet.find(old)
        text.words = text.words.replace(old, new)

    return on(name, number, change)


def drop(name: str, number: int, words: str) -> Spoil:
    return on(name, number, lambda sheet: sheet.without(words))


def pdf(name: str, **changes: Any) -> Spoil:
    def spoil(sample: Sample) -> None:
        for key, value in changes.items():
            setattr(sample.pdfs[name], key, value)

    return spoil


def outline(change: Callable[[list[tuple[int, str, int]]], object]) -> Spoil:
    return lambda sample: change(sample.pdfs[BOOK].outline)


def markup(old: str, new: str, name: str = "print.html") -> Spoil:
    def spoil(sample: Sample) -> None:
        if old not in sample.texts[name]:
            raise ValueError(f"the sample's {name} has no {old!r}")
        sample.texts[name] = sample.texts[name].replace(old, new)

    return spoil


def epub(name: str, old: str, new: str) -> Spoil:
    def spoil(sample: Sample) -> None:
        if old not in sample.epub[f"EPUB/{name}"]:
            raise ValueError(f"the sample's {name} has no {old!r}")
        sample.epub[f"EPUB/{name}"] = sample.epub[f"EPUB/{name}"].replace(old, new)

    return spoil


def code(name: str, number: int, **changes: Any) -> Spoil:
    def change(sheet: Sheet) -> None:
        for key, value in changes.items():
            setattr(sheet.codes[0], key, value)

    return on(name, number, change)


def address(old: str, new: str, name: str = BOOK, number: int = 3) -> Spoil:
    def change(sheet: Sheet) -> None:
        sheet.codes[0].address = sheet.codes[0].address.replace(old, new)

    return on(name, number, change)


def empty(sheet: Sheet) -> None:
    """Leaves only the head and the feet of a page, and one line."""
    del sheet.texts[4:]


def swap_sides(sample: Sample) -> None:
    sides = sample.pdfs[BOOKLET].sheets
    sides[1], sides[2] = sides[2], sides[1]


def cover_left(sample: Sample) -> None:
    sides = sample.pdfs[BOOKLET].sheets
    for text in sides[0].texts:
        text.x -= 420


def odd_sides(sample: Sample) -> None:
    del sample.pdfs[BOOKLET].sheets[-1]


def headless(sample: Sample) -> None:
    """The table goes over without its head."""
    after = sample.pdfs[BOOK].sheets[3]
    after.without("材料")
    after.without("原件还是复印件")


def cut_row(sample: Sample) -> None:
    """The last cell of a row stands on the next page, before the head of the table."""
    before, after = sample.pdfs[BOOK].sheets[2:4]
    text = next(text for text in before.texts if text.words == "原件，交给窗口")
    before.texts.remove(text)
    after.texts.insert(3, Text(248, 62, text.words))


def many_notices(count: int, backs: int, sides: int = 2) -> Spoil:
    """A second scenario with so many situations, the first of which go over onto their backs."""

    def spoil(sample: Sample) -> None:
        sample.data["scenarios"].append({"id": "e-bike", "title": "电动自行车", "questions": []})
        title, form = Text(45, 60, "一次告知单"), Text(45, 700, "窗口填写")
        over = [Sheet([title]), *(Sheet() for _ in range(sides - 2)), Sheet([form])]
        sample.pdfs["notices/e-bike.pdf"] = Pdf(A4, over * backs + [Sheet([title, form])] * (count - backs))
        for number in range(count):
            sample.texts[f"notices/e-bike.{number}.html"] = NOTICE

    return spoil


def look_at_pages(count: range) -> Look:
    return lambda printed: bookmarks.check_bookmarks(printed, count)


def tagged_files(printed: Printed) -> Outcome:
    return tagged.check_tagged(printed.edition)


def tool(script: str) -> Look:
    """Prints with a program of that shell script; $1 is where the PDF goes."""

    def look(printed: Printed) -> Outcome:
        program = printed.edition.folder / "tool"
        program.write_text(f'#!/bin/sh\nset -e\nmkdir -p "$4"\nset -- "$4"\n{script}\n', encoding="utf-8")
        program.chmod(0o755)
        return reproducible.check_reproducible(program, printed.edition.folder)

    return look


def complete(printed: Printed) -> Outcome:
    return Outcome("", printed.edition.missing())


def pictures(printed: Printed) -> Outcome:
    """Finds fault when a picture that should be there is not."""
    folder = printed.edition.folder / "contact"
    contact.make_contact_sheets(printed, folder)
    made = {path.name for path in folder.glob("*.png") if path.stat().st_size > 1000}
    wanted = {"handbook-01.png", "large.png", "staff.png", "posters.png", "notices.png", "booklets.png"}
    return Outcome("", sorted(wanted ^ made))


PALE, DARK = (0.6, 0.6, 0.6), (0.1, 0.1, 0.1)
five = look_at_pages(range(5, 6))

FAULTS = [
    Fault("complete", complete, nothing, ()),
    Fault("complete", complete, lambda sample: sample.pdfs.pop(POSTER), (f"{POSTER}: is missing",)),

    Fault("codes", codes.check_codes, nothing, ()),
    Fault("codes", codes.check_codes, on(BOOK, 3, lambda sheet: sheet.codes.clear()),
          (f"{BOOK}:3: the chapter new-car has no code",)),
    Fault("codes", codes.check_codes, on(POSTER, 1, lambda sheet: sheet.codes.clear()),
          (f"{POSTER}:1: has no code that leads to new-car",)),
    Fault("codes", codes.check_codes, on(NOTICES, 2, lambda sheet: sheet.codes.clear()),
          (f"{NOTICES}:2: has no code that leads to new-car",)),
    Fault("codes", codes.check_codes, add(BOOK, 3, Fill((470, 80, 500, 110), (1, 1, 1)), Text(460, 100, "盖住了盖住了", 14)),
          (f"{BOOK}:3: the code cannot be read",)),
    Fault("codes", codes.check_codes, code(BOOK, 3, width=15 * 2.8346), (f"{BOOK}:3: the code is 18", "not 25")),
    Fault("codes", codes.check_codes, add(BOOK, 3, Text(444, 100, "近", 5)),
          (f"{BOOK}:3: something is printed less than 4",)),
    Fault("codes", codes.check_codes, rewrite(BOOK, 3, "new-car.html", "used-car.html"), (
        f"{BOOK}:3: the code says", "below it stands https://example.org/yibentong/scenario/used-car.html")),
    Fault("codes", codes.check_codes, rewrite(BOOK, 3, "new-car.html", "new-"), ("ends too early",)),
    Fault("codes", codes.check_codes, drop(BOOK, 3, "https"), (f"{BOOK}:3: no address is printed",)),
    Fault("codes", codes.check_codes, address("_e=2026.1", "_e=2025.3"), (f"{BOOK}:3: the code says edition 2025.3",)),
    Fault("codes", codes.check_codes, address("_h=01", "_h=ff"), (f"{BOOK}:3: the code's mark is ff23456789",)),
    Fault("codes", codes.check_codes, markup(' data-mark="0123456789"', "", "scenario/new-car.html"), ("is none",)),
    Fault("codes", codes.check_codes, address("scenario/new-car", "scenario/old-car"),
          ("is no page of this edition", "new-car has no code that leads to it")),
    Fault("codes", codes.check_codes, address(BASE, "https://example.com/"), ("the addresses begin in 2 ways",)),
    Fault("codes", codes.check_codes, address("agent=other", "agent=self", NOTICES, 2),
          (f"{NOTICES}:2: the code answers like that of page 1",)),
    Fault("codes", codes.check_codes, address("agent=other", "agent=robot", NOTICES, 2), ("answers agent=robot",)),

    Fault("contents", contents.check_contents, nothing, ()),
    Fault("contents", contents.check_contents, on(BOOK, 2, lambda sheet: setattr(sheet.texts[-1], "words", "4")),
          (f"{BOOK}:2: “按材料查4” says page 4 and its link leads to page 5",)),
    Fault("contents", contents.check_contents, rewrite(BOOK, 5, "见第3页", "见第4页"),
          (f"{BOOK}:5: ", "says page 4 and its link leads to page 3")),
    Fault("contents", contents.check_contents, on(BOOK, 5, lambda sheet: sheet.links.clear()),
          ("says page 3 and has no link",)),
    Fault("contents", contents.check_contents, on(BOOK, 2, lambda sheet: sheet.links.pop()),
          ("shows 2 page numbers of links; print.html has 3",)),
    Fault("contents", contents.check_contents, on(BOOK, 4, lambda sheet: setattr(sheet.texts[1], "words", "14")),
          (f"{BOOK}:4: its foot says 14",)),
    Fault("contents", contents.check_contents, on(STAFF, 2, lambda sheet: sheet.texts.pop(1)),
          (f"{STAFF}:2: has no page number",)),

    Fault("bookmarks", five, nothing, ()),
    Fault("bookmarks", look_at_pages(range(100, 601)), nothing, ("has 5 pages, not 100 to 600",)),
    Fault("bookmarks", five, outline(lambda entries: entries.pop(3)), ("no bookmark in its place for h3 带什么",)),
    Fault("bookmarks", five, outline(lambda entries: entries.append((3, "没有的标题", 5))),
          ("no heading in its place for bookmark 3 没有的标题",)),
    Fault("bookmarks", five, outline(lambda entries: entries.insert(3, entries.pop(4))), ("带什么", "怎么走")),
    Fault("bookmarks", five, outline(lambda entries: entries.__setitem__(1, (2, "目录目录", 2))),
          ("“目录目录” says everything twice",)),
    Fault("bookmarks", five, outline(lambda entries: entries.__setitem__(5, (2, "按材料查", 2))),
          ("“按材料查” goes back from page 4",)),
    Fault("bookmarks", five, pdf(STAFF, outline=[]), (f"{STAFF}: has no bookmarks",)),

    Fault("tagged", tagged_files, nothing, ()),
    Fault("tagged", tagged_files, pdf(POSTER, tagged=False), (f"{POSTER}: is not marked", "no structure tree")),
    Fault("tagged", tagged_files, pdf(BOOK, language="", title="", titled=False),
          (f"{BOOK}: has no language", "has no title", "does not show its title")),

    Fault("fonts", fonts.check_fonts, nothing, ()),
    Fault("fonts", fonts.check_fonts, pdf(BOOK, built_in="helv"), (f"{BOOK}: font Helvetica is not embedded",)),
    Fault("fonts", fonts.check_fonts, pdf(BOOK, built_in="china-s"), ("is not embedded",)),
    Fault("fonts", fonts.check_fonts, add(BOOK, 4, Text(60, 600, "没有的字\U000e0fff")), (f"{BOOK}:4: draws .notdef",)),
    Fault("fonts", fonts.check_fonts, add(BOOK, 4, Text(60, 600, "丢了的字\ufffd")), (f"{BOOK}:4: U+FFFD in",)),

    Fault("order", order.check_order, nothing, ()),
    Fault("order", order.check_order, drop(BOOK, 4, "怎么走"), ("h3 “怎么走” is not next in the text",)),
    Fault("order", order.check_order, on(BOOK, 3, lambda sheet: setattr(sheet.texts[3], "late", True)),
          (f"{BOOK}:3: reads h3 “带什么” here", f"{BOOK}:4: h3 “带什么” is not next")),
    Fault("order", order.check_order, add(BOOK, 4, Text(48, 700, "没有的标题", 16, level=3)), ("reads h3 “没有的标题” here",)),

    Fault("line ends", line_ends.check_line_ends, nothing, ()),
    Fault("line ends", line_ends.check_line_ends, add(BOOK, 4, Text(60, 600, "，这一行从逗号开始")),
          (f"{BOOK}:4: a line begins with “，”",)),
    Fault("line ends", line_ends.check_line_ends, add(NOTICES, 1, Text(60, 600, "这一行停在括号（")),
          (f"{NOTICES}:1: a line ends with “（”",)),
    Fault("line ends", line_ends.check_line_ends, add(BOOK, 4, Text(60, 600, "前半行"), Text(96, 600, "，后半行")), ()),

    Fault("margins", margins.check_margins, nothing, ()),
    Fault("margins", margins.check_margins, add(POSTER, 1, Text(810, 600, "出了纸边")),
          (f"{POSTER}:1: text outside the page",)),
    Fault("margins", margins.check_margins, add(NOTICES, 1, Fill((500, 830, 560, 860), DARK)),
          (f"{NOTICES}:1: the edge cuts 1 drawn there",)),
    Fault("margins", margins.check_margins, add(NOTICES, 1, Fill((500, 850, 560, 860), DARK)), ()),
    Fault("margins", margins.check_margins, add(BOOK, 4, Text(35, 600, "太靠左")),
          (f"{BOOK}:4: ", "left of the text: 太靠左")),
    Fault("margins", margins.check_margins, add(BOOK, 3, Text(530, 600, "太靠右")),
          (f"{BOOK}:3: ", "right of the text: 太靠右")),
    Fault("margins", margins.check_margins, add(BOOK, 3, Text(576, 200, "车辆", 8)), ()),
    Fault("margins", margins.check_margins, add(BOOKLET, 2, Text(385, 300, "进了订口")),
          (f"{BOOKLET}:2: ", "right of the text")),

    Fault("fullness", fullness.check_fullness, nothing, ()),
    Fault("fullness", fullness.check_fullness, on(BOOK, 5, empty), (f"{BOOK}:5: is nearly empty",)),
    Fault("fullness", fullness.check_fullness, on(BOOKLET, 2, lambda sheet: sheet.texts.__delitem__(slice(4, 11))),
          (f"{BOOKLET}:2 (page 2): is nearly empty",)),
    Fault("fullness", fullness.check_fullness, add(BOOK, 4, Text(48, 760, "带什么", 16)),
          (f"{BOOK}:4: ends with the heading “带什么”",)),
    Fault("fullness", fullness.check_fullness, add(BOOK, 4, Text(48, 740, "带什么", 16), Text(48, 770, "原件")), ()),

    Fault("tables", tables.check_tables, nothing, ()),
    Fault("tables", tables.check_tables, cut_row, (f"{BOOK}:3: the row “车辆合格证原件，交给窗口” is cut",)),
    Fault("tables", tables.check_tables, headless,
          (f"{BOOK}:4: the table goes over without its head",)),
    Fault("tables", tables.check_tables, drop(BOOK, 4, "购车发票第四联"), ("are not found",)),
    Fault("tables", tables.check_tables, markup("<th>材料", "<th>别的材料"), ("the table “别的材料原件还是复印件” is not found",)),

    Fault("running heads", heads.check_heads, nothing, ()),
    Fault("running heads", heads.check_heads, rewrite(BOOK, 4, "2026.1 版", "2025.3 版"),
          (f"{BOOK}:4: does not say edition",)),
    Fault("running heads", heads.check_heads, rewrite(LARGE, 2, "11月24日", "12月1日"),
          (f"{LARGE}:2: does not say the date",)),
    Fault("running heads", heads.check_heads, on(BOOK, 4, lambda sheet: setattr(sheet.texts[0], "words", "按材料查")),
          (f"{BOOK}:4: its running head is “按材料查”, and the chapter is “新车上牌”",)),
    Fault("running heads", heads.check_heads, on(BOOK, 2, lambda sheet: sheet.texts.pop(0)),
          (f"{BOOK}:2: has no running head",)),
    Fault("running heads", heads.check_heads, rewrite(NOTICES, 2, "2026.1", "2025.3"), ("1 of 2 sheets say edition",)),
    Fault("running heads", heads.check_heads, on(BOOKLET, 2, lambda sheet: setattr(sheet.texts[0], "words", "别的事")),
          (f"{BOOKLET}:2 (page 2): its running head is “别的事”",)),

    Fault("notices", sheets.check_notices, nothing, ()),
    Fault("notices", sheets.check_notices, lambda sample: sample.pdfs[NOTICES].sheets.append(Sheet()),
          (f"{NOTICES}:3: the sheet needs its back", f"{NOTICES}:3: the sheet ends without the form")),
    Fault("notices", sheets.check_notices, lambda sample: sample.pdfs[NOTICES].sheets.pop(), ("1 sheets for 2",)),
    Fault("notices", sheets.check_notices, many_notices(18, 2), ()),
    Fault("notices", sheets.check_notices, many_notices(18, 3), ("3 of 20 sheets need their backs",)),
    Fault("notices", sheets.check_notices, many_notices(18, 1, sides=3),
          ("notices/e-bike.pdf:2: the sheet has a third side",)),
    Fault("notices", sheets.check_notices, pdf(NOTICES, size=(612, 792)), (f"{NOTICES}:1: is 612 × 792 pt, not A4",)),
    Fault("posters", sheets.check_posters, nothing, ()),
    Fault("posters", sheets.check_posters, add(POSTER, 1, Text(60, 1170, "太低")), (f"{POSTER}:1: its foot is",)),
    Fault("posters", sheets.check_posters, pdf(POSTER, size=A4), (f"{POSTER}:1: is 595 × 842 pt, not A3",)),
    Fault("posters", sheets.check_posters, lambda sample: sample.pdfs[POSTER].sheets.append(Sheet()), ("has 2 pages",)),
    Fault("booklets", sheets.check_booklets, nothing, ()),
    Fault("booklets", sheets.check_booklets, swap_sides,
          (f"{BOOKLET}: side 2, left: page 6 lies where page 2 belongs",)),
    Fault("booklets", sheets.check_booklets, cover_left,
          ("the cover is not on the right", "side 1, left: has text and no")),
    Fault("booklets", sheets.check_booklets, odd_sides, ("has 3 sides",)),
    Fault("booklets", sheets.check_booklets, pdf(BOOKLET, size=(595.28, 841.89)), ("not A4 landscape",)),
    Fault("booklets", sheets.check_booklets, rewrite(BOOKLET, 2, "2", "3"),
          ("its page numbers are [3, 3, 4, 5, 6, 7]",)),
    Fault("large print", sheets.check_large, nothing, ()),
    Fault("large print", sheets.check_large, add(LARGE, 2, Text(60, 700, "太小的字", 12)), (f"{LARGE}:2: 12.0 pt: 太小的字",)),

    Fault("ink", ink.check_ink, nothing, ()),
    Fault("ink", ink.check_ink, add(BOOK, 4, Text(60, 600, "太淡", colour=PALE)),
          (f"{BOOK}:4: 2.8 to 1, #999999 on #ffffff: 太淡",)),
    Fault("ink", ink.check_ink, add(POSTER, 1, Fill((50, 580, 200, 610), DARK), Text(60, 600, "黑底黑字")),
          (f"{POSTER}:1: ", "#000000 on #1a1a1a: 黑底黑字")),
    Fault("ink", ink.check_ink, add(POSTER, 1, Fill((50, 580, 200, 610), DARK), Text(60, 600, "白字", colour=(1, 1, 1))),
          ()),

    Fault("page list", page_list.check_page_list, nothing, ()),
    Fault("page list", page_list.check_page_list, epub("nav.xhtml", "page-list", "landmarks"), ("has no page list",)),
    Fault("page list", page_list.check_page_list, epub("nav.xhtml", ">4<", ">2<"), ("page 2 comes after page 3",)),
    Fault("page list", page_list.check_page_list, epub("nav.xhtml", "book.xhtml#page-5", "gone.xhtml#page-5"),
          ("handbook.epub:5: there is no EPUB/gone.xhtml",)),
    Fault("page list", page_list.check_page_list, epub("book.xhtml", 'id="page-3"', 'id="page-33"'),
          ('there is no id "page-3"',)),
    Fault("page list", page_list.check_page_list, epub("nav.xhtml", '<li><a href="book.xhtml#page-5">5</a></li>', ""),
          ("lists 4 of 5 pages",)),
    Fault("page list", page_list.check_page_list, epub("book.xhtml", "发票第四联", "发票第五联"),
          ("handbook.epub:4: “发票第五联” is not on page 4",)),

    Fault("reproducible", tool('echo same >"$1/a.pdf"'), nothing, ()),
    Fault("reproducible", tool('date +%N >"$1/a.pdf"'), nothing, ("a.pdf: differs",)),
    Fault("reproducible", tool('echo same >"$1/$$.pdf"'), nothing, ("only in one of the prints",)),
    Fault("reproducible", tool("exit 3"), nothing, ("printing failed (3)",)),
    Fault("reproducible", tool("true"), nothing, ("nothing was printed",)),
    Fault("reproducible", lambda _: reproducible.check_reproducible(Path("gone"), Path("gone")), nothing,
          ("there is no program",)),

    Fault("contact sheets", pictures, nothing, ()),
]


def unreported(number: int) -> str | None:
    """What is wrong with the check of one fault, if anything."""
    fault = FAULTS[number]
    sample = good_sample()
    fault.spoil(sample)
    with tempfile.TemporaryDirectory(prefix="onebook-sample-") as folder:
        write_sample(sample, Path(folder))
        findings = fault.look(Printed(Edition(Path(folder)), AtOnce())).findings
    if not fault.words:
        return f"{fault.check} ({number}): finds fault with a good sample: {findings}" if findings else None
    silent = [words for words in fault.words if not any(words in finding for finding in findings)]
    return f"{fault.check} ({number}): should speak of {silent}, but found {findings}" if silent else None


def main() -> int:
    start = time.monotonic()
    with processes() as pool:
        results = list(pool.map(unreported, range(len(FAULTS)), chunksize=4))
    wrong = [result for result in results if result]
    for result in wrong:
        print(f"FAILED  {result}")
    checks = len({fault.check for fault in FAULTS})
    print(
        f"print self-test: {len(results)} samples for {checks} kinds of check, "
        f"{len(wrong)} not judged rightly ({time.monotonic() - start:.1f} s)"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
