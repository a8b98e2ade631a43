"""The scripted newcomer: a record is made and corrected on the page, committed, checked against what stood, and shown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator import cli
from generator.doors import disk
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.plugin import build_site
from generator.reading import schema
from generator.reading.placement import LOCAL
from generator.reading.read import read_texts
from generator.site.data.exports import plain, workshop_data
from tests import ROOT
from tests.browser import axe
from tests.browser.assets import ASSETS
from tests.browser.windows import Scheme, Watched, Windows
from tests.conftest import serve
from tests.made import repositories
from tests.made.newcomer import FORGE, GITHUB, MADE_UP, NEW, SUPPORTS, box, fill_in, opened, put
from tests.made.repositories import Repository
from tests.site.test_plain_words import wrong as wrong_words

OLD = "workshops/0000/DL0001.yml"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The real registry in a repository of its own, with an id that was given and taken back."""
    repository = Repository(tmp_path_factory.mktemp("newcomer") / "model")
    shutil.copytree(ROOT / "registry", repository.registry)
    repository.git("init", "-q", "-b", "main")
    repository.commit()
    repository.write("workshops/0000/DL0008.yml", repositories.record(8, "郑河"))
    repository.commit()
    repository.remove("workshops/0000/DL0008.yml")
    repository.commit()
    return repository


@pytest.fixture(scope="module")
def address(model: Repository) -> Iterator[str]:
    """Its site, which knows a forge."""
    site = model.top.parent / "site"
    told = model.registry / LOCAL
    told.write_text(told.read_text("utf-8") + FORGE, "utf-8")
    build_site(model.registry, site)
    yield from serve(site)


@pytest.fixture
def repository(model: Repository, tmp_path: Path) -> Repository:
    """A clone to commit in, on a branch of its own."""
    clone = repositories.copied(model, tmp_path / "clone")
    clone.git("switch", "-q", "-c", "proposal")
    return clone


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[[Repository], tuple[int, list[str]]]:
    """What `check --since main` answers: exit code, and the errors."""

    def run(repository: Repository) -> tuple[int, list[str]]:
        words = ["--registry", str(repository.registry), "--since", "main", "--format", "json"]
        code = cli.main(["check", *words])
        told = json.loads(capsys.readouterr().out)["problems"]
        return code, [f"{it['code']} {it['message']}" for it in told if it["severity"] == "error"]

    return run


Check = Callable[[Repository], tuple[int, list[str]]]


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """A page on which nothing goes wrong."""
    yield watched.page
    assert watched.wrong == []


def yaml(page: Page) -> str:
    """What the page has written."""
    return page.locator("#rg-yaml").text_content() or ""


def taken(page: Page, name: str) -> str:
    """The file that the page gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载文件").click()
    assert waiting.value.suggested_filename == name
    text = Path(waiting.value.path()).read_text("utf-8")
    assert text == yaml(page)
    return text


def workshop(repository: Repository, path: str) -> Workshop:
    """A record as the reader has it."""
    texts, names, _ = disk.read_registry(repository.registry)
    found, problems = read_texts(texts, names)
    assert not [it for it in problems if it.path == path]
    return next(it for it in found.workshops if it.path == path)


def test_a_newcomer_adds_a_workshop(
    page: Page, address: str, repository: Repository, check: Check, tmp_path: Path
) -> None:
    opened(page, address)
    expect(page.locator("#rg-which")).to_have_text("新增：编号 DL0009")
    fill_in(page)
    expect(page.locator("#rg-state")).to_have_text("看不出问题，可以提交了。")
    path = "workshops/0000/DL0009.yml"
    repository.write(path, taken(page, "DL0009.yml"))
    repository.commit()
    assert check(repository) == (0, [])
    found = workshop(repository, path)
    assert (found.name, found.unit, found.industry) == (MADE_UP, NEW["unit"], "C34")
    assert found.sources[0].supports == SUPPORTS
    build_site(repository.registry, tmp_path / "site")
    shown = (tmp_path / "site/workshops/DL0009/index.html").read_text("utf-8")
    assert MADE_UP in shown and "中山区" in shown


def test_the_forge_is_opened_with_the_file_filled_in(page: Page, address: str) -> None:
    opened(page, address)
    fill_in(page)
    link = page.locator("#rg-open")
    expect(link).to_have_text("在 GitHub 上提交（已填好）")
    parts = urlsplit(link.get_attribute("href") or "")
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{GITHUB}/new/main/registry/workshops/0000"
    assert parse_qs(parts.query) == {"filename": ["DL0009.yml"], "value": [yaml(page)]}
    put(page, "summary", "字" * 300)
    for number in range(4):
        page.locator("[data-key=achievements] > button").click()
        page.locator("[data-key=achievements] .rg-item").nth(number).locator(
            "[data-key=kind] select"
        ).select_option("论文")
        page.locator("[data-key=achievements] .rg-item").nth(number).locator("[data-key=title] input").fill(
            "论" * 100
        )
    expect(link).to_have_text("复制并打开 GitHub 的新建页")
    href = link.get_attribute("href") or ""
    assert parse_qs(urlsplit(href).query) == {"filename": ["DL0009.yml"]}
    assert page.locator("#rg-paste").is_visible()


def test_a_completing_fact_leaves_all_other_lines(
    page: Page, address: str, repository: Repository, check: Check
) -> None:
    opened(page, address, "DL0001")
    expect(page.locator("#rg-state")).to_have_text("还没有改。")
    before = (repository.registry / OLD).read_text("utf-8")
    assert yaml(page) == before
    put(page, "recommender", "大连市总工会")
    expect(page.locator("#rg-explain")).to_be_hidden()
    after = taken(page, "DL0001.yml")
    assert after.replace("recommender: 大连市总工会\n", "") == before
    repository.write(OLD, after)
    repository.commit()
    assert check(repository) == (0, [])


def test_an_altered_fact_asks_for_its_correction(
    page: Page, address: str, repository: Repository, check: Check, tmp_path: Path
) -> None:
    opened(page, address, "DL0001")
    put(page, "category", "劳模")
    put(page, "name", "王建强劳模创新工作室")
    put(page, "designations.notice", "")
    put(page, "designations.date", "2023-07-14")
    texts = page.locator("#rg-explain legend:visible").all_text_contents()
    assert texts == ["说明：名称", "说明：类别", "说明：命名的日期", "说明：命名的命名通报"]
    page.get_by_role("button", name="复制").click()
    expect(page.locator("#rg-said")).to_have_text("先把上面列出的改好。")
    assert "要写明“原因”" in (page.locator("#rg-problems").text_content() or "")
    for why in page.locator("#rg-explain [data-key=why] input:visible").all():
        why.fill("抄写时看错了一行（虚构）")
    for source in page.locator("#rg-explain [data-key=source] input:visible").all():
        source.fill("命名通报原文（虚构）")
    after = taken(page, "DL0001.yml")
    repository.write(OLD, after)
    repository.commit()
    assert check(repository) == (0, [])
    found = workshop(repository, OLD)
    assert [(it.what, it.before, it.after) for it in found.corrections] == [
        ("名称", "王建强职工创新工作室", "王建强劳模创新工作室"),
        ("类别", "职工", "劳模"),
        ("命名的日期", "2023-07-13", "2023-07-14"),
        ("命名的命名通报", "naming-2023", None),
    ]
    build_site(repository.registry, tmp_path / "site")
    assert "抄写时看错了一行" in (tmp_path / "site/workshops/DL0001/index.html").read_text("utf-8")


def _of_the_new_leader(text: str) -> str:
    """The record as the gate's remedies ask for it."""
    text = text.replace("  honours:\n    - name: 市级劳模\n", "")
    text = text.replace("kind: 公开报道\n", "kind: 本人同意\n    date: 2024-05-06\n", 1)
    text = text.replace("由市级劳模王建强领衔", "由一位市级劳模创建")
    return text.replace("leader.name, leader.honours, ", "")


def test_a_new_leader_and_a_new_name_are_events(
    page: Page, address: str, repository: Repository, check: Check
) -> None:
    opened(page, address, "DL0001")
    put(page, "leader.name", "周示例")
    put(page, "name", "周示例职工创新工作室")
    for number in range(2):
        fact = page.locator("#rg-explain > fieldset").nth(number)
        fact.locator("input[value=true]").check()
        fact.locator("[data-key=date] input:visible").fill("2024-05")
        fact.locator("[data-key=source] input:visible").fill("示例公司工会文件（虚构）")
    repository.write(OLD, taken(page, "DL0001.yml"))
    repository.commit()
    code, errors = check(repository)
    assert code == 1 and {error.split()[0] for error in errors} == {
        "H461"
    }  # what is still the former leader's
    repository.write(OLD, _of_the_new_leader((repository.registry / OLD).read_text("utf-8")))
    repository.commit()
    assert check(repository) == (0, [])
    found = workshop(repository, OLD)
    assert [event.kind for event in found.events] == ["更名", "变更领衔人"]
    assert found.events[1].former_leader == "王建强"
    assert found.former_names == ("王建强职工创新工作室",)
    assert not found.corrections


def test_nothing_leaves_the_device_and_a_draft_stays(page: Page, address: str) -> None:
    asked: list[str] = []
    opened(page, address)
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    before = yaml(page)
    assert {
        url for url in asked if not url.endswith(("/workshops/rows.json", "/workshops/texts/0.json"))
    } == set()  # the list of all, for the hint
    page.reload()
    expect(page.locator("#rg-saved")).to_contain_text("草稿还在")
    assert yaml(page) == before
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="清除草稿").click()
    expect(page.locator("#rg-saved")).to_be_empty()
    expect(page.locator("#rg-state")).to_have_text("还缺 2 项必填的。")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rg-edit '))") == []


def test_a_draft_of_a_browser_that_fell_over_is_offered(page: Page, address: str) -> None:
    opened(page, address)
    put(page, "name", "周示例职工创新工作室")
    kept = page.evaluate("({ ...localStorage })")
    page.goto(f"{address}robots.txt")
    page.evaluate("kept => Object.assign(localStorage, kept)", kept)  # nobody said that it was closed
    opened(page, address)
    put(page, "name", "另一个")
    page.get_by_role("button", name="接着填“周示例职工创新工作室”").click()
    expect(box(page, "name")).to_have_value("周示例职工创新工作室")
    expect(page.locator("#rg-drafts button")).to_have_text("接着填“另一个”")


def test_a_draft_of_a_correction_keeps_its_explanation(page: Page, address: str) -> None:
    opened(page, address, "DL0001")
    put(page, "category", "劳模")
    put(page, "why", "抄错了", "#rg-explain")
    before = yaml(page)
    assert "why: 抄错了" in before
    page.reload()
    expect(page.locator("#rg-explain [data-key=why] input")).to_have_value("抄错了")
    assert yaml(page) == before


def test_personal_data_is_not_given_away(page: Page, address: str) -> None:
    opened(page, address)
    fill_in(page)
    put(page, "unit", "大连示例公司 13812345678")
    told = page.locator("#rg-form [data-key=unit] .rg-told")
    expect(told).to_contain_text("这里像是手机号（138…）")
    page.get_by_role("button", name="复制").click()
    expect(page.locator("#rg-said")).to_have_text("先把上面列出的改好。")
    expect(page.locator("#rg-problems a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#rg-form [data-key=unit] input")).to_be_focused()
    assert page.locator("#rg-form [data-key=unit] input").get_attribute("aria-invalid") == "true"


@pytest.mark.parametrize(("id_", "told"), [("DL9999", "没有编号为 DL9999 的记录"), ("../x", "不是编号")])
def test_what_cannot_be_opened_is_told(windows: Windows, address: str, id_: str, told: str) -> None:
    with windows.opened(1280) as page:
        page.goto(f"{address}edit/?id={id_}")
        expect(page.locator("#rg-failed")).to_contain_text(told)
        assert page.locator("#rg-edit").is_hidden()


def test_without_javascript_the_other_ways_are_told(windows: Windows, address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        page.goto(f"{address}edit/")
        told = page.locator(".rg-unscripted")
        assert told.is_visible() and "更正与反馈" in told.inner_text()
        assert page.locator("#rg-edit").is_hidden()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_unfolded_and_full_of_problems_it_shuts_nobody_out(
    windows: Windows, address: str, scheme: Scheme, width: int
) -> None:
    with windows.opened(width, scheme=scheme) as page:
        opened(page, address, "DL0001")
        for key in ("events", "achievements", "photos", "former_names"):
            page.locator(f"#rg-form [data-key={key}] > button").evaluate("button => button.click()")
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
        put(page, "name", "周示例职工创新工作室")
        put(page, "established", "2019.6")
        put(page, "designations.title", "")
        page.get_by_role("button", name="复制").click()
        assert page.locator("#rg-problems a").count() > 3
        page.evaluate("scrollTo(0, 0)")  # no box half below the header
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = """() => Array.from(document.querySelectorAll('#rg-edit :is(button, input, select, textarea, summary, #rg-open)'))
          .map((it) => it.closest('.rg-keys label') || it).map((it) => [it.id || it.textContent, Math.round(it.getBoundingClientRect().height)])
          .filter((it) => it[1] > 0 && it[1] < 48)"""
        assert page.evaluate(small) == []


def test_it_is_filled_by_keyboard_alone(page: Page, address: str) -> None:
    opened(page, address)
    page.locator("[data-key=name] input").first.focus()
    page.keyboard.insert_text(MADE_UP)
    for keys in ("Tab", "Tab", "ArrowDown", "ArrowDown", "Tab"):
        page.keyboard.press(keys)
    page.keyboard.insert_text("大连示例机械有限公司（虚构）")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("周示例")
    page.keyboard.press("Tab")
    assert "category: 职工\nunit: 大连示例机械有限公司（虚构）\nleader:\n  name: 周示例\n" in yaml(page)


def test_a_point_that_is_not_shown_is_not_lost(page: Page, address: str) -> None:
    """The data leaves out the coordinates of a point that the map may not show; the record keeps them."""
    text = f"{repositories.record(7, '甲')}location:\n  lon: 121.61\n  lat: 38.91  # 纬度\n  map: district\n"
    texts, names, _ = disk.read_registry(ROOT / "registry")
    found, _ = read_texts({**texts, "workshops/0000/DL0007.yml": text}, names)
    data = workshop_data(next(it for it in found.workshops if it.id == "DL0007"))
    assert data["location"] == {"map": "district"}
    page.route("**/DL0007.yml", lambda route: route.fulfill(body=text))
    page.route("**/DL0007.json", lambda route: route.fulfill(json=data))
    opened(page, address, "DL0007")
    assert yaml(page) == text
    put(page, "location.precision", "单位")
    assert "location:\n  lon: 121.61\n  lat: 38.91\n  precision: 单位\n  map: district\n" in yaml(page)


def test_a_strangers_markup_stays_text(page: Page, synthetic_address: str, synthetic_site: Path) -> None:
    opened(page, synthetic_address, "DL0201")
    assert yaml(page) == (synthetic_site / "workshops/DL0201/DL0201.yml").read_text("utf-8")
    assert page.locator("#rg-form :is(script, img, b)").count() == 0
    page.get_by_role("button", name="复制").click()
    assert page.evaluate("window.hacked === undefined")


def test_every_record_stays_as_it_is_until_it_is_changed(
    page: Page, synthetic_address: str, synthetic_folder: Path, synthetic_registry: Registry
) -> None:
    """Of 201 made-up records: the same bytes without a change; with one, every other value as it was."""
    opened(page, synthetic_address)
    ids = [it.id for it in synthetic_registry.workshops]
    made = page.evaluate(_UNCHANGED, ids)
    texts, names, _ = disk.read_registry(synthetic_folder)
    for workshop_, (same, changed) in zip(synthetic_registry.workshops, made, strict=True):
        assert same == texts[workshop_.path]
        texts[workshop_.path] = changed
    found, problems = read_texts(texts, names)
    assert problems == []
    for old, new in zip(synthetic_registry.workshops, found.workshops, strict=True):
        was, is_ = (plain(schema.WORKSHOP, it) for it in (old, new))
        assert is_ == {**was, "field": "甲：乙 #1", "members": 7, "sources": is_["sources"]}
        assert is_["sources"] == [*was["sources"], {"title": "新的来源"}]


_UNCHANGED = """async (ids) => {
  const told = await (await fetch("schema.json")).json();
  const { merge } = await import(ASSETS + "record/text.js");
  const order = told.fields.map((field) => field.key);
  const text = (value) => Array.isArray(value) ? value.map(text) : value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, text(it)])) : String(value);
  const sorted = (values) => Object.fromEntries(order.filter((key) => key in values).map((key) => [key, values[key]]));
  return Promise.all(ids.map(async (id) => {
    const place = `../workshops/${id}/${id}`;
    const original = await (await fetch(place + ".yml")).text();
    const before = sorted(text(await (await fetch(place + ".json")).json()));
    const after = sorted({ ...before, field: "甲：乙 #1", members: "7", sources: before.sources.concat([{ title: "新的来源" }]) });
    return [merge(original, before, before, order), merge(original, before, after, order)];
  }));
}""".replace("ASSETS", ASSETS)


def go(page: Page, name: str) -> None:
    """Press a button of the form."""
    page.get_by_role("button", name=name).click()


def test_the_form_goes_in_four_steps_and_says_how_each_stands(page: Page, address: str) -> None:
    opened(page, address, whole=False)
    steps = page.locator("#rg-stages button")
    assert [it.split("\n")[0] for it in steps.all_inner_texts()] == ["1 是谁", "2 命名", "3 来源", "4 核对"]
    heads = page.locator("#rg-edit .rg-stage > h2:visible")
    assert heads.all_inner_texts() == ["第 1 步　是谁"]
    assert steps.nth(0).get_attribute("aria-current") == "step"
    expect(steps.nth(0)).to_contain_text("还缺")
    put(page, "name", MADE_UP)
    put(page, "unit", NEW["unit"])
    expect(steps.nth(0)).to_contain_text("可以了")
    go(page, "下一步：命名")
    assert heads.all_inner_texts() == ["第 2 步　命名"]
    expect(page.locator("#rg-stage-2 h2")).to_be_focused()
    assert page.locator("#rg-form [data-key=name]").first.is_hidden()
    put(page, "designations.date", "2022-99")
    go(page, "下一步：来源")
    expect(steps.nth(1)).to_contain_text("处要改")
    assert page.locator("[data-key=supports] legend").first.inner_text().startswith("这条来源写到了哪些内容")
    go(page, "下一步：核对")
    assert heads.all_inner_texts() == ["第 4 步　核对和提交"]
    page.locator("#rg-problems a", has_text="日期").first.click()
    assert heads.all_inner_texts() == ["第 2 步　命名"], "a link opens the step of its box"
    expect(page.locator("#rg-stage-2 [data-key=date] input").first).to_be_focused()
    steps.nth(0).click()
    assert page.locator("#rg-form [data-key=name] input").first.input_value() == MADE_UP
    go(page, "下一步：命名")
    go(page, "上一步")
    assert heads.all_inner_texts() == ["第 1 步　是谁"]


def test_a_missing_value_is_told_at_the_last_step_and_led_to(page: Page, address: str) -> None:
    opened(page, address, whole=False)
    page.locator("#rg-stages button").nth(3).click()
    assert page.locator("#rg-problems li").count() >= 2
    page.locator("#rg-problems a", has_text="来源").first.click()
    assert page.locator("#rg-stage-3").is_visible()


def test_keys_stand_behind_a_switch_that_is_remembered(page: Page, address: str) -> None:
    opened(page, address, whole=False)
    assert page.locator(".rg-key:visible").count() == 0
    assert page.locator(".rg-stage:visible").count() == 1
    page.locator("#rg-whole").check()
    assert page.locator(".rg-key:visible").count() > 5
    assert page.locator(".rg-stage:visible").count() == 4
    page.reload()
    expect(page.locator("#rg-edit")).to_be_visible()
    assert page.locator(".rg-stage:visible").count() == 4
    page.locator("#rg-whole").uncheck()
    assert page.locator(".rg-key:visible").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_each_step_shuts_nobody_out_and_speaks_plainly(windows: Windows, address: str, width: int) -> None:
    with windows.opened(width) as page:
        opened(page, address, whole=False)
        for step in page.locator("#rg-stages button").all():
            step.click()
            assert axe.violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            shown = page.locator("main").inner_text()
            assert list(wrong_words(shown, "edit/")) == []
