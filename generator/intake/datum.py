"""Coordinates of Chinese maps to WGS84: GCJ-02 (高德, 腾讯) and BD-09 (百度), by iteration to the millimetre.

The shift is a published formula (see PRCoords, CC0); its inverse has no closed form, so the known shift is subtracted
until it fits.
"""

from __future__ import annotations

import math
from collections.abc import Callable

DATUMS = ("wgs84", "gcj02", "bd09")
_AXIS, _ECCENTRICITY = 6378245.0, 0.00669342162296594323  # Krasovsky 1940, the ellipsoid of the shift
_ROUNDS = 12
_X_PI = math.pi * 3000.0 / 180.0

Point = tuple[float, float]


def to_wgs84(lon: float, lat: float, datum: str) -> Point:
    """Convert longitude and latitude of `datum`, one of DATUMS, to WGS84 degrees with six decimals (a decimetre)."""
    if datum == "gcj02":
        lon, lat = _inverse(gcj02, (lon, lat))
    elif datum == "bd09":
        lon, lat = _inverse(gcj02, _inverse(_bd09_of_gcj02, (lon, lat)))
    return round(lon, 6), round(lat, 6)


def gcj02(point: Point) -> Point:
    """Return a WGS84 point as maps of the mainland show it."""
    lon, lat = point
    x, y = lon - 105.0, lat - 35.0
    wave = 20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    north += (wave + _waves(y, 20.0, 40.0, 160.0, 320.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    east += (wave + _waves(x, 20.0, 40.0, 150.0, 300.0)) * 2.0 / 3.0
    magic = 1.0 - _ECCENTRICITY * math.sin(math.radians(lat)) ** 2
    per_lat = math.radians(_AXIS * (1.0 - _ECCENTRICITY) / magic**1.5)
    per_lon = math.radians(_AXIS * math.cos(math.radians(lat)) / math.sqrt(magic))
    return lon + east / per_lon, lat + north / per_lat


def bd09(point: Point) -> Point:
    """Return a WGS84 point as 百度 shows it."""
    return _bd09_of_gcj02(gcj02(point))


def _waves(t: float, one: float, third: float, twelfth: float, thirtieth: float) -> float:
    parts = ((one, 1.0), (third, 3.0), (twelfth, 12.0), (thirtieth, 30.0))
    return sum(height * math.sin(t * math.pi / length) for height, length in parts)


def _bd09_of_gcj02(point: Point) -> Point:
    lon, lat = point
    far = math.hypot(lon, lat) + 0.00002 * math.sin(lat * _X_PI)
    turn = math.atan2(lat, lon) + 0.000003 * math.cos(lon * _X_PI)
    return far * math.cos(turn) + 0.0065, far * math.sin(turn) + 0.006


def _inverse(shift: Callable[[Point], Point], point: Point) -> Point:
    lon, lat = point
    for _ in range(_ROUNDS):
        shifted = shift((lon, lat))
        lon, lat = lon + point[0] - shifted[0], lat + point[1] - shifted[1]
    return lon, lat
