"""Areas as GeoJSON, looked at without shapely, which takes longer to load than most registries to check."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any, TypeGuard

_LEAST = 1e-6  # square degrees, about a hectare: what encloses less is left to shapely


def is_plain(geojson: str, *, named: bool = False) -> bool:
    """Return whether a text is areas of closed rings, in degrees, and nothing stranger. `named`: each has a name.

    What is plain can be drawn, and with names has areas by name; of all else only `geometry` knows.
    """
    features = _features(geojson)
    return _filled(features) and all(_is_feature(feature, named) for feature in features)


def holds_nothing(geojson: str) -> bool:
    """Return whether a text says on purpose that there are no areas: a collection of none."""
    return _features(geojson) == []


def _features(geojson: str) -> object:
    try:
        read = json.loads(geojson)
    except (ValueError, RecursionError):
        return None
    return read.get("features") if isinstance(read, dict) else None


def _is_feature(feature: Any, named: bool) -> bool:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        return False
    properties = feature.get("properties")
    has_name = isinstance(properties, dict) and isinstance(properties.get("name"), str)
    kind, parts = feature["geometry"].get("type"), feature["geometry"].get("coordinates")
    areas = [parts] if kind == "Polygon" else parts if kind == "MultiPolygon" else None
    return (has_name or not named) and _filled(areas) and all(map(_is_area, areas))


def _is_area(rings: Any) -> bool:
    """Whether it is a ring, and rings that are holes in it."""
    return _filled(rings) and all(map(_is_ring, rings))


def _is_ring(ring: Any) -> bool:
    """Whether it comes back to where it began, and encloses something."""
    if not _filled(ring) or len(ring) < 4 or ring[0] != ring[-1] or not all(map(_is_position, ring)):
        return False
    twice: float = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return abs(twice) > 2 * _LEAST


def _is_position(position: Any) -> bool:
    is_pair = isinstance(position, list) and len(position) == 2
    return is_pair and all(type(degree) in (int, float) and -180 <= degree <= 180 for degree in position)


def _filled(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list) and bool(value)
