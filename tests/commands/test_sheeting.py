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


def test_a_register_without_records_gives_an_empty_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a new city begins: a row that is filled in is a new workshop."""
    assert main(["init", str(tmp_path / "new"), "--city", "沈阳", "--prefix", "SY"]) == 0
    registry, target = tmp_path / "new/registry", tmp_path / "台账.xlsx"
    assert main(["sheet", "--registry", str(registry), "--out", str(target)]) == 0
    assert ids(target) == [] and "名册里还没有工作室" in capsys.readouterr().out
    assert main(["sheet", "--registry", str(registry), "--out", str(tmp_path / "2.xlsx"), "--missing"]) == 2
    book = load_workbook(target)
    for sheet, told in {
        "工作室": {"名称": "李四职工创新工作室", "类型": "工作室", "所在单位": "沈阳示例（虚构）厂"},
        "来源": {"工作室": "李四职工创新工作室", "标题": "某报道（虚构）", "这条来源写到了哪些内容": "名称"},
    }.items():
        heads = {cell.value: column for column, cell in enumerate(book[sheet][1], 1)}
        for head, text in told.items():
            book[sheet].cell(FIRST + 1, heads[head]).value = text
    book.save(target)
    assert main(["import", str(target), "--registry", str(registry)]) == 0
    assert (registry / "workshops/0000/SY0001.yml").exists()


def test_a_table_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "台账.xlsx"
    target.write_bytes(b"filled in by somebody")
    assert main(["sheet", "--out", str(target)]) == 2
    assert target.read_bytes() == b"filled in by somebody"
    assert "已经有了" in capsys.readouterr().err
    assert main(["sheet", "--out", str(tmp_path / "台账.xls")]) == 2
