"""The search page in a browser: by hand, finger and keyboard, on a slow network, and where nothing is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model.registry import Registry
from tests.browser import axe
from tests.browser.windows import Scheme, Watched, Windows
from tests.conftest import compose, end_composing

SHIFTS = """new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifted = (window.shifted || 0) + entry.value;
}).observe({type: "layout-shift", buffered: true})"""
# Whether the page has told of what stands in the box, not of what stood there before.
FOUND = """() => {
    const query = document.getElementById("rg-find")?.value.trim();
    const told = document.getElementById("search-status")?.textContent ?? "";
    return query && (told.startsWith(`“${query}”找到`) || told.startsWith(`没有找到“${query}”`));
}"""


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    """The search page of the real registry; nothing may go wrong on it."""
    watched.page.goto(f"{address}search/")
    yield watched.page
    assert watched.wrong == []


def found(page: Page) -> list[str]:
    """The names found for what stands in the box, as they are marked."""
    page.wait_for_function(FOUND)
    return page.locator(".rg-hits > li > a").all_inner_texts()


def test_the_index_is_asked_for_on_first_use(watched: Watched, address: str) -> None:
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.page.goto(f"{address}search/")
    watched.page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".json")]


@pytest.mark.parametrize(
    ("query", "names", "group"),
    [
        ("王建强", ["王建强职工创新工作室"], "名称"),
        ("建强", ["王建强职工创新工作室"], "名称"),
        ("wangjianqiang", ["王建强职工创新工作室"], "名称"),
        ("wjq", ["王建强职工创新工作室"], "名称"),
        ("ＷＪＱ", ["王建强职工创新工作室"], "名称"),
        ("zhongche", ["王建强职工创新工作室"], "单位"),
        ("DL0002", ["肖阳劳模创新工作室"], "编号"),
        ("降本增效", ["王建强职工创新工作室"], "正文"),
    ],
)
def test_results_as_one_types(page: Page, query: str, names: list[str], group: str) -> None:
    page.locator("#rg-find").press_sequentially(query)
    assert found(page) == names
    assert page.locator("#search-results h2").all_inner_texts()[0].startswith(group)
    expect(page.locator("#search-results mark").first).to_be_visible()
    page.wait_for_url(f"**/search/?kw={quote(query)}")


def test_what_is_typed_before_its_script_is_there_is_answered(windows: Windows, address: str) -> None:
    """The box stands in every page's head and takes letters at once; on a slow line the script comes later."""
    with windows.fresh() as page:
        waiting: list[Route] = []
        page.route("**/search/page.js", lambda route: waiting.append(route))  # noqa: PLW0108 - a list has no signature
        page.goto(f"{address}search/?kw={quote('肖阳')}")
        page.locator("#rg-find").press_sequentially("王建强")
        waiting[0].continue_()
        assert found(page) == ["王建强职工创新工作室"]
        page.wait_for_url(f"**/search/?kw={quote('王建强')}")


def test_all_words_must_be_found_and_are_marked(page: Page) -> None:
    page.locator("#rg-find").fill("王建强　降本增效")
    assert found(page) == ["王建强职工创新工作室"]
    expect(page.locator(".rg-hits__text mark", has_text="降本增效")).to_have_count(1)
    expect(page.locator("mark", has_text="王建强").first).to_be_visible()
    page.locator("#rg-find").fill("王建强 肖阳")
    page.wait_for_selector("#search-results ul")
    assert found(page) == []
    assert "可以试试" in page.locator("#search-results").inner_text()
    expect(page.locator("#search-help a", has_text="按区域")).to_be_visible()
    page.locator("#search-results a", has_text="肖阳").click()
    page.wait_for_url(f"**/?kw={quote('肖阳')}")
    assert found(page) == ["肖阳劳模创新工作室"]


def test_nothing_is_searched_while_an_input_method_composes(watched_fresh: Watched, address: str) -> None:
    page = watched_fresh.page
    page.clock.install()
    page.goto(f"{address}search/")
    compose(page, "wang")
    page.clock.run_for(1_000)
    assert page.locator("#search-status").inner_text() == ""
    end_composing(page, "王")
    page.clock.run_for(1_000)
    assert found(page) == ["王建强职工创新工作室"]
    assert watched_fresh.wrong == []


def test_the_address_tells_the_query(page: Page) -> None:
    page.locator("#rg-find").fill("肖阳")
    page.locator("#rg-find").press("Enter")
    assert found(page) == ["肖阳劳模创新工作室"]
    page.locator("#rg-find").fill("冯宝明")
    page.locator("#rg-find").press("Enter")
    page.wait_for_url(f"**/?kw={quote('冯宝明')}")
    expect(page.locator(".rg-hits > li > a")).to_have_text("冯宝明职工创新工作室")
    page.locator(".rg-hits > li > a").click()
    page.wait_for_url("**/workshops/DL0003/")
    page.go_back()
    assert found(page) == ["冯宝明职工创新工作室"]
    page.reload()
    assert found(page) == ["冯宝明职工创新工作室"]
    assert page.title().startswith("冯宝明 - ")


def test_the_keyboard_goes_through_the_results(page: Page) -> None:
    box = page.locator("#rg-find")
    box.fill("创新")
    assert len(found(page)) > 7
    links = page.locator(".rg-hits > li > a")
    box.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)


def test_a_query_is_never_markup(page: Page) -> None:
    page.locator("#rg-find").fill("<img src=x onerror=alert(1)>")
    assert found(page) == []
    assert page.locator("#search-results img, #search-status img").count() == 0
    assert "<img" in page.locator("#search-status").inner_text()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_search_shuts_nobody_out(windows: Windows, address: str, scheme: Scheme, width: int) -> None:
    with windows.opened(width, scheme=scheme) as page:
        for query in ("王建强 降本增效", "创新", "王建强 肖阳"):
            page.goto(f"{address}search/?kw={quote(query)}", wait_until="networkidle")
            found(page)
            page.locator("#rg-find").focus()
            assert axe.violations(page) == [], query
            assert page.evaluate("document.documentElement.scrollWidth") <= width, query


def test_how_a_workshop_stands_is_told(watched: Watched, synthetic_address: str) -> None:
    page = watched.page
    for word, kind in (("已撤销", "revoked"), ("已终止", "ended"), ("整改中", "rectifying")):
        page.goto(f"{synthetic_address}search/?kw={quote(word)}")
        assert found(page), word
        rows = page.locator(".rg-hits > li", has=page.locator("a[href*='/workshops/']"))
        expect(rows.locator(f".rg-status-{kind}")).to_have_count(rows.count())
    page.goto(f"{synthetic_address}search/?kw={quote('在册')}")
    assert found(page)
    expect(page.locator(".rg-hits .rg-status")).to_have_count(0)
    assert watched.wrong == []


@pytest.mark.parametrize(
    ("query", "title", "path"),
    [
        ("大工办发〔2019〕24号", "关于推荐申报2019年大连市劳模和职工创新工作室的通知", "notices/2019-24/"),
        ("大工办发[2019]24号", "关于推荐申报2019年大连市劳模和职工创新工作室的通知", "notices/2019-24/"),
        ("汇总表", "大连市劳模（职工）创新工作室推荐汇总表", "forms/#2019-summary"),
        ("申报表", "大连市劳模（职工）创新工作室申报表", "forms/#2019-application"),
    ],
)
def test_notices_and_forms_come_first(page: Page, address: str, query: str, title: str, path: str) -> None:
    page.locator("#rg-find").fill(query)
    assert title in found(page)
    expect(page.locator("#search-results h2").first).to_contain_text("通知和表格")
    link = page.locator("#search-results li > a").filter(has_text=re.compile(f"^{re.escape(title)}$"))
    assert link.evaluate("link => link.href") == address + path
    expect(page.locator("#search-help")).to_be_hidden()
    link.click()
    page.wait_for_url(f"**/{path}")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("自下而上", "创新工作室命名工作自下而上进行"),
        ("2019年8月30日前", "2019年8月30日前"),
        ("大工办发〔2019〕24号 自下而上", "自下而上"),
    ],
)
def test_what_a_notice_says_is_found(page: Page, query: str, told: str) -> None:
    page.locator("#rg-find").fill(query)
    assert "关于推荐申报2019年大连市劳模和职工创新工作室的通知" in found(page)
    expect(page.locator("#search-results li").first).to_contain_text(told)


def test_what_is_called_so_comes_before_what_only_speaks_of_it(page: Page) -> None:
    page.locator("#rg-find").fill("申报表")
    notice = "关于推荐申报2019年大连市劳模和职工创新工作室的通知"
    expect(page.locator(".rg-hits > li > a", has_text=notice)).to_be_visible()
    titles = found(page)
    assert titles.index("大连市劳模（职工）创新工作室申报表") < titles.index(notice)


@pytest.mark.parametrize(
    ("query", "title", "told"),
    [
        ("长海县", "长海县", "区域，0 个工作室"),
        ("普兰店市", "普兰店区", "旧称普兰店市"),
        ("大连高新技术产业园区", "高新区", "开放先导区，0 个工作室"),
        ("采矿", "采矿业", "行业，0 个工作室"),
        ("甘井子区总工会", "甘井子区", "推荐工会：甘井子区总工会"),
    ],
)
def test_a_place_without_workshops_leads_to_its_page(page: Page, query: str, title: str, told: str) -> None:
    page.locator("#rg-find").fill(query)
    assert found(page) == [title]
    expect(page.locator("#search-results")).to_contain_text(told)
    expect(page.locator("#search-help")).to_be_hidden()


def test_a_place_is_told_with_its_former_name(
    watched: Watched, synthetic_address: str, synthetic_registry: Registry
) -> None:
    page = watched.page
    page.goto(f"{synthetic_address}search/?kw={quote('普兰店市')}")
    assert found(page)
    expect(page.locator(".rg-hits__facts", has_text="普兰店区（旧称普兰店市）").first).to_be_visible()
    held = [workshop for workshop in synthetic_registry.workshops if workshop.district == "甘井子区"]
    page.goto(f"{synthetic_address}search/?kw={quote('甘井子区')}")
    whole = page.locator("#search-results section", has=page.locator("h2", has_text=re.compile("^区域")))
    expect(whole.locator(".rg-note")).to_have_text(f"整个列表：甘井子区（{len(held)} 个）")
    whole.locator(".rg-note a").click()
    page.wait_for_url("**/districts/ganjingzi/")


# ---- where nothing is found


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("王建强工作室", "去掉“工作室”：王建强 1 个"),
        ("王建强劳模创新工作室联盟", "去掉“工作室”：王建强 1 个"),
        ("中车大连电牵有限公司", "去掉“公司”：中车大连电牵 1 个"),
        ("王健强", "王建强 1 个"),
        ("王健强工作室", "王建强 1 个"),
        ("轨道交通，网络控制", "标点当作空格：轨道交通 网络控制 1 个"),
        ("王建强 肖阳", "只找：王建强 1 个"),
    ],
)
def test_what_is_mistyped_most_is_helped(page: Page, query: str, told: str) -> None:
    page.locator("#rg-find").fill(query)
    tried = page.locator("#search-results li", has_text=told)
    expect(tried).to_be_visible()
    assert found(page) == []
    expect(page.locator("#search-help")).to_be_visible()
    tried.locator("a").click()
    page.wait_for_url(lambda url: quote(query) not in url)
    assert found(page)


@pytest.mark.parametrize(("query", "guess"), [("王健强", "王建强"), ("鬼道", "轨道")])
def test_what_sounds_alike_is_told_as_a_guess(page: Page, query: str, guess: str) -> None:
    page.locator("#rg-find").fill(query)
    expect(page.locator("#search-status")).to_have_text(f"没有找到“{query}”，读音相同的有：")
    expect(page.locator("#search-results a").first).to_have_text(guess)
    expect(page.locator("#search-results h2")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "title", "path"),
    [
        ("怎样申报", "通知公告", "notices/"),
        ("截止", "通知公告", "notices/"),
        ("下载申报表", "表格下载", "forms/"),
        ("怎么核验", "核验", "v/"),
    ],
)
def test_the_pages_of_the_site_answer(page: Page, address: str, query: str, title: str, path: str) -> None:
    page.locator("#rg-find").fill(query)
    assert title in found(page)
    expect(page.locator("#search-help")).to_be_hidden()
    page.locator("#search-results a", has_text=re.compile(f"^{title}$")).click()
    page.wait_for_url(f"{address}{path}")


def test_what_means_nearly_the_same_comes_after_and_apart(watched: Watched, synthetic_address: str) -> None:
    page = watched.page
    page.goto(f"{synthetic_address}search/?kw={quote('护士')}")
    near = page.locator(".rg-near").first
    expect(near.locator("h2")).to_contain_text("“护理”，和“护士”意思相近")
    expect(page.locator("#search-status")).to_contain_text("没有找到“护士”。下面是意思相近的“护理”")
    expect(near.locator("mark").first).to_have_text("护理")
    page.goto(f"{synthetic_address}search/?kw={quote('护理')}")
    expect(page.locator("#search-status")).to_contain_text("“护理”找到")
    expect(page.locator("#search-results > section").first).not_to_have_class("rg-near")
    page.goto(f"{synthetic_address}search/?kw={quote('开发区')}")
    expect(page.locator(".rg-near")).to_contain_text("不是同一个范围")
    assert watched.wrong == []


def test_nothing_is_proposed_that_is_not_there(page: Page) -> None:
    page.locator("#rg-find").fill("查无此人")
    assert found(page) == []
    expect(page.locator("#search-help")).to_be_visible()
    expect(page.locator("#search-results a")).to_have_count(0)
    expect(page.locator("#search-help a", has_text="查无此人")).to_have_count(0)


def test_every_example_finds_something(watched: Watched, address: str, synthetic_address: str) -> None:
    page = watched.page
    for base in (address, synthetic_address):
        page.goto(f"{base}search/")
        queries = page.locator("#search-help a[href*='kw=']").all_inner_texts()
        assert len(queries) == 6
        for query in queries:
            page.goto(f"{base}search/?kw={quote(query)}")
            assert found(page), query


@pytest.mark.parametrize(
    "query",
    ["2023-07-13", "2023/7/13", "2023年07月13日", "二〇二三", "二○二三", "二零二三", "2023"],
)
def test_a_day_and_a_year_are_found_in_any_writing(page: Page, query: str) -> None:
    page.locator("#rg-find").fill(query)
    assert "王建强职工创新工作室" in found(page)
    expect(page.locator("#search-results mark", has_text="2023").first).to_be_visible()


@pytest.mark.parametrize("query", ["中国中车", "喜获大连市级命名"])
def test_sources_are_found(page: Page, query: str) -> None:
    page.locator("#rg-find").fill(query)
    assert found(page) == ["王建强职工创新工作室"]
    expect(page.locator(".rg-hits__text")).to_contain_text("来源：")


# ---- what was opened, what moves


def test_coming_back_shows_what_was_opened(watched: Watched, synthetic_address: str) -> None:
    page = watched.page
    page.goto(f"{synthetic_address}search/?kw={quote('创新')}")
    found(page)
    rows = page.locator(".rg-hits > li")
    before = rows.count()
    page.locator(".rg-hits__more:visible").last.click()
    opened = rows.count()
    assert opened > before
    focused = page.locator(".rg-hits a:focus")
    expect(focused).to_have_count(1)
    name = focused.inner_text()
    page.wait_for_function("() => history.state.top === scrollY && scrollY > 0")
    focused.click()
    page.wait_for_url("**/workshops/DL*/")
    page.go_back()
    found(page)
    expect(rows).to_have_count(opened)
    link = page.locator(".rg-hits a", has_text=re.compile(f"^{name}$"))
    expect(link).to_be_in_viewport()
    page.reload()
    found(page)
    expect(rows).to_have_count(opened)
    expect(link).to_be_in_viewport()
    page.locator("#rg-find").fill("职工")
    page.wait_for_url(f"**/?kw={quote('职工')}")
    expect(page.locator("#search-status")).to_contain_text("“职工”")
    assert rows.count() < opened


@pytest.mark.parametrize("query", ["电力", "中国中车", "王健强", "申报表", "创新"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_a_query_is_opened(windows: Windows, address: str, query: str, width: int) -> None:
    with windows.fresh(width, 740) as page:
        page.add_init_script(SHIFTS)
        page.goto(f"{address}search/?kw={quote(query)}", wait_until="networkidle")
        found(page)
        assert page.evaluate("window.shifted || 0") < 0.02


# ---- the network


def test_a_slow_network_is_told(watched: Watched, address: str) -> None:
    page, short, held = watched.page, list[Route](), list[Route]()
    status = page.locator("#search-status")

    def hold(route: Route) -> None:
        (short if route.request.url.endswith("/short.json") else held).append(route)

    page.route("**/short.json", hold)
    page.route(re.compile("/(shards|texts)/"), hold)
    with page.expect_request("**/short.json"):
        page.goto(f"{address}search/?kw={quote('王建强 降本增效')}")
    expect(status).to_have_text("正在查找…")
    expect(page.locator("#search-help")).to_be_hidden()
    short.pop().continue_()
    expect(status).to_have_text("正在事迹和成果里继续找…")
    expect(page.locator("#search-help")).to_be_hidden()
    page.unroute(re.compile("/(shards|texts)/"))
    while held:
        held.pop().continue_()
    assert found(page) == ["王建强职工创新工作室"]
    assert watched.wrong == []


def missing(route: Route) -> None:
    """The site's page for what is not there."""
    route.fulfill(status=404, body="<h1>没有这一页</h1>", content_type="text/html")


def instead(route: Route) -> None:
    """The page of a network that wants one to log in first."""
    route.fulfill(status=200, body="<h1>请登录</h1>", content_type="text/html")


def lost(route: Route) -> None:
    """No network."""
    route.abort()


@pytest.mark.parametrize("answer", [missing, instead, lost])
@pytest.mark.parametrize("pattern", ["**/short.json*", "**/shards/*", "**/texts/*"])
def test_a_file_that_does_not_come_is_told(
    watched: Watched, address: str, pattern: str, answer: Callable[[Route], None]
) -> None:
    page = watched.page
    page.route(pattern, answer)
    page.goto(f"{address}search/?kw={quote('王建强 降本增效')}")
    expect(page.locator("#search-status")).to_contain_text("请看看网络，再试一次")
    again = page.get_by_role("button", name="再试一次")
    expect(again).to_be_visible()
    page.unroute(pattern)
    again.click()
    assert found(page) == ["王建强职工创新工作室"]
    expect(again).to_be_hidden()
    assert [
        told for told in watched.wrong if told.startswith("error: ") and "Failed to load" not in told
    ] == []


@pytest.mark.parametrize("script", ["words.js", "index.js", "rows.js", "told.js", "page.js"])
def test_a_script_that_does_not_come_is_told(watched: Watched, address: str, script: str) -> None:
    page = watched.page
    page.route(f"**/assets/*/search/{script}", missing)
    page.goto(f"{address}search/?kw={quote('降本增效')}")
    expect(page.locator("#search-status")).to_contain_text("搜索没有打开")
    assert [told for told in watched.wrong if "404" not in told] == []
    expect(page.locator("#search-help")).to_be_visible()
    page.unroute(f"**/assets/*/search/{script}")
    page.get_by_role("button", name="再试一次").click()
    assert found(page) == ["王建强职工创新工作室"]


def test_help_that_does_not_come_is_told(watched: Watched, address: str) -> None:
    page = watched.page
    page.route("**/assets/*/search/help.js", missing)
    page.goto(f"{address}search/?kw={quote('王健强')}")
    expect(page.locator("#search-status")).to_contain_text("没有取到搜索用的文件")
    page.unroute("**/assets/*/search/help.js")


def test_without_javascript_the_lists_are_named(windows: Windows, address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        page.goto(address)
        page.locator("#rg-find").fill("电力")
        page.locator("#rg-find").press("Enter")
        expect(page).to_have_url(f"{address}search/?kw={quote('电力')}")
        assert "JavaScript" in page.locator("article").inner_text()
        page.locator("article a", has_text="按区域").click()
        assert page.locator("h1").inner_text() == "按区域"
