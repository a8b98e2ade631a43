"""The map of all workshops and the small map: the land, the points, the pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.geography import LAND
from generator.site.map.ground import basemap
from generator.site.map.page import map_page
from generator.site.map.points import points_json
from generator.site.map.shell import map_shell
from generator.site.map.small import HEIGHT, WIDTH, land_path
from generator.site.output import Output, text_output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield the land of the small maps, and the ground and points of the map of all workshops."""
    texts = site.registry.texts
    drawing = site.templates.render("map/land.svg", path=land_path(texts[LAND]), width=WIDTH, height=HEIGHT)
    yield text_output("assets/land.svg", drawing, LAND)
    ground = basemap(site.project, texts)
    yield text_output("map/shell.js", map_shell(ground).script, LAND)
    yield text_output("map/points.json", points_json(site.registry, ground), "map")


def pages(site: Site) -> Iterator[Page]:
    """Yield the map of all workshops."""
    yield map_page(site)
