"""Made-up units and where they stand: a point inside the district that the record declares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from tests.made.synthetic.trades import TRADES, Trade

_DISTRICTS = {
    "金州区": 26, "甘井子区": 24, "沙河口区": 10, "中山区": 10, "西岗区": 8, "旅顺口区": 6, "普兰店区": 5,
    "瓦房店市": 6, "庄河市": 4, "长海县": 1,
}  # fmt: skip
# The zones that a district hosts, and how many of a hundred units there lie in each.
_ZONES = {
    "甘井子区": {"高新区": 30}, "旅顺口区": {"高新区": 20}, "金州区": {"金普新区": 55}, "普兰店区": {"金普新区": 25},
    "瓦房店市": {"长兴岛经济区": 35, "太平湾": 8}, "庄河市": {"花园口经济区": 35},
}  # fmt: skip
_BRANDS = (
    "渤海", "滨城", "星海", "白云山", "浪花", "海燕", "金石", "棒棰", "北辰", "远帆", "东港", "槐花", "银帆", "海韵",
    "黄渤", "长风", "晨光", "新辽南", "鲸湾", "碧波", "同舟", "千帆", "红礁", "蓝湾", "启明", "朝霞", "松涛", "海雀",
    "听潮", "云帆", "灯塔", "锦帆", "龙湾", "石门", "双岛", "鹿鸣", "鹤鸣", "扬帆", "金浪", "潮汐", "领航", "甘泉",
    "望海", "春潮", "瀚海", "巨浪", "群贤", "百川", "恒锋", "德润", "华砺", "匠心", "信诚", "兴业", "鼎新", "卓越",
)  # fmt: skip
_STREETS = ("虚构路", "样例街", "合成大街", "示例路", "假想路", "虚构工业园一路", "样例北街", "合成数据路")
Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class Unit:
    """A made-up employer. `point` is longitude and latitude, as the record writes them."""

    name: str
    trade: Trade
    code: str
    district: str
    zone: str | None
    address: str
    point: tuple[str, str]


class Units:
    """Hands out units; one is drawn again now and then, as a large employer has several workshops."""

    def __init__(self, rng: Random, districts_geojson: bytes) -> None:
        self._rng = rng
        self._rings = _rings(districts_geojson)
        self._known: list[Unit] = []
        self._by_name: dict[str, Unit] = {}
        self._weights = [trade.weight for trade in TRADES]

    def draw(self) -> Unit:
        """A unit, whose name says that it is fictitious."""
        rng = self._rng
        if self._known and rng.random() < 0.25:
            return self._known[int(len(self._known) * rng.random() ** 3)]
        trade = rng.choices(TRADES, self._weights)[0]
        # Some brands have several works, so that a registry of many thousands does not run out of names.
        brand = rng.choice(_BRANDS) + rng.choice(("", "", "", "第二", "第三", "新", "南", "北", "东", "西"))
        name = f"虚构{brand}{rng.choice(trade.stems)}（合成数据）{rng.choice(trade.suffixes)}"
        if name not in self._by_name:
            self._by_name[name] = self._found(name, trade)
            self._known.append(self._by_name[name])
        return self._by_name[name]

    def _found(self, name: str, trade: Trade) -> Unit:
        rng = self._rng
        district = rng.choices(list(_DISTRICTS), list(_DISTRICTS.values()))[0]
        zones = _ZONES.get(district, {})
        zone = rng.choices([*zones, None], [*zones.values(), 100 - sum(zones.values())])[0]
        address = f"大连市{district}{rng.choice(_STREETS)}{rng.randrange(1, 300)}号（合成数据）"
        code = rng.choice(trade.codes)
        return Unit(
            name,
            trade,
            code[0] if rng.random() < 0.05 else code,
            district,
            zone,
            address,
            point_in(rng, self._rings[district]),
        )


def point_in(rng: Random, rings: list[Ring]) -> tuple[str, str]:
    """Longitude and latitude, five decimals, of a random point inside one of the rings."""
    ring = rng.choices(rings, [_extent(ring) for ring in rings])[0]
    eastings, northings = [x for x, _ in ring], [y for _, y in ring]
    west, east, south, north = min(eastings), max(eastings), min(northings), max(northings)
    while True:
        x = round(west + (east - west) * rng.random(), 5)
        y = round(south + (north - south) * rng.random(), 5)
        if is_inside(ring, x, y):
            return f"{x:.5f}", f"{y:.5f}"


def is_inside(ring: Ring, x: float, y: float) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    inside = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def _rings(districts_geojson: bytes) -> Mapping[str, list[Ring]]:
    """The outer rings of each district."""
    found = {}
    for feature in json.loads(districts_geojson)["features"]:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        found[feature["properties"]["name"]] = [[(x, y) for x, y, *_ in polygon[0]] for polygon in polygons]
    return found


def _extent(ring: Ring) -> float:
    eastings, northings = [x for x, _ in ring], [y for _, y in ring]
    return (max(eastings) - min(eastings)) * (max(northings) - min(northings))
