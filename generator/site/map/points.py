"""The points of the map of all, as one file that the browser draws from."""

from __future__ import annotations

import json

from generator.libraries.geometry import areas
from generator.libraries.jsontext import Json
from generator.model.registry import Registry
from generator.rules.geography import BORDERS
from generator.site.map.ground import Basemap
from generator.site.map.small import central, corners

_SMALL = 0.3  # degrees: names of smaller districts would lie on one another when the whole city is shown


def points_json(registry: Registry, ground: Basemap) -> str:
    """As JSON: `points`, all that may be shown, in columns of equal length: the row's number in filters.rows_json, lon, lat.

    `labels`: where districts' names stand, none where tiles bring their own. `views`: south-west and north-east of the
    whole city and of its central districts.
    """
    found = areas(registry.texts[BORDERS])
    held = [(number, workshop.point) for number, workshop in enumerate(registry.workshops) if workshop.point]
    columns: dict[str, list[Json]] = {
        "row": [number for number, _ in held],
        "lon": [point.lon for _, point in held],
        "lat": [point.lat for _, point in held],
    }
    labels = [
        {
            "name": name,
            "lon": area.label[0],
            "lat": area.label[1],
            "small": area.box[2] - area.box[0] < _SMALL,
        }
        for name, area in found.items()
        if not ground.tiles
    ]
    views = {
        "city": corners(list(found.values())),
        "central": corners(list(central(found).values())),
    }
    whole = {"labels": labels, "views": views, "points": columns}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
