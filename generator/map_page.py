"""The page of the map of all."""

from __future__ import annotations

from generator import filters, maps, small_map, statistics
from generator.basemap import basemap
from generator.pages import Page, Site
from generator.rules.geography import BORDERS
from generator.templating import Markup


def map_page(site: Site) -> Page:
    """The map of all, with the same in a table."""
    workshops = site.registry.workshops
    ground = basemap(site.project, site.registry.texts)
    on_map = sum(1 for workshop in workshops if workshop.point)
    known = sum(1 for workshop in workshops if workshop.location and workshop.location.lon is not None)
    return site.page(
        "map/",
        "地图",
        "大连市劳模和职工创新工作室的位置，以及各区域的工作室数。",
        "map.html",
        "map",
        shell=Markup(maps.shell(ground).html),
        inset=small_map.inset(site.registry.texts[BORDERS]),
        window=(small_map.WIDTH, small_map.HEIGHT),
        notes=ground.notes,
        bare=not ground.notes,
        filters=filters.form(site.registry, site.facets),
        on_map=on_map,
        unknown=len(workshops) - known,
        hidden=known - on_map,
        chart=statistics.facet_chart(site.facets["districts"]),
    )
