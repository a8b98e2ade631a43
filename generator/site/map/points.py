"""The points of the map of all workshops, as one file that the browser draws."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from generator.libraries.jsontext import Json
from generator.model.location import Point
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.rules.geography import BORDERS
from generator.site.map.ground import Basemap
from generator.site.map.small import central, corners

_SMALL = 0.3  # degrees: names of smaller districts would overlap when the whole city is shown


class Located(NamedTuple):
    """Where workshops are, each by the number of its row in lists.columns.rows_json, in the order of the registry.

    `points`: the public ones; `off_map`: those that no map tells of. Of all others a map knows the district at most.
    """

    points: Sequence[tuple[int, Point]]
    off_map: Sequence[int]


def shown_by(workshop: Workshop) -> str:
    """Return how a map shows a workshop: by a `point`, as one of its `district`'s number, by `none`, or not since it is `unknown` where."""
    if workshop.point:
        return "point"
    if workshop.location and workshop.location.is_off_map:
        return "none"
    return "district" if workshop.district else "unknown"


def located(registry: Registry) -> Located:
    """Return where the workshops of a registry are."""
    rows = [*enumerate(registry.workshops)]
    return Located(
        [(row, workshop.point) for row, workshop in rows if workshop.point],
        [row for row, workshop in rows if workshop.location and workshop.location.is_off_map],
    )


def points_json(registry: Registry, places: Located, ground: Basemap) -> str:
    """Return the map's points as JSON.

    `points`: all public ones, in columns of equal length: the row's number, lon, lat. `off_map`: as in `Located`.
    `labels`: the places of districts' names; `names`: whether to show them all, or tiles have their own. `views`: south-west and
    north-east of the whole city and of its central districts, None where it has none.
    """
    from generator.libraries.geometry import areas

    local, districts = registry.local, areas(registry.texts[BORDERS])
    columns: dict[str, list[Json]] = {
        "row": [number for number, _ in places.points],
        "lon": [point.lon for _, point in places.points],
        "lat": [point.lat for _, point in places.points],
    }
    labels = [
        {
            "name": name,
            "lon": area.label[0],
            "lat": area.label[1],
            "small": area.box[2] - area.box[0] < _SMALL,
        }
        for name, area in districts.items()
    ]
    views = {
        "city": corners(local, districts),
        "central": corners(local, shown) if (shown := central(local, districts)) else None,
    }
    named = not ground.tiles
    whole = {
        "labels": labels,
        "names": named,
        "views": views,
        "off_map": [*places.off_map],
        "points": columns,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
