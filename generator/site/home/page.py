"""The home page."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from generator.model.facets import UNKNOWN, Facet
from generator.model.workshop import Workshop
from generator.site import emptiness
from generator.site.home.coverage import coverage
from generator.site.home.still import still
from generator.site.home.stories import stories
from generator.site.lists.rows import columns, list_row
from generator.site.notices.pages import closed, current_call
from generator.site.page import Page, Site
from generator.site.paths import Link, notice_path
from generator.site.statistics.figures import group_link

_MOST_VALUES, _MOST_NEW = 12, 6
_WAYS = ("districts", "industries", "levels", "categories", "years")


class Way(NamedTuple):
    """A way to find workshops: its title, its page, values with their counts, and how many more values there are."""

    title: str
    path: str
    values: tuple[tuple[Link, int], ...]
    more: int


def home_page(site: Site) -> Page:
    """Return what the register is and holds, the current call, three stories, the ways to find workshops, what is new."""
    registry, call = site.registry, current_call(site)
    ways = [site.facets[slug] for slug in _WAYS]
    newest = [list_row(registry, workshop) for workshop in newly_named(registry.workshops)]
    return site.page(
        "",
        site.project.site_name,
        f"经工会命名的劳模、职工创新工作室和工作室联盟，已收录 {len(registry.workshops)} 个：在哪里、谁领衔、做什么、由哪份通报命名。",
        "home/page.html",
        "home",
        total=len(registry.workshops),
        coverage=coverage(registry),
        stories=stories(site),
        unions=sum(1 for workshop in registry.workshops if workshop.kind == "联盟"),
        ways=[_way(facet) for facet in ways if not emptiness.is_blank(facet)],
        blank=emptiness.blank(ways),
        still=still(registry, blank=site.blank),
        newest=newest,
        columns=columns(newest),
        call=call,
        call_path=notice_path(call) if call else "",
        closed=bool(call and closed(call, site)),
        notices=[(notice, notice_path(notice)) for notice in reversed(registry.notices[-4:])],
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
