"""What the list and the map are filtered by: the choices with their counts, and all workshops as one compact table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator import pinyin, views
from generator.facets import Facet, Group
from generator.maps import shown
from generator.model import Workshop
from generator.reading import Registry

ROWS = "workshops/rows.json"
# The facets to filter by, in the order of the form; an address names them by the same words: ?districts=210202.
LABELS = {
    "districts": "区域",
    "industries": "行业门类",
    "levels": "级别（曾获的也算）",
    "years": "命名年度",
    "categories": "类别",
    "zones": "开放先导区",
    "statuses": "状态",
}


class Choice(NamedTuple):
    """One value to choose: its word in the address, its title, and how many workshops have it."""

    slug: str
    title: str
    number: int


class Control(NamedTuple):
    """One facet to filter by."""

    slug: str
    label: str
    choices: tuple[Choice, ...]


class Form(NamedTuple):
    """The form of filters: its controls, and how many workshops have a point on the map."""

    controls: tuple[Control, ...]
    located: int
    total: int


def form(registry: Registry, facets: Mapping[str, Facet]) -> Form:
    """The form as it stands before anything is chosen."""
    controls = tuple(
        Control(
            slug,
            label,
            tuple(Choice(group.slug, group.title, len(group.workshops)) for group in choices(facets[slug])),
        )
        for slug, label in LABELS.items()
    )
    located = sum(1 for workshop in registry.workshops if shown(workshop.location))
    return Form(controls, located, len(registry.workshops))


def choices(facet: Facet) -> tuple[Group, ...]:
    """The groups of a facet that can be chosen: those that hold anything and are no part of another."""
    return tuple(group for group in facet.filled if not group.part_of)


def narrowed(facet: Facet, group: Group) -> str:
    """What follows `?` in the address of the list or map of this group alone; empty where it cannot be chosen."""
    return f"{facet.slug}={group.slug}" if facet.slug in LABELS and group in choices(facet) else ""


def rows(registry: Registry, facets: Mapping[str, Facet]) -> str:
    """As JSON all that rows, cards and filters show, in columns of equal length in the order of ids.

    `facets`: for each the slugs and titles of its choices. `rows`: under a facet's slug the places of a workshop's
    values among them: a number, or a list where there are several or none. An empty text means unknown: `unknown` says
    what to show. `orders`: the rows' numbers as they are sorted.
    """
    workshops = registry.workshops
    shown_rows = [views.row(registry, workshop) for workshop in workshops]
    names = sorted({row.industry for row in shown_rows})
    place = {name: number for number, name in enumerate(names)}
    columns: dict[str, list[Any]] = {
        "id": [workshop.id for workshop in workshops],
        "name": [workshop.name for workshop in workshops],
        "former": [row.former for row in shown_rows],
        "leader": [_leader(workshop) for workshop in workshops],
        "unit": [workshop.unit or "" for workshop in workshops],
        "industry": [place[row.industry] for row in shown_rows],
        "located": [int(shown(workshop.location)) for workshop in workshops],
    }
    whole = {
        "facets": {slug: [[group.slug, group.title] for group in choices(facets[slug])] for slug in LABELS},
        "industries": names,
        "unknown": {"leader": f"领衔人{views.TO_FILL}", "unit": f"单位{views.TO_FILL}"},
        "orders": {"date": _by_date(workshops), "pinyin": _by_pinyin(workshops)},
        "rows": columns | {slug: _values(workshops, facets[slug]) for slug in LABELS},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _leader(workshop: Workshop) -> str:
    return views.leader_name(workshop) if workshop.leader else ""


def _values(workshops: tuple[Workshop, ...], facet: Facet) -> list[int | list[int]]:
    held: dict[str, list[int]] = {workshop.id: [] for workshop in workshops}
    for number, group in enumerate(choices(facet)):
        for workshop in group.workshops:
            held[workshop.id].append(number)
    return [values[0] if len(values) == 1 else values for values in held.values()]


def _by_date(workshops: tuple[Workshop, ...]) -> list[int]:
    """The newest designation first, the undated last."""
    newest = [workshop.last_named or (0, 0, 0) for workshop in workshops]
    return sorted(range(len(workshops)), key=lambda number: newest[number], reverse=True)


def _by_pinyin(workshops: tuple[Workshop, ...]) -> list[int]:
    keys = [
        pinyin.sort_key(
            workshop.name,
            workshop.leader.name if workshop.leader else None,
            workshop.leader.pinyin if workshop.leader else None,
        )
        for workshop in workshops
    ]
    return sorted(range(len(workshops)), key=lambda number: keys[number])
