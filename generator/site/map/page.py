"""The page of the map of all workshops."""

from __future__ import annotations

from generator.libraries.templating import Markup
from generator.rules.geography import BORDERS
from generator.site.lists import filters
from generator.site.map.ground import basemap
from generator.site.map.shell import map_shell
from generator.site.map.small import HEIGHT, WIDTH, inset
from generator.site.page import Page, Site
from generator.site.statistics.figures import facet_chart


def map_page(site: Site) -> Page:
    """Return the map of all workshops, with the same data in a table."""
    workshops = site.registry.workshops
    ground = basemap(site.project, site.registry.texts)
    on_map = sum(1 for workshop in workshops if workshop.point)
    hidden = sum(1 for workshop in workshops if workshop.location and workshop.location.is_hidden)
    return site.page(
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
        filters=filters.form(site.registry, site.facets, sorted_=False),
        on_map=on_map,
        unknown=len(workshops) - on_map - hidden,
        hidden=hidden,
        chart=facet_chart(site.facets["districts"]),
    )
