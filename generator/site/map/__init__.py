"""The map of all workshops and the small map: the land, the points, the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.rules.geography import BORDERS, LAND
from generator.site.map.ground import basemap, land_json
from generator.site.map.page import map_page
from generator.site.map.points import Located, located, points_json
from generator.site.map.shell import map_shell
from generator.site.map.small import HEIGHT, WIDTH, central_path, land_path
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Page, Site


def files(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the land of the small maps, and the ground and points of the map of all workshops."""
    alone, points = site.only((), {}), located(site.registry)
    yield site.bundle("ground", (), partial(_ground, alone))
    yield site.bundle("points", points, partial(_points, alone, points))


def _ground(site: Site) -> Iterator[Output]:
    texts = site.registry.texts
    for path, land, line in (
        ("assets/land.svg", land_path(texts[LAND]), ".8"),
        ("map/central.svg", central_path(texts[LAND], texts[BORDERS]), ".25"),
    ):
        drawing = site.templates.render("map/land.svg", path=land, line=line, width=WIDTH, height=HEIGHT)
        yield text_output(path, drawing, LAND)
    ground = basemap(site.project, texts)
    yield text_output("map/shell.js", map_shell(ground).script, LAND)
    if ground.land:
        yield text_output("map/land.json", land_json(texts[LAND]), LAND)


def _points(site: Site, points: Located) -> Iterator[Output]:
    texts = site.registry.texts
    yield text_output("map/points.json", points_json(texts, points, basemap(site.project, texts)), "map")


def pages(site: Site) -> Iterator[Bundle[Page]]:
    """Yield the map of all workshops."""
    yield map_page(site)
