"""The pages in a real browser, under the headers that the configuration gives them; and former editions, which say so."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

from book_checks import browser
from book_checks.book import Outcome
from publish_checks import servers
from publish_checks.editions import BACK, GONE, PATH, Editions

LISTEN = "document.addEventListener('securitypolicyviolation', e => (window.refused ??= []).push(e.violatedDirective + ' ' + e.blockedURI))"
PAGES = [
    "index.html", "scenario/new-car.html", "search.html?q=过户", "item/index.html", "evidence/index.html", "why/new-car.html",
    "catalogue.html", "changes.html", "board.html", GONE, "former.html", "check.html", "print.html", "notices/new-car.html",
]


def check_pages(editions: Editions) -> Outcome:
    real = editions.real
    target = editions.work / "www-pages" / "book"
    for edition in (real.first, real.second):
        real.catalogue.publish(target, edition, "--no-hub", BACK)
    sheet = next(path.name for path in sorted((target / "notices").glob("new-car.*.html")))
    names = [*PAGES, f"notices/{sheet}"]
    snippet = real.catalogue.publish(target, real.second, "--config", "nginx")
    findings: list[str] = []
    with servers.nginx(snippet, editions.work) as site, browser.chromium() as chromium:
        page = chromium.new_page()
        page.add_init_script(LISTEN)
        words: list[str] = []
        page.on("console", lambda message: words.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: words.append(str(error)))
        root = f"http://127.0.0.1:{site.port}{PATH}"
        for name in names:
            page.goto(root + name)
            refused = page.evaluate("window.refused ?? []")
            findings += [f"{name}: {each}" for each in [*refused, *words]]
            words.clear()
            if page.locator(".paper-note").count():
                findings.append(f"{name}: the current edition is called a former one")
        findings += _works(page, root) + _former(page, root)
    return Outcome(f"{len(names)} pages", findings)


def _works(page: Page, root: str) -> list[str]:
    findings = []
    page.goto(root + "scenario/new-car.html")
    page.locator("#questions input").first.check()
    if not page.locator("#questions .state").inner_text():
        findings.append("scenario/new-car.html: it does not follow the answers")
    page.goto(root + "search.html")
    page.locator("#q").fill("过户")
    if not page.locator("#found li").count():
        findings.append("search.html: nothing is found")
    page.goto(root + "index.html")
    colour = page.evaluate("getComputedStyle(document.querySelector('.top')).display")
    if colour == "inline" or not page.evaluate("document.styleSheets.length"):
        findings.append("index.html: it has no style")
    return findings


def _former(page: Page, root: str) -> list[str]:
    findings = []
    for name in ("scenario/new-car.html", "index.html"):
        page.goto(root + "editions/2026.1/" + name, wait_until="networkidle")
        note = page.locator(".paper-note")
        if note.count() != 1 or "2026.1" not in note.inner_text():
            findings.append(f"editions/2026.1/{name}: it does not say that it is a former edition")
            continue
        address = note.locator("a").evaluate("link => link.href")
        if urlsplit(address).path != urlsplit(root + name).path:
            findings.append(f"editions/2026.1/{name}: it leads to {address}")
    # A page that is no longer there: to the first page of the current edition.
    page.route("**/yibentong/scenario/new-car.html", lambda route: route.fulfill(status=404, body=""))
    page.goto(root + "editions/2026.1/scenario/new-car.html", wait_until="networkidle")
    address = page.locator(".paper-note a").evaluate("link => link.href")
    if not address.endswith("/yibentong/index.html"):
        findings.append(f"a page that is gone leads to {address}")
    return findings
