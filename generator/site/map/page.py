"""The page of the map of all workshops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.libraries.templating import Markup
from generator.rules.geography import BORDERS
from generator.site.lists import filters
from generator.site.lists.rows import Row, columns, list_row
from generator.site.map.finders import BLANK, finders
from generator.site.map.ground import basemap
from generator.site.map.points import shown_by
from generator.site.map.shell import map_shell
from generator.site.map.small import Window, inset
from generator.site.page import Bundle, Page, Site
from generator.site.pager import PER_PAGE
from generator.site.statistics.figures import Chart, facet_chart


class Told(NamedTuple):
    """What the page tells of the records.

    How many have a point, are counted at their district, or are on no map though their district is known; of how many it is not
    known; the choices; the chart; where none is on the map, the first rows of the list in its place.
    """

    on_map: int
    counted: int
    hidden: int
    unknown: int
    filters: filters.FilterForm
    chart: Chart
    rows: tuple[Row, ...]


def map_page(site: Site) -> Bundle[Page]:
    """Return the map of all workshops, with the same data in a table."""
    workshops = site.registry.workshops
    how = Counter(shown_by(workshop) for workshop in workshops)
    is_empty = not how["point"] and not how["district"]
    told = Told(
        how["point"],
        how["district"],
        how["none"],
        how["unknown"],
        filters.form(site.registry, site.facets, sorted_=False),
        facet_chart(site.facets["districts"]),
        tuple(list_row(site.registry, workshop) for workshop in workshops[:PER_PAGE]) if is_empty else (),
    )
    return site.bundle("map", told, partial(_page, site.only((), {}), told))


def _page(site: Site, told: Told) -> Iterator[Page]:
    from generator.libraries.geometry import areas

    local, ground = site.registry.local, basemap(site.registry)
    yield site.page(
        "map/",
        "地图",
        "工作室在哪里：按区域、行业、级别、年度筛选，看我的附近，打印图和名单；只知道区域的，数目写在区域名旁边。",
        "map/page.html",
        "map",
        shell=Markup(map_shell(ground, local.region).html),
        inset=inset(local, site.registry.texts[BORDERS]),
        window=Window(local.region),
        notes=ground.notes,
        land=ground.land,
        columns=columns(told.rows),
        finders=finders(BLANK, local.city.short),
        bare=not ground.notes,
        blank=site.blank,
        labelled=bool(areas(site.registry.texts[BORDERS])),  # else no name of a district has a place
        total=told.on_map + told.counted + told.hidden + told.unknown,
        **told._asdict(),
    )
