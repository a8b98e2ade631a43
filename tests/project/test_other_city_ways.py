"""Ten records of another city by each way that makes records, its gate, its prints, its edit page: all of it Shenyang's own."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.commands import FINE, PROBLEMS
from generator.doors import build
from generator.plugin import build_site
from tests.browser.windows import Windows
from tests.conftest import serve
from tests.made import newcomer, othercity
from tests.made.othercity import OF_DALIAN, WAYS, Made

URL = "https://register.example.org/"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The register by all ways."""
    return othercity.made(tmp_path_factory.mktemp("ways"))


@pytest.fixture(scope="module")
def site(city: Made) -> Path:
    """Its site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", URL)
        build_site(city.registry, city.papers / "site")
    return city.papers / "site"


def test_each_way_makes_ten(city: Made) -> None:
    records = sorted((city.registry / "workshops/0000").glob("*.yml"))
    assert [path.stem for path in records] == [f"SY{number:04}" for number in range(1, len(records) + 1)]
    assert Counter(othercity.named(records)) == dict.fromkeys(WAYS, 10)
    loaded = build.load(city.registry)
    assert not loaded.refused, loaded.report("text")
    assert len(loaded.registry.notices) == 5 and len(loaded.registry.forms) == 2
    located = [one.id for one in loaded.registry.workshops if one.location]
    assert located == ["SY0001", "SY0002", "SY0003", "SY0004", "SY0005"]
    for notice in loaded.registry.notices:
        assert not notice.is_naming or len(notice.names) == 10, notice.id


def test_nothing_of_it_speaks_of_dalian(city: Made, site: Path) -> None:
    """Neither its site, its papers and its records, nor what the commands said."""
    assert (site / "workshops/SY0080/index.html").exists()
    assert othercity.of_dalian(city.papers, lambda name: name.startswith(("first/", "site/assets/"))) == []
    assert othercity.of_dalian(city.folder, lambda name: name.startswith(".git/")) == []
    assert [said for said in city.said if OF_DALIAN.search(said)] == []


def test_its_pages_speak_of_its_city(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    assert "沈阳市劳模和职工创新工作室名册" in home and 'data-ids="SY 4"' in home
    workshop = (site / "workshops/SY0001/index.html").read_text("utf-8")
    assert "赵示例甲劳模创新工作室" in workshop and "和平区" in workshop
    assert "沈阳市劳模（职工）创新工作室申报表" in (site / "forms/index.html").read_text("utf-8")


def test_no_empty_map_stands_on_its_pages(site: Path) -> None:
    """Its ground is a sheet of land alone, until somebody lays rivers or a coast there."""
    pages = {
        path: (site / path / "index.html").read_text("utf-8") for path in ("", "map", "workshops/SY0001")
    }
    assert not any("assets/land.svg" in page for page in pages.values())
    assert (
        "35 个只知道区域，40 个的区域待补充" in pages["map"]
    )  # no name of a district is drawn, beside which a number could stand
    assert "底图是空白的" in pages["map"] and "海岸" not in pages["map"]
    assert 'href="../../map/#SY0001">在地图上看</a>' in pages["workshops/SY0001"]


def test_it_is_built_twice_the_same(city: Made, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", URL)
    again = city.papers / "again"
    build_site(city.registry, again)
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert {
        path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()
    } == files
    shutil.rmtree(again)


def test_its_gate_keeps_what_was_published(city: Made, tmp_path: Path) -> None:
    """Ten records more in a commit of their own, one that stood renamed in it."""
    copied = Made(shutil.copytree(city.folder, tmp_path / "clone"), tmp_path, [])
    copied.repository.git("switch", "-q", "-c", "proposal")
    text = (copied.registry / "workshops/0000/SY0001.yml").read_text("utf-8")
    for number in range(10):
        new = re.sub("赵示例[甲-癸]", f"褚示例{othercity.TEN[number]}", text).replace(
            "SY0001", f"SY{81 + number:04}"
        )
        copied.repository.write(f"workshops/0000/SY{81 + number:04}.yml", new.replace("赵字第", "褚字第"))
    copied.repository.commit()
    assert copied.run("check", "--since", "main") == FINE, copied.said[-1]
    copied.repository.edit("workshops/0000/SY0011.yml", {"name: 孙示例甲劳模": "name: 孙示例新劳模"})
    copied.repository.commit()
    assert copied.run("check", "--since", "main", "--format", "json") == PROBLEMS
    told = [one for one in json.loads(copied.said[-1])["problems"] if one["severity"] == "error"]
    assert {one["code"] for one in told} == {"H411", "R343"}
    assert all(one["path"].endswith("SY0011.yml") for one in told)
    assert copied.run("diff", "main") == FINE
    assert "新增工作室 <code>SY0081</code>" in copied.said[-1]
    assert not any(OF_DALIAN.search(said) for said in copied.said)


def test_its_prints_are_its_own(city: Made, tmp_path: Path) -> None:
    city.did("edition", "2026", "--out", str(tmp_path / "名录.pdf"))
    for kind in ("证书", "铜牌", "标签"):
        city.did(
            "print",
            kind,
            "--notice",
            "naming-2026",
            "--site-url",
            URL,
            "--out",
            str(tmp_path / f"{kind}.pdf"),
        )
    assert othercity.of_dalian(tmp_path) == []
    read = {path.stem: PdfReader(io.BytesIO(path.read_bytes())) for path in tmp_path.glob("*.pdf")}
    said = {name: "".join(page.extract_text() for page in pdf.pages) for name, pdf in read.items()}
    assert "沈阳市劳模和职工创新工作室名册" in said["名录"] and "王示例甲劳模创新工作室" in said["名录"]
    assert (
        "沈阳市总工会" in said["证书"] and "沈阳市劳模创新工作室" in said["铜牌"] and "SY0071" in said["标签"]
    )


def test_an_update_leaves_its_records(city: Made) -> None:
    before = othercity.records(city)
    city.did("update")
    assert "没有要改的" in city.said[-1]
    assert othercity.records(city) == before


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where its site is served."""
    yield from serve(site)


@pytest.mark.parametrize("width", [390, 1280])
def test_its_edit_page_makes_a_record(
    width: int, windows: Windows, address: str, city: Made, tmp_path: Path
) -> None:
    copied = Made(shutil.copytree(city.folder, tmp_path / "clone"), tmp_path, [])
    with windows.opened(width, 900, still=False) as page:
        newcomer.opened(page, address)
        assert "SY0081" in (page.locator("#rg-which").text_content() or "")
        assert newcomer.box(page, "zone").is_hidden()  # the city has none
        one = othercity.workshop("褚", 4)
        for key, value in {
            **newcomer.NEW,
            "name": one["name"],
            "unit": one["unit"],
            "leader.name": one["leader"],
            "district": one["district"],
            "recommender": one["recommender"],
            "designations.title": "沈阳市职工创新工作室",
            "sources.title": "某报道（虚构）",
            "sources.publisher": "某报（虚构）",
        }.items():
            newcomer.put(page, key, value)
        for key in newcomer.SUPPORTS:
            page.locator(f"#rg-form [data-key=supports] input[value='{key}']").check()
        page.get_by_text("看不出问题，可以提交了。").wait_for()
        said = page.locator("body").inner_text()
        text = page.locator("#rg-yaml").text_content() or ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not OF_DALIAN.search(said + text), OF_DALIAN.search(said + text)
    copied.repository.git("switch", "-q", "-c", "proposal")
    copied.repository.write("workshops/0000/SY0081.yml", text)
    copied.repository.commit()
    assert copied.run("check", "--since", "main") == FINE, copied.said[-1]
