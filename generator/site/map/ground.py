"""The ground of the map, as the law allows it: only land, districts with an approval number, or 天地图 with a key.

地图管理条例 15, 16, 22: a public map with boundaries is reviewed and shows its number (审图号).
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any, NamedTuple

from generator.model.local import Local
from generator.model.registry import Registry
from generator.rules.geography import BORDERS, LAND

_SERVERS = "01234567"
_PARTS = 10_000  # of a degree
_TILES = (
    "https://t{s}.tianditu.gov.cn/%(layer)s_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%(layer)s"
    "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=%(key)s"
)


class Outline(NamedTuple):
    """Shapes to draw, as GeoJSON without properties; map.css has their looks, under `rg-` and the name."""

    name: str
    shapes: dict[str, Any]


def polygons(collection: Any) -> list[Any]:
    """Return the polygons of a GeoJSON collection, each a list of rings."""
    collected: list[Any] = []
    for feature in collection["features"]:
        geometry = feature["geometry"]
        collected += [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return collected


class Basemap(NamedTuple):
    """The ground below the points. `land`: whether it is `land_json`. `tiles`: addresses of tile layers, lowest first.
    `notes`: numbers and sources to show."""

    land: bool
    outlines: tuple[Outline, ...]
    tiles: tuple[str, ...]
    servers: str
    max_zoom: int
    notes: tuple[str, ...]


def basemap(registry: Registry) -> Basemap:
    """Return the map's ground by register.yml. Where that says nothing: only land, to zoom 13."""
    from generator.libraries.geometry import beyond

    local, texts = registry.local, registry.texts
    notes: list[str] = []
    outlines = []
    if draws_districts(local):
        outlines = [Outline("districts", _bare(texts[BORDERS]))]
        notes.append(f"区划界线：国家地理信息公共服务平台（天地图），审图号：{local.approvals.map}")
    if not local.map.tianditu_key:
        ground = Outline("beyond", _drawing(beyond(texts[LAND], FAR)))
        return Basemap(True, (ground, *outlines), (), _SERVERS, 13, tuple(notes))
    tiles = tuple(_TILES % {"layer": layer, "key": local.map.tianditu_key} for layer in ("vec", "cva"))
    notes.append(f"底图：天地图（图片由您的浏览器向天地图请求），审图号：{local.approvals.tianditu}")
    return Basemap(False, tuple(outlines), tiles, _SERVERS, 18, tuple(notes))


def land_json(land: str) -> str:
    """Return the land as JSON, in little more than half of its bytes: rings, holes among them, as lists of whole numbers.

    In ten-thousandths of a degree: longitude and latitude of the first point, then of each next one how far it lies from the
    one before; the last point is the first again. What lies in an even number of rings is no land.
    """
    rings = [ring for polygon in polygons(json.loads(land)) for ring in polygon]
    return json.dumps([_steps(ring) for ring in rings], separators=(",", ":")) + "\n"


def _steps(ring: list[Any]) -> list[int]:
    whole = [(round(point[0] * _PARTS), round(point[1] * _PARTS)) for point in ring]
    ways = [(lon - before[0], lat - before[1]) for before, (lon, lat) in pairwise([(0, 0), *whole])]
    return [number for way in ways for number in way]


def draws_districts(local: Local) -> bool:
    """Return whether to draw boundaries of districts: with a number, unless register.yml forbids it."""
    return bool(local.approvals.map) and local.map.districts is not False


def image_hosts(local: Local) -> tuple[str, ...]:
    """Return the only other hosts that a page may load pictures from, and only the map: those of 天地图, with a key."""
    if not local.map.tianditu_key:
        return ()
    return tuple(f"https://t{server}.tianditu.gov.cn" for server in _SERVERS)


# West, south, east, north: no view of the map goes as far. Without a drawing beyond the sheet of the land, the land would
# seem to end in a straight line in a window that shows more than the sheet. South of it is only sea.
FAR = (60.0, 0.0, 150.0, 65.0)


def _bare(geojson: str) -> dict[str, Any]:
    """Return only the shapes: a property would go into folium's script unescaped."""
    return _drawing(*(feature["geometry"] for feature in json.loads(geojson)["features"]))


def _drawing(*geometries: Any) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries],
    }
