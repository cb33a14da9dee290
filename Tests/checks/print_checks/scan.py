"""Reads the QR codes of a page from a picture of it, as a telephone does from paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pymupdf
import zxingcpp

Box = tuple[float, float, float, float]

MM = 72 / 25.4
# A code is drawn as one shape of many small squares.
FEWEST_SQUARES = 100
# The quiet zone, in modules; how many pixels a module is drawn with; how light paper is.
QUIET = 4
PIXELS = 4
PAPER = 200


class Code(NamedTuple):
    """A code: its dark part, the side of a module, what it says (if it can be read), and whether it stands free."""

    box: Box
    module: float
    text: str
    quiet: bool

    @property
    def width(self) -> float:
        """With the quiet zone."""
        return self.box[2] - self.box[0] + 2 * QUIET * self.module


def read_codes(page: pymupdf.DisplayList, drawings: Iterable[dict[str, Any]]) -> Iterator[Code]:
    """The codes among the drawings of a page."""
    for drawing in drawings:
        box: Box = tuple(drawing["rect"])
        if drawing.get("fill") is not None and len(drawing["items"]) >= FEWEST_SQUARES and _square(box):
            module = _module(drawing["items"])
            if module:
                yield Code(box, module, *_read(page, box, module))


def _read(page: pymupdf.DisplayList, box: Box, module: float) -> tuple[str, bool]:
    """What the code says, and whether its quiet zone is empty."""
    quiet = QUIET * module
    around = pymupdf.Rect(box) + (-quiet, -quiet, quiet, quiet)
    scale = max(150 / 72, PIXELS / module)
    picture = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), clip=around, colorspace=pymupdf.csGRAY, alpha=False
    )
    width, height, samples = picture.width, picture.height, picture.samples
    pixels: Any = memoryview(samples).cast("B", (height, width))
    read = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormat.QRCode)
    edge = max(1, int(quiet * scale) - 2)
    columns = (*range(edge), *range(width - edge, width))
    ring = [min(samples[:edge * width]), min(samples[-edge * width:]), *(min(samples[at::width]) for at in columns)]
    return read[0].text if read else "", min(ring) >= PAPER


def _square(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return width > 10 * MM and abs(width - height) < 0.02 * width


def _module(items: Iterable[tuple[Any, ...]]) -> float:
    """The side of the smallest square: the least height there is."""
    heights = [item[1][3] - item[1][1] for item in items if item[0] == "re"]
    heights += [abs(item[2][1] - item[1][1]) for item in items if item[0] == "l"]
    return min((height for height in heights if height > 0.2), default=0)
