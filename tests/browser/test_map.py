"""The map in a browser: what it shows, what its address keeps, what it never asks; and what may be drawn on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from pypinyin import lazy_pinyin

from generator.doors import disk
from generator.libraries.geometry import areas, bounds
from generator.model.local import Approvals
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.plugin import build_site
from generator.reading.placement import LOCAL
from generator.reading.read import read_texts
from generator.rules.geography import BORDERS, LAND
from generator.site.map.finders import finders
from generator.site.map.ground import basemap, image_hosts, polygons
from generator.site.map.points import Located, points_json
from generator.site.map.shell import map_shell
from generator.site.output import text_output
from generator.site.policy import policy
from generator.site.verify import verify
from tests import ROOT
from tests.browser.boxes import box_of
from tests.browser.windows import Watched, Windows, no_dialog
from tests.conftest import choose, serve
from tests.made import miniature, synthetic

CENTRAL = ("中山区", "西岗区", "沙河口区", "甘井子区")
NUMBER = "GS(2024)0650号"
APPROVED = Approvals({}, map=NUMBER)
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def page(watched: Watched, synthetic_address: str) -> Iterator[Page]:
    """The map of the made-up registry."""
    opened(watched.page, f"{synthetic_address}map/")
    yield watched.page
    assert watched.wrong == []


def opened(page: Page, address: str) -> Page:
    """A map's page, when its points are there."""
    page.goto(address)
    page.wait_for_selector("#rg-in-view li")
    return page


def located(registry: Registry, district: str = "") -> list[Workshop]:
    """The workshops that have a point."""
    return [
        workshop
        for workshop in registry.workshops
        if workshop.point is not None and district in ("", workshop.district)
    ]


def counted(registry: Registry, district: str = "") -> list[Workshop]:
    """The workshops of which a map knows the district alone."""
    return [
        workshop
        for workshop in registry.workshops
        if not workshop.point and not (workshop.location and workshop.location.map == "none")
        if workshop.district and district in ("", workshop.district)
    ]


def found(page: Page) -> tuple[int, ...]:
    """The numbers that the page tells: found, with a point, counted at their district, in view."""
    return tuple(int(number) for number in re.findall("[0-9]+", page.locator(".rg-found").inner_text()))


def beside(page: Page) -> list[str]:
    """The ids of the list beside, after asking for more as long as there is more."""
    while page.locator("[data-more]").is_visible():
        page.click("[data-more]")
    hrefs = page.locator("#rg-in-view li a:not(.rg-locate)").evaluate_all(
        "links => links.map(link => link.href)"
    )
    return [str(href).rstrip("/").rsplit("/", maxsplit=1)[-1] for href in hrefs]


def test_the_map_and_the_list_beside_say_what_the_registry_says(
    page: Page, synthetic_registry: Registry
) -> None:
    truth = [workshop.id for workshop in located(synthetic_registry)]
    numbered = [workshop.id for workshop in counted(synthetic_registry)]
    whole = len(truth) + len(numbered)
    assert 10 < len(numbered) < whole < 201
    assert found(page) == (201, len(truth), len(numbered), whole)
    assert sorted(beside(page)) == sorted([*truth, *numbered])
    drawn = page.locator(".rg-map .rg-pin").count() + sum(
        int(heap) for heap in page.locator(".rg-map .rg-heap").all_inner_texts()
    )
    assert drawn == len(truth)
    page.click("[data-view=central]")
    box = page.evaluate(
        "(() => { const b = map_register.getBounds(); return [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()] })()"
    )
    west, south, east, north = box
    inside = [
        workshop.id
        for workshop in located(synthetic_registry)
        if workshop.location
        and workshop.location.lon is not None
        and workshop.location.lat is not None
        and west <= workshop.location.lon <= east
        and south <= workshop.location.lat <= north
    ]
    assert 0 < len(inside) < len(truth)
    seen = page.locator(".rg-counted").evaluate_all("all => all.map(it => it.getAttribute('aria-label'))")
    near = [
        workshop.id
        for workshop in counted(synthetic_registry)
        if any(str(label).startswith(f"{workshop.district}：") for label in seen)
    ]
    assert set(inside) <= set(beside(page)) <= {*inside, *near}
    page.locator("[data-only]").uncheck()
    assert len(beside(page)) == 201


def test_filters_are_those_of_the_list_and_stay_in_the_address(
    page: Page, browser: Browser, synthetic_registry: Registry
) -> None:
    truth = [workshop.id for workshop in located(synthetic_registry, "金州区")]
    whole = sum(workshop.district == "金州区" for workshop in synthetic_registry.workshops)
    choose(page, "districts", "jinzhou")
    page.wait_for_function(
        "() => document.querySelector('.rg-found').textContent.includes('找到 " + str(whole) + " 个')"
    )
    numbered = [workshop.id for workshop in counted(synthetic_registry, "金州区")]
    assert found(page)[:3] == (whole, len(truth), len(numbered))
    assert sorted(beside(page)) == sorted([*truth, *numbered])
    expect(page).to_have_url(re.compile(r"map/\?districts=jinzhou$"))
    elsewhere = page.locator("[data-elsewhere] a").get_attribute("href") or ""
    assert elsewhere.endswith("workshops/?districts=jinzhou")
    page.reload()
    page.wait_for_selector("#rg-in-view li")
    assert found(page)[:2] == (whole, len(truth))
    page.go_back()
    page.wait_for_function("() => document.querySelector('.rg-found').textContent.includes('找到 201 个')")


def test_the_inset_shows_the_central_districts_and_leads_there(
    page: Page, synthetic_registry: Registry
) -> None:
    west, south, east, north = bounds(
        area for name, area in areas(synthetic_registry.texts[BORDERS]).items() if name in CENTRAL
    )
    inside = [
        workshop
        for workshop in located(synthetic_registry)
        if (place := workshop.location) and place.lon is not None and place.lat is not None
        if west <= place.lon <= east and south <= place.lat <= north
    ]
    inset = page.locator(".rg-inset")
    numbers = {name: len(counted(synthetic_registry, name)) for name in CENTRAL}
    assert inset.inner_text().startswith(f"主城区 {len(inside) + sum(numbers.values())} 个")
    assert 0 < inset.locator("circle").count() <= len(inside)
    told = [f"{name} {number}" if number else name for name, number in numbers.items()]
    assert sorted(str(name) for name in inset.locator("text").all_text_contents()) == sorted(told)
    choose(page, "districts", "zhongshan")
    few = sum(workshop.district == "中山区" for workshop in inside) + numbers["中山区"]
    page.wait_for_function(
        f"() => document.querySelector('.rg-inset-told').textContent.startsWith('主城区 {few} 个')"
    )
    inset.click()
    page.wait_for_selector(".rg-inset", state="hidden")
    assert page.evaluate("map_register.getBounds().getWest()") > 121
    page.click("[data-view=city]")
    page.wait_for_selector(".rg-inset", state="visible")


# Waits until the map has not moved for a while: it goes aside for a popup that does not fit.
_RESTS = """() => new Promise((rests) => {
  let waiting = setTimeout(rests, 600);
  map_register.on('move', () => { clearTimeout(waiting); waiting = setTimeout(rests, 600); });
})"""


def test_position_zoom_and_popup_are_kept_by_reload_and_a_copied_link(page: Page, browser: Browser) -> None:
    page.evaluate("map_register.setView([39.05, 121.7], 11, { animate: false })")
    here = page.locator("#rg-in-view li", has=page.locator("button")).first
    name = here.locator("a").inner_text()
    here.locator("button").click()
    popup = page.locator(".leaflet-popup-content a").first
    assert popup.inner_text() == name
    expect(page).to_have_url(re.compile(r"map/\?at=3[89]\.[0-9]+,12[12]\.[0-9]+,11#DL[0-9]{4}$"))
    page.evaluate(_RESTS)
    address, place = page.url, "[map_register.getCenter().lat, map_register.getZoom()]"
    lat, zoom = page.evaluate(place)
    page.reload()
    page.wait_for_selector(".leaflet-popup-content a")
    assert popup.inner_text() == name
    copied = opened(browser.new_context(viewport=page.viewport_size).new_page(), address)
    copied.wait_for_selector(".leaflet-popup-content a")
    assert copied.locator(".leaflet-popup-content a").first.inner_text() == name
    assert copied.evaluate(place) == [pytest.approx(lat, abs=0.01), zoom]
    copied.context.close()
    popup.click()
    page.wait_for_url("**/workshops/DL*/")
    page.go_back()
    page.wait_for_selector(".leaflet-popup-content a")
    page.locator(".leaflet-popup-close-button").click()
    expect(page).to_have_url(re.compile("^[^#]+$"))


def test_a_workshop_s_page_leads_to_its_popup(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    workshop = located(synthetic_registry)[3]
    page.goto(f"{synthetic_address}workshops/{workshop.id}/")
    assert page.locator(".rg-place svg").count() == 1
    assert page.evaluate("typeof L") == "undefined"
    page.get_by_text("在地图上看").click()
    page.wait_for_selector(".leaflet-popup-content a")
    assert page.locator(".leaflet-popup-content a").first.inner_text() == workshop.name
    expect(page).to_have_url(re.compile(f"#{workshop.id}$"))


def test_a_workshop_without_a_point_is_told(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    unknown = next(it for it in synthetic_registry.workshops if not it.point and not it.district)
    known = counted(synthetic_registry)[0]
    for workshop, told in (
        (unknown, f"{unknown.name}没有标点位。"),
        (known, f"{known.name}没有标点位，算在{known.district}的数目里。"),
    ):
        page.goto("about:blank")
        opened(page, f"{synthetic_address}map/#{workshop.id}")
        assert page.locator("[role=alert]").inner_text() == told


def test_a_cluster_opens_and_markers_are_reached_by_keyboard(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    zoom = page.evaluate("map_register.getZoom()")
    page.locator(".rg-heap").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("zoom => map_register.getZoom() > zoom", arg=zoom)
    page.goto(page.url.split("?")[0] + "?districts=changhai")
    page.wait_for_selector(".rg-pin, .rg-heap")
    names = page.locator(".rg-map [role=button]").evaluate_all(
        "all => all.map(it => it.getAttribute('aria-label'))"
    )
    assert names
    assert all(names)
    alone = located(synthetic_registry, "长海县")[0].location
    assert alone is not None
    page.goto(f"{synthetic_address}map/?at={alone.lat},{alone.lon},13")
    page.wait_for_selector(".rg-pin")
    page.locator(".rg-pin").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup-content a")
    assert page.evaluate("document.activeElement.closest('.leaflet-popup-content') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/DL*/")


def test_a_district_says_how_many_are_known_to_lie_there_and_names_them(
    page: Page, synthetic_registry: Registry
) -> None:
    labels = page.locator(".rg-counted")
    told = labels.evaluate_all("all => all.map(it => [it.getAttribute('aria-label'), it.textContent])")
    truth = {
        name: len(counted(synthetic_registry, name))
        for name in dict.fromkeys(str(workshop.district) for workshop in counted(synthetic_registry))
    }
    assert sorted(told) == sorted(
        [f"{name}：{count} 个只知道区域", f"{name}{count}"] for name, count in truth.items()
    )
    names = {workshop.name for workshop in counted(synthetic_registry, "瓦房店市")}
    labels.filter(has_text="瓦房店市").focus()
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup-content")
    assert set(popup.locator("a").all_inner_texts()) == names
    assert page.evaluate("document.activeElement.closest('.leaflet-popup-content') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/DL*/")


def test_a_district_of_many_leads_to_the_list(page: Page, synthetic_registry: Registry) -> None:
    district, number = max(
        ((name, len(counted(synthetic_registry, name))) for name in CENTRAL), key=lambda it: it[1]
    )
    assert number > 0
    page.click("[data-view=central]")
    page.wait_for_selector(".rg-inset", state="hidden")
    label = page.locator(".rg-counted", has_text=district)
    label.locator("span").click()
    popup = page.locator(".leaflet-popup-content")
    assert f"{district}：{number} 个只知道区域" in popup.inner_text()


def test_the_list_beside_is_sorted_by_name(page: Page) -> None:
    beside(page)
    names = page.locator("#rg-in-view li a:not(.rg-locate)").all_inner_texts()
    initials = [lazy_pinyin(name[0])[0][0] for name in names if "一" <= name[0] <= "龥"]
    assert len(initials) > 100
    assert initials == sorted(initials)


def test_the_scale_is_as_long_as_it_says_and_the_buttons_speak_chinese(page: Page) -> None:
    for zoom in (8, 10, 13):
        page.evaluate("zoom => { map_register.setView([39.0, 121.6], zoom, { animate: false }); }", zoom)
        words = page.locator(".rg-scale").inner_text()
        number, unit = re.fullmatch(r"([0-9]+) (米|公里)", words.strip()).groups()  # type: ignore[union-attr]
        metres = int(number) * (1000 if unit == "公里" else 1)
        width = page.evaluate("parseFloat(document.querySelector('.rg-scale').style.width)")
        drawn = page.evaluate(
            "width => { const { x, y } = map_register.getSize(), at = (left) => map_register.containerPointToLatLng([left, y / 2]);"
            " return at(x / 2 - width / 2).distanceTo(at(x / 2 + width / 2)); }",
            width,
        )
        assert drawn == pytest.approx(metres, rel=0.02) and 40 <= width <= 100
    titles = page.locator(".leaflet-control-zoom a").evaluate_all(
        "all => all.map(it => [it.title, it.getAttribute('aria-label')])"
    )
    assert titles == [["放大", "放大"], ["缩小", "缩小"]]
    page.locator("#rg-in-view li button").first.click()
    assert page.locator(".leaflet-popup-close-button").get_attribute("aria-label") == "关闭"


def test_a_popup_and_the_list_lead_to_maps_that_look_for_the_unit(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    workshop = next(
        it for it in located(synthetic_registry) if it.unit and it.location and it.location.address
    )
    page.goto("about:blank")
    opened(page, f"{synthetic_address}map/#{workshop.id}")
    popup = page.locator(".leaflet-popup-content")
    expect(popup.locator(".rg-address")).to_have_text(str(workshop.location and workshop.location.address))
    links = popup.locator(".rg-finders a")
    unit = synthetic_registry.unit_of(workshop)
    given = links.evaluate_all("all => all.map(it => [it.href, it.rel])")
    assert [href for href, _ in given] == [it.address for it in finders(str(unit), "大连")]
    assert all({"noopener", "noreferrer", "external"} <= set(rel.split()) for _, rel in given)
    page.goto("about:blank")
    opened(page, f"{synthetic_address}map/")
    beside(page)
    link = page.locator("#rg-in-view li a.rg-locate").first
    assert str(link.get_attribute("aria-label")).startswith("用地图软件找：")
    link.click()
    page.wait_for_url("**/workshops/DL*/#elsewhere")
    assert page.locator("#elsewhere .rg-finders a").count() == 4


def test_paper_shows_the_map_and_the_whole_list(windows: Windows, synthetic_address: str) -> None:
    for width in (360, 1440):
        with windows.opened(width, 900) as page:
            opened(page, f"{synthetic_address}map/?districts=jinzhou")
            before = page.evaluate("[map_register.getZoom(), map_register.getSize().x]")
            rows = page.locator("#rg-in-view li").count()
            page.evaluate(
                "() => addEventListener('beforeprint', () => { window.printed ="
                " [document.querySelectorAll('#rg-in-view li').length, map_register.getSize().x, map_register.getSize().y]; })"
            )
            sheet = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
            number, across, down = page.evaluate("window.printed")
            assert number == found(page)[3] > rows == 20
            assert (across, down) == (
                pytest.approx(176 / 25.4 * 96, abs=3),
                pytest.approx(125 / 25.4 * 96, abs=3),
            )
            text = normalize("NFKC", "".join(it.extract_text() for it in sheet.pages))
            assert text.count("创新工作室") >= number
            assert text.count("地图:金州区") == 1 and text.count(f"找到 {found(page)[0]} 个:") == 1, (
                "what is asked"
            )
            assert page.evaluate("[map_register.getZoom(), map_register.getSize().x]") == before


_COVERED = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .filter((it) => it.checkVisibility({ visibilityProperty: true })).map((it) => [it.textContent, it.getBoundingClientRect()]);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const marks = boxes(".rg-heap, .rg-pin"), names = boxes(".rg-label span");
  return { names: names.length, covered: names.filter(([, it], place) => marks.some(([, mark]) => meet(it, mark))
    || names.slice(0, place).some(([, other]) => meet(it, other))).map(([name]) => name) };
}"""


@pytest.mark.parametrize("size", [(360, 740), (390, 844), (768, 1024), (1440, 900)])
def test_names_of_districts_step_aside_for_marks(
    windows: Windows, synthetic_address: str, size: tuple[int, int]
) -> None:
    width, height = size
    with windows.opened(width, height) as page:
        opened(page, f"{synthetic_address}map/")
        page.wait_for_function("() => document.querySelector('.rg-label span[style]')")
        for zoom in (None, 7, 10):
            if zoom:
                page.evaluate(
                    """zoom => new Promise((done) => {
                      map_register.setZoom(zoom, { animate: false });
                      requestAnimationFrame(() => requestAnimationFrame(done));
                    })""",
                    zoom,
                )
            told = page.evaluate(_COVERED)
            assert told["covered"] == [] and told["names"] > 3, zoom


@pytest.mark.parametrize("size", [(360, 1600), (820, 1180), (1080, 1920), (1440, 900), (740, 360)])
def test_the_first_view_shows_no_end_of_the_land(
    windows: Windows, synthetic_address: str, size: tuple[int, int]
) -> None:
    width, height = size
    with windows.opened(width, height, still=False) as page:
        opened(page, f"{synthetic_address}map/")
        west, east, north = page.evaluate(
            "(() => { const b = map_register.getBounds(); return [b.getWest(), b.getEast(), b.getNorth()]; })()"
        )
        land = [
            point
            for ring in polygons(json.loads((ROOT / "registry" / LAND).read_text("utf-8")))
            for point in ring[0]
        ]
        assert north <= max(point[1] for point in land)
        if width < height:
            assert min(point[0] for point in land) <= west and east <= max(point[0] for point in land)


def test_a_stranger_s_record_stays_text(page: Page, synthetic_address: str) -> None:
    with no_dialog(page):
        page.goto("about:blank")
        opened(page, f"{synthetic_address}map/#DL0201")
        popup = page.wait_for_selector(".leaflet-popup-content a")
        assert popup is not None
        text = page.locator(".leaflet-popup-content").inner_text()
        assert "<script>alert(1)</script>" in text
        assert "<img onerror=f()>" in text
        assert page.locator(".leaflet-popup-content :is(script, img, svg)").count() == 0
        assert page.locator("#rg-in-view :is(script, img, svg)").count() == 0


@pytest.mark.parametrize("missing", ["map/points.json", "workshops/rows.json"])
def test_what_cannot_be_fetched_is_told(
    watched: Watched, browser: Browser, synthetic_address: str, missing: str
) -> None:
    page = watched.page
    page.route(f"**/{missing}", lambda route: route.fulfill(status=404))
    page.goto(f"{synthetic_address}map/")
    page.wait_for_function("() => document.querySelector('.rg-found').textContent.includes('没有读出来')")
    assert not [
        wrong
        for wrong in watched.wrong
        if wrong.startswith("error")
        and missing not in wrong
        and "404" not in wrong
        and "is not defined" not in wrong
    ]
    page.unroute(f"**/{missing}")
    page.get_by_role("button", name="再试一次").click()
    page.wait_for_selector("#rg-in-view li")


def test_without_javascript_no_dead_map_is_shown(windows: Windows, synthetic_address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        page.goto(f"{synthetic_address}map/")
        assert page.locator(".rg-map, .rg-map-buttons button").locator("visible=true").count() == 0
        assert page.get_by_text("地图要用 JavaScript").is_visible()
        assert page.locator("table.rg-chart").is_visible()


@pytest.mark.parametrize("width", [320, 360])
def test_a_popup_lies_within_a_phone_s_map(
    windows: Windows, synthetic_registry: Registry, synthetic_address: str, width: int
) -> None:
    with windows.opened(width, 640, touch=True, still=False) as page:
        opened(page, f"{synthetic_address}map/#{located(synthetic_registry)[0].id}")
        page.wait_for_selector(".leaflet-popup-content a")
        held, cross = (box_of(page.locator(it)) for it in (".rg-map", ".leaflet-popup-close-button"))
        assert cross.width >= 40 and cross.height >= 40
        assert held.left <= cross.left and cross.right <= held.right


# ---- where the reader is


def context_at(browser: Browser, lat: float, lon: float, *, allowed: bool = True) -> BrowserContext:
    """A browser that stands somewhere."""
    return browser.new_context(
        geolocation={"latitude": lat, "longitude": lon}, permissions=["geolocation"] if allowed else []
    )


def test_near_me_moves_the_map_and_tells_nobody(browser: Browser, synthetic_address: str) -> None:
    context = context_at(browser, 38.914, 121.615)
    watched = Watched(context.new_page())
    page = opened(watched.page, f"{synthetic_address}map/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.click("[data-view=near]")
    page.wait_for_function("() => map_register.getZoom() === 12")
    assert "公里" in page.locator("#rg-in-view li").first.inner_text()
    near = page.locator("#rg-in-view li small").all_inner_texts()
    distances = [re.search(r"约 ([0-9.]+) 公里", text) for text in near]
    known = [float(far[1]) for far in distances if far]
    assert known == sorted(known)
    assert all(distances[: len(known)]), "those of which only the district is known come last"
    page.evaluate("map_register.zoomIn(1, { animate: false })")
    expect(page).to_have_url(f"{synthetic_address}map/")
    assert asked == []
    assert watched.wrong == []
    page.click("[data-view=city]")
    assert "公里" not in page.locator("#rg-in-view li").first.inner_text()
    context.close()


@pytest.mark.parametrize(
    ("lat", "allowed", "told"), [(31.2, True, "您不在这张图的范围里"), (38.9, False, "没有得到您的位置")]
)
def test_near_me_may_fail(
    browser: Browser, synthetic_address: str, lat: float, allowed: bool, told: str
) -> None:
    context = context_at(browser, lat, 121.6, allowed=allowed)
    page = opened(context.new_page(), f"{synthetic_address}map/")
    page.click("[data-view=near]")
    page.wait_for_selector("[role=alert]")
    assert told in page.locator("[role=alert]").inner_text()
    context.close()


# ---- a phone


# Scrolls there, and waits until the page rests: its scrollend would be taken for that of what follows.
TO_THE_MAP = """() => new Promise((rests) => {
  addEventListener('scrollend', () => rests(), { once: true });
  window.scrollTo(0, document.querySelector('.rg-map').offsetTop - 100);
})"""


def swipe(page: Page) -> None:
    """One finger up the middle of a phone's screen; it rests before it is let go, so that the page is not flung."""
    touch = page.context.new_cdp_session(page)
    moves = [("touchMove", 500 - step * 25) for step in range(1, 11)]
    for kind, y in [("touchStart", 500), *moves, *[moves[-1]] * 4]:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": 180, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_one_finger_scrolls_the_page_until_the_map_is_tapped(
    windows: Windows, synthetic_address: str
) -> None:
    with windows.opened(360, 740, touch=True, still=False) as page:
        opened(page, f"{synthetic_address}map/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert box_of(page.locator(".rg-map")).height <= 0.6 * 740 + 1
        page.evaluate(TO_THE_MAP)
        assert page.locator(".rg-tap").inner_text() == "点一下地图再拖动"
        state = "[window.scrollY, map_register.getCenter().lat]"
        top, lat = page.evaluate(state)
        page.evaluate(
            "() => { window.rest = new Promise((rests) => addEventListener('scrollend', rests, { once: true })); }"
        )
        swipe(page)
        page.evaluate("() => window.rest.then(() => {})")
        assert page.evaluate("scrollY") > top + 100
        assert page.evaluate("map_register.getCenter().lat") == lat
        page.evaluate(TO_THE_MAP)
        page.touchscreen.tap(330, 400)
        page.wait_for_selector(".rg-tap", state="hidden")
        top, lat = page.evaluate(state)
        swipe(page)
        page.wait_for_function("lat => map_register.getCenter().lat !== lat", arg=lat)
        assert page.evaluate("window.scrollY") == top
        page.touchscreen.tap(180, 60)
        page.wait_for_selector(".rg-tap", state="visible")


# ---- what may be drawn


def local(approvals: Approvals | None = None, **drawing: Any) -> Registry:
    """The miniature with approvals and what is to be drawn."""
    registry = miniature.registry()
    told = replace(registry.local, map=replace(registry.local.map, **drawing))
    return replace(registry, local=replace(told, approvals=approvals or told.approvals))


def shell_of(registry: Registry) -> str:
    """The map's script."""
    return map_shell(basemap(registry), registry.local.region).script


def test_by_default_only_land_is_drawn() -> None:
    registry = local()
    assert image_hosts(registry.local) == ()
    ground = basemap(registry)
    assert ground.land and [it.name for it in ground.outlines] == ["beyond"]
    assert "districts" not in shell_of(registry)
    assert "https://" not in shell_of(registry)


def test_what_lies_beyond_the_drawing_covers_where_it_ends() -> None:
    """The land has a line around it; over the straight edges where it was cut off lies what is beyond, with a line of its own."""
    texts = {LAND: (ROOT / "registry" / LAND).read_text("utf-8")}
    *_, beyond = basemap(replace(miniature.registry(), texts=texts)).outlines
    assert beyond.name == "beyond"
    (feature,) = beyond.shapes["features"]
    around, sheet = feature["geometry"]["coordinates"]
    land = [point for rings in polygons(json.loads(texts[LAND])) for ring in rings for point in ring]
    west, east, north = min(land)[0], max(land)[0], max(point[1] for point in land)
    assert [min(sheet)[0], max(sheet)[0]] == pytest.approx([west + 0.002, east - 0.002])
    assert max(point[1] for point in sheet) == pytest.approx(north - 0.002)
    assert min(point[1] for point in sheet) < min(point[1] for point in land) - 10, "sea to the south"
    assert all(min(around)[axis] < min(sheet)[axis] for axis in (0, 1))


def test_districts_are_drawn_with_a_number_and_it_is_shown() -> None:
    registry = local(APPROVED)
    assert "geo_json_districts" in shell_of(registry)
    assert "中山区" not in shell_of(registry)
    assert basemap(registry).notes == (f"区划界线：国家地理信息公共服务平台（天地图），审图号：{NUMBER}",)
    assert "geo_json_districts" not in shell_of(local(APPROVED, districts=False))


def test_tiles_are_drawn_with_a_key_and_no_land_over_them() -> None:
    registry = local(Approvals({}, tianditu=NUMBER), tianditu_key=KEY)
    script = shell_of(registry)
    assert "LAYER=vec" in script
    assert "LAYER=cva" in script
    assert f"tk={KEY}" in script
    assert '"maxZoom": 18' in script
    assert not basemap(registry).land
    assert "geo_json" not in script


def test_a_city_without_borders_and_an_inset_has_a_map_too() -> None:
    nothing = {BORDERS: '{"type": "FeatureCollection", "features": []}'}
    registry = local(central=())
    registry = replace(registry, texts={**registry.texts, **nothing})
    views = json.loads(points_json(registry, Located([], []), basemap(registry)))["views"]
    region = registry.local.region
    assert views == {"city": [[region.south, region.west], [region.north, region.east]], "central": None}


def test_only_named_hosts_may_be_asked_by_a_script() -> None:
    nothing, _ = read_texts({}, frozenset())
    registry = local(Approvals({}, tianditu=NUMBER), tianditu_key=KEY)
    script = [text_output("map/shell.js", shell_of(registry), "test")]
    assert verify(nothing, script, frozenset(), "", image_hosts(registry.local)) == []
    assert [problem.code for problem in verify(nothing, script, frozenset(), "")] == ["P503"]


def test_the_policy_is_widened_for_pictures_on_the_map_alone(tmp_path: Path, browser: Browser) -> None:
    registry, site = tmp_path / "registry", tmp_path / "site"
    disk.write(registry, synthetic.outputs(20))
    told = registry / LOCAL
    approved = f"approvals:\n  map: {NUMBER}\n  tianditu: GS(2025)1号\nmap:\n  tianditu_key: {KEY}\n"
    told.write_text(told.read_text("utf-8").replace("map:\n", approved), "utf-8")
    build_site(registry, site)
    wide, narrow = (site / "map/index.html").read_text("utf-8"), (site / "index.html").read_text("utf-8")
    assert "img-src 'self' data: https://t0.tianditu.gov.cn" in wide
    assert "t0.tianditu" not in narrow
    assert "t0.tianditu" not in (site / "workshops/DL0001/index.html").read_text("utf-8")
    assert f"审图号：{NUMBER}" in wide
    assert "底图：天地图（图片由您的浏览器向天地图请求），审图号：GS(2025)1号" in wide
    assert '"names":false' in (site / "map/points.json").read_text("utf-8")
    context = browser.new_context()
    context.route(
        "**/*",
        lambda route: route.fulfill(status=404) if "tianditu" in route.request.url else route.continue_(),
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in serve(site):
        with page.expect_request(re.compile("LAYER=vec")):
            opened(page, f"{address}map/")
        assert page.locator(".rg-approval span").count() == 3
    assert all("127.0.0.1" in url or re.match(r"https://t[0-7]\.tianditu\.gov\.cn/", url) for url in asked)
    context.close()


def test_no_policy_is_wider_than_asked() -> None:
    assert "img-src 'self' data:;" in policy()
    assert "img-src 'self' data: https://a.example;" in policy(["https://a.example"])
