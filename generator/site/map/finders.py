"""Where a place is found by its name: other people's maps, as plain links. Nothing is asked of them before somebody presses one.

A name needs no coordinates, so those of 高德 and 腾讯 (GCJ-02) and 百度 (BD-09) never come into it.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.lists.rows import address_of

BLANK = "{}"  # stands for the name, in a page too where a script fills it in
# 高德: lbs.amap.com/api/uri-api/guide/search/search; 百度: lbsyun.baidu.com, 地图调起 URI API, 地点检索, which wants to be told
# who asks (src); 腾讯: lbs.qq.com/webApi/uriV1/uriGuide/uriWebPoisearch, which wants it too (referer). 天地图 documents no address
# that looks for a name, so it opens at its beginning.
_FINDERS = (
    ("高德地图", "https://uri.amap.com/search?keyword={}&city={city}&view=map&src=workshop-register"),
    ("百度地图", "https://api.map.baidu.com/place/search?query={}&region={city}&output=html&src=webapp.workshop.register"),
    ("腾讯地图", "https://apis.map.qq.com/uri/v1/search?keyword={}&region={city}&referer=workshop-register"),
    ("天地图", "https://map.tianditu.gov.cn/"),
)  # fmt: skip


class OutsideMap(NamedTuple):
    """A map of somebody else: its name, the address to open, whether that looks for the place by itself."""

    title: str
    address: str
    asks: bool


def finders(name: str, city: str) -> list[OutsideMap]:
    """Return where a place of that name in that city is looked for."""
    return [
        OutsideMap(
            title,
            address.replace("{city}", quote(city)).replace(BLANK, quote(name, safe="")),
            BLANK in address,
        )
        for title, address in _FINDERS
    ]


def sought(registry: Registry, workshop: Workshop) -> str:
    """Return what to look for to find a workshop: its unit, else its address; empty where it is on no map or neither is known."""
    if workshop.location and workshop.location.is_off_map:
        return ""
    return registry.unit_of(workshop) or address_of(workshop)
