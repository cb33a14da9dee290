"""Breaks a good book in one way at a time and sees that the check for it says so."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from book_checks import browser, calendar_file, change_log, data, java, links, reproducible, sample_log, samples
from book_checks.book import Book, Outcome
from book_checks.samples import good_book

Look = Callable[[Book], Outcome]


@dataclass(frozen=True)
class Fault:
    """One way to break a book, and the words that the check must then use."""

    check: str
    look: Look
    spoil: Callable[[Book], None]
    words: tuple[str, ...]


def replace(old: str, new: str, name: str = "index.html") -> Callable[[Book], None]:
    def spoil(book: Book) -> None:
        content = (book.folder / name).read_bytes()
        if old.encode() not in content:
            raise ValueError(f"the sample's {name} has no {old!r}")
        (book.folder / name).write_bytes(content.replace(old.encode(), new.encode()))

    return spoil


def add(markup: str, style: str = "") -> Callable[[Book], None]:
    """More markup at the end of the first page's <main>, and more style for it."""

    def spoil(book: Book) -> None:
        replace("</main>", f"{markup}</main>")(book)
        replace("</head>", f"<style>{style}</style></head>")(book)

    return spoil


def remove(name: str) -> Callable[[Book], None]:
    return lambda book: (book.folder / name).unlink()


def feed(**changes: object) -> Callable[[Book], None]:
    def spoil(book: Book) -> None:
        (book.folder / "feed.json").write_text(json.dumps(sample_log.FEED | changes), encoding="utf-8")

    return spoil


def epub(package: str = samples.PACKAGE, navigation: str = samples.NAVIGATION) -> Callable[[Book], None]:
    return lambda book: samples.write_epub(book.epub, package, navigation)


def nothing(_: Book) -> None:
    """Leaves the book as it is."""


def rebuild(script: str) -> Look:
    """Builds the second time with a program of that shell script; $3 is where the book goes, $1 the good one."""

    def look(book: Book) -> Outcome:
        tool = book.folder.parent / "tool"
        tool.write_text(f'#!/bin/sh\nset -e -- "$2" "$3" "$4"\n{script}\n', encoding="utf-8")
        tool.chmod(0o755)
        return reproducible.check_reproducible(book, tool, book.folder)

    return look


def open_data(book: Book) -> Outcome:
    schema = book.folder.parent / "schema.json"
    schema.write_text(json.dumps(samples.DATA_SCHEMA), encoding="utf-8")
    return data.check_open_data(book, schema)


def manifest(book: Book) -> Outcome:
    return data.check_manifest(book, Path("docs/edition.schema.json"))


def messages(book: Book) -> Outcome:
    return data.check_messages(book, Path("docs/messages.schema.json"))


def file_faults() -> list[Fault]:
    one = sample_log.FEED["items"][0]
    log = change_log.check_log
    copy = 'cp -r "$1" "$3"'
    return [
        Fault("markup", java.check_markup, nothing, ()),
        Fault("markup", java.check_markup, add("<p><div>块</div></p><br /><nav role=navigation></nav>"),
              ("index.html:", "error: No", "warning: The", "railing slash")),
        Fault("epub", java.check_epub, nothing, ()),
        Fault("epub", java.check_epub, epub(package=samples.PACKAGE.replace("nav.xhtml", "gone.xhtml")), ("RSC-001",)),
        Fault("epub", java.check_epub, remove("handbook.epub"), ("missing",)),
        Fault("links", links.check_links, nothing, ()),
        Fault("links", links.check_links, replace("new-car.html#list", "old-car.html"),
              ("there is no scenario/old-car.html",)),
        Fault("links", links.check_links, replace("#list", "#lost"), ('no id "lost" in scenario/new-car.html',)),
        Fault("links", links.check_links, replace("scenario/new", "/scenario/new"), ("works neither",)),
        Fault("links", links.check_links, epub(navigation=samples.NAVIGATION.replace("#top", "#end")),
              ("handbook.epub/", '"end"')),
        Fault("structure", links.check_links, replace(' lang="zh-CN"', ""), ("no lang",)),
        Fault("structure", links.check_links, replace("<title>办事一本通</title>", ""),
              ("no title",)),
        Fault("structure", links.check_links, add('<h1 id="a">一</h1><h3 id="a">三</h3>'),
              ("2 <h1>", "h1 to h3", '"a" stands 2')),
        Fault("feeds", data.check_feeds, nothing, ()),
        Fault("feeds", data.check_feeds, feed(items=[{"id": 7}]), ("$.items[0]",)),
        Fault("feeds", data.check_feeds, feed(version="https://jsonfeed.org/version/1"), ("$.version",)),
        Fault("feeds", data.check_feeds, feed(items=[one, one]), ("stands 2 times",)),
        Fault("feeds", data.check_feeds, remove("feed.json"), ("missing",)),
        Fault("log", log, nothing, ()),
        Fault("log", log, replace('"guide.changed"', '"guide.moved"', "archive/1-1.json"), ("kind: 'guide.moved'",)),
        Fault("log", log, replace('"rev": 1', '"rev": 3', "archive/1-1.json"), ("event 1 is not what its hash",)),
        Fault("log", log, replace('"prev": "0', '"prev": "1', "archive/1-1.json"), ("event 1 does not follow",)),
        Fault("log", log, feed(items=[]), ("checkpoint: '2' should be '1'",)),
        Fault("log", log, replace("archive/1-1", "archive/1-2", "feed.json"), ("archive/1-2.json, which is not",)),
        Fault("log", log, replace('"rev": 1', '"rev": 3', "topic/guide/new-car.json"), ("new-car.json: event 1",)),
        Fault("log", log, replace('"before": 1', '"before": 0', "editions/2026.1/changes.json"),
              ("guide/new-car: only told", "guide/new-car: never told")),
        Fault("log", log, replace('"book"', '"books"', "editions/2026.1/snapshot.json"), ("snapshot.json: $",)),
        Fault("log", log, replace("sha256:", "sha256:f", "checkpoint"), ("checkpoint: 'manifest",)),
        Fault("log", log, remove("checkpoint"), ("checkpoint is missing",)),
        Fault("log", log, remove("editions/2026.1/changes.json"), ("changes.json is missing",)),
        Fault("log", log, remove("feed.json"), ("feed.json is missing",)),
        Fault("open data", open_data, nothing, ()),
        Fault("open data", open_data, replace('"2026.1"', "2026", "book.json"), ("$.edition",)),
        Fault("open data", open_data, remove("book.json"), ("missing",)),
        Fault("manifest", manifest, nothing, ()),
        Fault("manifest", manifest, replace("找到", "找见"), ("index.html: other bytes",)),
        Fault("manifest", manifest, replace("找到您", "找到"), ("index.html: ", "bytes, listed with")),
        Fault("manifest", manifest, remove("book.css"), ("book.css: listed and not there",)),
        Fault("manifest", manifest, lambda book: (book.folder / ".x").touch(), (".x: there and not listed",)),
        Fault("manifest", manifest, replace('"book.css"', '"../book.css"', "edition.json"), ("path: '../book.css'",)),
        Fault("manifest", manifest, replace('"book.css"', '"z.css"', "edition.json"), ("not sorted",)),
        Fault("manifest", manifest, remove("edition.json"), ("missing",)),
        Fault("messages", messages, nothing, ()),
        Fault("messages", messages, replace("{office}", "{name}", "messages.json"), ("asks for ['name']",)),
        Fault("messages", messages, replace('"A1"', '"Z9"', "messages.json"), ("stage:",)),
        Fault("messages", messages, remove("messages.json"), ("missing",)),
        Fault("calendar", calendar_file.check_calendar, nothing, ()),
        Fault("calendar", calendar_file.check_calendar, replace("元旦", "元旦" * 20, "calendar.ics"), ("octets",)),
        Fault("calendar", calendar_file.check_calendar, replace("DTEND;VALUE=DATE:20260104", "DTEND;VALUE=DATE:20260101",
              "calendar.ics"), ("to 2026-01-01",)),
        Fault("calendar", calendar_file.check_calendar, replace("UID:work", "UID:off", "calendar.ics"), ("2 times",)),
        Fault("calendar", calendar_file.check_calendar, remove("calendar.ics"), ("missing",)),
        Fault("reproducible", rebuild(copy), nothing, ()),
        Fault("reproducible", rebuild(f'{copy}; date +%N >>"$3/index.html"'), nothing, ("index.html: differs",)),
        Fault("reproducible", rebuild(f'{copy}; mv "$3/feed.json" "$3/$$.json"'), nothing,
              ("only in the first", "second")),
        Fault("reproducible", rebuild("exit 3"), nothing, ("failed (3)",)),
        Fault("reproducible", lambda book: reproducible.check_reproducible(book, Path("gone"), Path("gone")), nothing,
              ("there is no program",)),
    ]


def browser_faults(chromium: Browser) -> list[Fault]:
    def seen(look: Callable[[browser.Visits], Outcome]) -> Look:
        return lambda book: look(browser.Visits(chromium, book))

    def contained(book: Book) -> Outcome:
        visits = browser.Visits(chromium, book)
        browser.check_width(visits)
        return browser.check_self_contained(visits)

    axe, width = seen(browser.check_accessibility), seen(browser.check_width)
    unscripted, answers = seen(browser.check_without_script), seen(browser.check_answers)
    paper = seen(browser.check_paper)
    scenario = browser.INTERACTIVE
    inaccessible = """<img src="data:,"><p class="dark">夜里看不清</p><p class="broad">大屏看不清</p>
        <button>一</button><button>二</button>"""
    style = """@media (prefers-color-scheme: dark) { .dark { color: #333 } }
        @media (min-width: 1000px) and (prefers-color-scheme: light) { .broad { color: #ccc } }
        button { all: unset; inline-size: 12px; block-size: 12px; overflow: hidden }"""
    return [
        Fault("accessibility", axe, nothing, ()),
        Fault("accessibility", axe, add(inaccessible, style), (
            "index.html (light, 390 px): image-alt", "<img",
            "dark, 390 px): color-contrast (Elements must meet minimum color contrast ratio thresholds) at .dark",
            "light, 1280 px): color-contrast (Elements must meet minimum color contrast ratio thresholds) at .broad",
            "target-size",
        )),
        Fault("accessibility", axe,
              add("<p>行</p>" * browser.LONG + '<b class="pale">看不清</b><img src="data:,">', ".pale { color: #ccc }"),
              ("light, 390 px): color-contrast", "light, 390 px): image-alt")),
        Fault("width", width, nothing, ()),
        Fault("width", width, add('<p id="wide">宽</p>', "#wide { width: 30rem }"), ('id="wide"', "496 px")),
        Fault("width", width, add(f"<details><summary>更多</summary><pre>{'长' * 60}</pre></details>"), ("<pre",)),
        Fault("width", width, replace('<meta name="viewport" content="width=device-width, initial-scale=1">', ""),
              ("980 px wide",)),
        Fault("self-contained", contained, nothing, ()),
        Fault("self-contained", contained, add('<img alt="" src="https://example.org/a.png">'),
              ("index.html: asks for https://example.org/a.png",)),
        Fault("self-contained", contained, add("<script>fetch('http://127.0.0.1:9/')</script>"),
              ("asks for http://127",)),
        Fault("self-contained", contained, add("<script>console.error('not so')</script>"), ("console error: not so",)),
        Fault("self-contained", contained, add("<script>throw new Error('oh')</script>"),
              ("index.html: uncaught: oh",)),
        Fault("self-contained", contained, remove("book.css"), ("console error: Failed to load",)),
        Fault("self-contained", lambda book: browser.check_self_contained(browser.Visits(chromium, book)), nothing,
              ("index.html: was never shown",)),
        Fault("without script", unscripted, nothing, ()),
        Fault("without script", unscripted, replace("<li data-when", "<li hidden data-when", scenario),
              ("cannot be seen: 委托书", "[hidden]: 委托书")),
        Fault("without script", unscripted, replace("</head>",
              "<style>[data-when] { opacity: 0 }</style></head>", scenario), ("cannot be seen: 委托书",)),
        Fault("answers", answers, nothing, ()),
        Fault("answers", answers, replace("line.hidden =", "line.title =", scenario), ("no answer hides",)),
        Fault("answers", answers, replace("history.replaceState", "Object", scenario), ("no answer changes",)),
        Fault("answers", answers, remove(scenario), ("missing",)),
        Fault("paper", paper, nothing, ()),
        Fault("paper", paper, replace("prepend(note)", "title", scenario), ("the same edition: nothing",)),
        Fault("paper", paper, replace("'paper-note changed'", "'paper-note'", scenario), ("has changed: {",)),
        Fault("paper", paper, replace("if (edition) {", "if (true) {", scenario), ("no paper: {",)),
        Fault("paper", paper, replace("${edition} 版", "旧版", scenario), ("edition is not named",)),
        Fault("paper", paper, remove(scenario), ("missing",)),
    ]


def unreported(fault: Fault) -> str | None:
    """What is wrong with the check, if anything."""
    with tempfile.TemporaryDirectory(prefix="onebook-sample-") as folder:
        book = good_book(Path(folder) / "book")
        fault.spoil(book)
        findings = fault.look(book).findings
    if not fault.words:
        return f"{fault.check}: finds fault with the good sample: {findings}" if findings else None
    silent = [words for words in fault.words if not any(words in finding for finding in findings)]
    return f"{fault.check}: should speak of {silent}, but found {findings}" if silent else None


def main() -> int:
    start = time.monotonic()
    with ThreadPoolExecutor(max_workers=2) as beside:
        files = file_faults()
        others = beside.map(unreported, files)
        with browser.chromium() as chromium:
            shown = browser_faults(chromium)
            results = [unreported(fault) for fault in shown]
        results += others
    wrong = [result for result in results if result]
    for result in wrong:
        print(f"FAILED  {result}")
    checks = len({fault.check for fault in files + shown})
    print(
        f"self-test: {len(results)} samples for {checks} kinds of check, "
        f"{len(wrong)} not judged rightly ({time.monotonic() - start:.1f} s)"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
