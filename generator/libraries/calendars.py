"""A calendar of whole days as text: iCalendar, RFC 5545 (the door to icalendar)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import icalendar

_MAKER = "-//workshop-register//register//ZH"


class WholeDay(NamedTuple):
    """One event of a whole day. `id`: unique for ever; `since`: the day it became known; `address`: its page, or empty."""

    day: date
    id: str
    since: date
    summary: str
    about: str
    address: str


def calendar(name: str, about: str, days: Iterable[WholeDay]) -> str:
    """Return the text of a calendar, its events in the order of `days`; lines end in CR LF and are folded at 75 octets.
    `about`: what it says of itself (RFC 7986, 5.2).

    Nothing comes from a clock: DTSTAMP is `since`.
    """
    import icalendar

    written = icalendar.Calendar()
    for key, value in (("VERSION", "2.0"), ("PRODID", _MAKER), ("METHOD", "PUBLISH")):
        written.add(key, value)
    written.add(
        "X-WR-CALNAME", icalendar.vText(name)
    )  # not in the RFC, so the package would not escape it by itself
    written.add("DESCRIPTION", about)
    for day in days:
        written.add_component(_event(day))
    text: bytes = written.to_ical(sorted=False)
    return text.decode("utf-8")


def _event(entry: WholeDay) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("UID", entry.id)
    event.add("DTSTAMP", datetime.combine(entry.since, time.min, UTC))
    event.add("DTSTART", entry.day)
    event.add("DTEND", entry.day + timedelta(days=1))
    event.add("SUMMARY", entry.summary)
    event.add("DESCRIPTION", entry.about)
    event.add("TRANSP", "TRANSPARENT")
    if entry.address:
        event.add("URL", entry.address)
    return event
