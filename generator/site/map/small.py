"""The small map: one drawing of the land for the pages of workshops, and the central districts drawn large."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import NamedTuple

from generator.libraries.geometry import Area, areas, bounds
from generator.model.workshop import Point
from generator.site.map.ground import polygons

CENTRAL = ("中山区", "西岗区", "沙河口区", "甘井子区")  # tiny when the whole city is shown
# The window of the small map, degrees (west, south, east, north), and pixels to a degree of longitude at its middle.
WINDOW = (120.8, 38.55, 123.6, 40.25)
_SCALE = 100.0
_TINY = 0.15  # degrees: even where the central districts are drawn large, these names would
_APART = (("end", 0.0), ("middle", -4.0), ("middle", 4.0))  # so from west to east: beside, above, below
_MIDDLE = math.cos(math.radians((WINDOW[1] + WINDOW[3]) / 2))
WIDTH, HEIGHT = round((WINDOW[2] - WINDOW[0]) * _SCALE), round((WINDOW[3] - WINDOW[1]) * _SCALE / _MIDDLE)


class Dot(NamedTuple):
    """A point in the small map's pixels."""

    x: float
    y: float


class Name(NamedTuple):
    """A name in the small map's pixels; `anchor` as SVG has it."""

    text: str
    x: float
    y: float
    anchor: str


class Inset(NamedTuple):
    """The central districts drawn large: the part of the small map's drawing to show, and where names stand in it."""

    box: str
    names: tuple[Name, ...]


def dot(point: Point | None) -> Dot | None:
    """Where a point stands in the small map; None for none."""
    return Dot(*_pixel(*point)) if point else None


def inset(districts: str) -> Inset:
    """The window of the central districts (`views.central` of points), its names; no names where they are unknown."""
    found = central(areas(districts))
    ((south, west), (north, east)) = corners(list(found.values()))
    left, top = _pixel(west, north)
    right, bottom = _pixel(east, south)
    box = f"{left} {top} {round(right - left, 1)} {round(bottom - top, 1)}"
    large = [Name(name, *_pixel(*area.label), "middle") for name, area in found.items() if not _is_tiny(area)]
    tiny = sorted((area.label, name) for name, area in found.items() if _is_tiny(area))
    for (label, name), (anchor, lower) in zip(tiny, _APART, strict=False):
        x, y = _pixel(*label)
        large.append(Name(name, x, round(y + lower, 1), anchor))
    return Inset(box, tuple(large))


def land_path(land: str) -> str:
    """The land as the path of the small maps' shared SVG: coast only, no boundary (地图管理条例 15)."""
    rings = [ring for polygon in polygons(json.loads(land)) for ring in polygon]
    pixels = ([_pixel(point[0], point[1]) for point in ring] for ring in rings)
    return "".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in pixels)


def _is_tiny(area: Area) -> bool:
    return area.box[2] - area.box[0] < _TINY


def central(found: Mapping[str, Area]) -> dict[str, Area]:
    """Those of the areas that are central districts."""
    return {name: area for name, area in found.items() if name in CENTRAL}


def corners(those: list[Area]) -> list[list[float]]:
    """South-west and north-east of all the areas as Leaflet has them (lat, lon in degrees); of the window for none."""
    west, south, east, north = bounds(those) if those else WINDOW
    return [[south, west], [north, east]]


def _pixel(lon: float, lat: float) -> tuple[float, float]:
    return round((lon - WINDOW[0]) * _SCALE, 1), round((WINDOW[3] - lat) * _SCALE / _MIDDLE, 1)
