"""The small map: one drawing of the land for the pages of workshops, and the central districts enlarged."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.model.local import Local, Region
from generator.model.location import Point

if TYPE_CHECKING:
    from generator.libraries.geometry import Area

_WIDTH = 280  # pixels
_COARSE, _FINE = 0.003, 0.0003  # degrees that the coast may be off: in the small map, in the inset
_AROUND = 0.02  # degrees
_TINY = 0.15  # degrees: names of smaller districts would overlap even in the enlarged central districts
_APART = (
    ("end", 0.0),
    ("middle", -4.0),
    ("middle", 4.0),
)  # so their names are placed, from west to east: beside, above, below


class Dot(NamedTuple):
    """A point in the small map's pixels."""

    x: float
    y: float


class Window:
    """What the small map shows: the region, `width` and `height` in pixels."""

    def __init__(self, region: Region) -> None:
        self.region = region
        self._scale = round(_WIDTH / (region.east - region.west), 4)  # pixels to a degree of longitude
        self._narrowed = math.cos(math.radians((region.south + region.north) / 2))
        self.width, self.height = _WIDTH, math.floor(self.pixel(region.east, region.south, 0)[1])

    def dot(self, point: Point | None) -> Dot | None:
        """Return the place of a point in the small map; None without a point."""
        return Dot(*self.pixel(*point)) if point else None

    def pixel(self, lon: float, lat: float, places: int = 1) -> tuple[float, float]:
        """Return the pixel of a place in degrees."""
        across, down = lon - self.region.west, self.region.north - lat
        return round(across * self._scale, places), round(down * self._scale / self._narrowed, places)


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


def inset(local: Local, districts: str) -> Inset | None:
    """Return the central districts (`views.central` of points) with their names; None where the register names none, or their
    borders are unknown."""
    from generator.libraries.geometry import areas

    shown, of = central(local, areas(districts)), Window(local.region)
    if not shown:
        return None
    ((south, west), (north, east)) = corners(local, shown)
    left, top = of.pixel(west, north)
    right, bottom = of.pixel(east, south)
    box = f"{left} {top} {round(right - left, 1)} {round(bottom - top, 1)}"
    large = [
        Name(name, *of.pixel(*area.label), "middle") for name, area in shown.items() if not _is_tiny(area)
    ]
    tiny = sorted((area.label, name) for name, area in shown.items() if _is_tiny(area))
    for (label, name), (anchor, lower) in zip(tiny, _APART, strict=False):
        x, y = of.pixel(*label)
        large.append(Name(name, x, round(y + lower, 1), anchor))
    return Inset(box, tuple(large))


def is_blank(local: Local, land: str) -> bool:
    """Return whether the region is land and nothing else, as a new register of an inland city has it: a small map would be empty."""
    from generator.libraries.geometry import is_covered, is_drawable

    region = local.region
    return is_drawable(land) and is_covered(land, (region.west, region.south, region.east, region.north))


def land_path(local: Local, land: str) -> str:
    """Return the land as the path of the small maps' shared SVG: only the coast, no boundary (地图管理条例 15)."""
    return _path(local, land, corners(local, {}), _COARSE, 1)


def central_path(local: Local, land: str, districts: str) -> str:
    """Return the land of the central districts as `land_path` does, ten times as fine, for the inset."""
    from generator.libraries.geometry import areas

    return _path(local, land, corners(local, central(local, areas(districts))), _FINE, 2)


def _path(local: Local, land: str, shown: list[list[float]], tolerance: float, places: int) -> str:
    """Return the land in a window and a little around it, so that no edge where it is cut off is seen."""
    from generator.libraries.geometry import outlines

    ((south, west), (north, east)), of = shown, Window(local.region)
    around = (west - _AROUND, south - _AROUND, east + _AROUND, north + _AROUND)
    rings = ([of.pixel(lon, lat, places) for lon, lat in ring] for ring in outlines(land, around, tolerance))
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


def central(local: Local, named: Mapping[str, Area]) -> dict[str, Area]:
    """Return those of the areas that are central districts."""
    return {name: area for name, area in named.items() if name in local.map.central}


def corners(local: Local, named: Mapping[str, Area]) -> list[list[float]]:
    """Return south-west and north-east of all areas for Leaflet (lat, lon in degrees); without areas, those of the region."""
    from generator.libraries.geometry import bounds

    region = local.region
    sides = (region.west, region.south, region.east, region.north)
    west, south, east, north = bounds(named.values()) if named else sides
    return [[south, west], [north, east]]
