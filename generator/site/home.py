"""The home page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from generator.model.facets import UNKNOWN, Facet
from generator.model.workshop import Workshop
from generator.site.lists.rows import list_row
from generator.site.notices.pages import closed, current_call
from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.paths import Link, group_path, notice_path
from generator.site.statistics.figures import group_link, key_counts

_MOST_VALUES, _MOST_NEW = 12, 6
_WAYS = ("districts", "industries", "levels", "categories", "years")


class Way(NamedTuple):
    """A way to find workshops: its title, its page, values with their counts, and how many more values there are."""

    title: str
    path: str
    values: tuple[tuple[Link, int], ...]
    more: int


def files(site: Site) -> Iterator[Output]:
    """Yield nothing."""
    yield from ()


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page: the counts, the ways to find workshops, what is new, where to apply."""
    workshops = site.registry.workshops
    call = current_call(site)
    ways = [_way(site.facets[slug]) for slug in _WAYS]
    yield site.page(
        "",
        site.project.site_name,
        f"{site.project.site_name}：按区域、行业、级别、年度和地图查找。",
        "home/page.html",
        "home",
        total=len(workshops),
        counts=key_counts(site.registry, site.facets),
        unions=sum(1 for workshop in workshops if workshop.kind == "联盟"),
        ways=[way for way in ways if way.values and not _only_unknown(way)],
        blank=[
            Link(way.title.removeprefix("按"), way.values[0][0].path) for way in ways if _only_unknown(way)
        ],
        newest=[list_row(site.registry, workshop) for workshop in newly_named(workshops)],
        call=call,
        call_path=notice_path(call) if call else "",
        closed=bool(call and closed(call, site)),
        notices=[(notice, notice_path(notice)) for notice in reversed(site.registry.notices[-4:])],
    )


def newly_named(workshops: Sequence[Workshop]) -> list[Workshop]:
    """Return the workshops named last, at most _MOST_NEW, newest first; those without a date cannot be called new."""
    dated = [(day, workshop) for workshop in workshops if workshop.stands and (day := workshop.last_named)]
    dated.sort(key=itemgetter(0), reverse=True)
    return [workshop for _, workshop in dated[:_MOST_NEW]]


def _way(facet: Facet) -> Way:
    """Show the first groups in the facet's order, for the many industries the largest; what is unknown comes last."""
    groups = [group for group in facet.filled if not group.part_of and group.slug != UNKNOWN]
    last = [group for group in facet.filled if group.slug == UNKNOWN]
    shown = groups
    if len(groups) + len(last) > _MOST_VALUES:
        if facet.slug == "industries":
            groups = sorted(groups, key=lambda group: -len(group.workshops))
        shown = groups[: _MOST_VALUES - 4]
    values = tuple((group_link(facet, group), len(group.workshops)) for group in [*shown, *last])
    return Way(facet.title, f"{facet.slug}/", values, len(groups) - len(shown))


def _only_unknown(way: Way) -> bool:
    """Return whether the facet has no known value yet."""
    return [link.path for link, _ in way.values] == [group_path(way.path.rstrip("/"), UNKNOWN)]
