"""The small map: one drawing of the land for the pages of workshops, and the central districts enlarged."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.model.location import Point

if TYPE_CHECKING:
    from generator.libraries.geometry import Area

CENTRAL = ("中山区", "西岗区", "沙河口区", "甘井子区")  # too small when the whole city is shown
# The window of the small map, degrees (west, south, east, north), and pixels to a degree of longitude at its middle.
WINDOW = (120.8, 38.55, 123.6, 40.25)
_SCALE = 100.0
_COARSE, _FINE = 0.003, 0.0003  # degrees that the coast may be off: in the small map, in the inset
_AROUND = 0.02  # degrees
_TINY = 0.15  # degrees: names of smaller districts would overlap even in the enlarged central districts
_APART = (
    ("end", 0.0),
    ("middle", -4.0),
    ("middle", 4.0),
)  # so their names are placed, from west to east: beside, above, below
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
    """The central districts enlarged: the part of the small map's drawing to show, and the places of names in it."""

    box: str
    names: tuple[Name, ...]


def dot(point: Point | None) -> Dot | None:
    """Return the place of a point in the small map; None without a point."""
    return Dot(*_pixel(*point)) if point else None


def inset(districts: str) -> Inset:
    """Return the window of the central districts (`views.central` of points) with their names; no names if they are unknown."""
    from generator.libraries.geometry import areas

    shown = central(areas(districts))
    ((south, west), (north, east)) = corners(list(shown.values()))
    left, top = _pixel(west, north)
    right, bottom = _pixel(east, south)
    box = f"{left} {top} {round(right - left, 1)} {round(bottom - top, 1)}"
    large = [Name(name, *_pixel(*area.label), "middle") for name, area in shown.items() if not _is_tiny(area)]
    tiny = sorted((area.label, name) for name, area in shown.items() if _is_tiny(area))
    for (label, name), (anchor, lower) in zip(tiny, _APART, strict=False):
        x, y = _pixel(*label)
        large.append(Name(name, x, round(y + lower, 1), anchor))
    return Inset(box, tuple(large))


def land_path(land: str) -> str:
    """Return the land as the path of the small maps' shared SVG: only the coast, no boundary (地图管理条例 15)."""
    return _path(land, WINDOW, _COARSE, 1)


def central_path(land: str, districts: str) -> str:
    """Return the land of the central districts as `land_path` does, ten times as fine, for the inset."""
    from generator.libraries.geometry import areas

    ((south, west), (north, east)) = corners(list(central(areas(districts)).values()))
    return _path(land, (west, south, east, north), _FINE, 2)


def _path(land: str, window: tuple[float, float, float, float], tolerance: float, places: int) -> str:
    """Return the land in a window and a little around it, so that no edge where it is cut off is seen."""
    from generator.libraries.geometry import outlines

    west, south, east, north = window
    around = (west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND)
    rings = ([_pixel(lon, lat, places) for lon, lat in ring] for ring in outlines(land, around, tolerance))
    return "".join(_drawn(ring, places) for ring in rings if len({*ring}) > 2)


def _drawn(ring: list[tuple[float, float]], places: int) -> str:
    """Return a closed ring as a part of a path: where it begins, then how far each point lies from the one before."""
    steps = [
        (round(x - before_x, places), round(y - before_y, places))
        for (before_x, before_y), (x, y) in pairwise(ring[:-1])
    ]
    first = f"M{ring[0][0]:g} {ring[0][1]:g}l"
    return first + " ".join(f"{x:g} {y:g}" for x, y in steps if x or y).replace(" -", "-") + "z"


def _is_tiny(area: Area) -> bool:
    return area.box[2] - area.box[0] < _TINY


def central(named: Mapping[str, Area]) -> dict[str, Area]:
    """Return those of the areas that are central districts."""
    return {name: area for name, area in named.items() if name in CENTRAL}


def corners(every: list[Area]) -> list[list[float]]:
    """Return south-west and north-east of all areas for Leaflet (lat, lon in degrees); without areas, those of the window."""
    from generator.libraries.geometry import bounds

    west, south, east, north = bounds(every) if every else WINDOW
    return [[south, west], [north, east]]


def _pixel(lon: float, lat: float, places: int = 1) -> tuple[float, float]:
    return round((lon - WINDOW[0]) * _SCALE, places), round((WINDOW[3] - lat) * _SCALE / _MIDDLE, places)
