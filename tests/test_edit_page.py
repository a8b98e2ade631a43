"""The scripted newcomer: a record is made and corrected on the page, committed, checked against what stood, and shown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from generator import cli, files
from generator.model import Workshop
from generator.plugin import build_site
from generator.reading import read
from tests import repositories
from tests.conftest import Watched, serve
from tests.repositories import Repository

ROOT = Path(__file__).parent.parent
GITHUB = "https://github.com/example/register"
FORGE = {"edit_url": f"{GITHUB}/edit/main/registry/", "new_url": f"{GITHUB}/new/main/registry/"}
MADE_UP = "周示例职工创新工作室"
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
    build_site(model.registry, site, **FORGE)
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
        return code, [f"{it['code']} {it['message']}" for it in told if it["severity"] == "错误"]

    return run


Check = Callable[[Repository], tuple[int, list[str]]]


@pytest.fixture
def page(watched: Watched) -> Iterator[Page]:
    """A page on which nothing goes wrong."""
    yield watched.page
    assert watched.wrong == []


def opened(page: Page, address: str, id_: str = "") -> Page:
    """The page to edit, ready."""
    page.goto(f"{address}edit/{f'?id={id_}' if id_ else ''}")
    expect(page.locator("#rg-edit")).to_be_visible()
    return page


def box(page: Page, path: str, inside: str = "#rg-form") -> Locator:
    """The box of a key, `designations.title`: the first where there are several, with what folds it away unfolded."""
    found = page.locator(inside + "".join(f" [data-key={key}]" for key in path.split("."))).first
    found.evaluate(
        "box => { for (; box; box = box.parentElement) if (box.tagName === 'DETAILS') box.open = true; }"
    )
    return found.locator("input, textarea, select").first


def put(page: Page, path: str, value: str, inside: str = "#rg-form") -> None:
    """Type a value, or choose it."""
    found = box(page, path, inside)
    if found.evaluate("box => box.tagName") == "SELECT":
        found.select_option(value)
    else:
        found.fill(value)
        found.blur()


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
    texts, names, _ = files.read_registry(repository.registry)
    found, problems = read(texts, names)
    assert not [it for it in problems if it.path == path]
    return next(it for it in found.workshops if it.path == path)


NEW = {
    "name": MADE_UP,
    "category": "职工",
    "unit": "大连示例机械有限公司（虚构）",
    "leader.name": "周示例",
    "leader.basis.kind": "公开报道",
    "district": "中山区",
    "industry": "C34",
    "designations.title": "大连市职工创新工作室",
    "designations.level": "市级",
    "designations.date": "2022-07-01",
    "sources.title": "周示例职工创新工作室获市级命名（虚构）",
    "sources.publisher": "大连示例机械有限公司",
    "sources.date": "2022-07-05",
    "sources.url": "https://www.example.com/news/1.html",
}
SUPPORTS = ("name", "unit", "leader.name", "designations")


def fill_in(page: Page) -> None:
    """A made-up workshop."""
    for path, value in NEW.items():
        put(page, path, value)
    for key in SUPPORTS:
        page.locator(f"#rg-form [data-key=supports] input[value='{key}']").check()


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
    after = taken(page, "DL0001.yml")
    repository.write(OLD, after)
    repository.commit()
    assert check(repository) == (0, [])
    found = workshop(repository, OLD)
    assert [event.kind for event in found.events] == ["更名", "变更领衔人"]
    assert found.former_names == ("王建强职工创新工作室",)
    assert not found.corrections
