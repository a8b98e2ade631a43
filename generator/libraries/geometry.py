"""Areas and distances on the ground (the door to shapely)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from shapely import get_coordinates, get_parts
from shapely.affinity import scale
from shapely.errors import ShapelyError
from shapely.geometry import Point, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.prepared import prep

_KM_PER_DEGREE = 111.195  # of latitude, on a sphere of 6,371 km
_HAIR = 0.002  # degrees, some 200 m
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, ShapelyError)


class Area:
    """An area in WGS84/CGCS2000 degrees, measured in kilometres.

    A degree of longitude is shortened by the cosine of the area's middle latitude; within 2 degrees of it
    distances are right to about 2 per cent. `label`: a point well inside the area, for its name.
    """

    def __init__(self, degrees: BaseGeometry) -> None:
        inside = degrees.representative_point()
        self.label: tuple[float, float] = (round(inside.x, 4), round(inside.y, 4))
        self.box: tuple[float, float, float, float] = degrees.bounds
        self._x = _KM_PER_DEGREE * math.cos(math.radians((self.box[1] + self.box[3]) / 2))
        self._ground = scale(degrees, self._x, _KM_PER_DEGREE, origin=(0, 0))
        self._prepared = prep(self._ground)

    def distance_km(self, lon: float, lat: float) -> float:
        """Return how far a point is outside the area; 0.0 inside it and on its edge."""
        point = Point(lon * self._x, lat * _KM_PER_DEGREE)
        return 0.0 if self._prepared.covers(point) else float(self._ground.distance(point))


@lru_cache(maxsize=4)
def areas(geojson: str) -> dict[str, Area]:
    """Return the areas of a GeoJSON text by the `name` of each feature; empty if the text cannot be read.

    The last few results are kept, since several laws need the same text.
    """
    try:
        features = _features(geojson)
        return {feature["properties"]["name"]: _area(feature["geometry"]) for feature in features}
    except _UNREADABLE:
        return {}


@lru_cache(maxsize=4)
def is_drawable(geojson: str) -> bool:
    """Return whether a GeoJSON text contains areas and nothing else."""
    try:
        return bool([_polygon(feature["geometry"]) for feature in _features(geojson)])
    except _UNREADABLE:
        return False


def bounds(every: Iterable[Area]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of all areas together."""
    boxes = [area.box for area in every]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return west, south, max(box[2] for box in boxes), max(box[3] for box in boxes)


def beyond(geojson: str, far: tuple[float, float, float, float]) -> dict[str, Any]:
    """Return the box `far` (west, south, east, north) as a GeoJSON Polygon, without the box of the drawable areas and all south of it.

    The polygon is a ring around a hole; the hole ends one degree north of the south side of `far`. It overlaps the areas' box by
    a hair, so that drawn over them it covers the straight edges where they are cut off.
    """
    west, _, east, north = unary_union([_polygon(it["geometry"]) for it in _features(geojson)]).bounds
    return mapping(box(*far).difference(box(west + _HAIR, far[1] + 1, east - _HAIR, north - _HAIR)))


@lru_cache(maxsize=4)
def is_covered(geojson: str, window: tuple[float, float, float, float]) -> bool:
    """Return whether the drawable areas cover the whole of `window` (west, south, east, north), so that no line of them is in it."""
    return bool(unary_union([_polygon(it["geometry"]) for it in _features(geojson)]).covers(box(*window)))


def outlines(
    geojson: str, window: tuple[float, float, float, float], tolerance: float
) -> list[list[tuple[float, float]]]:
    """Return the rings of the drawable areas as far as they lie in `window` (west, south, east, north), simplified.

    `tolerance`: degrees that a simplified line may be off. Rings are lists of (lon, lat), closed, holes among them.
    """
    whole = unary_union([_polygon(it["geometry"]) for it in _features(geojson)])
    seen = whole.intersection(box(*window)).simplify(tolerance)
    areas_seen = [part for part in get_parts(seen) if part.geom_type == "Polygon" and not part.is_empty]
    return [[*ring.coords] for part in areas_seen for ring in (part.exterior, *part.interiors)]


def _features(geojson: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(geojson, parse_constant=_no_number)["features"]
    return features


def _no_number(constant: str) -> float:
    raise ValueError(constant)


def _area(geometry: dict[str, Any]) -> Area:
    return Area(_polygon(geometry))


def _polygon(geometry: dict[str, Any]) -> BaseGeometry:
    area = shape(geometry)
    if area.is_empty or area.geom_type not in ("Polygon", "MultiPolygon"):
        raise ValueError("no area")
    if not math.isfinite(float(get_coordinates(area).sum())):
        raise ValueError("infinity")  # 1e999 is read so
    return area
