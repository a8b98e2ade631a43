"""Maps: folium's shell with the land, one file of points for all, one drawing for the small maps (the door to folium)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.basemap import Basemap, polygons
from generator.geometry import Area, areas, bounds
from generator.model import Location
from generator.registry import Registry
from generator.rules.geography import BORDERS

CENTRAL = ("中山区", "西岗区", "沙河口区", "甘井子区")  # tiny when the whole city is shown
# The window of the small map, degrees (west, south, east, north), and pixels to a degree of longitude at its middle.
WINDOW = (120.8, 38.55, 123.6, 40.25)
_SCALE = 100.0
_SMALL = 0.3  # degrees: names of smaller districts would lie on one another when the whole city is shown
_TINY = 0.15  # degrees: even where the central districts are drawn large, these names would
_APART = (("end", 0.0), ("middle", -4.0), ("middle", 4.0))  # so from west to east: beside, above, below
_MIDDLE = math.cos(math.radians((WINDOW[1] + WINDOW[3]) / 2))
WIDTH, HEIGHT = round((WINDOW[2] - WINDOW[0]) * _SCALE), round((WINDOW[3] - WINDOW[1]) * _SCALE / _MIDDLE)


class Dot(NamedTuple):
    """A point in the small map's pixels."""

    x: float
    y: float


class Shell(NamedTuple):
    """What folium draws: the map's element and the script that fills it."""

    html: str
    script: str


class Name(NamedTuple):
    """A name in the small map's pixels; `anchor` as SVG has it."""

    text: str
    x: float
    y: float
    anchor: str


class Inset(NamedTuple):
    """The central districts drawn large: the part of the small map's drawing to show, and where names stand in it."""

    box: str
    names: tuple[Name, ...]


def shown(location: Location | None) -> bool:
    """Whether a workshop's point may be shown: it has one, and its record does not restrict the map."""
    return bool(
        location and location.lon is not None and location.lat is not None and location.map in (None, "point")
    )


def dot(location: Location | None) -> Dot | None:
    """Where a workshop stands in the small map; None where no point may be shown."""
    if not shown(location) or location is None or location.lon is None or location.lat is None:
        return None
    return Dot(*_pixel(location.lon, location.lat))


def inset(districts: str) -> Inset:
    """The window of the central districts (`views.central` of points), its names; no names where they are unknown."""
    found = _central(areas(districts))
    ((south, west), (north, east)) = _corners(list(found.values()))
    left, top = _pixel(west, north)
    right, bottom = _pixel(east, south)
    box = f"{left} {top} {round(right - left, 1)} {round(bottom - top, 1)}"
    large = [Name(name, *_pixel(*area.label), "middle") for name, area in found.items() if not _is_tiny(area)]
    tiny = sorted((area.label, name) for name, area in found.items() if _is_tiny(area))
    for (label, name), (anchor, lower) in zip(tiny, _APART, strict=False):
        x, y = _pixel(*label)
        large.append(Name(name, x, round(y + lower, 1), anchor))
    return Inset(box, tuple(large))


def land_path(land: str) -> str:
    """The land as the path of the small maps' shared SVG: coast only, no boundary (地图管理条例 15)."""
    rings = [ring for polygon in polygons(json.loads(land)) for ring in polygon]
    pixels = ([_pixel(point[0], point[1]) for point in ring] for ring in rings)
    return "".join("M" + "L".join(f"{x} {y}" for x, y in ring) + "Z" for ring in pixels)


def shell(ground: Basemap) -> Shell:
    """The map of all: folium with Leaflet only and what lies under the points; same input, same ids.

    No text of a record may pass through folium: it writes texts raw into its script.
    """
    import folium

    chart = folium.Map(
        location=[39.3, 122.2],
        zoom_start=8,
        tiles=None,
        zoom_snap=1 if ground.tiles else 0.25,
        prefer_canvas=True,
    )
    chart._id = "register"
    chart.options.update(min_zoom=7, max_zoom=ground.max_zoom)
    chart.default_js, chart.default_css = [], []
    for number, tiles in enumerate(ground.tiles):
        layer = folium.TileLayer(
            tiles, attr="天地图", subdomains=ground.servers, max_zoom=ground.max_zoom, control=False
        )
        layer._id = f"tiles_{number}"
        layer.add_to(chart)
    for outline in ground.outlines:
        drawn = folium.GeoJson(
            outline.shapes, style_function=lambda _feature, style=outline.style: style, control=False
        )
        drawn._id = outline.name
        drawn.add_to(chart)
    figure: Any = chart.get_root()
    figure.render()
    return Shell(str(figure.html.render()).strip(), str(figure.script.render()).strip() + "\n")


def points(registry: Registry, ground: Basemap) -> str:
    """As JSON: `points`, all that may be shown, in columns of equal length: the row's number in filters.rows, lon, lat.

    `labels`: where districts' names stand, none where tiles bring their own. `views`: south-west and north-east of the
    whole city and of its central districts.
    """
    found = areas(registry.texts[BORDERS])
    held = [
        (number, workshop.location)
        for number, workshop in enumerate(registry.workshops)
        if shown(workshop.location)
    ]
    columns: dict[str, list[Any]] = {
        "row": [number for number, _ in held],
        "lon": [location.lon for _, location in held if location],
        "lat": [location.lat for _, location in held if location],
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
        "city": _corners(list(found.values())),
        "central": _corners(list(_central(found).values())),
    }
    whole = {"labels": labels, "views": views, "points": columns}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _is_tiny(area: Area) -> bool:
    return area.box[2] - area.box[0] < _TINY


def _central(found: Mapping[str, Area]) -> dict[str, Area]:
    return {name: area for name, area in found.items() if name in CENTRAL}


def _corners(those: list[Area]) -> list[list[float]]:
    west, south, east, north = bounds(those) if those else WINDOW
    return [[south, west], [north, east]]


def _pixel(lon: float, lat: float) -> tuple[float, float]:
    return round((lon - WINDOW[0]) * _SCALE, 1), round((WINDOW[3] - lat) * _SCALE / _MIDDLE, 1)
