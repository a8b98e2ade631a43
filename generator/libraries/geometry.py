"""Areas and distances on the ground (the door to shapely)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from shapely import MultiLineString, get_coordinates, get_parts, line_merge
from shapely.affinity import scale
from shapely.errors import ShapelyError
from shapely.geometry import Point, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.prepared import prep

_KM_PER_DEGREE = 111.195  # of latitude, on a sphere of 6,371 km
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, ShapelyError)


class Area:
    """An area in WGS84/CGCS2000 degrees, measured in kilometres.

    A degree of longitude is shortened by the cosine of the area's middle latitude; within 2 degrees of it
    distances are right to some 2 per cent. `label`: a point well inside, where its name can stand.
    """

    def __init__(self, degrees: BaseGeometry) -> None:
        inside = degrees.representative_point()
        self.label: tuple[float, float] = (round(inside.x, 4), round(inside.y, 4))
        self.box: tuple[float, float, float, float] = degrees.bounds
        self._x = _KM_PER_DEGREE * math.cos(math.radians((self.box[1] + self.box[3]) / 2))
        self._ground = scale(degrees, self._x, _KM_PER_DEGREE, origin=(0, 0))
        self._prepared = prep(self._ground)

    def distance_km(self, lon: float, lat: float) -> float:
        """How far a point lies outside the area; 0.0 inside it and on its edge."""
        point = Point(lon * self._x, lat * _KM_PER_DEGREE)
        return 0.0 if self._prepared.covers(point) else float(self._ground.distance(point))


@lru_cache(maxsize=4)
def areas(geojson: str) -> dict[str, Area]:
    """The named areas of a GeoJSON text (its features' `name`); none if it cannot be understood.

    The last few texts are kept, since several laws ask for the same one.
    """
    try:
        features = _features(geojson)
        return {feature["properties"]["name"]: _area(feature["geometry"]) for feature in features}
    except _UNREADABLE:
        return {}


@lru_cache(maxsize=4)
def is_drawable(geojson: str) -> bool:
    """Whether a GeoJSON text holds areas, and nothing but areas."""
    try:
        return bool([_polygon(feature["geometry"]) for feature in _features(geojson)])
    except _UNREADABLE:
        return False


def bounds(those: Iterable[Area]) -> tuple[float, float, float, float]:
    """West, south, east and north of all areas together."""
    boxes = [area.box for area in those]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return west, south, max(box[2] for box in boxes), max(box[3] for box in boxes)


def coast(geojson: str) -> dict[str, Any]:
    """The outline of drawable areas without what lies on the box around them, where a drawing ends: a GeoJSON MultiLineString."""
    lines = _outlines(geojson)
    left = line_merge(lines.difference(box(*lines.bounds).boundary))
    return mapping(MultiLineString([part for part in get_parts(left) if not part.is_empty]))


def beyond(geojson: str, far: tuple[float, float, float, float]) -> dict[str, Any]:
    """The box `far` (west, south, east, north) without that around drawable areas and what lies south of it: a GeoJSON Polygon.

    It is a ring around a hole; the hole ends a degree short of the south of `far`.
    """
    west, _, east, north = _outlines(geojson).bounds
    return mapping(box(*far).difference(box(west, far[1] + 1, east, north)))


def _outlines(geojson: str) -> BaseGeometry:
    return unary_union([_polygon(feature["geometry"]).boundary for feature in _features(geojson)])


def _features(geojson: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(geojson, parse_constant=_no_number)["features"]
    return features


def _no_number(constant: str) -> float:
    raise ValueError(constant)


def _area(geometry: dict[str, Any]) -> Area:
    return Area(_polygon(geometry))


def _polygon(geometry: dict[str, Any]) -> BaseGeometry:
    found = shape(geometry)
    if found.is_empty or found.geom_type not in ("Polygon", "MultiPolygon"):
        raise ValueError("no area")
    if not math.isfinite(float(get_coordinates(found).sum())):
        raise ValueError("infinity")  # as 1e999 is read
    return found
