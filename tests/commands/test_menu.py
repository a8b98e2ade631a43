"""The menu: a number runs a command, and the menu comes back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator import cli
from generator.commands import menu
from tests import ROOT
from tests.made import terminal
from tests.made.intake import builders

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a terminal of Unix")


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A copy of the real registry, which no git knows: as it comes in the forge's zip."""
    return Path(shutil.copytree(ROOT / "registry", tmp_path / "名册" / "registry"))


def typed(registry: Path, *lines: str) -> tuple[int, str]:
    """What the menu says when this is typed, and its exit code."""
    said = "".join(f"{line}\n" for line in lines) + "\x04"
    done = terminal.run_in_terminal(["menu", "--registry", str(registry)], said)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_check_and_out(registry: Path) -> None:
    code, out = typed(registry, "9", "１", "0")
    assert code == 0
    assert "没有这一项" in out
    assert "7 条记录，0 个错误" in out
    assert out.count("要做什么？") == 2


def test_what_can_be_mended_is_mended_when_it_is_wanted(registry: Path) -> None:
    record = registry / "workshops/0000/DL0001.yml"
    good = record.read_text("utf-8")
    record.write_text(good.replace("members: 15", "members： 15"), encoding="utf-8")
    _, out = typed(registry, "1", "n", "0")
    assert "可以自动改好" in out and "改好了" not in out
    _, out = typed(registry, "1", "", "0")
    assert "改好了" in out and out.rstrip().endswith("0  退出\n>") and "0 个错误" in out
    record.write_text(good.replace("members: 15", "members: 十五"), encoding="utf-8")
    _, out = typed(registry, "1", "", "0")
    assert "没有能自动改的" in out and "改好了" not in out
    record.write_text(good, encoding="utf-8")
    assert record.read_text("utf-8") == good


def test_a_form_is_read_in_after_it_was_told(registry: Path, tmp_path: Path) -> None:
    form = tmp_path / "申报 表.docx"
    form.write_bytes(builders.application())
    draft = registry / "workshops/0000/DL0008.yml"
    _, out = typed(registry, "4", f'"{form}"', "n", "4", "", "0")
    assert f"要写草稿 {draft.as_posix()}" in out and "没有写任何文件" in out and not draft.exists()
    _, out = typed(registry, "4", str(form), "", "0")
    assert f"写好了草稿 {draft.as_posix()}" in out and draft.exists()


def test_nothing_is_asked_of_files_that_cannot_be_read(registry: Path, tmp_path: Path) -> None:
    _, out = typed(registry, "4", str(tmp_path / "no.xlsx"), "0")
    assert "没有这个文件" in out and "没有写任何文件" in out and "照上面说的写进名册吗" not in out


def test_a_new_record_may_be_given_up(registry: Path) -> None:
    before = sorted(registry.rglob("*"))
    code, out = typed(registry, "3", "甲职工创新工作室", "\x04")
    assert code == 0
    assert "没有写任何文件" in out
    assert sorted(registry.rglob("*")) == before


def test_the_site_is_packed(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(menu, "_SITE", tmp_path / "site")
    monkeypatch.setattr(menu, "_PACKED", tmp_path / "a.zip")
    menu.STEPS["5"][1](lambda words: cli.main([*words, "--registry", str(registry)]), cli.main)
    assert (tmp_path / "a.zip").exists()
    assert "写好了" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "files"),
    [
        ("", []),
        ("a.docx", ["a.docx"]),
        ('"C:\\表 1.docx" "D:\\2.xlsx"', ["C:\\表 1.docx", "D:\\2.xlsx"]),
        ("'/home/表 1.docx' /home/2.xlsx ", ["/home/表 1.docx", "/home/2.xlsx"]),
        ("/home/表\\ 1.docx", ["/home/表 1.docx"]),
    ],
)
def test_files_dropped_on_the_window(line: str, files: list[str]) -> None:
    assert menu._dropped(line) == files


def test_without_a_terminal_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert cli.main(["menu"]) == 2
    assert capsys.readouterr().err.endswith("。\n")
