"""What only a real browser shows: accessibility, width, outside requests, and how scenario pages behave."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, WebError, sync_playwright

from book_checks.book import Book, Outcome

PHONE, DESKTOP, NARROWEST = 390, 1280, 360
INTERACTIVE = "scenario/new-car.html"

AXE_OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "preload": False,  # or axe itself asks for the style sheets, which a file:// page may not
}

OPEN_DETAILS = "() => document.querySelectorAll('details').forEach(each => { each.open = true })"

# axe's colour rules take time with the square of a page's length. They look at a very long page when it is thinned out:
# of like neighbours only the first few stay, and every later one that holds the first of a shape (tag and class).
COLOURS = ("color-contrast", "link-in-text-block")
LONG, FEW = 3000, 5
THIN_OUT = """
(few) => {
  const shape = element => `${element.tagName} ${element.className}`
  const all = [...document.body.querySelectorAll('*')]
  const firsts = new Set(new Map(all.toReversed().map(each => [shape(each), each])).values())
  for (const parent of [document.body, ...all]) {
    const count = {}
    for (const child of [...parent.children]) {
      count[shape(child)] = (count[shape(child)] ?? 0) + 1
      if (count[shape(child)] > few && ![child, ...child.querySelectorAll('*')].some(each => firsts.has(each)))
        child.remove()
    }
  }
}
"""

TOO_WIDE = """
(limit) => {
  const width = document.documentElement.scrollWidth
  if (width <= limit) return null
  const clipped = element => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return true
    return false
  }
  const right = element => {
    const box = element.getBoundingClientRect()
    return Math.round(Math.max(box.right, box.left + element.scrollWidth))
  }
  const widest = [...document.body.querySelectorAll('*')]
    .filter(each => right(each) > limit && ![...each.children].some(child => right(child) > limit) && !clipped(each))
    .sort((a, b) => right(b) - right(a)).slice(0, 3)
    .map(each => `${each.cloneNode(false).outerHTML.slice(0, 120)} reaches ${right(each)} px: `
      + each.textContent.trim().slice(0, 40))
  return [`is ${width} px wide`, ...widest].join('\\n      ')
}
"""

HIDDEN_WITHOUT_SCRIPT = """
() => {
  const main = document.querySelector('main')
  if (!main) return ['has no <main>']
  const told = (problem, each) => `${problem}: ${each.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60)}`
  const read = each => !each.closest('dialog, template, button')
  const lines = [...main.querySelectorAll('[data-when], li')].filter(read)
    .filter(each => !each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  const hidden = [...main.querySelectorAll('[hidden]')].filter(each => read(each) && each.textContent.trim())
  return [...lines.map(each => told('a line cannot be seen', each)), ...hidden.map(each => told('[hidden]', each))]
}
"""

ANSWER_QUESTIONS = """
async () => {
  const lines = [...document.querySelectorAll('main [data-when]')]
  const visible = () => lines.filter(each => each.checkVisibility()).length
  const address = () => location.search + location.hash
  const before = { visible: visible(), address: address() }
  const choices = [...document.querySelectorAll('form#questions input[type=radio]')]
  const seen = { choices: choices.length, lines: lines.length, hides: false, remembers: false }
  for (const choice of choices) {
    choice.click()
    await new Promise(done => setTimeout(done, 20))
    seen.hides ||= visible() < before.visible
    seen.remembers ||= address() !== before.address
    if (seen.hides && seen.remembers) break
  }
  return seen
}
"""


PAPER_NOTE = """
() => {
  const note = document.querySelector('.paper-note')
  return note?.checkVisibility() ? { kind: note.className, text: note.textContent } : null
}
"""

# What a reader sees once every question is answered, beside what the figures say.
FOLDED_PAGE = """
() => {
  const figure = name => document.querySelector(`[data-figure=${name}] b`).textContent.replace(/[^0-9–]/g, '')
  const seen = selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility())
  return {
    clash: document.querySelector('.state').classList.contains('clash'),
    trips: figure('trips'), things: figure('things'),
    shownTrips: seen('.way > .stop.trip').length, shownThings: seen('#bring .paper').length,
    emptyStops: seen('.way > .stop').filter(each => !each.querySelector('li') || !each.querySelector('h3')).length,
    emptyParts: seen('.parts > .part').filter(each => each.id !== 'bring' && each.innerText.trim().split('\\n').length < 2)
      .map(each => each.id),
    doubled: document.body.innerText.includes('如果如果'),
  }
}
"""


class Visits:
    """One Chromium, the pages it was shown, and whatever they asked for or complained about meanwhile."""

    def __init__(self, browser: Browser, book: Book) -> None:
        self.book = book
        self.seen: set[str] = set()
        self.incidents: list[str] = []
        self._browser = browser

    @contextmanager
    def window(self, width: int, **options: Any) -> Iterator[Page]:
        """A window of that width whose outside requests, console errors and uncaught errors are kept."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", service_workers="block", **options
        )
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.route(re.compile(r"^(?!file:|data:|blob:)"), self._refuse)
        try:
            yield context.new_page()
        finally:
            context.close()

    def show(self, page: Page, name: str) -> None:
        page.goto(self.book.url(name), wait_until="load")
        page.evaluate(OPEN_DETAILS)
        self.seen.add(name)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.incidents.append(f"{self._name(message.location.get('url', ''))}: console error: {message.text}")

    def _catch(self, error: WebError) -> None:
        self.incidents.append(f"{self._name(error.page.url if error.page else '')}: uncaught: {error.error.message}")

    def _refuse(self, route: Route) -> None:
        self.incidents.append(f"{self._name(route.request.frame.url)}: asks for {route.request.url}")
        route.abort()

    def _name(self, url: str) -> str:
        return url.removeprefix(f"{self.book.folder.resolve().as_uri()}/")


@contextmanager
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium-headless-shell")
    if program is None:
        raise RuntimeError("chromium-headless-shell is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        try:
            yield browser
        finally:
            browser.close()


def check_accessibility(visits: Visits) -> Outcome:
    """axe-core finds nothing: a page of every kind, light and dark, phone and desktop; and every scenario page."""
    samples = visits.book.samples()
    others = [name for name in visits.book.scenarios() if name not in samples]
    findings: list[str] = []
    for width in (PHONE, DESKTOP):
        for scheme in ("light", "dark"):
            first = (width, scheme) == (PHONE, "light")
            with visits.window(width, color_scheme=scheme) as page:
                for name in samples + others if first else samples:
                    visits.show(page, name)
                    findings += [f"{name} ({scheme}, {width} px): {each}" for each in violations(page, whole=first)]
    return Outcome(f"{len(samples)} kinds of page in 4 modes, {len(others)} more scenario pages", findings)


def violations(page: Page, whole: bool) -> Iterator[str]:
    """What axe finds. A very long page is thinned out, after a look at the whole of it if that is asked for."""
    if page.locator("*").count() > LONG:
        if whole:
            uncoloured = AXE_OPTIONS["rules"] | {rule: {"enabled": False} for rule in COLOURS}
            yield from _axe(page, AXE_OPTIONS | {"rules": uncoloured})
        page.evaluate(THIN_OUT, FEW)
    yield from _axe(page, AXE_OPTIONS)


def _axe(page: Page, options: dict[str, Any]) -> Iterator[str]:
    for violation in Axe().run(page, options=options).response["violations"]:
        for node in violation["nodes"][:5]:
            target = " ".join(map(str, node["target"]))
            yield f"{violation['id']} ({violation['help']}) at {target}: {node['html'][:200]}"


def check_width(visits: Visits) -> Outcome:
    """No page has to be scrolled sideways on the narrowest telephone."""
    findings: list[str] = []
    pages = visits.book.pages()
    with visits.window(NARROWEST, is_mobile=True, has_touch=True) as page:
        for name in pages:
            visits.show(page, name)
            if problem := page.evaluate(TOO_WIDE, NARROWEST):
                findings.append(f"{name} {problem}")
    return Outcome(f"{len(pages)} pages at {NARROWEST} px", findings)


def check_without_script(visits: Visits) -> Outcome:
    """Without JavaScript a scenario page shows every line of its list."""
    findings: list[str] = []
    scenarios = visits.book.scenarios()
    if not scenarios:
        return Outcome("", ["there is no scenario page"])
    with visits.window(PHONE, java_script_enabled=False) as page:
        for name in scenarios:
            visits.show(page, name)
            findings += [f"{name}: {problem}" for problem in page.evaluate(HIDDEN_WITHOUT_SCRIPT)]
    return Outcome(f"{len(scenarios)} scenario pages", findings)


def check_answers(visits: Visits) -> Outcome:
    """With JavaScript an answer is kept in the address and takes lines out of the list."""
    if INTERACTIVE not in visits.book.scenarios():
        return Outcome("", [f"{INTERACTIVE} is missing"])
    with visits.window(PHONE) as page:
        visits.show(page, INTERACTIVE)
        seen = page.evaluate(ANSWER_QUESTIONS)
    findings: list[str] = []
    if not seen["hides"]:
        findings.append("no answer hides a line")
    if not seen["remembers"]:
        findings.append("no answer changes the address")
    context = f"{seen['choices']} choices, {seen['lines']} lines with a condition"
    return Outcome(f"{INTERACTIVE}, {context}", [f"{INTERACTIVE} ({context}): {each}" for each in findings])


def check_paper(visits: Visits) -> Outcome:
    """Whoever comes from a code on paper is told whether the paper still holds; nobody else is told anything."""
    if INTERACTIVE not in visits.book.scenarios():
        return Outcome("", [f"{INTERACTIVE} is missing"])
    findings: list[str] = []
    with visits.window(PHONE) as page:
        visits.show(page, INTERACTIVE)
        own = page.evaluate("() => ({ ...document.body.dataset })")
        edition, mark = own["edition"], own["mark"]
        cases = [
            ("no paper", {}, None),
            ("the same edition", {"_e": edition, "_h": mark}, "paper-note"),
            ("an edition that nobody knows", {"_e": "1999.1", "_h": mark}, "paper-note changed"),
            ("this edition, of which the page has changed", {"_e": edition, "_h": "ffffffffff"}, "paper-note changed"),
        ]
        for case, query, wanted in cases:
            page.goto(visits.book.url(INTERACTIVE) + "?" + urlencode(query), wait_until="load")
            seen = page.evaluate(PAPER_NOTE)
            if (seen and seen["kind"]) != wanted:
                findings.append(f"{INTERACTIVE}: {case}: {seen or 'nothing'} is said")
            elif seen and query["_e"] not in seen["text"]:
                findings.append(f"{INTERACTIVE}: {case}: the paper's edition is not named: {seen['text']}")
    return Outcome(f"{INTERACTIVE}, {len(cases)} kinds of paper", findings)


def check_folding(visits: Visits) -> Outcome:
    """With every question answered the page shows what its figures count, and nothing empty: some answers a scenario."""
    document = json.loads((visits.book.folder / "book.json").read_text(encoding="utf-8"))
    chance = random.Random(7)
    findings: list[str] = []
    tried = 0
    with visits.window(PHONE) as page:
        for scenario in document["scenarios"]:
            name = f"scenario/{scenario['id']}.html"
            for _ in range(3):
                answers = {each["id"]: chance.choice(each["options"])["id"] for each in scenario["questions"]}
                page.goto(visits.book.url(name) + "?" + urlencode(answers), wait_until="load")
                seen = page.evaluate(FOLDED_PAGE)
                tried += 1
                if seen["clash"]:
                    continue
                where = f"{name}?{urlencode(answers)}"
                for figure, shown in (("trips", "shownTrips"), ("things", "shownThings")):
                    if seen[figure] not in ("–", str(seen[shown])):
                        findings.append(f"{where}: says {seen[figure]} {figure}, shows {seen[shown]}")
                if seen["emptyStops"] or seen["emptyParts"]:
                    findings.append(f"{where}: {seen['emptyStops']} empty stops, empty parts {seen['emptyParts']}")
                if seen["doubled"]:
                    findings.append(f"{where}: a condition begins twice")
    return Outcome(f"{tried} sets of answers", findings)


def check_self_contained(visits: Visits) -> Outcome:
    """No page shown so far asked for anything from outside, or put an error on the console."""
    missed = [name for name in visits.book.pages() if name not in visits.seen]
    findings = [f"{name}: was never shown" for name in missed] + sorted(set(visits.incidents))
    return Outcome(f"{len(visits.seen)} pages, no outside request, no console error", findings)
