"""Deadlines of calls and reviews that are due, as a calendar to subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.reading import Registry

_DUE = {"复核合格": "复核到期", "限期整改": "整改到期"}
_WIDTH = 74  # octets to a line without its end, RFC 5545 3.1: a folded line begins with a space


class Due(NamedTuple):
    """One whole day of the calendar. `since`: when it became known; `page`: where more of it is told."""

    day: date
    id: str
    since: date
    summary: str
    about: str
    page: str


def calendar_ics(registry: Registry, name: str, site_url: str) -> str:
    """One event of a whole day for each deadline of a call, and for each workshop that is to be mended or examined again."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dalian-workshops//register//ZH", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{_escaped(name)}")
    for due in sorted(dues(registry)):
        lines += _event(due, site_url)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def dues(registry: Registry) -> Iterator[Due]:
    """All that is due, in no order; what a later examination has settled, and what is no more, is not due."""
    for notice in registry.notices:
        if notice.deadline:
            number = f"（{notice.number}）" if notice.number else ""
            yield Due(
                notice.deadline.first,
                f"deadline-{notice.id}",
                notice.date.first,
                f"报送截止：{notice.title}",
                f"{notice.issuer}{number}",
                f"notices/{notice.id}/",
            )
    for workshop in registry.workshops:
        examined = [event for event in workshop.events if event.kind in _DUE]
        last = max(examined, key=lambda event: event.date, default=None)
        if last and last.due and workshop.stands:
            yield Due(
                last.due.first,
                f"due-{workshop.id}",
                last.date.first,
                f"{_DUE[last.kind]}：{workshop.name}",
                f"{workshop.id}，{last.date.chinese}{last.kind}",
                f"workshops/{workshop.id}/",
            )


def _event(due: Due, site_url: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{due.id}@dalian-workshops"
    yield f"DTSTAMP:{due.since:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(due.summary)}"
    yield f"DESCRIPTION:{_escaped(due.about)}"
    yield "TRANSP:TRANSPARENT"
    if site_url:
        yield f"URL:{site_url}{due.page}"
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
