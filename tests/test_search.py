"""Search: the index holds what the records say, a browser finds all of it and nothing else, by hand, finger and keyboard."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator import build, search
from generator.files import write
from generator.plugin import build_site
from generator.search_columns import by_frequency, digits, id_runs
from generator.search_fields import SHORT_FIELDS, fold, full_text, short_fields
from generator.search_pinyin import person_reading, reading, unusual, usual_readings
from tests import axe, miniature, searchtruth
from tests.conftest import Watched, serve
from tests.synthetic.registry import outputs

WHOLE, SMALL = 1500, 300


# ---- the index


def test_what_is_compared_is_the_same_in_full_and_half_width() -> None:
    assert fold("ＰＬＣ　控制（Ⅱ）\n") == fold("plc控制(II)") == "plc控制(ii)"


@given(st.text(), st.text())
def test_folding_goes_character_by_character(one: str, two: str) -> None:
    assert fold(one + two) == fold(one) + fold(two)
    assert fold(fold(one)) == fold(one) or not one.isascii()


def test_a_workshop_is_found_by_all_its_names() -> None:
    registry = miniature.registry()
    first = dict(
        zip((key for key, _ in SHORT_FIELDS), short_fields(registry, registry.workshops[0]), strict=True)
    )
    assert first["name"] == (registry.workshops[0].name,)
    assert all(value for values in first.values() for value in values)
    told = " ".join(part.text for part in full_text(registry.workshops[0]))
    assert registry.workshops[0].summary in told if registry.workshops[0].summary else told


def test_a_leader_who_asked_to_be_taken_down_is_not_in_the_index() -> None:
    registry = miniature.registry()
    removed = next(
        workshop for workshop in registry.workshops if workshop.leader and not workshop.leader.name
    )
    assert short_fields(registry, removed)[2] == ()
    assert not [part for part in full_text(removed) if part.kind == 4]


@given(st.lists(st.integers(0, 10_000_000)))
def test_numbers_are_read_back(numbers: list[int]) -> None:
    assert _numbers("".join(map(digits, numbers))) == numbers


def test_ids_are_runs() -> None:
    assert id_runs(["DL0001", "DL0002", "DL0005", "DL9999", "DL10000"]) == [
        ("DL0001", 2),
        ("DL0005", 1),
        ("DL9999", 2),
    ]
    assert id_runs([]) == []


@given(st.lists(st.lists(st.text("工作室合成", max_size=12), max_size=3), max_size=6))
def test_the_postings_hold_each_place(texts: list[list[str]]) -> None:
    written, frequent = search.grams(texts)
    assert frequent == []
    for length in (1, 2):
        stand = {
            text[at : at + length]
            for parts in texts
            for text in parts
            for at in range(len(text) - length + 1)
        }
        assert {gram for gram in written if len(gram) == length} == stand
    for gram, letters in written.items():
        workshops, *places = (_numbers(row) for row in letters.split(" "))
        holders = [number for number, parts in enumerate(texts) if any(gram in text for text in parts)]
        assert sorted(set(accumulate(workshops, initial=-1)) - {-1}) == holders
        if places:
            counted = sum(
                text[at : at + 2] == gram for parts in texts for text in parts for at in range(len(text))
            )
            assert len(workshops) == len(places[0]) == counted


def test_a_frequent_pair_keeps_its_workshops_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FREQUENT", {2: 6, 3: 100, 4: 100})
    written, frequent = search.grams([["工作工作"], ["作室"], ["工作室", "工作"]])
    assert frequent == ["工作"]
    assert _numbers(written["工作"]) == [1, 2]
    assert {"工作工", "作工作", "工作室"} <= set(written)


def test_every_gram_stands_in_its_shard() -> None:
    written = {chr(0x4E00 + number) + "工": "AB CD" * 40 for number in range(500)}
    shards, alone = search.sharded(written)
    assert alone == []
    assert len(shards) == -(-500 * 207 // search.SHARD)
    for number, shard in enumerate(shards):
        assert all(search.shard_of(gram, len(shards)) == number for gram in shard)
    assert sum(map(len, shards)) == 500


def test_names_are_read_by_character() -> None:
    assert reading("plc控制(二)") == ("p", "l", "c", "kong", "zhi", "", "er", "")
    assert person_reading("尉迟恭", None) == ("yu", "chi", "gong")
    assert person_reading("单田芳", "Shan Tianfang") == ("shan", "tian", "fang")
    usual = usual_readings({"银行": ("yin", "hang"), "行人": ("xing", "ren"), "行业": ("hang", "ye")})
    assert usual["行"] == "hang"
    assert unusual("行人", ("xing", "ren"), usual) == "0xing"
    assert by_frequency("工作工") == "工作"


def test_the_index_is_the_same_bytes_each_time() -> None:
    assert search.search_outputs(miniature.registry()) == search.search_outputs(miniature.registry())


def _numbers(letters: str) -> list[int]:
    found, number, shift = [], 0, 0
    for letter in letters:
        digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".index(letter)
        number |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            found.append(number)
            number = shift = 0
    return found


# ---- against plain substring truth


@pytest.fixture
def made_up(tmp_path: Path, small: bool) -> Path:
    """A folder with a made-up registry and its site."""
    folder = tmp_path
    write(folder / "registry", list(outputs(SMALL if small else WHOLE)))
    build_site(folder / "registry", folder / "site")
    return folder


@pytest.mark.parametrize("small", [False, True], ids=["as it is", "in small files"])
def test_recall_and_precision_are_one(
    watched: Watched, made_up: Path, small: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In small files so that few records have what ten thousand have: frequent pairs, groups of three, files alone."""
    if small:
        monkeypatch.setattr(search, "SHARD", 1500)
        monkeypatch.setattr(search, "FREQUENT", {2: 400, 3: 800, 4: 1 << 30})
        write(made_up / "site", search.search_outputs(build.load(made_up / "registry").registry))
        short = json.loads((made_up / "site/search/short.json").read_text("utf-8"))
        assert len(short["frequent"]) > 100
        assert len(short["alone"]) > 20
    monkeypatch.setattr(searchtruth, "VISITS", 20)
    records = searchtruth.read_records(made_up / "registry")
    count, names = (200, 40) if small else (500, 100)
    asked = list(searchtruth.queries(records, count, names, Random(2)))  # noqa: S311  nothing secret
    asked += [
        "虚构",
        "合成数据",
        "工作室坚持每周一次例会、每月一次课题评审",
        "（虚构）",
        "ｐｌｃ",
        "市",
        "2023 市级",
    ]
    for base in serve(made_up / "site"):
        told = searchtruth.run(watched.page, base, made_up / "site", records, asked)
    assert told.wrong == []
    assert (told.recall, told.precision) == (1.0, 1.0)
    assert max(told.first_bytes) < 100_000
    assert median(told.milliseconds) < 100
    assert watched.wrong == []


def test_the_browser_compares_as_the_generator_does(watched: Watched, address: str) -> None:
    watched.page.goto(f"{address}search/")
    told = [code for code in range(0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    answer = watched.page.evaluate(
        "codes => codes.map(code => workshopSearch.fold(String.fromCodePoint(code)))", told
    )
    wrong = [hex(code) for code, folded in zip(told, answer, strict=True) if fold(chr(code)) != folded]
    assert wrong == []


# ---- the page


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    """The search page of the real registry; nothing may go wrong on it."""
    watched.page.goto(f"{address}search/")
    yield watched.page
    assert watched.wrong == []


def found(page: Page) -> list[str]:
    """The names found, as they are marked."""
    expect(page.locator("#search-status")).to_contain_text(re.compile("”找到|没有找到"))
    return page.locator(".rg-hits > li > a").all_inner_texts()


@pytest.mark.parametrize(
    "path", ["", "workshops/DL0001/", "notices/2019-24/", "about/", "search/", "nothing/"]
)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_box_is_on_every_page(watched: Watched, address: str, path: str, width: int) -> None:
    page = watched.page
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address + path)
    size = page.locator("#rg-find").bounding_box()
    assert size is not None
    assert size["height"] >= 48
    assert size["x"] >= 0
    assert size["x"] + size["width"] <= width
    page.locator("body").press("/")
    expect(page.locator("#rg-find")).to_be_focused()
    page.keyboard.type("电牵")
    page.keyboard.press("Enter")
    assert found(page) == ["王建强职工创新工作室"]
    assert page.url == f"{address}search/?kw={quote('电牵')}"
    assert [wrong for wrong in watched.wrong if "404" not in wrong] == []


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
    assert page.locator("#search-results mark").count() > 0
    page.wait_for_url(f"**/search/?kw={quote(query)}")


def test_all_words_must_be_found_and_are_marked(page: Page) -> None:
    page.locator("#rg-find").fill("王建强　降本增效")
    assert found(page) == ["王建强职工创新工作室"]
    expect(page.locator(".rg-hits__text mark", has_text="降本增效")).to_have_count(1)
    assert "王建强" in page.locator("mark").all_inner_texts()
    page.locator("#rg-find").fill("王建强 肖阳")
    page.wait_for_selector("#search-results ul")
    assert found(page) == []
    assert "可以试试" in page.locator("#search-results").inner_text()
    expect(page.locator("#search-help a", has_text="按区域")).to_be_visible()
    page.locator("#search-results a", has_text="肖阳").click()
    assert found(page) == ["肖阳劳模创新工作室"]


def test_nothing_is_searched_while_an_input_method_composes(page: Page) -> None:
    page.evaluate("""() => {
        const box = document.getElementById("rg-find");
        box.dispatchEvent(new CompositionEvent("compositionstart"));
        box.value = "wang";
        box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
    }""")
    page.wait_for_timeout(400)
    assert page.locator("#search-status").inner_text() == ""
    page.evaluate("""() => {
        const box = document.getElementById("rg-find");
        box.value = "王";
        box.dispatchEvent(new CompositionEvent("compositionend"));
    }""")
    assert found(page) == ["王建强职工创新工作室"]


def test_the_address_tells_the_query(page: Page) -> None:
    page.locator("#rg-find").fill("肖阳")
    page.locator("#rg-find").press("Enter")
    assert found(page) == ["肖阳劳模创新工作室"]
    page.locator("#rg-find").fill("冯宝明")
    page.locator("#rg-find").press("Enter")
    page.wait_for_url(f"**/?kw={quote('冯宝明')}")
    expect(page.locator(".rg-hits > li > a")).to_have_text("冯宝明职工创新工作室")
    page.locator(".rg-hits a").click()
    page.wait_for_url("**/workshops/DL0003/")
    page.go_back()
    assert found(page) == ["冯宝明职工创新工作室"]
    page.reload()
    assert found(page) == ["冯宝明职工创新工作室"]
    assert page.title().startswith("冯宝明 - ")


def test_the_keyboard_goes_through_the_results(page: Page) -> None:
    box = page.locator("#rg-find")
    box.fill("创新")
    assert len(found(page)) == 7
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
    page.wait_for_url("**/workshops/DL*/")


def test_a_query_is_never_markup(page: Page) -> None:
    page.locator("#rg-find").fill("<img src=x onerror=alert(1)>")
    assert found(page) == []
    assert page.locator("#search-results img, #search-status img").count() == 0
    assert "<img" in page.locator("#search-status").inner_text()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_search_shuts_nobody_out(browser: Browser, address: str, scheme: str, width: int) -> None:
    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for query in ("王建强 降本增效", "创新", "王建强 肖阳"):
        page.goto(f"{address}search/?kw={quote(query)}", wait_until="networkidle")
        found(page)
        page.locator("#rg-find").focus()
        assert axe.violations(page) == [], query
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query
    context.close()


def test_a_lost_network_is_told(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}search/")
    page.route("**/short.json", lambda route: route.abort())
    page.locator("#rg-find").fill("电力")
    expect(page.locator("#search-status")).to_contain_text("网络")
    page.unroute("**/short.json")
    page.locator("#rg-find").fill("电牵")
    assert found(page) == ["王建强职工创新工作室"]


def test_without_javascript_the_lists_are_named(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("#rg-find").fill("电力")
    page.locator("#rg-find").press("Enter")
    assert page.url == f"{address}search/?kw={quote('电力')}"
    assert "JavaScript" in page.locator("article").inner_text()
    page.locator("article a", has_text="按区域").click()
    assert page.locator("h1").inner_text() == "按区域"
    context.close()
