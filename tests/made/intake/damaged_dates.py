"""Dates and numbers as Excel and people change them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

from tests.made.intake import builders

Sent = dict[str, bytes]
NAME = "汇总表.xlsx"
_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"


def _rows(label: str, values: Iterable[Any]) -> list[dict[str, Any]]:
    return [
        {**builders.ROW, "工作室名称": f"赵{_STEMS[n]}职工创新工作室", "领衔人": f"赵{_STEMS[n]}", "所在单位": f"大连{_STEMS[n]}公司", label: value}
        for n, value in enumerate(values)
    ]  # fmt: skip


def _dated(values: Iterable[tuple[Any, str]]) -> bytes:
    """成立时间 with values and their formats."""
    held = list(values)

    def change(sheet: Any) -> None:
        column = builders.column(sheet, "成立时间")
        for row, (_, shown) in enumerate(held, start=1):
            sheet.cell(builders.header(sheet) + row, column).number_format = shown

    return builders.summary(_rows("成立时间", (value for value, _ in held)), change)


def year_in_a_date_cell() -> Sent:
    """2016, 2019 and 5 typed into cells that are dates: Excel keeps days of 1905 and of 1900."""
    shown = "yyyy-mm-dd"
    return {NAME: _dated([(2016, shown), (2019, 'yyyy"年"m"月"'), (5, shown), (datetime(1905, 7, 8), shown)])}


def month_and_day_typed() -> Sent:
    """19-8 and 8月19日 typed: Excel adds its own year and does not show it."""
    return {
        NAME: _dated(
            [
                (datetime(2026, 8, 19), "d-mmm"),
                (datetime(2026, 8, 19), 'm"月"d"日"'),
                (datetime(2025, 8, 1), "mmm-yy"),
                (datetime(2016, 8, 1), '[$-804]yyyy"年"m"月"'),
            ]
        )
    }


def serial_numbers() -> Sent:
    """A date's number in a cell that is a number, text, or of a Chinese format that only Chinese Excel knows by its number."""
    content = _dated(
        [(42491, "General"), ("42491", "@"), (42491, "0.00"), (42491, "#,##0"), (42491, "#,##0.00")]
    )
    parts = builders.parts(content)
    styles = (
        parts["xl/styles.xml"]
        .replace(b'numFmtId="3"', b'numFmtId="57"')
        .replace(b'numFmtId="4"', b'numFmtId="58"')
    )
    return {NAME: builders.with_parts(content, {"xl/styles.xml": styles})}


def of_1904() -> Sent:
    """A workbook of the old Macintosh counts its days from 1904."""
    content = _dated([(datetime(2016, 5, 1), "yyyy-mm-dd")])
    book = load_workbook(io.BytesIO(content))
    book.epoch = datetime(1904, 1, 1)
    return {NAME: builders.saved(book)}


def written() -> Sent:
    """Dates as words: each is read, or told."""
    values = ["2016.5", "2016.05", "201605", "2016年05月份", "二〇一六年五月", "一九九八年十二月", "2016/5/1", "2016。5", "16年5月", "2016年初",
              "2016-13", "二零一六年", "2016年5月-2018年6月", "May-16", "2016—05", "約2016年"]  # fmt: skip
    return {NAME: builders.summary(_rows("成立时间", values))}


def counts() -> Sent:
    """Members as people write them."""
    values = ["15人", "15名", "十五人", "约15人", "15 人", "共15人", "二十三", "一百零五名", "15余人", "15-20", "十几人", "１５", "15位", "两人",
              "12人（其中党员3人）", 15.0]  # fmt: skip
    return {NAME: builders.summary(_rows("成员人数", values))}


def day_on_the_form() -> Sent:
    """The date on an application in characters."""
    return {"申报表.docx": builders.application(date="二〇一九年七月一日")}
