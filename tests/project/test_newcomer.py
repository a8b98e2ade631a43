"""Somebody who knows neither YAML nor git's history: by `new` and by `import` to a record that the gate lets pass and the site shows."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import cli
from generator.doors import build
from generator.plugin import build_site
from tests import ROOT
from tests.made import repositories, terminal
from tests.made.intake import builders
from tests.made.repositories import Repository

NAME = "周示例职工创新工作室"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A clone of the real register, on a branch of the newcomer's own."""
    top = tmp_path / "register"
    top.mkdir()
    shutil.copytree(ROOT / "registry", top / repositories.FOLDER)
    repository = Repository(top)
    repository.git("init", "-q", "-b", "main")
    repository.commit()
    repository.git("checkout", "-q", "-b", "mine")
    return repository


def _passes_and_is_shown(
    repository: Repository, site: Path, capsys: pytest.CaptureFixture[str], warnings: int = 0
) -> str:
    """Commit what lies there, ask the gate, build the site; the page of the record that came."""
    known = len(list((ROOT / "registry/workshops").rglob("*.yml")))
    repository.commit()
    capsys.readouterr()
    words = ["--registry", str(repository.registry), "--since", "main"]
    assert cli.main(["check", *words]) == 0
    assert capsys.readouterr().out.endswith(f"{known + 1} 条记录，0 个错误，{warnings} 个警告\n")
    words = ["--registry", str(repository.registry), "main"]
    assert cli.main(["diff", *words]) == 0
    assert f"新增工作室 <code>DL{known + 1:04}</code>" in capsys.readouterr().out
    told = build_site(repository.registry, site)
    assert f"{known + 1} 个工作室" in told
    assert NAME in (site / "workshops/index.html").read_text("utf-8")
    assert NAME in (site / f"v/DL{known + 1:04}/index.html").read_text("utf-8")
    return (site / f"workshops/DL{known + 1:04}/index.html").read_text("utf-8")


def _consented(draft: str) -> str:
    """What the draft's own comment says is to be done when the leader has consented."""
    lines = [line for line in draft.split("\n") if not line.startswith(("# 领衔人先写成", "# 再删去下面"))]
    text = "\n".join(
        line.removeprefix("# ") if line.startswith(("# leader", "#   ")) else line for line in lines
    )
    text = re.sub(r"date: （本人同意的日期[^）]*）", "date: 2024-05-06", text)
    return text.replace("unit, summary]", "unit, summary, leader]")


def test_by_import(repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sent = tmp_path / "申报表.docx"
    sent.write_bytes(builders.application())
    assert cli.main(["import", str(sent), "--registry", str(repository.registry)]) == 0
    draft = repository.registry / "workshops/0000/DL0008.yml"
    words = ["--registry", str(repository.registry), "--since", "main"]
    assert cli.main(["check", *words]) == 1  # nobody's consent is known yet
    draft.write_text(_consented(draft.read_text("utf-8")), encoding="utf-8")
    page = _passes_and_is_shown(repository, tmp_path / "site", capsys, warnings=1)  # not named yet
    assert [head.text().strip() for head in LexborHTMLParser(page).css("h1")] == [NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_by_new(repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = [
        NAME, "大连示例机械有限公司", "周示例", "公开报道", "大连市劳动模范", "2018", "", "中山区", "",
        "通用设备", "C34", "机床维修", "中山区总工会", "2019-06", "大连市职工创新工作室", "", "", "2023-07-13",
        f"{NAME}获市级命名", "大连示例机械有限公司", "2023-07-20", "https://www.example.com/1.html", "全部", "",
    ]  # fmt: skip
    done = terminal.run_in_terminal(
        ["new", "--registry", str(repository.registry)], "".join(f"{text}\n" for text in said) + "\x04"
    )
    assert (done.returncode, done.stderr) == (0, ""), done
    assert "它已经通过检查" in done.stdout
    page = _passes_and_is_shown(repository, tmp_path / "site", capsys)
    shown = LexborHTMLParser(page).text()
    told = build.load(repository.registry).registry.workshops[-1]
    (named,) = told.designations
    assert (named.level, named.date and named.date.iso) == ("市级", "2023-07-13")
    assert (told.name, told.industry, told.established and told.established.iso) == (NAME, "C34", "2019-06")
    for words in (
        "大连示例机械有限公司",
        "周示例",
        "大连市劳动模范",
        "中山区",
        "通用设备制造业",
        "机床维修",
        str(named.date and named.date.chinese),
    ):
        assert words in shown, words
