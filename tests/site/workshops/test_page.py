"""A workshop's page: what its status rests on, its way through the years, its neighbours, what machines read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from generator.libraries.templating import script_json
from generator.model.changelog import NONE
from generator.model.dates import PartialDate
from generator.model.neighbours import Neighbours
from generator.model.workshop import Workshop
from generator.reading.read import read_texts
from generator.site import verify
from generator.site.output import Output
from generator.site.workshops.career import RIGHT, career
from generator.site.workshops.linked_data import linked_data
from generator.site.workshops.page import standing
from tests.browser.windows import Windows
from tests.made import miniature


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
    assert unnamed.word == "命名待补充" and "名册里还没有写它的命名" in unnamed.reason


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


def test_a_career_says_what_its_points_mean(workshops: dict[str, Workshop]) -> None:
    for workshop in workshops.values():
        drawn = career(workshop)
        if drawn:
            assert [kind for kind, _ in drawn.kinds] == [
                kind for kind in ("named", "event", "end") if any(spot.kind == kind for spot in drawn.spots)
            ]


def test_one_date_is_no_career(workshops: dict[str, Workshop]) -> None:
    workshop = workshops["DL0001"]
    assert career(replace(workshop, designations=workshop.designations[:1], events=())) is None
    assert career(replace(workshop, designations=(), events=())) is None


def test_neighbours_are_few_others_and_nobody_twice(workshops: dict[str, Workshop]) -> None:
    one = workshops["DL0001"]
    many = [replace(one, id=f"DL{number:04}", path=str(number)) for number in range(1, 20)]
    found = Neighbours(replace(miniature.registry(), workshops=tuple(many))).of(many[17])
    assert [title for title, _ in found] == ["同一单位"]
    assert [near.id for near in found[0][1]] == ["DL0019", "DL0001", "DL0002", "DL0003", "DL0004"]
    alone = Neighbours(replace(miniature.registry(), workshops=(one,)))
    assert alone.of(one) == []


def pages(outputs: Iterable[Output]) -> dict[str, str]:
    """The HTML of each page by its path."""
    return {it.path: it.content.decode() for it in outputs if it.path.endswith("index.html")}


def test_neighbours_lead_to_the_whole_lists() -> None:
    """Without counts, which would change the page of one with the record of another."""
    made = pages(miniature.outputs())
    links = LexborHTMLParser(made["workshops/DL0001/index.html"]).css("p.rg-whole a")
    assert links
    for link in links:
        path = (link.attributes["href"] or "").removeprefix("../../")
        assert path.split("/")[0] in ("districts", "industries", "units")
        assert link.text().endswith("的全部工作室")
        assert link.text().removesuffix("的全部工作室") in made[f"{path}index.html"]


def test_a_record_tells_its_last_change() -> None:
    made = pages(miniature.outputs())
    facts = LexborHTMLParser(made["v/DL0001/index.html"]).css("dt")
    (day,) = [fact.next.text() for fact in facts if fact.text() == "最近修改" and fact.next]
    assert day.startswith("20")
    assert f'最近修改：<span class="rg-together">{day}</span>。' in made["workshops/DL0001/index.html"]
    unknown = pages(miniature.outputs(changelog=NONE))
    assert "最近修改" not in unknown["workshops/DL0001/index.html"]


@pytest.mark.parametrize("clipboard", [True, False])
def test_a_page_is_copied_and_printed_by_buttons(browser: Browser, address: str, clipboard: bool) -> None:
    """With the old way of copying too; what was done is told to everyone."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], locale="zh-CN")
    page = context.new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    if not clipboard:
        page.add_init_script(
            "window.read = navigator.clipboard.readText.bind(navigator.clipboard);"
            "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        )
    page.goto(f"{address}workshops/DL0001/?from=somewhere#there")
    said = page.locator(".rg-share [role=status]")
    expect(said).to_be_empty()
    page.get_by_role("button", name="复制本页网址").click()
    expect(said).to_have_text("已复制，可以粘贴了。")
    assert (
        page.evaluate("window.read ? window.read() : navigator.clipboard.readText()")
        == f"{address}workshops/DL0001/"
    )
    assert page.locator(".rg-share textarea").count() == 0
    page.get_by_role("button", name="打印本页").click()
    assert page.evaluate("window.printed") == 1
    expect(said).to_be_empty()
    context.close()


def test_what_cannot_be_copied_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
    )
    page.goto(f"{address}workshops/DL0001/")
    page.get_by_role("button", name="复制本页网址").click()
    expect(page.locator(".rg-share [role=status]")).to_have_text(
        f"没有复制成，请自己复制：{address}workshops/DL0001/"
    )
    context.close()


def test_without_a_script_no_dead_button_is_shown(windows: Windows, address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        page.goto(f"{address}workshops/DL0001/")
        expect(page.locator(".rg-share")).to_be_hidden()


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
    registry, _ = read_texts({}, frozenset())
    page = Output("index.html", body.encode(), "test")
    told = verify.verify(registry, [page], frozenset({"a.webp"}), "")
    assert [problem.code for problem in told] == codes


def test_a_doubt_stands_at_what_it_concerns(workshops: dict[str, Workshop]) -> None:
    """That a designation rests on a report is said of it, and not of the revocation that came later."""
    registry = miniature.registry()
    workshop = workshops["DL0001"]
    for notice in (None, "naming-2023"):
        named = tuple(replace(it, notice=notice) for it in workshop.designations)
        told = standing(registry, replace(workshop, designations=named, events=()))
        assert told.on_report == (notice is None)
    revoked = workshops["DL0002"]
    reported = tuple(replace(it, notice=None) for it in revoked.designations)
    assert not standing(registry, replace(revoked, designations=reported)).on_report


def test_the_head_is_a_portrait() -> None:
    """A photograph, or a plate that bears the heading, so that no name is told twice; what is unknown is one line with the way to tell it."""
    made = pages(miniature.outputs())
    pictured = LexborHTMLParser(made["workshops/DL0001/index.html"])
    assert pictured.css(".rg-face img[src$='480.jpg']") and not pictured.css(".rg-plate")
    bare = LexborHTMLParser(made["workshops/DL0004/index.html"])
    (heading,) = bare.css("h1")
    assert bare.css(".rg-plate h1") == [heading] and not pictured.css(".rg-face h1")
    assert bare.css(".rg-portrait")[0].text().count(heading.text()) == 1
    (lacking,) = bare.css(".rg-missing")
    named, way = lacking.text().removesuffix("。帮忙补充").split("：")
    assert named == f"还缺 {len(way.split('、'))} 项"
    assert lacking.css("a")[-1].attributes["href"] == "../../edit/?id=DL0004"
    assert "待补充" not in "".join(fact.text() for fact in bare.css(".rg-facts"))
