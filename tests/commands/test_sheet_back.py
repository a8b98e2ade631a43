"""A union's sheet from beginning to end: out, filled in by a person, partly wrong, back, checked, and back once more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli import main
from generator.doors import disk
from tests.made import repositories, synthetic
from tests.made.intake import sheets

_COUNT = 32
_WRONG = (
    ("成员人数", "三十多人"),
    ("成立时间", "2019.13"),
    ("专业方向", "电话13800138000"),
    ("领衔人·姓名", "张三、李四"),
)


@pytest.fixture
def repository(tmp_path: Path) -> repositories.Repository:
    """Made-up workshops, published on main, and a branch; one record with line ends and a mark of Windows."""
    made = repositories.Repository(tmp_path / "repository")
    disk.write(made.registry, synthetic.outputs(_COUNT))
    for path in sorted(made.registry.glob("workshops/*/*.yml"))[::7]:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    made.git("init", "-q", "-b", "main")
    made.commit()
    made.git("checkout", "-q", "-b", "sheet")
    return made


def fill(path: Path) -> tuple[set[str], list[str]]:
    """Fill in gaps as a person would; the ids of the records that are filled in rightly, the cells that are wrong."""
    opened = load_workbook(path)
    sheet, results = opened[sheets.WORKSHOPS], opened["成果"]
    heads = sheets.at(sheet)
    right, wrong, spoiled = set(), [], set()
    for row in range(3, sheet.max_row + 1):
        id_ = str(sheet.cell(row, 1).value)
        if row % 4 == 0:
            head, text = _WRONG[row // 4 % len(_WRONG)]
            sheet.cell(row, heads[head]).value = text
            wrong.append(sheet.cell(row, heads[head]).coordinate)
            spoiled.add(id_)
        elif not sheet.cell(row, heads["专业方向"]).value:
            sheet.cell(row, heads["专业方向"]).value = "起重 机械"
            right.add(id_)
    columns = sheets.at(results)
    for row in range(3, results.max_row + 1):
        if results.cell(row, 1).value and not results.cell(row, columns["序号"]).value:
            results.cell(row, columns["种类"]).value = "论文"
            results.cell(row, columns["名称"]).value = f"一篇论文{row}"
            results.cell(row, columns["年度"]).value = "2025年"
            right.add(str(results.cell(row, 1).value))
    opened.save(path)
    return right - spoiled, wrong


def test_a_unions_gaps_are_filled_in_and_read_back(
    repository: repositories.Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, where = tmp_path / "台账.xlsx", ["--registry", str(repository.registry)]
    assert main(["sheet", "--out", str(path), "--missing", *where]) == 0
    right, wrong = fill(path)
    assert right
    assert len(wrong) > 1
    capsys.readouterr()
    assert main(["import", "--dry-run", str(path), *where]) == 1
    assert repository.git("status", "--porcelain") == ""
    rehearsed = capsys.readouterr().out
    assert main(["import", str(path), *where]) == 1
    said = capsys.readouterr().out
    assert said.splitlines()[:-1] == rehearsed.splitlines()[:-1], "all is told before anything is written"
    told = re.findall(r"工作室!([A-Z]+[0-9]+): 错误", said)
    assert sorted(told) == sorted(wrong)
    changed = repository.git("diff", "--name-only").split()
    assert {Path(name).stem for name in changed} == right
    lines = repository.git("diff", "-U0", "--ignore-cr-at-eol").splitlines()
    assert not [line for line in lines if line.startswith("-") and not line.startswith("---")]
    repository.commit()
    assert main(["check", "--since", "main", *where]) == 0
    assert "0 个错误" in capsys.readouterr().out
    main(["import", str(path), *where])
    assert "改 0 份记录 0 处" in capsys.readouterr().out
    assert repository.git("status", "--porcelain") == ""
