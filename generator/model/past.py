"""A workshop as it was at the end of a day, month or year, as far as its events tell: its name, its unit, who led it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.dates import PartialDate
from generator.model.workshop import GONE, MARK, Basis, Event, Leader, Workshop

_REPORT = "公开报道"


def as_of(workshop: Workshop, then: PartialDate) -> Workshop:
    """Return the record without what came later for certain. Where the name of then cannot be told, today's stays with the former
    ones beside it; so does the unit's, which is None where none is known."""
    later = [event for event in workshop.events if _after(event.date, then)]
    of_then = tuple(it for it in workshop.designations if it.date and not _after(it.date, then))
    renewed = workshop.former_names or workshop.former_units
    if not later and not renewed and len(of_then) == len(workshop.designations):
        return workshop
    renamed = [event for event in workshop.events if event.kind == "更名"]
    by_leader = len(renamed) != len(
        workshop.former_names
    )  # it takes the name of who leads it next, with no 更名
    kinds = ("更名", "变更领衔人") if by_leader else ("更名",)
    name, names = _before(workshop.name, workshop.former_names, workshop.events, later, kinds)
    unit, units = _before(workshop.unit, workshop.former_units, workshop.events, later, ("单位更名",))
    return replace(
        workshop,
        name=name or workshop.name,
        former_names=names,
        unit=unit,
        former_units=units,
        leader=_leader(workshop, then),
        designations=of_then,
        events=tuple(event for event in workshop.events if event not in later),
    )


def _before(
    now: str | None,
    former: tuple[str, ...],
    events: Sequence[Event],
    later: Sequence[Event],
    kinds: Sequence[str],
) -> tuple[str | None, tuple[str, ...]]:
    """The name before the later changes, if the former names, oldest first, are one for each change; else today's and the former."""
    undone = sum(1 for event in later if event.kind in kinds)
    changes = sum(1 for event in events if event.kind in kinds)
    if changes == len(former):
        return (*former, now)[changes - undone], ()
    if not undone and changes > len(former):
        return now, ()
    return (now if former else None), former


def _after(day: PartialDate, then: PartialDate) -> bool:
    return day.first > then.last


def _leader(workshop: Workshop, then: PartialDate) -> Leader | None:
    """Who led it then: who the first later change says led before."""
    change = next((it for it in workshop.handovers if _after(it.date, then)), None)
    if change is None:
        return workshop.leader
    former = change.former_leader
    if former is None:
        return None
    basis = Basis({}, GONE if former == MARK else _REPORT, None)
    return Leader({}, None if former == MARK else former, None, (), None, None, None, basis)
