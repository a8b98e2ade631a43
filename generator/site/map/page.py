"""The page of the map of all workshops."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.libraries.templating import Markup
from generator.rules.geography import BORDERS
from generator.site.lists import filters
from generator.site.map.ground import basemap
from generator.site.map.shell import map_shell
from generator.site.map.small import HEIGHT, WIDTH, inset
from generator.site.page import Bundle, Page, Site
from generator.site.statistics.figures import Chart, facet_chart


class Told(NamedTuple):
    """What the page tells of the records: how many are on the map, unknown and hidden; the choices; the chart."""

    on_map: int
    unknown: int
    hidden: int
    filters: filters.FilterForm
    chart: Chart


def map_page(site: Site) -> Bundle[Page]:
    """Return the map of all workshops, with the same data in a table."""
    workshops = site.registry.workshops
    on_map = sum(1 for workshop in workshops if workshop.point)
    hidden = sum(1 for workshop in workshops if workshop.location and workshop.location.is_hidden)
    told = Told(
        on_map,
        len(workshops) - on_map - hidden,
        hidden,
        filters.form(site.registry, site.facets, sorted_=False),
        facet_chart(site.facets["districts"]),
    )
    return site.bundle("map", told, partial(_page, site.only((), {}), told))


def _page(site: Site, told: Told) -> Iterator[Page]:
    ground = basemap(site.project, site.registry.texts)
    yield site.page(
        "map/",
        "地图",
        f"{site.project.site_name}：工作室的位置，以及各区域的工作室数。",
        "map/page.html",
        "map",
        shell=Markup(map_shell(ground).html),
        inset=inset(site.registry.texts[BORDERS]),
        window=(WIDTH, HEIGHT),
        notes=ground.notes,
        bare=not ground.notes,
        **told._asdict(),
    )
