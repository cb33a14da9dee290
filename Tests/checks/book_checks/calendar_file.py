"""The calendar file: RFC 5545 as bytes, then as a calendar program reads it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from icalendar import Calendar

from book_checks.book import Book, Outcome

LONGEST_LINE = 75


def check_calendar(book: Book) -> Outcome:
    """calendar.ics keeps to RFC 5545: line ends, lengths, unique ids, whole days in order."""
    path = book.folder / "calendar.ics"
    if not path.is_file():
        return Outcome("", [f"{path.name} is missing"])
    content = path.read_bytes()
    lines = content.split(b"\r\n")
    findings = [
        f"line {number} has {len(line)} octets" for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE
    ]
    if lines[-1] or any(mark in line for line in lines for mark in (b"\r", b"\n")):
        findings.append("not every line ends with CR LF")
    try:
        calendar = Calendar.from_ical(content)
    except ValueError as error:
        return Outcome("", [*findings, f"is no calendar: {error}"])
    events = calendar.walk("VEVENT")
    findings += [f"id {uid} stands {count} times" for uid, count in Counter(str(e["UID"]) for e in events).items() if count > 1]
    for event in events:
        start, end = (event.decoded(name, None) for name in ("DTSTART", "DTEND"))
        if type(start) is not date or type(end) is not date or not start < end:
            findings.append(f"{event['UID']}: from {start} to {end}")
        if "DTSTAMP" not in event or not str(event.get("SUMMARY", "")):
            findings.append(f"{event['UID']}: has no stamp or no title")
        findings += [f"{event['UID']}: {name}: {problem}" for name, problem in event.errors]
    if not events:
        findings.append("has no event")
    return Outcome(f"{len(events)} events", findings)
