"""The history of a workshop in words: established, named, and later events."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.achievements import chinese_yuan
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.site.facts import TO_FILL, handed_over
from generator.site.paths import Link, notice_link


class Moment(NamedTuple):
    """One step of a workshop's history."""

    when: str
    title: str
    detail: str
    link: Link | None
    rests_on_report: bool = False


def timeline(registry: Registry, workshop: Workshop) -> list[Moment]:
    """Return establishment, designations and events, oldest first; those without a date come last."""
    steps: list[tuple[tuple[int, int, int], Moment]] = []
    if workshop.established:
        steps.append((workshop.established, Moment(workshop.established.chinese, "成立", "", None)))
    for named in workshop.designations:
        when = named.date.chinese if named.date else f"年度{TO_FILL}"
        money = f"；经费支持 {chinese_yuan(named.support_yuan)}" if named.support_yuan else ""
        detail = f"{named.level}{_by(registry, named)}{money}"
        moment = Moment(when, named.title, detail, notice_link(registry, named.notice), named.notice is None)
        steps.append((named.date or (9999, 0, 0), moment))
    for event in workshop.events:
        due = event.due and f"{'整改期限' if event.kind == '限期整改' else '到期'} {event.due.chinese}"
        parts = (
            handed_over(workshop, event),
            due,
            unended(event.note),
            event.source and f"依据：{event.source}",
        )
        detail = "；".join(part for part in parts if part)
        moment = Moment(event.date.chinese, event.kind, detail, notice_link(registry, event.notice))
        steps.append((event.date, moment))
    return [moment for _, moment in sorted(steps, key=lambda step: step[0])]


def _by(registry: Registry, named: Designation) -> str:
    """Who named it, and what the title is called in full, as far as the vocabulary of titles tells."""
    title = registry.title(named.title)
    issuer = f"，{title.issuer}命名" if title and title.issuer else "命名"
    return issuer + (f"，称号全称“{title.name}”" if title and title.name != named.title else "")


def unended(text: str | None) -> str:
    """Return a sentence without its full stop, to be part of a longer one."""
    return (text or "").rstrip("。；")
