"""A calendar of whole days as text, iCalendar of RFC 5545 (the door to icalendar)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import icalendar

_MAKER = "-//dalian-workshops//register//ZH"


class WholeDay(NamedTuple):
    """One whole day of a calendar. `id`: unique for ever; `since`: when it became known; `address`: of its page, or empty."""

    day: date
    id: str
    since: date
    summary: str
    about: str
    address: str


def calendar(name: str, days: Iterable[WholeDay]) -> str:
    """The text of a calendar, its events in the order of `days`; lines end in CR LF and are folded at 75 octets.

    Nothing in it comes from a clock: DTSTAMP is `since`.
    """
    import icalendar

    made = icalendar.Calendar()
    for key, value in (("VERSION", "2.0"), ("PRODID", _MAKER), ("METHOD", "PUBLISH")):
        made.add(key, value)
    made.add("X-WR-CALNAME", icalendar.vText(name))  # no name of the RFC's: else it would not be escaped
    for day in days:
        made.add_component(_event(day))
    text: bytes = made.to_ical(sorted=False)
    return text.decode("utf-8")


def _event(told: WholeDay) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("UID", told.id)
    event.add("DTSTAMP", datetime.combine(told.since, time.min, UTC))
    event.add("DTSTART", told.day)
    event.add("DTEND", told.day + timedelta(days=1))
    event.add("SUMMARY", told.summary)
    event.add("DESCRIPTION", told.about)
    event.add("TRANSP", "TRANSPARENT")
    if told.address:
        event.add("URL", told.address)
    return event
