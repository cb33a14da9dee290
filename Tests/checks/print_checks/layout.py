"""What is where on a page of a book: running head, foot, tab at the edge, and the body between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from print_checks.pages import Line, Page, union
from print_checks.scan import Box
from print_checks.words import squeeze

# The strips at the edges, as a part of the page: head and foot stand in them, and the tab at the side.
STRIP = 0.047
SIDE = 0.06
LEVEL = 10
# Marks this light are paper, and a mark as large as the page is its ground.
PAPER = 0xFAFAFA


def head(page: Page) -> list[Line]:
    return [line for line in page.lines if line.middle < page.height * STRIP and not _aside(page, line.box)]


def foot(page: Page) -> list[Line]:
    return [line for line in page.lines if line.middle > page.height * (1 - STRIP) and not _aside(page, line.box)]


def body(page: Page) -> list[Line]:
    """The lines of the body in the order of the file."""
    return [line for line in page.lines if _in_body(page, line.box)]


def words(lines: Iterable[Line]) -> str:
    return "".join(line.words for line in lines)


def printed_number(page: Page) -> int | None:
    """The page number at the foot."""
    numbers = [int(line.words) for line in foot(page) if line.words.isdecimal()]
    return numbers[0] if numbers else None


def ink(page: Page) -> list[Box]:
    """Where the body has text or something drawn."""
    drawn = (
        mark.box
        for mark in page.marks
        if (mark.fill is None or mark.fill < PAPER) and mark.box[3] - mark.box[1] < 0.98 * page.height
    )
    return [box for box in (*(line.box for line in page.lines), *drawn) if _in_body(page, box)]


def lies_in(inner: Box, outer: Box, slack: float = 1) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def rows(lines: Iterable[Line]) -> Iterator[tuple[str, Box]]:
    """Lines as the eye sees them: pieces that touch each other side by side are one."""
    done: list[tuple[str, Box]] = []
    levels: dict[int, list[int]] = defaultdict(list)  # which of them are at about that height
    for line in sorted(lines, key=lambda line: line.box[0]):
        level = int(line.middle // LEVEL)
        for at in (at for near in (level - 1, level, level + 1) for at in levels[near]):
            text, box = done[at]
            flush = abs((box[1] + box[3]) / 2 - line.middle) < 0.35 * line.size
            if flush and -0.7 * line.size < line.box[0] - box[2] < 0.6 * line.size:
                done[at] = text + line.text, union((box, line.box))
                break
        else:
            levels[level].append(len(done))
            done.append((line.text, line.box))
    return ((squeeze(text), box) for text, box in done)


def body_size(pages: Iterable[Page]) -> float:
    """The largest size that a good part of a book's letters have; headings are larger."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            for span in line.spans:
                sizes[span.size] += len(span.text)
    return max((size for size, count in sizes.items() if count >= 0.1 * sizes.total()), default=0)


def _aside(page: Page, box: Box) -> bool:
    return box[2] < page.width * SIDE or box[0] > page.width * (1 - SIDE)


def _in_body(page: Page, box: Box) -> bool:
    middle = (box[1] + box[3]) / 2
    return page.height * STRIP <= middle <= page.height * (1 - STRIP) and not _aside(page, box)
