"""The filters of list and map: the choices with their counts, and all workshops as one compact table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.libraries import pinyin
from generator.libraries.jsontext import Json
from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.levelyears import OF_DESIGNATIONS, named
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.facts import TO_FILL, leader_name

ROWS = "workshops/rows.json"
# The facets to filter by, in the order of the form; an address names them by the same words: ?districts=210202.
LABELS = {
    "districts": "区域",
    "industries": "行业",
    "levels": "级别（曾获的也算）",
    "years": "命名年度",
    "categories": "类别",
    "statuses": "状态",
    "recommenders": "推荐工会",
    "zones": "开放先导区",
}
_SORTS = (("", "按编号"), ("date", "按命名日期，新的在前"), ("pinyin", "按名称拼音"))
_MANY = 24  # more choices than these are too many to look through: a box to type in narrows them


class FilterValue(NamedTuple):
    """One value to choose: its word in the address, its title, its number of workshops, its parts."""

    slug: str
    title: str
    number: int
    parts: tuple[FilterValue, ...] = ()


class FilterEnd(NamedTuple):
    """A year to begin or to end with: the numbers of workshops named in it or later, and in it or earlier."""

    slug: str
    title: str
    since: int
    until: int


class Filter(NamedTuple):
    """One facet to filter by: its choices are ticked; with `ends` there is also a first and a last one to choose."""

    slug: str
    label: str
    choices: tuple[FilterValue, ...]
    ends: tuple[FilterEnd, ...] = ()

    @property
    def many(self) -> bool:
        """Whether there are too many choices to look through."""
        return len(self.choices) > _MANY


class FilterForm(NamedTuple):
    """The form of filters: its controls, how many rows there are and what one is counted in, the orders to choose from.

    `located`: how many have a point on the map, None where that is not asked; `cards`: whether they may be shown as cards.
    """

    controls: tuple[Filter, ...]
    total: int
    unit: str = "个"
    sorts: tuple[tuple[str, str], ...] = ()
    located: int | None = None
    cards: bool = False


def form(registry: Registry, facets: Mapping[str, Facet], *, sorted_: bool = True) -> FilterForm:
    """Return the form before anything is chosen. `sorted_`: of the list, whose rows have an order; the map's have none."""
    controls = tuple(_control(label, facets[slug]) for slug, label in LABELS.items())
    located = sum(1 for workshop in registry.workshops if workshop.point)
    sorts = _SORTS if sorted_ else ()
    return FilterForm(controls, len(registry.workshops), sorts=sorts, located=located, cards=sorted_)


def narrowed(facet: Facet, group: Group) -> str:
    """Return the part after `?` in the address of the list or map of this group alone; empty if it cannot be chosen."""
    return f"{facet.slug}={group.slug}" if facet.slug in LABELS and group.workshops else ""


def rows_json(registry: Registry, facets: Mapping[str, Facet]) -> str:
    """Return all that rows, cards and filters show as JSON, in columns of equal length in the order of ids.

    `facets`: the slugs and titles of each facet's choices, and for a part the place of its whole. `rows`: under a facet's slug
    the places of a workshop's values in `facets`; a part replaces its whole; a number, or a list for several values or
    none. `pairs`: each level with a year that designations have, as places in `facets`; no year where a designation has no
    date but another of the workshop has. `rows.pairs`: the places in `pairs` of what a workshop was named, as the table shows
    it; from these come its levels and years. An empty text means unknown: `unknown` is the text to show. `orders`: the
    rows' numbers in each order.
    """
    workshops = registry.workshops
    held = [_pairs(workshop, facets) for workshop in workshops]
    pairs = sorted({pair for every in held for pair in every})
    place = {pair: number for number, pair in enumerate(pairs)}
    columns: dict[str, list[Json]] = {
        "id": [workshop.id for workshop in workshops],
        "name": [workshop.name for workshop in workshops],
        "former": [list(workshop.former_names) for workshop in workshops],
        "leader": [_leader(workshop) for workshop in workshops],
        "unit": [registry.unit_of(workshop) or "" for workshop in workshops],
        "former_unit": [_other_units(registry, workshop) for workshop in workshops],
        "located": [int(workshop.point is not None) for workshop in workshops],
    }
    whole = {
        "facets": {slug: choices(facets[slug]) for slug in LABELS},
        "pairs": [list(pair) for pair in pairs],
        "unknown": {
            "leader": f"领衔人{TO_FILL}",
            "unit": f"单位{TO_FILL}",
            "years": f"年度{TO_FILL}",
            "named": f"级别、年度{TO_FILL}",
        },
        "orders": {"date": _by_date(workshops), "pinyin": _by_pinyin(workshops)},
        "rows": columns
        | {slug: values(workshops, facets[slug]) for slug in LABELS if slug not in OF_DESIGNATIONS}
        | {"pairs": [_single([place[pair] for pair in every]) for every in held]},
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _control(label: str, facet: Facet) -> Filter:
    """Years are chosen from one to another, of the other facets each value by itself."""
    offered = _offered(facet)
    if facet.slug != "years":
        return Filter(facet.slug, label, offered)
    years = [group for group in facet.filled if group.slug != UNKNOWN]
    ends = [
        FilterEnd(group.slug, group.title, _together(years[: number + 1]), _together(years[number:]))
        for number, group in enumerate(years)
    ]
    return Filter(facet.slug, label, tuple(value for value in offered if value.slug == UNKNOWN), tuple(ends))


def _together(groups: Sequence[Group]) -> int:
    return len({workshop.id for group in groups for workshop in group.workshops})


def _leader(workshop: Workshop) -> str:
    return leader_name(workshop) if workshop.leader else ""


def _other_units(registry: Registry, workshop: Workshop) -> list[Json]:
    """What else the unit is called, or was: by its record, and by the vocabulary."""
    names = [*workshop.former_units, *(registry.units.names(workshop.unit)[1:] if workshop.unit else ())]
    return [*dict.fromkeys(names)]


def _offered(facet: Facet, whole: str = "") -> tuple[FilterValue, ...]:
    """Return the choices that are parts of a group (or of none), each with its own parts."""
    return tuple(
        FilterValue(group.slug, group.title, len(group.workshops), _offered(facet, group.slug))
        for group in facet.filled
        if group.part_of == whole
    )


def choices(facet: Facet) -> list[tuple[str, str] | tuple[str, str, int]]:
    """Return the slug and title of each group that is not empty, and of a part the place of its whole."""
    place = {group.slug: number for number, group in enumerate(facet.filled)}
    return [
        (group.slug, group.title, place[group.part_of]) if group.part_of else (group.slug, group.title)
        for group in facet.filled
    ]


def values(workshops: Sequence[Workshop], facet: Facet) -> list[int | list[int]]:
    """Return the places of each workshop's groups among these: a whole comes before its parts, and is replaced by them."""
    by_id: dict[str, dict[str, int]] = {workshop.id: {} for workshop in workshops}
    for number, group in enumerate(facet.filled):
        for workshop in (it for it in group.workshops if it.id in by_id):
            by_id[workshop.id].pop(group.part_of, None)
            by_id[workshop.id][group.slug] = number
    return [_single(list(places.values())) for places in by_id.values()]


def _pairs(workshop: Workshop, facets: Mapping[str, Facet]) -> list[tuple[int, ...]]:
    """What a workshop was named: the place of a level, and of the year if there is one."""
    levels, years = (
        {group.slug: number for number, group in enumerate(facets[slug].filled)} for slug in OF_DESIGNATIONS
    )
    return [(levels[level], years[year]) if year else (levels[level],) for level, year in named(workshop)]


def _single(places: list[int]) -> int | list[int]:
    return places[0] if len(places) == 1 else places


def _by_date(workshops: tuple[Workshop, ...]) -> list[int]:
    """Return the order with the newest designation first, and those without a date last."""
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
