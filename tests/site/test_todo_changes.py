"""What is missing and for whom; what changed on which day."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.forms.sheets import page as sheet_page
from generator.model.changelog import NONE
from generator.model.gaps import gaps
from generator.model.workshop import Workshop
from tests.made import miniature, samples

FIRST = miniature.registry().workshops[0]
ALL = ("区域", "位置", "行业", "推荐工会", "近两年的成果", "命名", "命名文件（只有公开报道）")


def complete() -> Workshop:
    """A record that lacks nothing on the sample's day."""
    recent = replace(FIRST.achievements[0], year=FIRST.achievements[0].year._replace(year=2025))  # type: ignore[union-attr]
    return replace(FIRST, achievements=(recent,))


def test_a_whole_record_lacks_nothing() -> None:
    assert gaps(complete(), samples.TODAY) == ()


@pytest.mark.parametrize(
    ("key", "value", "lacks"),
    [
        ("district", None, "区域"),
        ("location", None, "位置"),
        ("industry", None, "行业"),
        ("recommender", None, "推荐工会"),
        ("achievements", (), "近两年的成果"),
        ("achievements", FIRST.achievements, "近两年的成果"),
        ("designations", FIRST.designations[1:], "命名文件（只有公开报道）"),
        ("designations", (), "命名"),
    ],
)
def test_each_gap_is_told(key: str, value: Any, lacks: str) -> None:
    assert gaps(replace(complete(), **{key: value}), samples.TODAY) == (lacks,)


def test_two_years_are_counted_from_the_day_of_the_build() -> None:
    assert gaps(complete(), date(2027, 12, 31)) == ()
    assert gaps(complete(), date(2028, 1, 1)) == ("近两年的成果",)


def test_a_workshop_that_is_no_more_lacks_nothing() -> None:
    gone = replace(complete(), district=None, events=(replace(FIRST.events[0], kind="撤销"),))
    assert gaps(gone, samples.TODAY) == ()


def test_each_union_gets_its_lines_with_a_way_to_mend_them() -> None:
    made = {
        output.path: output.content.decode("utf-8-sig")
        for output in miniature.outputs()
        if output.path.startswith("todo/") and not output.path.endswith(".xlsx")
    }
    tables = {
        path: list(csv.DictReader(io.StringIO(text))) for path, text in made.items() if path.endswith(".csv")
    }
    assert "todo/unknown/todo.csv" in tables
    lines = [line for table in tables.values() for line in table]
    expected = {item.id for item in miniature.registry().workshops if gaps(item, samples.TODAY)}
    assert sorted(line["编号"] for line in lines) == sorted(expected)
    for line in lines:
        assert line["修改网址"] == f"https://register.example/edit/?id={line['编号']}"
        assert set(line["缺什么"].split("；")) <= set(ALL)
    assert "吴山劳模创新工作室" in made["todo/index.html"], "named, without a record"


def test_a_name_without_a_record_is_told() -> None:
    texts = miniature.texts()
    texts[samples.NAMING] = texts[samples.NAMING].replace(
        "  - 周海职工创新工作室\n", "  - 周海职工创新工作室\n  - 郑新职工创新工作室\n"
    )
    made = {
        output.path: output.content.decode()
        for output in miniature.outputs(held=texts)
        if output.path.endswith("l")
    }
    assert "郑新职工创新工作室" in made["todo/index.html"]
    page = made["notices/naming-2023/index.html"]
    assert "郑新职工创新工作室（未建档）" in page
    assert "未建档的 2 个" in page


def test_records_without_a_designation_are_not_counted_and_not_denied() -> None:
    """A notice that lists no names, and a record that may be one of those it named: neither says what is not known."""
    texts = miniature.texts()
    listed = "names:\n  - 周海职工创新工作室\n  - 吴山劳模创新工作室\n"
    texts[samples.NAMING] = texts[samples.NAMING].replace(listed, "")
    record, rest = texts[samples.RECORD].split("designations:\n")
    texts[samples.RECORD] = (
        record + "sources:\n" + rest.split("sources:\n")[1].replace("designations.2, summary", "field")
    )
    made = {
        output.path: output.content.decode()
        for output in miniature.outputs(held=texts)
        if output.path.endswith((".html", ".csv"))
    }
    assert "0/3</strong> 通报命名 3 个，名册里写明由它命名的有 0 个" in made["notices/naming-2023/index.html"]
    assert "名册里还没有写它的命名，不知道是否命名过" in made["v/DL0001/index.html"]
    assert "命名待补充" in made["workshops/DL0001/index.html"]
    assert ",命名待补充" in made["data/workshops.csv"]
    for path, text in made.items():
        assert "没有命名" not in text.replace("没有命名文件", "").replace("还没有命名有效", ""), path
    todo = made["todo/zhongshanquzonggonghui/index.html"]
    assert "命名、近两年的成果" in todo or ("、命名" in todo and "只有公开报道" not in todo)


def page(**told: Any) -> str:
    """The page of changes."""
    made = {output.path: output.content for output in miniature.outputs(**told)}
    return made["changes/index.html"].decode()


def test_changes_by_day() -> None:
    text = page()
    days = [part.partition("</h2>")[0] for part in text.split('<h2 class="rg-meta" id=')[1:]]
    assert [day[1:11] for day in days] == ["2026-02-28", "2025-05-06", "2024-01-02"]
    assert "修改 1 个工作室" in days[0]
    last = text.split('id="2024-01-02"')[1]
    assert "新收录 2 个工作室、 1 份通知" in last
    assert "更正 1 处" in last


def test_without_git_only_corrections_are_told() -> None:
    text = page(changelog=NONE)
    assert "这里只列出记录里写明的更正" in text
    assert "新收录：" not in text


def test_each_union_that_lacks_anything_gets_a_sheet_of_just_that() -> None:
    made = {output.path: output.content for output in miniature.outputs() if output.path.startswith("todo/")}
    for path in (path for path in made if path.endswith("todo.csv")):
        rows = list(csv.DictReader(io.StringIO(made[path].decode("utf-8-sig"))))
        sheet = load_workbook(io.BytesIO(made[path.replace(".csv", ".xlsx")]))["工作室"]
        ids = [row[0] for row in sheet.iter_rows(min_row=sheet_page.FIRST + 1, max_col=1, values_only=True)]
        assert ids == [row["编号"] for row in rows]
        page = made[f"{path.removesuffix('todo.csv')}index.html"].decode()
        assert "todo.xlsx" in page
