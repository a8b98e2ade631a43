"""The search box of every page: the best answers under it as one types, by keyboard, finger and pointer."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import axe
from tests.browser.assets import assets
from tests.browser.boxes import box_of
from tests.browser.windows import Scheme, Watched, Windows
from tests.conftest import compose, end_composing

PHONE, DESK = 360, 1280
# What moves outside of the panel, at once after a key too.
SHIFTS = """new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
        const inside = it => it.node && it.node.parentElement && it.node.parentElement.closest(".rg-find__panel");
        if (!entry.sources.every(inside)) window.shifted = (window.shifted || 0) + entry.value;
    }
}).observe({type: "layout-shift", buffered: true})"""
FIRST_LOAD = 3_000  # bytes (gz) of what the box costs before it is used


def typed(page: Page, query: str) -> None:
    """Type a query, and wait until all is found."""
    page.locator("#rg-find").press_sequentially(query)
    all_ = page.locator(".rg-find__all")  # while one types it leads to what was typed till then
    expect(all_).to_have_attribute("href", re.compile(f"kw={re.escape(quote(query))}$"))
    expect(all_).to_be_visible()


@pytest.mark.parametrize(
    "path", ["", "workshops/DL0001/", "notices/2019-24/", "about/", "search/", "nothing/"]
)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_box_is_on_every_page(watched: Watched, address: str, path: str, width: int) -> None:
    page = watched.page
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address + path)
    size = box_of(page.locator("#rg-find"))
    assert size.height >= 48
    assert size.left >= 0
    assert size.right <= width
    page.locator("body").press("/")
    expect(page.locator("#rg-find")).to_be_focused()
    page.keyboard.type("电牵")
    page.keyboard.press("Enter")
    expect(page.locator(".rg-hits > li > a")).to_have_text("王建强职工创新工作室")
    expect(page).to_have_url(f"{address}search/?kw={quote('电牵')}")
    assert [wrong for wrong in watched.wrong if "404" not in wrong] == []


@pytest.mark.parametrize(
    "path", ["", "workshops/", "workshops/DL0001/", "map/", "forms/2019/application/", "about/", "nothing/"]
)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_answers_as_one_types(watched: Watched, address: str, path: str, width: int) -> None:
    page = watched.page
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address + path)
    typed(page, "电牵")
    box, panel = page.locator("#rg-find"), page.locator(".rg-find__panel")
    options = panel.get_by_role("option")
    expect(options).to_have_count(2)
    expect(options.first).to_contain_text("王建强职工创新工作室")
    expect(panel.locator("mark", has_text="电牵")).to_be_visible()
    group = panel.get_by_role("group", name="单位 1")
    expect(group.locator(".rg-count")).to_have_css(
        "display", "inline"
    )  # in the line of its word, whatever the page's sheets
    expect(options.last).to_have_text("看全部 1 个结果")
    assert options.last.evaluate("link => link.href") == f"{address}search/?kw={quote('电牵')}"
    expect(box).to_have_attribute("aria-expanded", "true")
    size = box_of(panel)
    assert size.left >= 0
    assert size.right <= width
    if width == PHONE:
        assert size.width == width
    on_top = "([x, y]) => document.elementFromPoint(x, y).closest('.rg-find__panel') !== null"
    assert page.evaluate(on_top, [(size.left + size.right) / 2, size.bottom - 10])
    options.first.click()
    page.wait_for_url("**/workshops/DL0001/")
    assert [wrong for wrong in watched.wrong if "404" not in wrong] == []


def test_the_best_few_with_how_they_stand(watched: Watched, synthetic_address: str) -> None:
    page = watched.page
    page.goto(synthetic_address)
    typed(page, "已撤销")
    rows = page.locator(".rg-find__row", has_text="状态：")
    expect(rows.first).to_be_visible()
    assert 0 < rows.count() <= 8
    expect(rows.locator(".rg-status-revoked")).to_have_count(rows.count())
    page.locator("#rg-find").fill("创新")
    expect(page.locator(".rg-find__all")).to_have_text(re.compile("^看全部 [0-9]{3} 个结果$"))
    expect(page.locator(".rg-find__row")).to_have_count(8)
    expect(page.locator(".rg-find__group").first).to_contain_text("通知和表格")
    page.locator(".rg-find__all").click()
    page.wait_for_url(f"**/search/?kw={quote('创新')}")
    assert watched.wrong == []


def test_by_keyboard(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(address)
    box, panel = page.locator("#rg-find"), page.locator(".rg-find__panel")
    options = panel.get_by_role("option")
    typed(page, "建强")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("王建强")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("看全部")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(chosen).to_contain_text("看全部")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(box).to_have_value("建强")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(panel).to_be_visible()
    expect(options.last).to_contain_text("看全部")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/DL0001/")
    assert watched.wrong == []


def test_it_shuts_when_one_goes_elsewhere(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(address)
    panel = page.locator(".rg-find__panel")
    typed(page, "建强")
    page.mouse.click(5, 600)
    expect(panel).to_be_hidden()
    page.locator("#rg-find").click()
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()
    page.locator("#rg-find").click()
    expect(panel).to_be_visible()
    page.locator("#rg-find").fill("")
    expect(panel).to_be_hidden()
    assert watched.wrong == []


def test_nothing_is_searched_while_an_input_method_composes(watched_fresh: Watched, address: str) -> None:
    page = watched_fresh.page
    page.clock.install()
    page.goto(address)
    page.locator("#rg-find").focus()
    expect(page.locator("#rg-find")).to_have_role("combobox")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    compose(page, "wang")
    page.clock.run_for(1_000)
    expect(page.locator(".rg-find__panel")).to_be_hidden()
    assert asked == []
    end_composing(page, "王建")
    page.clock.run_for(1_000)
    expect(page.get_by_role("option").first).to_contain_text("王建强")


def test_nothing_is_asked_for_before_it_is_used(watched: Watched, site: Path, address: str) -> None:
    page = watched.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    scripts = f"{assets(site)}search/"
    assert [url for url in asked if url.startswith(("search/", scripts))] == [f"{scripts}box.js"]
    assert (site / scripts / "box.js").stat().st_size < FIRST_LOAD
    asked.clear()
    page.locator("#rg-find").focus()
    expect(page.locator("#rg-find")).to_have_role("combobox")
    assert f"{scripts}panel.js" in asked
    assert not [url for url in asked if url.startswith("search/")]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_below_it(windows: Windows, address: str, width: int) -> None:
    with windows.fresh(width, 740) as page:
        page.add_init_script(SHIFTS)
        page.goto(address, wait_until="networkidle")
        before = page.evaluate("window.shifted || 0")
        tall = page.evaluate("document.documentElement.scrollHeight")
        typed(page, "王健强")
        page.locator("#rg-find").fill("创新")
        expect(page.locator(".rg-find__all")).to_contain_text("看全部")
        assert page.evaluate("window.shifted || 0") == before
        assert page.evaluate("document.documentElement.scrollHeight") == tall
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("height", [330, 740])
def test_it_ends_above_a_phones_keyboard(windows: Windows, synthetic_address: str, height: int) -> None:
    """Where a keyboard takes half of a phone's window, or none: the panel scrolls in itself, its last line is seen."""
    with windows.opened(PHONE, height, touch=True) as page:
        page.goto(f"{synthetic_address}workshops/")
        page.locator("#rg-find").tap()
        typed(page, "甘井子")
        size, last = (box_of(page.locator(it)) for it in (".rg-find__panel", ".rg-find__all"))
        assert size.bottom <= height
        assert last.bottom <= height
        scrolls = "panel => panel.scrollHeight > panel.clientHeight"
        assert page.locator(".rg-find__panel").evaluate(scrolls)
        page.locator(".rg-find__row").first.tap()
        page.wait_for_url("**/districts/ganjingzi/")


@pytest.mark.parametrize(("scheme", "width"), [("light", DESK), ("dark", PHONE)])
def test_it_shuts_nobody_out(windows: Windows, synthetic_address: str, scheme: Scheme, width: int) -> None:
    with windows.opened(width, scheme=scheme) as page:
        for path in ("", "workshops/", "statistics/"):
            page.goto(synthetic_address + path, wait_until="networkidle")
            for query in ("创新", "已撤销", "查无此人"):
                page.locator("#rg-find").fill(query)
                expect(page.locator(".rg-find__all")).to_be_visible()
                expect(page.locator(".rg-find__panel")).not_to_contain_text("正在")
                page.keyboard.press("ArrowDown")
                within = "" if (path, query) == ("", "创新") else ".md-header"
                assert axe.violations(page, within=within) == [], (path, query)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, query)


def test_a_slow_and_a_lost_network_are_told(watched: Watched, address: str) -> None:
    page, held, gone = watched.page, list[Route](), list[bool]()

    def hold(route: Route) -> None:
        if gone:
            route.abort()
        else:
            held.append(route)

    page.goto(address)
    page.route("**/short.json", hold)
    with page.expect_request("**/short.json"):
        page.locator("#rg-find").press_sequentially("电牵")
    expect(page.locator(".rg-find__note")).to_have_text("正在查找…")
    gone.append(True)
    while held:
        held.pop().abort()
    expect(page.locator(".rg-find__note")).to_contain_text("没有取到")
    again = page.locator(".rg-find__panel").get_by_role("option")
    expect(again).to_have_text("到搜索页再试一次")
    page.unroute("**/short.json")
    page.locator("#rg-find").press_sequentially("公司")
    expect(again.first).to_contain_text("王建强")
    page.goto(address)
    page.route("**/shards/*", lambda route: route.abort())
    page.locator("#rg-find").press_sequentially("DL")  # ids are short fields
    expect(again.first).to_contain_text("DL0001")
    page.locator("#rg-find").fill("降本增效")
    expect(again).to_have_text(["到搜索页再试一次"])
    page.unroute("**/shards/*")
    again.click()
    expect(page.locator(".rg-hits > li > a")).to_have_text("王建强职工创新工作室")
    assert [
        told for told in watched.wrong if told.startswith("error: ") and "Failed to load" not in told
    ] == []


def test_without_its_scripts_it_is_a_form(watched: Watched, address: str) -> None:
    page = watched.page
    page.route("**/assets/*/search/rows.js", lambda route: route.abort())
    page.goto(address)
    with page.expect_event("requestfailed", lambda request: request.url.endswith("search/rows.js")):
        page.locator("#rg-find").press_sequentially("电牵")
    page.unroute("**/assets/*/search/rows.js")
    page.locator("#rg-find").press("Enter")
    page.wait_for_url(f"**/search/?kw={quote('电牵')}")
    expect(page.locator(".rg-hits > li > a")).to_have_text("王建强职工创新工作室")


def test_what_is_typed_is_never_markup(watched: Watched, synthetic_address: str) -> None:
    """A stranger's record is full of markup: shown as it is written."""
    page = watched.page
    page.goto(synthetic_address)
    typed(page, "<script")
    expect(page.locator(".rg-find__row").first).to_contain_text("<script>alert(1)</script>")
    assert page.locator(".rg-find__panel :is(script, img, svg)").count() == 0
    assert watched.wrong == []
