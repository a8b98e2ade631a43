"""Deadlines of calls, rectifications and re-examinations, as a calendar to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.libraries.calendars import WholeDay, calendar
from generator.model.registry import Registry

_DUE = {"复核合格": "复核到期", "限期整改": "整改到期"}


def calendar_ics(registry: Registry, name: str, about: str, site_url: str) -> str:
    """Return one event of a whole day for each deadline of a call, and each due rectification or re-examination of a workshop.

    Without the site's address the events have no address.
    """
    return calendar(
        name, about, sorted([*_deadlines(registry, site_url), *_examinations(registry, site_url)])
    )


def _deadlines(registry: Registry, site_url: str) -> Iterator[WholeDay]:
    for notice in registry.notices:
        if notice.deadline:
            number = f"（{notice.number}）" if notice.number else ""
            yield WholeDay(
                notice.deadline.first,
                f"deadline-{notice.id}@{registry.local.ids.slug}",
                notice.date.first,
                f"报送截止：{notice.title}",
                f"{notice.issuer}{number}",
                site_url and f"{site_url}notices/{notice.id}/",
            )


def _examinations(registry: Registry, site_url: str) -> Iterator[WholeDay]:
    """Leave out what a later examination settled, and workshops whose designation is no longer valid."""
    for workshop in registry.workshops:
        examined = [event for event in workshop.events if event.kind in _DUE]
        last = max(examined, key=lambda event: event.date, default=None)
        if last and last.due and workshop.stands:
            yield WholeDay(
                last.due.first,
                f"due-{workshop.id}@{registry.local.ids.slug}",
                last.date.first,
                f"{_DUE[last.kind]}：{registry.called(workshop)}",
                f"{workshop.id}，{last.date.chinese}{last.kind}",
                site_url and f"{site_url}workshops/{workshop.id}/",
            )
