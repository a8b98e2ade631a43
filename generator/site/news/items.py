"""The events of the register by the dates of records and notices: for feeds and calendars, which have no clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.model.workshop import Correction, Workshop
from generator.site.facts import handed_over
from generator.site.paths import Link, workshop_path


class Item(NamedTuple):
    """One piece of news: its day as far as known, its title and text, and the page and a word that identify it for ever."""

    day: PartialDate
    title: str
    text: str
    path: str
    anchor: str


def news(registry: Registry) -> list[Item]:
    """Return all notices, designations without a notice, events and corrections, newest first."""
    items = [*(_notice(notice) for notice in registry.notices)]
    for workshop in registry.workshops:
        items += _of_workshop(workshop, registry.called(workshop))
    return sorted(items, key=lambda item: (item.day, item.path, item.anchor), reverse=True)


def _notice(notice: Notice) -> Item:
    text = f"{notice.issuer}，{notice.kind}" + (f"，{notice.number}" if notice.number else "")
    return Item(notice.date, notice.title, text, f"notices/{notice.id}/", notice.kind)


def _of_workshop(workshop: Workshop, name: str) -> Iterator[Item]:
    path = workshop_path(workshop)
    for named in workshop.designations:
        if named.date and not named.notice:
            text = f"{named.level}命名：{named.title}。依据公开报道，待主管工会核定"
            yield Item(named.date, f"{name}获得命名", text, path, f"{named.title}-{named.date.iso}")
    for event in workshop.events:
        parts = (handed_over(workshop, event), event.note, event.source)
        text = "；".join(part for part in parts if part) or event.kind
        yield Item(event.date, f"{name}：{event.kind}", text, path, f"{event.kind}-{event.date.iso}")
    for number, correction in enumerate(workshop.corrections, start=1):
        yield of_correction(correction, number, Link(name, path))


def of_correction(correction: Correction, number: int, link: Link) -> Item:
    """Return the news of a correction, which is the same in each feed. `number`: among those of its record, from 1."""
    title = f"{link.text}：更正{correction.what}"
    return Item(correction.date, title, correction_text(correction), link.path, f"更正-{number}")


def correction_text(correction: Correction) -> str:
    """Write in one sentence what was corrected, from what, to what and why."""
    before = f"原来写作“{correction.before}”，" if correction.before else ""
    after = f"改为“{correction.after}”，" if correction.after else ""
    return f"{before}{after}原因：{correction.why}"
