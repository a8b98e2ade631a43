"""The page of the map: how many have a point, how many are without one as their record says, how many still lack it; and what is drawn."""

from __future__ import annotations

import json
import re
from itertools import accumulate

import pytest
from selectolax.lexbor import LexborHTMLParser
from shapely.geometry import MultiLineString
from shapely.geometry import Point as ShapelyPoint

from generator.doors import disk
from generator.reading.read import read_texts
from generator.rules.geography import BORDERS, LAND
from generator.site.map.ground import land_json, polygons
from generator.site.map.small import Window, central_path, land_path
from tests import ROOT
from tests.made import miniature, samples

_PLACE = samples.texts()[samples.RECORD].partition("location:\n")[2].partition("designations:\n")[0]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (
            "  precision: 单位\n  map: district\n",
            "共 4 个工作室，1 个标了点位，2 个只知道区域，数目写在区域名的旁边，1 个的区域待补充。",
        ),
        (
            "  map: none\n",
            "共 4 个工作室，1 个标了点位，1 个只知道区域，数目写在区域名的旁边，1 个的区域待补充，1 个按记录的要求不上地图。",
        ),
        (
            "  address: 中山区示例路1号\n",
            "共 4 个工作室，1 个标了点位，2 个只知道区域，数目写在区域名的旁边，1 个的区域待补充。",
        ),
        (_PLACE, "共 4 个工作室，2 个标了点位，1 个只知道区域，数目写在区域名的旁边，1 个的区域待补充。"),
    ],
    ids=["district", "none", "address alone", "point"],
)
def test_what_is_without_a_point_is_told_by_what_is_known(place: str, said: str) -> None:
    held = miniature.texts()
    held[samples.RECORD] = held[samples.RECORD].replace(_PLACE, place)
    note = _page(held).css_first(".rg-note")
    assert note is not None and note.text() == said


def _page(held: dict[str, str]) -> LexborHTMLParser:
    (page,) = [item for item in miniature.outputs(held=held) if item.path == "map/index.html"]
    return LexborHTMLParser(page.content.decode())


def test_a_map_without_points_shows_the_list_and_an_invitation() -> None:
    bare = {
        path: re.sub(r"(?m)^location:\n(?:  .*\n)+", "", text) if path.startswith("workshops/") else text
        for path, text in miniature.texts().items()
    }
    page = _page(bare)
    invitation = page.css_first(".rg-empty")
    assert invitation is not None and invitation.text().startswith("还没有一个工作室标了点位。")
    assert [it.attributes["href"] for it in invitation.css("a")] == ["../edit/", "../corrections/"]
    only = page.css_first("[data-only]")
    assert only is not None and "checked" not in only.attributes, "the list has all"
    nowhere = {
        path: re.sub(r"(?m)^district: .*\n", "", text) if path.startswith("workshops/") else text
        for path, text in bare.items()
    }
    page = _page(nowhere)
    invitation = page.css_first(".rg-empty")
    assert invitation is not None and invitation.text().startswith("还不知道工作室在哪里，画不出地图。")
    assert page.css_first(".rg-map, form.rg-filters, script[src*='leaflet'], .rg-by-district") is None
    assert len(page.css("table.rg-cards tbody tr")) == 4


def test_the_land_of_the_map_is_that_of_the_file() -> None:
    land = (ROOT / "registry" / LAND).read_text("utf-8")
    drawn = []
    for steps in json.loads(land_json(land)):
        ways = zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)
        drawn.append([[lon / 10_000, lat / 10_000] for lon, lat in ways])
    assert drawn == [ring for polygon in polygons(json.loads(land)) for ring in polygon]


@pytest.mark.parametrize(("path", "off"), [("assets/land.svg", 0.55), ("map/central.svg", 0.15)])
def test_the_coast_of_small_maps_is_that_of_the_land(path: str, off: float) -> None:
    """Each of its points lies on the land's outline, as far as it may be off, or where the drawing is cut off."""
    land = (ROOT / "registry" / LAND).read_text("utf-8")
    borders = (ROOT / "registry" / BORDERS).read_text("utf-8")
    local = read_texts(disk.read_registry(ROOT / "registry")[0])[0].local
    drawn = land_path(local, land) if path == "assets/land.svg" else central_path(local, land, borders)
    rings = [_points(part) for part in drawn.split("z") if part]
    assert len(rings) > (20 if path == "assets/land.svg" else 5), "islands and reservoirs too"
    assert all(len({*ring}) > 2 for ring in rings)
    (west, south), (east, north) = (
        tuple(edge(point[axis] for ring in rings for point in ring) for axis in (0, 1)) for edge in (min, max)
    )
    outline = MultiLineString(
        [
            [Window(local.region).pixel(*place) for place in ring]
            for polygon in polygons(json.loads(land))
            for ring in polygon
        ]
    )
    for ring in rings:
        for x, y in ring:
            cut = min(x - west, east - x, y - south, north - y) < off
            assert cut or outline.distance(ShapelyPoint(x, y)) < off


def _points(part: str) -> list[tuple[float, float]]:
    """The points of a part of a path, of which all but the first are told as steps."""
    numbers = [float(it) for it in re.findall(r"-?[0-9.]+", part)]
    x = y = 0.0
    points = []
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = round(x + step_x, 2), round(y + step_y, 2)
        points.append((x, y))
    return points


def test_each_map_names_whose_coast_it_shows() -> None:
    """The licence of the coast asks for it (ODbL 1.0, 4.3)."""
    pages = {it.path: it.content.decode() for it in miniature.outputs() if it.path.endswith(".html")}
    shown = [path for path, text in pages.items() if "land.svg" in text or "central.svg" in text]
    assert "map/index.html" in shown and len(shown) > 1
    assert [path for path in shown if "海岸线 © OpenStreetMap 贡献者（ODbL）" not in pages[path]] == []
