"""A still picture of the map: the land, the points, and at each district how many are known to lie there and no more."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from generator.model.location import Point
from generator.model.registry import Registry
from generator.rules.geography import BORDERS
from generator.site.map.points import shown_by
from generator.site.map.small import Dot, Window

_NEAR = 3  # pixels: points that lie as near as that are drawn once


class DistrictSpot(NamedTuple):
    """A district's name with the number of workshops of which no more is known than that they lie there."""

    name: str
    number: int
    at: Dot


class Still(NamedTuple):
    """The picture: `points` as one path of strokes without length, `spots`, its size in pixels, how many workshops it shows."""

    points: str
    spots: tuple[DistrictSpot, ...]
    width: int
    height: int
    number: int


def still(registry: Registry, *, blank: bool = False) -> Still | None:
    """Return the picture, or None where no place is known, or nothing is drawn around them."""
    from generator.libraries.geometry import areas

    if blank:
        return None
    window = Window(registry.local.region)
    located = [at for workshop in registry.workshops if (at := window.dot(workshop.point))]
    districts = Counter(
        it.district for it in registry.workshops if it.district and shown_by(it) == "district"
    )
    labels = {name: area.label for name, area in areas(registry.texts[BORDERS]).items()} if districts else {}
    spots = tuple(
        DistrictSpot(name, districts[name], placed)
        for name, (lon, lat) in labels.items()
        if districts[name] and (placed := window.dot(Point(lon, lat)))
    )
    number = len(located) + sum(spot.number for spot in spots)
    if not number:
        return None
    places = sorted({(round(at.x / _NEAR) * _NEAR, round(at.y / _NEAR) * _NEAR) for at in located})
    return Still("".join(f"M{x} {y}h0" for x, y in places), spots, window.width, window.height, number)
