"""A printed edition of one scenario with nothing wrong, described so that the self-test can break it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pymupdf
import zxingcpp

from print_checks.scan import MM

A3, A4, A5, A4_LANDSCAPE = (841.89, 1190.55), (595.28, 841.89), (420.945, 595.28), (841.89, 595.28)
IMPRINT = "办事一本通 · 2026.1 版 · 2026年11月24日"
MARK = "0123456789"
BASE = "https://example.org/yibentong/"
ADDRESS = f"{BASE}scenario/new-car.html?_e=2026.1&_h={MARK}"


@dataclass
class Text:
    """Words whose first letter stands at that point of the base line."""

    x: float
    y: float
    words: str
    size: float = 12
    colour: tuple[float, float, float] = (0, 0, 0)
    level: int = 0  # of a heading
    late: bool = False  # read aloud after the rest of its page


@dataclass
class Fill:
    box: tuple[float, float, float, float]
    colour: tuple[float, float, float]


@dataclass
class Link:
    box: tuple[float, float, float, float]
    page: int


@dataclass
class QRCode:
    """A code whose dark part begins at that point."""

    x: float
    y: float
    width: float
    address: str


@dataclass
class Sheet:
    texts: list[Text] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    codes: list[QRCode] = field(default_factory=list)

    def find(self, words: str) -> Text:
        return next(text for text in self.texts if words in text.words)

    def without(self, words: str) -> None:
        self.texts.remove(self.find(words))


@dataclass
class Pdf:
    size: tuple[float, float]
    sheets: list[Sheet]
    outline: list[tuple[int, str, int]] = field(default_factory=list)
    title: str = "办事一本通"
    language: str = "zh-CN"
    tagged: bool = True
    titled: bool = True
    built_in: str = ""  # a font that stays outside the file


@dataclass
class Sample:
    """Everything an edition's folder holds."""

    pdfs: dict[str, Pdf]
    texts: dict[str, str]
    epub: dict[str, str]
    data: dict[str, Any]


PRINTED = """<!DOCTYPE html>
<html lang="zh-CN"><head><title>办事一本通</title></head><body class="book"><main>
<section class="front"><h1 id="front">办事一本通</h1></section>
<nav class="chapter contents" id="contents"><h2>目录</h2><ul>
<li><a class="leader" href="#scenario-new-car"><span>新车上牌</span> <span class="pp">3</span></a></li>
<li><a class="leader" href="#evidence"><span>按材料查</span> <span class="pp">5</span></a></li>
</ul></nav>
<article class="chapter scenario" data-pages="scenario-new-car">
<header><p class="mark" aria-hidden="true">车</p><h2 id="scenario-new-car">新车上牌</h2></header>
<details class="counted"><summary>怎么算的</summary><table><tr><td>纸上没有的一行</td></tr></table></details>
<section><h3>带什么</h3>
<table><thead><tr><th>材料</th><th>原件还是复印件</th></tr></thead><tbody>
<tr><th>居民身份证</th><td>原件，看完还您</td></tr>
<tr><th>车辆合格证</th><td>原件，交给窗口</td></tr>
<tr><th>购车发票第四联</th><td>原件，交给窗口</td></tr>
</tbody></table></section>
<section><h3>怎么走</h3><svg><text x="0" y="0">车管所</text></svg></section>
</article>
<section class="chapter" id="evidence"><h2>按材料查</h2>
<p><a href="#scenario-new-car">新车上牌</a><span class="see">（见第3页）</span></p>
</section>
</main></body></html>
"""

SCENARIO = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><title>新车上牌</title></head>
<body data-mark="{MARK}" data-edition="2026.1"><main><h1>新车上牌</h1></main></body></html>
"""

NOTICE = '<!DOCTYPE html><html lang="zh-CN"><body><article class="sheet">一次告知单</article></body></html>\n'

DATA = {
    "edition": "2026.1",
    "date": "2026-11-24",
    "title": "办事一本通",
    "scenarios": [{
        "id": "new-car",
        "title": "新车上牌",
        "questions": [{"id": "agent", "options": [{"id": "self"}, {"id": "other"}]}],
    }],
}

PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
</manifest></package>
"""

NAVIGATION = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="page-list"><ol>
<li><a href="book.xhtml#page-1">1</a></li><li><a href="book.xhtml#page-2">2</a></li>
<li><a href="book.xhtml#page-3">3</a></li><li><a href="book.xhtml#page-4">4</a></li>
<li><a href="book.xhtml#page-5">5</a></li>
</ol></nav>
</body></html>
"""

CHAPTER = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body>
<h1><span id="page-1"/>办事一本通</h1>
<h2><span id="page-2"/>目录</h2>
<h2><span id="page-3"/>新车上牌</h2>
<p id="page-4"><b>购车</b>发票第四联</p>
<h2><span id="page-5"/>按材料查</h2>
</body></html>
"""


def good_sample() -> Sample:
    outline = [(1, "办事一本通", 1), (2, "目录", 2), (2, "新车上牌", 3), (3, "带什么", 3), (3, "怎么走", 4), (2, "按材料查", 5)]
    large_outline = [(1, "办事一本通", 1), (2, "新车上牌", 2)]
    staff_outline = [(1, "办事一本通", 1), (2, "窗口人员用", 2)]
    chooser = SCENARIO.replace("新车上牌", "一次告知单")
    return Sample(
        pdfs={
            "handbook.pdf": Pdf(A4, _handbook(), outline),
            "handbook-large.pdf": Pdf(A4, [_cover(), _large()], large_outline),
            "handbook-staff.pdf": Pdf(A4, [_cover(), _page(A4, 2, "窗口人员用", ["窗口人员用", *_filler(8)])], staff_outline),
            "posters/new-car.pdf": Pdf(A3, [_poster()]),
            "notices/new-car.pdf": Pdf(A4, [_notice("self"), _notice("other")]),
            "booklets/new-car.pdf": Pdf(A4_LANDSCAPE, impose(_booklet()), tagged=False),
        },
        texts={
            "print.html": PRINTED,
            "scenario/new-car.html": SCENARIO,
            "notices/new-car.html": chooser,
            "notices/new-car.self.html": NOTICE,
            "notices/new-car.other.html": NOTICE,
        },
        epub={"EPUB/package.opf": PACKAGE, "EPUB/nav.xhtml": NAVIGATION, "EPUB/book.xhtml": CHAPTER},
        data=json.loads(json.dumps(DATA)),
    )


def _filler(count: int) -> list[str]:
    return [f"办事前请先看看这本书是不是最新一版，这是第{row + 1}行。" for row in range(count)]


def _cover() -> Sheet:
    return Sheet([Text(150, 300, "办事一本通", 30), Text(150, 340, "2026.1 版 · 2026年11月24日", 16)])


def _page(size: tuple[float, float], number: int, head: str, rows: Iterable[str], step: float = 20) -> Sheet:
    """A page of a book: odd ones lie on the right, their wider margin at the spine."""
    odd = number % 2 == 1
    scale = size[1] / A4[1]
    left, right = (57 * scale, size[0] - 48 * scale) if odd else (48 * scale, size[0] - 57 * scale)
    sheet = Sheet([
        Text(right - 9 * len(head) if odd else left, 32 * scale, head, 9),
        Text(right - 10 if odd else left, size[1] - 22 * scale, str(number), 10),
        Text(left if odd else right - 180, size[1] - 22 * scale, IMPRINT, 8),
    ])
    sheet.texts += [Text(left, 80 * scale + step * row, words) for row, words in enumerate(rows)]
    return sheet


def _handbook() -> list[Sheet]:
    contents = _page(A4, 2, "目录", ["目录", "新车上牌", "按材料查", *_filler(8)])
    for row, page in ((1, 3), (2, 5)):
        contents.texts.append(Text(500, 80 + 20 * row, str(page)))
        contents.links.append(Link((48, 68 + 20 * row, 538, 84 + 20 * row), page))
    chapter = _page(A4, 3, "新车上牌", ["新车上牌", *_filler(8), "带什么"])
    chapter.codes.append(_code(450, 60))
    chapter.texts += _caption(440, 60)
    chapter.texts += _table(57, 300, ["材料", "原件还是复印件", "居民身份证", "原件，看完还您", "车辆合格证", "原件，交给窗口"])
    after = _page(A4, 4, "新车上牌", [])
    after.texts += _table(48, 80, ["材料", "原件还是复印件", "购车发票第四联", "原件，交给窗口"])
    after.texts += [Text(48, 140 + 20 * row, words) for row, words in enumerate(["怎么走", *_filler(8)])]
    index = _page(A4, 5, "按材料查", ["按材料查", *_filler(6)])
    index.texts.append(Text(57, 240, "新车上牌（见第3页）"))
    index.links.append(Link((57, 228, 105, 244), 3))
    for sheet, words in ((contents, "目录"), (chapter, "新车上牌"), (chapter, "带什么"), (after, "怎么走"), (index, "按材料查")):
        heading = next(text for text in sheet.texts if text.words == words and text.size == 12)
        heading.size, heading.level = 16, 3 if words in {"带什么", "怎么走"} else 2
    cover = _cover()
    cover.texts[0].level = 1
    return [cover, contents, chapter, after, index]


def _table(left: float, top: float, cells: list[str]) -> list[Text]:
    return [Text(left + 200 * (at % 2), top + 20 * (at // 2), words) for at, words in enumerate(cells)]


def _code(x: float, y: float, address: str = ADDRESS, width: float = 25 * MM) -> QRCode:
    return QRCode(x, y, width, address)


def _caption(x: float, y: float) -> list[Text]:
    below = y + 25 * MM + 14
    return [Text(x, below, "https://example.org/yibentong/", 6), Text(x, below + 8, "scenario/new-car.html（示例）", 6)]


def _large() -> Sheet:
    sheet = _page(A4, 2, "新车上牌", ["新车上牌", *_filler(8)], step=30)
    for text in sheet.texts[3:]:
        text.size = 16
    sheet.codes.append(_code(450, 350))
    sheet.texts += _caption(440, 350)
    return sheet


def _poster() -> Sheet:
    sheet = Sheet([Text(60, 100, "新车上牌", 40), Text(60, 1120, IMPRINT)])
    sheet.codes.append(_code(600, 60))
    sheet.texts += _caption(590, 60)
    return sheet


def _notice(answer: str) -> Sheet:
    sheet = Sheet([Text(45, 60, "一次告知单：新车上牌"), Text(45, 700, "窗口填写"), Text(45, 780, IMPRINT)])
    sheet.codes.append(_code(470, 40, f"{ADDRESS}&agent={answer}"))
    sheet.texts += _caption(460, 40)
    return sheet


def _booklet() -> list[Sheet]:
    pages = [_page(A5, number, "新车上牌", _filler(8)) for number in range(2, 8)]
    return [_cover(), *pages, Sheet()]


def impose(pages: list[Sheet]) -> list[Sheet]:
    """Two pages a side for saddle stitch: the last and the first, the second and the last but one, and so on."""
    sides: list[Sheet] = []
    for side in range(len(pages) // 2):
        outer, inner = pages[len(pages) - 1 - side], pages[side]
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        moved = [Text(text.x + A5[0], text.y, text.words, text.size, text.colour) for text in right.texts]
        sides.append(Sheet(left.texts + moved))
    return sides


def write_sample(sample: Sample, folder: Path) -> None:
    for name, text in {**sample.texts, "book.json": json.dumps(sample.data)}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with ZipFile(folder / "handbook.epub", "w") as container:
        for name, text in sample.epub.items():
            container.writestr(name, text)
    for name, pdf in sample.pdfs.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_pdf(pdf))


_made: dict[str, bytes] = {}


def _pdf(pdf: Pdf) -> bytes:
    """The file as described, made once: most samples share most of their files."""
    description = repr(pdf)
    if description not in _made:
        _made[description] = _make(pdf)
    return _made[description]


def _make(pdf: Pdf) -> bytes:
    document = pymupdf.open()
    font = pymupdf.Font("cjk")
    kinds: list[list[tuple[str, bool]]] = []
    for sheet in pdf.sheets:
        page = document.new_page(width=pdf.size[0], height=pdf.size[1])
        kinds.append([])
        for fill in sheet.fills:
            page.draw_rect(pymupdf.Rect(fill.box), fill=fill.colour, color=None)
        for code in sheet.codes:
            _draw(page, code)
        for text in sheet.texts:
            writer = pymupdf.TextWriter(page.rect, color=text.colour)
            writer.append((text.x, text.y), text.words, font=font, fontsize=text.size)
            writer.write_text(page)
            if pdf.tagged:
                kind = f"H{text.level}" if text.level else "P"
                _mark(page, kind, len(kinds[-1]))
                kinds[-1].append((kind, text.late))
        if pdf.built_in:
            page.insert_text((60, 700), "outside", fontname=pdf.built_in)
    for sheet, page in zip(pdf.sheets, document.pages()):
        for link in sheet.links:
            page.insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(link.box), "page": link.page - 1})
    if pdf.outline:
        document.set_toc([list(entry) for entry in pdf.outline])
    document.set_metadata({"title": pdf.title})
    catalogue = document.pdf_catalog()
    if pdf.language:
        document.xref_set_key(catalogue, "Lang", f"({pdf.language})")
    if pdf.titled:
        document.xref_set_key(catalogue, "ViewerPreferences", "<</DisplayDocTitle true>>")
    if pdf.tagged:
        _add_structure(document, kinds)
    document.subset_fonts()
    return document.tobytes(garbage=3, deflate=True)


def _mark(page: pymupdf.Page, kind: str, number: int) -> None:
    """Puts what was written last on the page into marked content."""
    stream = page.get_contents()[-1]
    content = page.parent.xref_stream(stream)
    page.parent.update_stream(stream, b"/%s <</MCID %d>> BDC\n%s\nEMC\n" % (kind.encode(), number, content))


def _add_structure(document: pymupdf.Document, kinds: list[list[tuple[str, bool]]]) -> None:
    """A structure tree with one element for each piece of text, in reading order."""
    tree, parents = document.get_new_xref(), document.get_new_xref()
    document.update_object(tree, "<<>>")
    children: list[int] = []
    numbers: list[str] = []
    for page, several in zip(document.pages(), kinds):
        elements: list[int] = []
        for number, (kind, _) in enumerate(several):
            element = document.get_new_xref()
            document.update_object(
                element, f"<</Type/StructElem/S/{kind}/P {tree} 0 R/Pg {page.xref} 0 R/K {number}>>"
            )
            elements.append(element)
        children += sorted(elements, key=lambda element: several[elements.index(element)][1])
        document.xref_set_key(page.xref, "StructParents", str(page.number))
        numbers.append(f"{page.number} [{_list(elements)}]")
    document.update_object(parents, f"<</Nums [{' '.join(numbers)}]>>")
    document.update_object(tree, f"<</Type/StructTreeRoot/K [{_list(children)}]/ParentTree {parents} 0 R>>")
    catalogue = document.pdf_catalog()
    document.xref_set_key(catalogue, "MarkInfo", "<</Marked true>>")
    document.xref_set_key(catalogue, "StructTreeRoot", f"{tree} 0 R")


def _list(objects: list[int]) -> str:
    return " ".join(f"{each} 0 R" for each in objects)


def _draw(page: pymupdf.Page, code: QRCode) -> None:
    """One black shape of many squares."""
    made = zxingcpp.create_barcode(code.address, zxingcpp.BarcodeFormat.QRCode)
    image: Any = made.to_image(scale=1, add_quiet_zones=False)
    pixels = memoryview(image)
    count = len(pixels)
    side = code.width / count
    shape = page.new_shape()
    for row in range(count):
        for column in range(count):
            if pixels[row, column] == 0:
                x, y = code.x + column * side, code.y + row * side
                shape.draw_rect(pymupdf.Rect(x, y, x + side, y + side))
    shape.finish(fill=(0, 0, 0), color=None)
    shape.commit()
