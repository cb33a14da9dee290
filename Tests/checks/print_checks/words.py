"""Small things about text that several checks share."""

from __future__ import annotations

import re

SPACE = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]+")
IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def squeeze(text: str) -> str:
    """The text without any white space: where a printer puts it is not what is checked."""
    return SPACE.sub("", text)


def short(text: str, length: int = 40) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
