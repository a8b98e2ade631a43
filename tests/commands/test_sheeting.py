"""The sheet command: which workshops it takes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli import main
from generator.forms.sheets.page import FIRST


def ids(path: Path) -> list[str]:
    """The ids in a table."""
    sheet = load_workbook(path)["工作室"]
    return [str(row[0]) for row in sheet.iter_rows(min_row=FIRST + 1, max_col=1, values_only=True) if row[0]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], 7),
        (["dl1", "ＤＬ０００６"], 2),
        (["--district", "西岗区"], 1),
        (["--missing"], 7),
        (["--missing", "DL0002"], 1),
    ],
)
def test_it_takes_those_that_are_asked_for(words: list[str], found: int, tmp_path: Path) -> None:
    target = tmp_path / "台账.xlsx"
    assert main(["sheet", "--out", str(target), *words]) == 0
    assert len(ids(target)) == found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--district", "西港区"], "是不是“西岗区”"),
        (["--recommender", "没有这个工会"], "没有工作室的推荐工会是"),
        (["DL0099"], "没有编号是 DL0099"),
    ],
)
def test_what_nobody_has_is_told(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "台账.xlsx"
    assert main(["sheet", "--out", str(target), *words]) == 2
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_a_table_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"filled in by somebody")
    assert main(["sheet", "--out", str(target)]) == 2
    assert target.read_bytes() == b"filled in by somebody"
    assert "已经有了" in capsys.readouterr().err
    assert main(["sheet", "--out", str(tmp_path / "台账.xls")]) == 2
