"""The call of a new year: what is made of an old one, what is left to look at, what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.doors import build, disk
from generator.drafts.calls import call_id
from generator.plugin import build_site
from tests import ROOT

DAYS = ["--date", "2026.3.2", "--deadline", "2026年5月8日"]
OLD = ROOT / "registry"


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A copy of the real registry."""
    return Path(shutil.copytree(OLD, tmp_path / "registry"))


def new(registry: Path, *words: str) -> int:
    """The exit code of the command."""
    return main(["call", "new", "2026", "--from", "2019-24", *words, "--registry", str(registry)])


def test_a_call_is_made_that_passes_and_is_built(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(registry, *DAYS, "--number", "大工办发〔2026〕5号") == 0
    told = capsys.readouterr().out
    added = sorted(disk.read_folder(registry).keys() - disk.read_folder(OLD).keys())
    assert added == [
        "forms/2026/application.yml",
        "forms/2026/summary.yml",
        "notices/2026-5.md",
        "notices/2026-5.yml",
    ]
    loaded = build.load(registry)
    assert not loaded.refused
    call = loaded.registry.notice_by_id["2026-5"]
    assert (call.number, call.date.iso, call.deadline and call.deadline.iso, call.contact) == (
        "大工办发〔2026〕5号",
        "2026-03-02",
        "2026-05-08",
        (),
    )
    assert call.title == "关于推荐申报2026年大连市劳模和职工创新工作室的通知"
    text = (registry / "notices/2026-5.md").read_text("utf-8")
    assert "2019" not in text and "2026年5月8日前" in text and "> 2026年3月2日\n" in text
    assert "十六届八次全委" in told and "1980年11月" in told and "赵宏宇" not in told + text
    for path, old in disk.read_folder(OLD).items():
        assert (registry / path).read_text("utf-8") == old
    site = tmp_path / "site"
    build_site(registry, site)
    assert (site / "notices/2026-5/index.html").exists() and (
        site / "forms/2026/application/index.html"
    ).exists()
    assert list(site.glob("forms/2026/*.docx")) or list(site.rglob("*2026*.docx"))


def test_a_title_of_its_own_heads_the_text_too(registry: Path) -> None:
    title = '关于推荐2026年: #工作室"的通知'
    assert new(registry, *DAYS, "--title", title) == 0
    assert build.load(registry).registry.notice_by_id["call-2026"].title == title
    assert (registry / "notices/call-2026.md").read_text("utf-8").startswith(f"# {title}\n\n各区市县")


def test_without_a_number_its_line_is_left_out(registry: Path) -> None:
    assert new(registry, *DAYS) == 0
    assert (registry / "notices/call-2026.md").read_text("utf-8").startswith("# 关于推荐申报2026年")
    assert "number" not in (registry / "notices/call-2026.yml").read_text("utf-8")


def test_without_a_name_it_is_made_of_the_newest(registry: Path) -> None:
    assert main(["call", "new", "2026", *DAYS, "--registry", str(registry)]) == 0
    assert "各区市县" in (registry / "notices/call-2026.md").read_text("utf-8")


def test_the_first_call_of_a_city_is_made_of_a_pattern(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "new"), "--city", "沈阳", "--prefix", "SY"]) == 0
    registry = tmp_path / "new/registry"
    words = ["call", "new", "2026", *DAYS, "--number", "沈工办发〔2026〕3号", "--registry", str(registry)]
    capsys.readouterr()
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "逐条核对" in told and "notices/2026-3.yml" in told
    loaded = build.load(registry)
    assert [problem.code for problem in loaded.problems] == []
    call, own = loaded.registry.notice_by_id["2026-3"], loaded.registry.forms
    assert (call.issuer, call.title) == ("沈阳市总工会", "关于推荐申报2026年沈阳市劳模和职工创新工作室的通知")
    assert [form.title for form in own] == [
        "沈阳市劳模（职工）创新工作室申报表",
        "沈阳市劳模（职工）创新工作室推荐汇总表",
    ]
    assert not any(form.reconstructed for form in own)
    said = "".join(text for path, text in disk.read_folder(registry).items() if "2026" in path)
    assert "2019" not in said and "〔全称〕" not in said and "推定" not in said and "大连" not in said
    assert (registry / "notices/2026-3.md").read_text("utf-8").startswith("沈工办发〔2026〕3号\n\n# 关于推荐")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--date", "2026-03", "--deadline", "2026-05-08"], "写到日"),
        (["--date", "2026-05-09", "--deadline", "2026-05-08"], "截止日期要在印发以后"),
        (["--date", "2025-03-02", "--deadline", "2026-05-08"], "印发的日期要在这个年度"),
        (["--date", "2026-02-30", "--deadline", "2026-05-08"], "写到日"),
        ([*DAYS, "--from", "naming-2023"], "有的是：2019-24"),
        ([*DAYS, "--number", "大工办发〔2025〕5号"], "里要有年度 2026"),
        ([*DAYS, "--number", "5号"], "里要有年度 2026"),
    ],
)
def test_what_cannot_be_is_told(
    words: list[str], told: str, registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = disk.read_folder(registry)
    assert new(registry, *words) == 2
    err = capsys.readouterr().err
    assert told in err and "没有写任何文件" in err
    assert disk.read_folder(registry) == before


def test_a_call_that_is_there_stays(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(registry, *DAYS) == 0
    (registry / "notices/call-2026.md").write_text("# 改过的\n", encoding="utf-8")
    before = disk.read_folder(registry)
    assert new(registry, *DAYS) == 2
    assert "已经有了" in capsys.readouterr().err
    assert disk.read_folder(registry) == before


@pytest.mark.parametrize(
    ("number", "id_"),
    [
        ("大工办发〔2026〕5号", "2026-5"),
        ("大工办发[2026]05号", "2026-5"),
        ("大工办发（2026）第15号", "2026-15"),
        ("", "call-2026"),
        ("大工办发〔2026〕 第5号", "2026-5"),
        ("大工办发〔2025〕5号", ""),
        ("大工办发20265号", ""),
        ("5号", ""),
    ],
)
def test_the_id_is_that_of_the_number(number: str, id_: str) -> None:
    assert call_id(2026, number) == id_
