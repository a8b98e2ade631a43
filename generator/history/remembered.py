"""The names that leaders withdrew in the past, as the earlier versions of their records say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.registry import Registry
from generator.model.workshop import MARK, Workshop


def asked(registry: Registry) -> dict[str, Workshop]:
    """By id the records of which somebody was taken down."""
    return {it.id: it for it in registry.workshops if _leader_is_gone(it) or _marks(it)}


def withdrawn(now: Workshop, before: Sequence[Workshop]) -> frozenset[str]:
    """The names that a record no longer says, of those who were taken down; `before`: its versions, newest first.

    The leader is the last one named; a former leader is who an event named, else all who led before.
    """
    said = {now.leader.name if now.leader else None, *_former(now)}
    led = _once(it.leader.name for it in before if it.leader)
    gone = set(led[:1]) if _leader_is_gone(now) else set()
    if _marks(now):
        named = set(_once(name for it in before for name in _former(it))) - said
        gone |= named or set(led) - set(led[:1])
    readings = {it.leader.pinyin for it in before if it.leader and it.leader.name in gone}
    return frozenset(name for name in {*gone - said, *readings} if name and name != MARK)


def _leader_is_gone(workshop: Workshop) -> bool:
    return bool(workshop.leader and workshop.leader.is_taken_down and not workshop.leader.name)


def _marks(workshop: Workshop) -> bool:
    return MARK in _former(workshop)


def _former(workshop: Workshop) -> list[str]:
    return [event.former_leader for event in workshop.events if event.former_leader]


def _once(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
