"""The map of all workshops and the small map: the land, the points, the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.rules.geography import BORDERS, LAND
from generator.site.map.ground import basemap, land_json
from generator.site.map.page import map_page
from generator.site.map.points import Located, located, points_json
from generator.site.map.shell import map_shell
from generator.site.map.small import Window, central_path, inset, land_path
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Page, Site


def files(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the land of the small maps, and the ground and points of the map of all workshops."""
    alone, points = site.only((), {}), located(site.registry)
    yield site.bundle("ground", (), partial(_ground, alone))
    yield site.bundle("points", points, partial(_points, alone, points))


def _ground(site: Site) -> Iterator[Output]:
    texts, local = site.registry.texts, site.registry.local
    drawn = [("assets/land.svg", land_path(local, texts[LAND]), ".8")]
    if inset(local, texts[BORDERS]):
        drawn.append(("map/central.svg", central_path(local, texts[LAND], texts[BORDERS]), ".25"))
    for path, land, line in drawn:
        drawing = site.templates.render("map/land.svg", path=land, line=line, window=Window(local.region))
        yield text_output(path, drawing, LAND)
    ground = basemap(site.registry)
    yield text_output("map/shell.js", map_shell(ground, local.region).script, LAND)
    if ground.land:
        yield text_output("map/land.json", land_json(texts[LAND]), LAND)


def _points(site: Site, points: Located) -> Iterator[Output]:
    ground = basemap(site.registry)
    yield text_output("map/points.json", points_json(site.registry, points, ground), "map")


def pages(site: Site) -> Iterator[Bundle[Page]]:
    """Yield the map of all workshops."""
    yield map_page(site)
