"""A book of two pages with nothing wrong, for the self-test to break."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from book_checks.book import Book
from book_checks.sample_log import write_checkpoint, write_log

INDEX = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>办事一本通</title>
<link rel="stylesheet" href="book.css">
</head>
<body>
<main>
<h1>办事一本通</h1>
<p>先在目录里找到您要办的事，再看要带哪些材料、先去哪个窗口。</p>
<ul>
<li><a href="scenario/new-car.html#list">新车上牌：要带的材料都在这里</a></li>
</ul>
</main>
</body>
</html>
"""

SCENARIO = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>新车上牌</title>
<link rel="stylesheet" href="../book.css">
</head>
<body data-mark="0123456789" data-edition="2026.1">
<main>
<h1>新车上牌</h1>
<p><a href="../index.html">回到目录，找别的事</a></p>
<form id="questions">
<fieldset>
<legend>谁去办？</legend>
<label><input type="radio" name="agent" value="self"> 本人去办</label>
<label><input type="radio" name="agent" value="agent"> 委托别人代办</label>
</fieldset>
</form>
<h2>要带的材料</h2>
<ul id="list">
<li>本人身份证，带原件，窗口看过就还给您</li>
<li data-when="agent=agent">委托书，车主在上面签名，交给窗口</li>
</ul>
</main>
<script>
const paper = new URLSearchParams(location.search)
const [edition, mark] = [paper.get('_e'), paper.get('_h')]
if (edition) {
  const page = document.body.dataset
  const note = document.createElement('p')
  note.className = edition === page.edition && mark === page.mark ? 'paper-note' : 'paper-note changed'
  note.textContent = `${edition} 版`
  document.querySelector('main').prepend(note)
}
document.getElementById('questions').addEventListener('change', event => {
  const answer = `${event.target.name}=${event.target.value}`
  history.replaceState(null, '', `#${answer}`)
  for (const line of document.querySelectorAll('[data-when]')) line.hidden = line.dataset.when !== answer
})
</script>
</body>
</html>
"""

STYLE = """:root { color-scheme: light dark; }
body { margin: 1rem; color: #111; background: #fff; font: 1rem/1.6 sans-serif; }
a { color: #0040a0; }
label { display: inline-block; padding: .5rem; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #111; }
  a { color: #9cf; }
}
"""

_STAGE = {
    "id": "new-car.A1",
    "stage": "A1",
    "scenario": "new-car",
    "phase": "after",
    "sender": ["case-system"],
    "urgency": "normal",
    "ttlDays": 7,
    "collapse": "case",
    "trigger": "办好了",
    "vars": [{"name": "office", "type": "text", "meaning": "办理机构", "values": ["车管所"], "longest": 3}],
    "text": dict.fromkeys(("lock", "title", "body", "sms", "board", "voice"), "请到{office}")
    | {"wechat": {"thing1": "请到{office}"}},
    "next": "领取",
    "ifMissing": "去问",
}

MESSAGES = {
    "schema": 1,
    "edition": "2026.1",
    "date": "2026-11-24",
    "publisher": "县公安局",
    "language": "zh-CN",
    "scenarios": [{"id": "new-car", "title": "新车上牌", "sensitive": False, "stages": [_STAGE], "changes": []}],
}


def _event(uid: str, first: str, end: str, title: str) -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261124T000000Z\r\nDTSTART;VALUE=DATE:{first}\r\n"
        f"DTEND;VALUE=DATE:{end}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
    )


CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//onebook//ZH\r\n"
    + _event("off@onebook", "20260101", "20260104", "元旦放假")
    + _event("work@onebook", "20260104", "20260105", "补班")
    + "END:VCALENDAR\r\n"
)

DATA = {"edition": "2026.1"}

DATA_SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["edition"],
    "properties": {"edition": {"type": "string"}},
}

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-CN">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:7a0e6a0c-6a39-5a4f-9d0f-0d6f0d6b8c11</dc:identifier>
<dc:title>办事一本通</dc:title>
<dc:language>zh-CN</dc:language>
<meta property="dcterms:modified">2026-11-24T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
</manifest>
<spine><itemref idref="nav"/></spine>
</package>
"""

NAVIGATION = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-CN" xml:lang="zh-CN">
<head><title>目录</title></head>
<body>
<nav epub:type="toc"><h1 id="top">目录</h1><ol><li><a href="nav.xhtml#top">目录</a></li></ol></nav>
</body>
</html>
"""


def good_book(folder: Path) -> Book:
    """Writes the sample into that folder."""
    (folder / "scenario").mkdir(parents=True)
    book = Book(folder)
    for name, text in {
        "index.html": INDEX,
        "scenario/new-car.html": SCENARIO,
        "book.css": STYLE,
        "book.json": json.dumps(DATA),
        "messages.json": json.dumps(MESSAGES, ensure_ascii=False),
        "calendar.ics": CALENDAR,
    }.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    write_log(book)
    write_epub(book.epub)
    write_manifest(book)
    write_checkpoint(book)
    return book


def write_manifest(book: Book) -> None:
    files = []
    for name in book.names():
        content = (book.folder / name).read_bytes()
        files.append({"path": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)})
    manifest = {"schema": 1, "edition": "2026.1", "date": "2026-11-24", "files": files}
    (book.folder / "edition.json").write_text(json.dumps(manifest, indent=2), encoding="utf-8")


def write_epub(path: Path, package: str = PACKAGE, navigation: str = NAVIGATION) -> None:
    with ZipFile(path, "w", ZIP_STORED) as container:
        container.writestr("mimetype", "application/epub+zip")
        container.writestr("META-INF/container.xml", CONTAINER)
        container.writestr("EPUB/package.opf", package)
        container.writestr("EPUB/nav.xhtml", navigation)
