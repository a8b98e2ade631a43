"""The filters of the list, in a browser, against plain counting in Python over a made-up registry."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from urllib.parse import urlencode, urljoin

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.model.registry import Registry
from generator.model.workshop import LEVELS, Workshop
from generator.site.data.table import harmless
from generator.site.lists.rows import list_row
from tests.browser.boxes import box_of
from tests.browser.windows import Watched, Windows, no_dialog
from tests.conftest import choose, chosen
from tests.tools.filtertruth import FACETS, NO_YEAR, Choice, fits, instead, number, values

STRANGER = "DL0201"


def slugs(page: Page) -> dict[str, dict[str, str]]:
    """The words of the address by facet and title, of what is ticked."""
    return {
        facet: {
            label.get_attribute("data-title") or "": label.locator("input").get_attribute("value") or ""
            for label in page.locator(f"[data-facet={facet}] label[data-title]").all()
        }
        for facet in FACETS
    }


def wait(page: Page, number: int) -> None:
    """Until the page says that it found that many."""
    page.wait_for_function(
        "number => document.querySelector('.rg-found').textContent.startsWith(`找到 ${number} 个`)",
        arg=number,
    )


def listed(page: Page) -> list[str]:
    """The ids of all rows, after asking for more as long as there is more."""
    while page.locator(".rg-more").count():
        page.locator(".rg-more").click()
    links = page.locator("#rg-live tbody th a").evaluate_all("links => links.map(link => link.href)")
    return [str(link).rstrip("/").rsplit("/", maxsplit=1)[-1] for link in links]


@pytest.fixture
def page(watched: Watched, synthetic_address: str) -> Iterator[Page]:
    """The list of all workshops."""
    watched.page.goto(f"{synthetic_address}workshops/")
    yield watched.page
    assert watched.wrong == []


def combinations(registry: Registry) -> Iterator[Choice]:
    """Twenty choices: most are those of some workshop, often with others beside them, a few fit none."""
    rng = Random(7)  # noqa: S311  nothing secret
    every = {
        facet: sorted(set().union(*(values(registry, workshop)[facet] for workshop in registry.workshops)))
        for facet in FACETS
    }
    for turn in range(20):
        workshop = rng.choice(registry.workshops)
        held = {facet: sorted(titles) for facet, titles in values(registry, workshop).items() if titles}
        facets = rng.sample(sorted(held), rng.randrange(1, 4))
        facets = sorted({"levels", "years"}) if turn % 4 == 1 else facets
        if turn % 5 == 4:
            held |= {
                facet: sorted(titles)
                for facet, titles in values(registry, rng.choice(registry.workshops)).items()
                if titles
            }
        wanted = {
            facet: {rng.choice(held[facet]), *rng.sample(every[facet], rng.choice((0, 0, 1, 2)))}
            for facet in facets
        }
        since = ""
        if "years" in wanted and turn % 2:
            since = min(wanted.pop("years")).removesuffix(" 年").replace(NO_YEAR, "2015")
        yield Choice(wanted, since, str(int(since) + turn % 6) if since else "", rng.random() < 0.3)


def test_what_is_found_and_every_count_are_as_counted_in_python(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    words, registry = slugs(page), synthetic_registry
    for choice in combinations(registry):
        asked = [
            (facet, words[facet].get(title, title.removesuffix(" 年")))
            for facet, titles in choice.wanted.items()
            for title in sorted(titles)
        ]
        ends = (("from", choice.since), ("to", choice.until), ("located", "1" if choice.located else ""))
        asked += [(name, value) for name, value in ends if value]
        truth = [workshop.id for workshop in registry.workshops if fits(registry, workshop, choice)]
        page.goto(f"{synthetic_address}workshops/?{urlencode(asked)}")
        wait(page, len(truth))
        assert listed(page) == truth, asked
        for facet in FACETS:
            labels = page.locator(f"[data-facet={facet}] label[data-title]")
            titles = labels.evaluate_all("all => all.map(one => one.dataset.title)")
            values = labels.evaluate_all("all => all.map(one => one.control.value)")
            truths = values if facet == "industries" else titles
            assert labels.all_text_contents() == [
                f"{title}（{number(registry, instead(choice, facet, truth))}）"
                for title, truth in zip(titles, truths, strict=True)
            ], (asked, facet)
            assert set(titles) >= set(words[facet])
        assert page.locator("[data-located]").inner_text() == str(
            number(registry, choice._replace(located=True))
        )


def test_ends_of_a_span_count_what_they_would_find(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    before = page.locator("select[name=from] option, select[name=to] option").all_text_contents()
    page.goto(f"{synthetic_address}workshops/?levels=city&from=2015")
    page.wait_for_selector("#rg-live tbody tr")
    plain, asked = Choice({}), Choice({"levels": {"市级"}}, "2015")
    told = [page.locator(f"select[name={end}] option") for end in ("from", "to")]
    years = told[0].evaluate_all("all => all.map(one => one.value)")[1:]
    for choice, texts in (
        (plain, before),
        (asked, [*told[0].all_text_contents(), *told[1].all_text_contents()]),
    ):
        assert texts == [
            "最早",
            *(f"{year} 年（{number(synthetic_registry, choice._replace(since=year))}）" for year in years),
            "最近",
            *(f"{year} 年（{number(synthetic_registry, choice._replace(until=year))}）" for year in years),
        ]
    disabled = told[1].evaluate_all("all => all.filter(one => one.disabled).map(one => one.textContent)")
    assert disabled and all(text.endswith("（0）") for text in disabled)


def test_a_span_of_years_by_keyboard_and_taken_back(page: Page, synthetic_registry: Registry) -> None:
    page.locator("[data-facet=years] .rg-facet-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "from"
    page.select_option("select[name=from]", "2015")
    wait(page, number(synthetic_registry, Choice({}, "2015")))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "to"
    page.select_option("select[name=to]", "2016")
    wait(page, number(synthetic_registry, Choice({}, "2015", "2016")))
    expect(page).to_have_url(re.compile(r"workshops/\?from=2015&to=2016$"))
    assert page.locator("[data-facet=years] [data-told]").inner_text() == "2015 至 2016 年"
    page.keyboard.press("Escape")
    page.reload()
    wait(page, number(synthetic_registry, Choice({}, "2015", "2016")))
    page.locator(".rg-picks button").click()
    page.wait_for_selector("#rg-static:visible")
    expect(page).to_have_url(re.compile("workshops/$"))
    page.go_back()
    wait(page, number(synthetic_registry, Choice({}, "2015", "2016")))


def test_old_addresses_mean_what_they_meant(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    for years, chips in (
        (("2015", "2016"), ["2015 至 2016 年 ×"]),
        (("2015",), ["2015 年 ×"]),
        (("2015", "2019"), ["2015 年 ×", "2019 年 ×"]),
        (("2015", "unknown"), ["2015 年 ×", "年度待补充 ×"]),
    ):
        titles = {f"{year} 年".replace("unknown 年", NO_YEAR) for year in years}
        for path in ("workshops/", "map/"):
            page.goto(f"{synthetic_address}{path}?{urlencode([('years', year) for year in years])}")
            wait(page, number(synthetic_registry, Choice({"years": titles})))
            assert page.locator(".rg-picks button").all_inner_texts() == chips
    page.goto(f"{synthetic_address}workshops/?years=2015&years=2019")
    page.click("[data-facet=years] .rg-facet-open")
    page.select_option("select[name=from]", "2019")
    expect(page).to_have_url(re.compile(r"\?from=2019$"))


@pytest.mark.parametrize(
    "search", ["years=1999", "years=1999&years=2001", "from=2999", "to=1949", "from=2016&to=2015"]
)
def test_years_that_nobody_has_find_nothing(page: Page, synthetic_address: str, search: str) -> None:
    page.goto(f"{synthetic_address}workshops/?{search}")
    page.wait_for_selector("#rg-live .rg-empty")
    assert page.locator(".rg-found").inner_text() == "找到 0 个（共 201 个）"
    page.locator(".rg-picks button").first.click()
    page.locator("button[type=reset]").click() if page.locator("button[type=reset]").is_enabled() else None
    page.wait_for_selector("#rg-static:visible")


def test_level_and_year_lead_to_the_same_on_the_map(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    levels = {"province": "省级", "city": "市级", "nation": "全国"}
    for slug, level in levels.items():
        for year in ("2015", "2019", "2022"):
            truth = number(synthetic_registry, Choice({"levels": {level}}, year, year))
            page.goto(f"{synthetic_address}map/?levels={slug}&years={year}")
            wait(page, truth)


def test_choices_are_kept_by_back_reload_and_a_copied_link(
    page: Page, browser: Browser, synthetic_registry: Registry
) -> None:
    registry = synthetic_registry
    one = number(registry, Choice({"districts": {"金州区"}}))
    two = number(registry, Choice({"districts": {"金州区"}, "levels": {"市级"}}))
    choose(page, "districts", "jinzhou")
    wait(page, one)
    choose(page, "levels", "city")
    wait(page, two)
    expect(page).to_have_url(re.compile(r"workshops/\?districts=jinzhou&levels=city$"))
    page.reload()
    wait(page, two)
    assert chosen(page, "levels") == ["city"]
    copied = browser.new_context().new_page()
    copied.goto(page.url)
    wait(copied, two)
    copied.context.close()
    page.locator("#rg-live tbody th a").first.click()
    page.wait_for_url("**/workshops/DL*/")
    page.go_back()
    wait(page, two)
    page.go_back()
    wait(page, one)
    assert chosen(page, "levels") == []
    page.go_back()
    page.wait_for_selector("#rg-static:visible")
    assert page.locator("#rg-live").is_hidden()
    page.go_forward()
    wait(page, one)


def test_words_that_nobody_knows_are_left_out_and_told(page: Page, synthetic_address: str) -> None:
    page.goto(
        f"{synthetic_address}workshops/?districts=atlantis&sort=%3Cb%3E&utm=x&located=maybe&years=soon&from=x"
    )
    page.wait_for_function("() => document.querySelector('.rg-found').textContent.includes('不认识')")
    assert (
        page.locator(".rg-found")
        .inner_text()
        .startswith("共 201 个。网址里的“atlantis”“<b>”“maybe”“soon”“x”不认识")
    )
    assert page.locator("#rg-static").is_visible()
    choose(page, "statuses", "listed")
    page.wait_for_selector("#rg-live tbody tr")
    expect(page).to_have_url(re.compile(r"\?utm=x&statuses=listed$"))


@pytest.mark.parametrize("sort", ["date", "pinyin", "strokes", ""])
def test_rows_say_what_the_static_rows_say_in_each_order(
    page: Page, synthetic_registry: Registry, synthetic_address: str, sort: str
) -> None:
    page.goto(f"{synthetic_address}workshops/?statuses=listed&sort={sort}")
    page.wait_for_selector("#rg-live tbody tr")
    ids = listed(page)
    lines = page.locator("#rg-live tbody tr").evaluate_all(
        "lines => lines.map(line => [line.querySelector('th a').textContent, ...[...line.querySelectorAll('td')].map(cell => cell.textContent)])"
    )
    rows = {
        workshop.id: list_row(synthetic_registry, workshop)
        for workshop in synthetic_registry.workshops
        if workshop.status == "在册"
    }
    assert sorted(ids) == sorted(rows)
    for id_, line in zip(ids, lines, strict=True):
        row = rows[id_]
        assert line == [
            row.name,
            row.leader,
            row.unit + row.address,
            row.district,
            row.industry,
            row.named,
        ]
    newest = [max(pair.split(" ")[-1] for pair in rows[id_].named.split("、")) for id_ in ids]
    if sort == "date":
        known = [year for year in newest if year.isdigit()]
        assert known == sorted(known, reverse=True)
        assert all(not year.isdigit() for year in newest[len(known) :])
    elif sort == "":
        assert ids == sorted(ids)
    else:
        assert ids != sorted(ids)


def test_cards_say_the_same(page: Page, synthetic_registry: Registry) -> None:
    page.check("input[name=view]")
    page.wait_for_selector(".rg-card-list li")
    expect(page).to_have_url(re.compile("view=cards"))
    first = synthetic_registry.workshops[0]
    row = list_row(synthetic_registry, first)
    card = page.locator(".rg-card-list li").first
    assert card.locator("dd").all_inner_texts() == [
        row.leader,
        row.unit,
        row.district,
        row.industry,
        row.named,
    ]
    assert page.locator(".rg-card-list li").count() == 60
    page.locator(".rg-more").click()
    assert page.locator(".rg-card-list li").count() == 120
    assert page.evaluate("document.activeElement.closest('li') !== null")


def test_the_result_as_csv(page: Page, synthetic_registry: Registry, synthetic_address: str) -> None:
    choose(page, "districts", "ganjingzi")
    page.select_option("select[name=sort]", "pinyin")
    page.wait_for_selector("#rg-live tbody tr")
    with page.expect_download() as download:
        page.click("#rg-csv")
    content = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename.endswith(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert table[0] == [
        "名称",
        "领衔人",
        "单位",
        "区域",
        "行业",
        "级别和年度",
        "类别",
        "推荐工会",
        "开放先导区",
        "曾用名",
        "状态",
        "编号",
        "网址",
    ]
    assert [line[-2] for line in table[1:]] == listed(page)
    by_id = {workshop.id: workshop for workshop in synthetic_registry.workshops}
    for line in table[1:]:
        assert line.pop() == f"{synthetic_address}workshops/{line[-1]}/"
        assert line == [harmless(cell) for cell in cells(synthetic_registry, by_id[line[-1]])]
    assert any(line[2].startswith("'=HYPERLINK") for line in table)


def cells(registry: Registry, workshop: Workshop) -> list[str]:
    """A line of the file; what is unknown is empty, but a level whose year is unknown says so."""
    row = list_row(registry, workshop)
    told = [row.name, row.leader, row.unit, row.district, row.industry, row.named]
    more = [workshop.category or "", workshop.recommender or "", workshop.zone or "", row.former]
    return [
        *("" if cell.endswith("待补充") and " " not in cell else cell for cell in told),
        *more,
        workshop.status,
        workshop.id,
    ]


def test_by_keyboard_alone(page: Page) -> None:
    tab_to(page, "document.activeElement.getAttribute('aria-controls') === 'rg-facet-districts'")
    page.keyboard.press("Enter")
    tab_to(page, "document.activeElement.name === 'districts'")
    page.keyboard.press("Space")
    page.wait_for_selector("#rg-live tbody tr")
    expect(page).to_have_url(re.compile(r"\?districts=zhongshan$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/workshops/?districts=zhongshan&districts=xigang")
    page.keyboard.press("Escape")
    assert page.locator("#rg-facet-districts").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-controls')") == "rg-facet-districts"
    tab_to(page, "document.activeElement.type === 'reset'")
    page.keyboard.press("Enter")
    page.wait_for_selector("#rg-static:visible")
    expect(page).to_have_url(re.compile("workshops/$"))


def tab_to(page: Page, there: str) -> None:
    """Press Tab until that is true of the page."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    pytest.fail(f"never reached: {there}")


def test_each_choice_can_be_taken_back(page: Page) -> None:
    choose(page, "districts", "zhongshan", "xigang")
    choose(page, "levels", "city")
    chips = page.locator(".rg-picks button")
    assert chips.all_inner_texts() == ["中山区 ×", "西岗区 ×", "市级 ×"]
    assert page.locator("[data-facet=districts] [data-told]").inner_text() == "中山区、西岗区"
    chips.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/workshops/?districts=xigang&levels=city")
    assert chips.all_inner_texts() == ["西岗区 ×", "市级 ×"]
    assert page.evaluate("document.activeElement.textContent") == "西岗区 ×"
    chips.last.click()
    chips.last.click()
    page.wait_for_selector("#rg-static:visible")
    assert page.locator(".rg-picks").is_hidden()


def test_one_box_is_open_at_a_time_and_lies_within_the_window(page: Page) -> None:
    for facet in FACETS:
        page.click(f"[data-facet={facet}] .rg-facet-open")
        shown = page.locator(".rg-facet-choices:visible")
        assert shown.count() == 1
        box = box_of(shown)
        assert box.left >= 0
        assert box.right <= 1280
    page.click("h1")
    assert page.locator(".rg-facet-choices:visible").count() == 0


def test_nothing_found_says_what_to_do(page: Page, synthetic_address: str) -> None:
    page.goto(f"{synthetic_address}workshops/?districts=changhai&industries=B&statuses=revoked")
    page.wait_for_selector("#rg-live .rg-empty")
    assert "去掉一两个条件" in page.locator("#rg-live").inner_text()
    page.locator("button[type=reset]").click()
    page.wait_for_selector("#rg-static:visible")


def test_on_a_phone(windows: Windows, synthetic_address: str) -> None:
    with windows.opened(360, 740, touch=True, still=False) as page:
        page.goto(f"{synthetic_address}workshops/")
        assert page.locator("[data-facet=districts]").is_hidden()
        page.tap(".rg-filters-open")
        page.tap("[data-facet=districts] .rg-facet-open")
        for control in page.locator(".rg-filters :is(select, button, .rg-check):visible").all():
            assert box_of(control).height >= 48, control.inner_text()
        choose(page, "levels", "province")
        assert page.locator("#rg-facet-districts").is_visible()  # what closed above would move what is tapped
        page.wait_for_selector("#rg-live tbody tr")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.locator("[role=status]").inner_text().startswith("找到 ")


def test_a_stranger_s_record_stays_text(page: Page, synthetic_address: str) -> None:
    with no_dialog(page):
        for view in ("", "&view=cards"):
            page.goto(f"{synthetic_address}workshops/?districts=ganjingzi&industries=C{view}")
            page.wait_for_selector("#rg-live a")
            assert "<script>alert(1)</script>" in page.locator("#rg-live").inner_text()
            assert "<img onerror=f()>" in page.locator("#rg-live").inner_text()
            assert page.locator("#rg-live :is(script, img, svg)").count() == 0


class Links(HTMLParser):
    """The links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where a link leads."""
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def links(site: Path, path: str) -> set[str]:
    """Where a page's links lead, below the site's root."""
    parser = Links()
    parser.feed((site / path / "index.html").read_text("utf-8"))
    return {urljoin(f"/{path}", link).split("#")[0].lstrip("/") for link in parser.found if "?" not in link}


@pytest.mark.parametrize("facet", ["districts", "industries"])
def test_every_workshop_is_reached_from_home_without_javascript(
    synthetic_site: Path, synthetic_registry: Registry, facet: str
) -> None:
    assert f"{facet}/" in links(synthetic_site, "")
    seen, ahead, reached = {f"{facet}/"}, [f"{facet}/"], set[str]()
    while ahead:
        for link in links(synthetic_site, ahead.pop()):
            if link.startswith("workshops/DL"):
                reached.add(link.split("/")[1])
            elif link.startswith(f"{facet}/") and link not in seen:
                seen.add(link)
                ahead.append(link)
    assert reached == {workshop.id for workshop in synthetic_registry.workshops}


def test_without_javascript_no_filters_are_shown(windows: Windows, synthetic_address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        page.goto(f"{synthetic_address}workshops/")
        assert page.locator(".rg-filters").is_hidden()
        assert page.locator("table.rg-cards tbody tr").count() == 60


def test_the_list_of_a_group_leads_to_its_filter(page: Page, synthetic_address: str) -> None:
    page.goto(f"{synthetic_address}levels/province/")
    page.locator(".rg-narrow a").first.click()
    page.wait_for_selector("#rg-live tbody tr")
    assert chosen(page, "levels") == ["province"]


def test_levels_are_in_their_order(page: Page) -> None:
    titles = list(slugs(page)["levels"])
    assert titles == [level for level in LEVELS if level in titles]


def test_the_rows_cannot_be_read(page: Page, watched: Watched, synthetic_address: str) -> None:
    page.route("**/rows.json", lambda route: route.fulfill(status=503))
    page.goto(f"{synthetic_address}workshops/?districts=jinzhou")
    page.wait_for_function("() => document.querySelector('.rg-found').textContent.includes('没有读出来')")
    assert page.locator("#rg-static").is_visible()
    page.unroute("**/rows.json")
    page.get_by_role("button", name="再试一次").click()
    page.wait_for_selector("#rg-live tbody tr")
    watched.wrong.clear()


def test_the_words_of_rows_cannot_be_read(page: Page, watched: Watched, synthetic_address: str) -> None:
    page.route("**/texts/0.json", lambda route: route.fulfill(status=503))
    page.goto(f"{synthetic_address}workshops/?districts=jinzhou")
    page.wait_for_function("() => document.querySelector('.rg-found').textContent.includes('没有读出来')")
    assert page.locator("#rg-static").is_visible() and page.locator("#rg-live").is_hidden()
    page.unroute("**/texts/0.json")
    page.get_by_role("button", name="再试一次").click()
    page.wait_for_selector("#rg-live tbody tr")
    watched.wrong.clear()


def test_while_rows_are_on_their_way_the_page_says_so(page: Page, synthetic_address: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/rows.json", hold)
    with page.expect_request("**/rows.json"):
        page.goto(f"{synthetic_address}workshops/?districts=jinzhou")
    page.wait_for_function("() => document.querySelector('.rg-found').textContent === '正在取名单…'")
    assert page.locator("#rg-static").is_hidden()
    held[0].continue_()
    page.wait_for_selector("#rg-live tbody tr")


def test_a_list_that_is_sent_on_or_printed_names_what_is_asked(page: Page, synthetic_address: str) -> None:
    page.goto(f"{synthetic_address}workshops/?districts=zhongshan&categories=staff")
    heading = page.locator("h1")
    expect(heading).to_have_text("工作室：中山区，职工")
    expect(page).to_have_title(re.compile("^工作室：中山区，职工 - "))
    page.emulate_media(media="print")
    expect(heading).to_be_visible()
    expect(page.locator("#rg-filters")).to_be_hidden()
    expect(page.locator(".rg-paper")).to_have_text(re.compile(r"^共 \d+ 个。$"))
    page.emulate_media(media="screen")
    expect(page.locator(".rg-paper")).to_be_hidden()
    page.get_by_role("button", name="清除条件").click()
    expect(heading).to_have_text("全部工作室")
    expect(page).to_have_title(re.compile("^全部工作室 - "))


def test_two_districts_stand_side_by_side(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    page.goto(f"{synthetic_address}workshops/?districts=zhongshan&districts=xigang")
    expect(page.locator("h1")).to_have_text("工作室：中山区、西岗区")
    table = page.locator(".rg-beside")
    assert table.locator("thead th").all_inner_texts() == ["并排比较", "中山区", "西岗区"]
    held = [
        [it for it in synthetic_registry.workshops if it.district == name] for name in ("中山区", "西岗区")
    ]
    rows = {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in table.locator("tbody tr").all()
    }
    assert rows["工作室"] == [str(len(some)) for some in held]
    for level in ("市级", "省级"):
        assert rows[level] == [
            str(sum(any(named.level == level for named in it.designations) for it in some)) for some in held
        ]
    for category in ("劳模", "职工"):
        assert rows[category] == [str(sum(it.category == category for it in some)) for some in held]
    page.goto(f"{synthetic_address}workshops/?districts=zhongshan")
    expect(page.locator("#rg-live tbody tr").first).to_be_visible()
    expect(table).to_have_count(0)
