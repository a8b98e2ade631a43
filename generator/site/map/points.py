"""The points of the map of all workshops, as one file that the browser draws."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.libraries.jsontext import Json
from generator.model.location import Point
from generator.model.registry import Registry
from generator.rules.geography import BORDERS
from generator.site.map.ground import Basemap
from generator.site.map.small import central, corners

_SMALL = 0.3  # degrees: names of smaller districts would overlap when the whole city is shown


Located = Sequence[
    tuple[int, Point]
]  # the public points, each with the number of its row in lists.columns.rows_json


def located(registry: Registry) -> Located:
    """Return the public points in the order of the registry."""
    return [(number, workshop.point) for number, workshop in enumerate(registry.workshops) if workshop.point]


def points_json(texts: Mapping[str, str], points: Located, ground: Basemap) -> str:
    """Return the map's points as JSON.

    `points`: all public ones, in columns of equal length: the row's number, lon, lat.
    `labels`: the places of districts' names, none if tiles have their own. `views`: south-west and north-east of the
    whole city and of its central districts.
    """
    from generator.libraries.geometry import areas

    districts = areas(texts[BORDERS])
    columns: dict[str, list[Json]] = {
        "row": [number for number, _ in points],
        "lon": [point.lon for _, point in points],
        "lat": [point.lat for _, point in points],
    }
    labels = [
        {
            "name": name,
            "lon": area.label[0],
            "lat": area.label[1],
            "small": area.box[2] - area.box[0] < _SMALL,
        }
        for name, area in districts.items()
        if not ground.tiles
    ]
    views = {
        "city": corners(list(districts.values())),
        "central": corners(list(central(districts).values())),
    }
    whole = {"labels": labels, "views": views, "points": columns}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
