"""The page of the map: how many have a point, how many are without one as their record says, how many still lack it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.made import miniature, samples

_PLACE = samples.texts()[samples.RECORD].partition("location:\n")[2].partition("designations:\n")[0]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("  precision: 单位\n  map: district\n", "地图上有 1 个工作室；2 个的位置待补充；1 个不标点位。"),
        ("  map: none\n", "地图上有 1 个工作室；2 个的位置待补充；1 个不标点位。"),
        ("  address: 中山区示例路1号\n", "地图上有 1 个工作室；3 个的位置待补充。"),
        (_PLACE, "地图上有 2 个工作室；2 个的位置待补充。"),
    ],
    ids=["district", "none", "address alone", "point"],
)
def test_what_is_without_a_point_on_purpose_is_not_missing(place: str, said: str) -> None:
    held = miniature.texts()
    held[samples.RECORD] = held[samples.RECORD].replace(_PLACE, place)
    (page,) = [item for item in miniature.outputs(held=held) if item.path == "map/index.html"]
    note = LexborHTMLParser(page.content.decode()).css_first(".rg-note")
    assert note is not None and note.text().startswith(said)
