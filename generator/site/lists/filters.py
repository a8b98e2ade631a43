"""The filters of list and map: the choices with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.registry import Registry
from generator.site import emptiness
from generator.site.paths import Link

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

    `located`: how many have a point on the map, None where that is not asked or none has; `cards`: whether they may be shown
    as cards; `blank`: what cannot be filtered by, since nobody knows it.
    """

    controls: tuple[Filter, ...]
    total: int
    unit: str = "个"
    sorts: tuple[tuple[str, str], ...] = ()
    located: int | None = None
    cards: bool = False
    blank: tuple[Link, ...] = ()


def form(registry: Registry, facets: Mapping[str, Facet], *, sorted_: bool = True) -> FilterForm:
    """Return the form before anything is chosen. `sorted_`: of the list, whose rows have an order; the map's have none."""
    known = ((facets[slug], label) for slug, label in LABELS.items() if not emptiness.is_blank(facets[slug]))
    return FilterForm(
        tuple(_control(label, facet) for facet, label in known),
        len(registry.workshops),
        sorts=_SORTS if sorted_ else (),
        located=sum(1 for workshop in registry.workshops if workshop.point) or None,
        cards=sorted_,
        blank=emptiness.blank(facets[slug] for slug in LABELS) if registry.workshops else (),
    )


def narrowed(facet: Facet, group: Group) -> str:
    """Return the part after `?` in the address of the list or map of this group alone; empty if it cannot be chosen."""
    return f"{facet.slug}={group.slug}" if facet.slug in LABELS and group.workshops else ""


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


def _offered(facet: Facet, whole: str = "") -> tuple[FilterValue, ...]:
    """Return the choices that are parts of a group (or of none), each with its own parts."""
    return tuple(
        FilterValue(group.slug, group.title, len(group.workshops), _offered(facet, group.slug))
        for group in facet.filled
        if group.part_of == whole
    )
