"""Three workshops as stories: those of which there is most to tell and to see."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.facts import leader_name
from generator.site.lists.rows import Row, list_row
from generator.site.page import Site
from generator.site.workshops.beginning import beginning
from generator.site.workshops.page import plate
from generator.site.workshops.photos import Shot, shots

_STORIES = 3
_ENOUGH, _LONG = 5, 300  # results, and characters of a summary, more than which do not make a better story


class Story(NamedTuple):
    """A workshop in short. `leader`: the name, and the honours behind it; `shot`: its photograph, else its plate stands there."""

    row: Row
    leader: str
    honours: str
    text: str
    shot: Shot | None
    plate: tuple[str, ...]


def stories(site: Site) -> list[Story]:
    """Return the stories of the chosen workshops."""
    return [_story(site, workshop) for workshop in chosen(site.registry)]


def chosen(registry: Registry) -> list[Workshop]:
    """Return the workshops with the richest records, of different units: with a photograph, a long summary, many results.

    Told are only those that stand, have a summary, and whose leader did not ask to be taken down. Of equals the first stays.
    """
    told = sorted(filter(_is_told, registry.workshops), key=_richness, reverse=True)
    by_unit: dict[str, Workshop] = {}
    for workshop in told:
        by_unit.setdefault(registry.unit_of(workshop) or workshop.id, workshop)
    return [*by_unit.values()][:_STORIES]


def _is_told(workshop: Workshop) -> bool:
    gone = workshop.leader is not None and workshop.leader.is_taken_down
    return workshop.stands and bool(workshop.summary) and not gone


def _richness(workshop: Workshop) -> tuple[bool, int]:
    written = min(len(workshop.summary or ""), _LONG) // 60
    return bool(workshop.photos), written + min(len(workshop.achievements), _ENOUGH)


def _story(site: Site, workshop: Workshop) -> Story:
    honours = workshop.leader.honours if workshop.leader else ()
    return Story(
        list_row(site.registry, workshop),
        leader_name(workshop) if workshop.leader else "",
        "、".join(honour.name for honour in honours),
        beginning(workshop.summary or ""),
        next(iter(shots(workshop, site.photos)), None),
        plate(site.registry, workshop),
    )
