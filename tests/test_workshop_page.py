"""A workshop's page: what its status rests on, its way through the years, its neighbours, what machines read."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator import neighbours, verify
from generator.career import RIGHT, career
from generator.dates import PartialDate
from generator.linked_data import linked_data
from generator.model import Workshop
from generator.output import Output
from generator.reading import read
from generator.templating import script_json
from generator.workshop_page import standing
from tests import miniature


@pytest.fixture(scope="module")
def workshops() -> dict[str, Workshop]:
    return {workshop.id: workshop for workshop in miniature.registry().workshops}


def test_a_status_says_what_it_rests_on(workshops: dict[str, Workshop]) -> None:
    registry = miniature.registry()
    listed = standing(registry, workshops["DL0001"])
    assert listed.word == "在册" and "没有撤销或终止的记录" in listed.reason
    revoked = standing(registry, workshops["DL0002"])
    assert revoked.word == "已撤销" and "2020 年 6 月 30 日撤销" in revoked.reason
    assert revoked.notice or revoked.source
    unnamed = standing(registry, replace(workshops["DL0001"], designations=(), events=()))
    assert unnamed.word == "没有命名" and "名册里没有它的命名记录" in unnamed.reason


def test_a_career_climbs(workshops: dict[str, Workshop]) -> None:
    drawn = career(workshops["DL0001"])
    assert drawn is not None
    named = [spot for spot in drawn.spots if spot.kind == "named"]
    assert [word.text for word in drawn.levels] == ["省级", "市级", "后续"]
    assert named[0].y > named[1].y and named[0].x < named[1].x
    assert all(0 <= spot.x <= drawn.width and 0 <= spot.y <= drawn.height for spot in drawn.spots)


def test_a_lower_level_later_takes_nothing_away(workshops: dict[str, Workshop]) -> None:
    """A workshop of national rank that its district names too has not fallen to the district's level."""
    workshop = workshops["DL0001"]
    first = workshop.designations[0]
    whole, district = (
        replace(first, level=level, date=PartialDate(year))
        for level, year in (("全国", 2015), ("区市县级", 2020))
    )
    drawn = career(replace(workshop, designations=(whole, district), events=()))
    assert drawn is not None
    high, low = drawn.spots
    assert high.y < low.y, "the later naming is a point at its own level"
    assert drawn.line == f"M{high.x} {high.y}H{low.x}V{high.y}H{drawn.width - RIGHT}"


def test_one_date_is_no_career(workshops: dict[str, Workshop]) -> None:
    workshop = workshops["DL0001"]
    assert career(replace(workshop, designations=workshop.designations[:1], events=())) is None
    assert career(replace(workshop, designations=(), events=())) is None


def test_neighbours_are_few_others_and_nobody_twice(workshops: dict[str, Workshop]) -> None:
    one = workshops["DL0001"]
    many = [replace(one, id=f"DL{number:04}", path=str(number)) for number in range(1, 20)]
    found = neighbours.Neighbours(many).of(many[17])
    assert [title for title, _ in found] == ["同一单位"]
    assert [near.id for near in found[0][1]] == ["DL0019", "DL0001", "DL0002", "DL0003", "DL0004"]
    alone = neighbours.Neighbours([one])
    assert alone.of(one) == []


def test_linked_data_end_no_script() -> None:
    hostile = "</script><script>alert(1)</script><!-- & \u2028 \u2029"
    text = str(script_json({"name": hostile}))
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"name": hostile}


def test_linked_data_tell_no_more_than_the_page(workshops: dict[str, Workshop]) -> None:
    told = linked_data(workshops["DL0001"], "https://register.example/")
    assert told["url"] == "https://register.example/workshops/DL0001/"
    assert told["location"]["geo"]["longitude"] == 121.65
    place = workshops["DL0001"].location
    assert place is not None
    hidden = replace(workshops["DL0001"], location=replace(place, map="none"))
    assert "geo" not in linked_data(hidden, "")["location"]
    assert "url" not in linked_data(hidden, "")
    assert "member" not in linked_data(workshops["DL0002"], "")


def test_linked_data_claim_no_designation_that_is_lost(workshops: dict[str, Workshop]) -> None:
    assert linked_data(workshops["DL0001"], "")["award"]
    assert workshops["DL0002"].status == "已撤销" and workshops["DL0002"].designations
    assert "award" not in linked_data(workshops["DL0002"], "")
    event = replace(workshops["DL0002"].events[0], kind="终止")
    assert linked_data(replace(workshops["DL0002"], events=(event,)), "")["dissolutionDate"] == event.date.iso


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ('<script type="application/ld+json">{}</script>', []),
        ('<script type="application/ld+jsonp">x</script>', ["P504"]),
        ('<script data-x="application/json">x</script>', ["P504"]),
        ('<source srcset="a.webp 1w, b.webp 2w">', ["P502"]),
        ('<img srcset="a.webp 1w, https://evil.example/b.webp 2w">', ["P503"]),
    ],
)
def test_the_site_is_checked_for_what_a_photograph_brings(body: str, codes: list[str]) -> None:
    registry, _ = read({}, frozenset())
    page = Output("index.html", body.encode(), "test")
    told = verify.verify(registry, [page], frozenset({"a.webp"}), "")
    assert [problem.code for problem in told] == codes
