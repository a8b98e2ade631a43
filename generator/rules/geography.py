"""Laws of geography: points are where the record says, and nothing is published that must not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.libraries.geojson import holds_nothing, is_plain
from generator.model.location import Location
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import FILE_START, Problem
from generator.reading.likeness import guess
from generator.rules.parts import PartLaw, is_, known, unwritten, written

if TYPE_CHECKING:
    from generator.libraries.geometry import Area

BORDERS, LAND = "geo/districts.geojson", "geo/land.geojson"
_TOLERANCE_KM = 2.0  # the borders are not exact (registry/geo/README.md)
_PUT_BACK = "请把这个文件放回来；来历见 registry/geo/README.md。"


R371 = Code(
    "R371",
    ERROR,
    "经度和纬度缺了一个",
    meaning="两个数合起来才是一个点。",
    bad="lon: 105.25，没有 lat",
    remedy="补上另一个；不知道就两个都删去。",
)


def _has_other(key: str, label: str, other: str, lacking: str) -> PartLaw:
    message, remedy = f"只有{label}，缺少{lacking}", "请补上另一个；不知道就两个都删去。"
    return PartLaw(R371, "location", (written(key), unwritten(other)), key, message, remedy)


longitude_has_latitude = law_of_one(_has_other("lon", "经度（lon）", "lat", "纬度（lat）"))
latitude_has_longitude = law_of_one(_has_other("lat", "纬度（lat）", "lon", "经度（lon）"))


R378 = Code(
    "R378",
    ERROR,
    "区域边界文件缺失或读不懂",
    meaning="没有区域边界，就没法核对坐标。",
    bad="registry/geo/districts.geojson 被删去",
    remedy="把这个文件放回来。",
)


@law
def borders_are_there(registry: Registry, today: date) -> Iterator[Problem]:
    """The borders of the districts exist: points are checked against them, and the map is cut to them (R378)."""
    text = registry.texts.get(BORDERS, "")
    if not is_plain(text, named=True) and not holds_nothing(text) and not _borders(registry):
        message = "区域边界文件缺失或读不懂，没法核对记录里的坐标"
        yield Problem(BORDERS, FILE_START, R378, message, _PUT_BACK)


R379 = Code(
    "R379",
    ERROR,
    "海岸线文件缺失或读不懂",
    meaning="地图都画在它上面，没有它网站生成不了。",
    bad="registry/geo/land.geojson 被删去",
    remedy="把这个文件放回来。",
)


@law
def land_is_there(registry: Registry, today: date) -> Iterator[Problem]:
    """The land that all maps are drawn on exists (R379)."""
    text = registry.texts.get(LAND, "")
    if not is_plain(text) and not _is_drawable(text):
        yield Problem(LAND, FILE_START, R379, "海岸线文件缺失或读不懂，没法画地图", _PUT_BACK)


R372 = Code(
    "R372",
    ERROR,
    "点不在本市范围内",
    meaning="多半是经纬度写反，或者打错了数字。",
    bad="lon: 35.75\nlat: 105.25",
    remedy="核对经纬度；本市的范围写在 registry/register.yml 的 region。",
)


@law_of_one
def point_lies_in_the_city(registry: Registry, today: date) -> Iterator[Problem]:
    """A point is in the box of the city (R372; register.yml, `region`)."""
    region = registry.local.region
    for workshop, location, lon, lat in _points(registry) if region.is_box else ():
        if not region.holds(lon, lat):
            message = f"经度 {lon}、纬度 {lat} 不在{registry.local.city.name}范围内"
            remedy = (
                "是不是经纬度写反了？请对调 lon 和 lat 的值。"
                if region.holds(lat, lon)
                else f"请核对经纬度；经度 {region.west} 到 {region.east}，纬度 {region.south} 到 {region.north}。"
            )
            yield Problem(workshop.path, location.mark("lon"), R372, message, remedy)


R373 = Code(
    "R373",
    WARNING,
    "点不在所填的区域里",
    meaning="点离所填的区域超过 2 公里，区域和坐标必有一处写错；边界数据较粗，所以只提醒。",
    bad="district: 甲区，坐标在乙县",
    remedy="核对区域和坐标；注意区域是所在地，不是推荐它的工会。",
)


@law_of_one
def point_lies_in_its_district(registry: Registry, today: date) -> Iterator[Problem]:
    """A point is in the district of its record, within 2 km (R373; the borders are not exact)."""
    points, region = _points(registry), registry.local.region
    borders = _borders(registry) if points else {}  # for which shapely is loaded
    for workshop, location, lon, lat in points:
        area = borders.get(workshop.district or "")
        distance = area.distance_km(lon, lat) if area and region.holds(lon, lat) else 0.0
        if distance > _TOLERANCE_KM:
            message = f"坐标所指的点不在{workshop.district}，相距约 {distance:.0f} 公里"
            within = next(
                (name for name, other in borders.items() if other.distance_km(lon, lat) == 0.0), None
            )
            remedy = f"它在{within}；" if within else ""
            remedy += "请核对区域和坐标，区域是工作室所在地，不是推荐它的工会。"
            yield Problem(workshop.path, location.mark("lon"), R373, message, remedy)


R374 = Code(
    "R374",
    ERROR,
    "不上地图，却写了坐标",
    meaning="记录是公开的，写了坐标就等于公布了位置。",
    bad="map: none\nlon: 105.25\nlat: 35.75",
    remedy="删去 lon 和 lat。",
)
hidden_point_is_not_written = law_of_one(
    PartLaw(
        R374,
        "location",
        (is_("map", "none"), known("lon"), known("lat")),
        "lon",
        "地图上不显示（map: none），却写了坐标",
        "记录本身是公开的，请删去 lon 和 lat；位置可以公开就把 map 改为 point。",
    )
)
R375 = Code(
    "R375",
    WARNING,
    "只显示到区域，却写了坐标",
    meaning="网页上虽不显示这个点，记录和导出的文件里仍看得到坐标。",
    bad="map: district\nlon: 105.25\nlat: 35.75",
    remedy="不宜公开位置就删去 lon 和 lat；可以公开就写 map: point。",
)
point_of_a_district_is_not_written = law_of_one(
    PartLaw(
        R375,
        "location",
        (is_("map", "district"), known("lon"), known("lat")),
        "lon",
        "地图上只计入区域（map: district），却写了坐标，导出的文件里仍看得到",
        "不宜公开位置就删去 lon 和 lat；可以公开就把 map 改为 point。",
    )
)


R376 = Code(
    "R376",
    WARNING,
    "区域不在这个开放先导区的范围里",
    meaning="开放先导区位于一个或几个区市县之内，两处对不上多半有一处写错。",
    bad="zone: 甲县开发区\ndistrict: 乙区",
    remedy="核对两项；区域写工作室所在的区市县。",
)


@law_of_one
def zone_lies_in_district(registry: Registry, today: date) -> Iterator[Problem]:
    """A zone is in its host districts, as far as they are known (R376; zones.yml)."""
    for workshop in registry.workshops:
        zone = registry.term("zones", workshop.zone)
        if zone and zone.hosts and workshop.district and workshop.district not in zone.hosts:
            hosts = "、".join(zone.hosts)
            message = f"{zone.name}在{hosts}，区域却写{workshop.district}"
            doubt = "" if zone.verified else "（这一对应关系待核）"
            remedy = f"请核对区域和开放先导区{doubt}；区域写工作室所在的区市县。"
            yield Problem(workshop.path, workshop.mark("district"), R376, message, remedy)


R377 = Code(
    "R377",
    WARNING,
    "推荐工会不在词表里",
    meaning="词表还不全，可以写全称；先看看是不是同一工会的别的写法。",
    bad="recommender: 高新工会",
    remedy="核对名称；名称无误就不用改。",
)


@law_of_one
def recommender_is_known(registry: Registry, today: date) -> Iterator[Problem]:
    """A recommender is a union of the vocabulary; others are accepted, since the vocabulary is not complete (R377)."""
    names = [term.name for term in registry.terms("unions")]
    for workshop in registry.workshops:
        if names and workshop.recommender and workshop.recommender not in names:
            message = f"推荐工会“{workshop.recommender}”不在词表里"
            near = guess(workshop.recommender, names)
            remedy = f"{near}名称无误就不用改，可请管理员补进 registry/vocabularies/unions.yml。"
            yield Problem(workshop.path, workshop.mark("recommender"), R377, message, remedy)


_Point = tuple[Workshop, Location, float, float]


def _points(registry: Registry) -> list[_Point]:
    points: list[_Point] = []
    for workshop in registry.workshops:
        location = workshop.location
        if location and location.lon is not None and location.lat is not None:
            points.append((workshop, location, location.lon, location.lat))
    return points


def _borders(registry: Registry) -> Mapping[str, Area]:
    from generator.libraries.geometry import areas

    return areas(registry.texts.get(BORDERS, ""))


def _is_drawable(geojson: str) -> bool:
    from generator.libraries.geometry import is_drawable

    return is_drawable(geojson)
