"""The ground of the map, as the law allows it: only land, districts with an approval number, or 天地图 with a key.

地图管理条例 15, 16, 22: a public map with boundaries is reviewed and shows its number (审图号).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem
from generator.rules.geography import BORDERS, LAND
from generator.site.settings import Project

SETTINGS = "mkdocs.yml"
_APPROVAL = re.compile(r"[^\s<>]*S[^\s<>]*[(（〔\[][0-9]{4}[)）〕\]]\s*[0-9]+\s*号")
_KEY = re.compile(r"[0-9A-Za-z]{16,64}")
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


def basemap(project: Project, texts: Mapping[str, str]) -> Basemap:
    """Return the map's ground by the settings. Without settings: only land, to zoom 13."""
    from generator.libraries.geometry import beyond

    notes: list[str] = []
    outlines = []
    if draws_districts(project):
        outlines = [Outline("districts", _bare(texts[BORDERS]))]
        notes.append(f"区划界线：国家地理信息公共服务平台（天地图），审图号：{project.map_approval_no}")
    if not project.map_tianditu_key:
        ground = Outline("beyond", _drawing(beyond(texts[LAND], _FAR)))
        return Basemap(True, (ground, *outlines), (), _SERVERS, 13, tuple(notes))
    tiles = tuple(_TILES % {"layer": layer, "key": project.map_tianditu_key} for layer in ("vec", "cva"))
    notes.append(f"底图：天地图（图片由您的浏览器向天地图请求），审图号：{project.map_tianditu_no}")
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


def draws_districts(project: Project) -> bool:
    """Return whether to draw boundaries of districts: with a number, unless the settings forbid it."""
    return bool(project.map_approval_no) and project.map_districts is not False


def image_hosts(project: Project) -> tuple[str, ...]:
    """Return the only other hosts that a page may load pictures from, and only the map: those of 天地图, with a key."""
    if not project.map_tianditu_key:
        return ()
    return tuple(f"https://t{server}.tianditu.gov.cn" for server in _SERVERS)


P506 = Code(
    "P506",
    ERROR,
    "区划界线没有审图号",
    meaning="《地图管理条例》第十五条、第二十二条：向社会公开的地图应当送审，并标明审图号；没有审图号不得画区划界线。",
    bad="mkdocs.yml 写了 map_districts: true，没有写 map_approval_no",
    remedy="先向主管部门送审，把审图号写进 mkdocs.yml；没有审图号就去掉 map_districts。",
)
P507 = Code(
    "P507",
    ERROR,
    "天地图的设置不全",
    meaning="用天地图作底图，要有密钥，还要标明天地图自己的审图号。",
    bad="mkdocs.yml 写了 map_tianditu_key，没有写 map_tianditu_no",
    remedy="密钥从天地图的控制台原样复制；审图号印在天地图网站的页脚，每年会换，照抄。",
)


def check_settings(project: Project) -> list[Problem]:
    """Return P506 for boundaries without an approval number, P507 for 天地图 without its number or with a faulty key."""
    problems = []
    if project.map_districts and not project.map_approval_no:
        problems.append(
            _problem(P506, "要画区划界线（map_districts），却没有写审图号（map_approval_no）", _ASK_NUMBER)
        )
    elif project.map_approval_no and not _APPROVAL.fullmatch(project.map_approval_no):
        problems.append(
            _problem(
                P506,
                f"“{project.map_approval_no}”不像审图号（map_approval_no）",
                "审图号的写法像 GS(2024)1234号。",
            )
        )
    if project.map_tianditu_key and not _KEY.fullmatch(project.map_tianditu_key):
        problems.append(
            _problem(P507, "天地图的密钥（map_tianditu_key）只能是字母和数字", "请从天地图的控制台原样复制。")
        )
    if project.map_tianditu_key and not _APPROVAL.fullmatch(project.map_tianditu_no):
        problems.append(
            _problem(
                P507,
                "用天地图作底图，却没有写它的审图号（map_tianditu_no）",
                "审图号印在天地图网站的页脚，每年会换，请照抄。",
            )
        )
    return problems


_ASK_NUMBER = "请先向主管部门送审，把审图号写进 mkdocs.yml；没有审图号就去掉 map_districts。"
# West, south, east, north: no view of the map goes as far. Without a drawing beyond the sheet of the land, the land would
# seem to end in a straight line in a window that shows more than the sheet. South of it is only sea.
_FAR = (90.0, 20.0, 150.0, 60.0)


def _bare(geojson: str) -> dict[str, Any]:
    """Return only the shapes: a property would go into folium's script unescaped."""
    return _drawing(*(feature["geometry"] for feature in json.loads(geojson)["features"]))


def _drawing(*geometries: Any) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries],
    }


def _problem(code: Code, message: str, remedy: str) -> Problem:
    return Problem(SETTINGS, FILE_START, code, message, remedy)
