"""The deadlines of calls as a calendar to subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.papers import Notice
from generator.reading import Registry

_WIDTH = 74  # octets to a line without its end, RFC 5545 3.1: a folded line begins with a space


def calendar_ics(registry: Registry, name: str, site_url: str) -> str:
    """One event of a whole day for each deadline; no other dates of the kind are in the registry."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dalian-workshops//register//ZH", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for notice in registry.notices:
        if notice.deadline:
            lines += _event(notice, site_url)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(notice: Notice, site_url: str) -> Iterator[str]:
    day = notice.deadline.first if notice.deadline else notice.date.first
    number = f"（{notice.number}）" if notice.number else ""
    yield "BEGIN:VEVENT"
    yield f"UID:deadline-{notice.id}@dalian-workshops"
    yield f"DTSTAMP:{notice.date.first:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'报送截止：{notice.title}')}"
    yield f"DESCRIPTION:{_escaped(f'{notice.issuer}{number}')}"
    yield "TRANSP:TRANSPARENT"
    if site_url:
        yield f"URL:{site_url}notices/{notice.id}/"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets that cut no character in two."""
    piece, width = "", 0
    for character in line:
        size = len(character.encode("utf-8"))
        if width + size > _WIDTH:
            yield piece
            piece, width = " ", 1
        piece += character
        width += size
    yield piece
