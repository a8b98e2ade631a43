"""Other people's maps are asked by links alone, for what a record says and nothing else."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.site.map.finders import BLANK, finders, sought
from tests.made import miniature, samples

_PLACE = samples.texts()[samples.RECORD].partition("location:\n")[2].partition("designations:\n")[0]


@pytest.mark.parametrize("name", ["大连甲厂", "甲&乙=丙#丁?戊", "<b>\"'", "A B+C%41", BLANK])
def test_each_is_asked_for_the_name_and_nothing_else(name: str) -> None:
    asked = {it.title: urlsplit(it.address) for it in finders(name, "大连")}
    assert {title: (it.scheme, it.netloc, it.fragment) for title, it in asked.items()} == {
        "高德地图": ("https", "uri.amap.com", ""),
        "百度地图": ("https", "api.map.baidu.com", ""),
        "腾讯地图": ("https", "apis.map.qq.com", ""),
        "天地图": ("https", "map.tianditu.gov.cn", ""),
    }
    words = [parse_qs(it.query) for it in asked.values()]
    assert [it.get("keyword", it.get("query")) for it in words] == [[name], [name], [name], None]
    assert [it.get("city", it.get("region")) for it in words] == [["大连"], ["大连"], ["大连"], None]
    assert [it.asks for it in finders(name, "大连")] == [True, True, True, False]


@pytest.mark.parametrize(
    ("place", "unit", "said"),
    [
        (_PLACE, True, "unit"),
        ("  map: district\n", True, "unit"),
        ("  map: none\n", True, ""),
        ("  address: 中山区示例路1号\n", False, "中山区示例路1号"),
        ("  precision: 单位\n", False, ""),
    ],
)
def test_what_is_looked_for(place: str, unit: bool, said: str) -> None:
    text = samples.texts()[samples.RECORD].replace(_PLACE, place)
    held = miniature.texts()
    held[samples.RECORD] = (
        text if unit else "\n".join(it for it in text.split("\n") if not it.startswith("unit:"))
    )
    registry = miniature.registry(held)
    workshop = next(it for it in registry.workshops if it.path == samples.RECORD)
    assert sought(registry, workshop) == (registry.unit_of(workshop) if said == "unit" else said)


def test_their_links_lead_away_without_a_word_of_where_from() -> None:
    pages = {it.path: it.content.decode() for it in miniature.outputs() if it.path.endswith("index.html")}
    links = [
        link.attributes
        for path, text in pages.items()
        if path.startswith(("workshops/DL", "map/"))
        for link in LexborHTMLParser(text).css(".rg-finders a")
    ]
    assert len(links) >= 8
    assert all(
        {"nofollow", "noopener", "noreferrer", "external"} <= set((it["rel"] or "").split()) for it in links
    )
