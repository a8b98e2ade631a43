"""Summary tables as people damage them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.made.intake import builders

Sent = dict[str, bytes]
NAME = "汇总表.xlsx"


def _one(content: bytes) -> Sent:
    return {NAME: content}


def good() -> Sent:
    """Two rows, a blank one between."""
    return _one(
        builders.summary(
            [
                builders.ROW,
                {},
                {**builders.ROW, "工作室名称": "吴示例劳模创新工作室", "类别": "劳模", "领衔人": "吴示例"},
            ]
        )
    )


def blank() -> Sent:
    """The table was sent without a word in it."""
    return _one(builders.summary([]))


def columns_moved() -> Sent:
    """Another order, other words for the labels, a column more, three rows more above."""

    def change(sheet: Any) -> None:
        sheet.insert_rows(1, 3)
        sheet.insert_cols(3)
        top = builders.header(sheet)
        sheet.cell(top, 3).value = "联系电话"
        sheet.cell(top + 1, 3).value = "13800138000"
        sheet.cell(top, builders.column(sheet, "领衔人")).value = "领 军 人"
        sheet.cell(top, builders.column(sheet, "所在单位")).value = "单位名称："
        one, other = builders.column(sheet, "学历"), builders.column(sheet, "技术等级")
        for row in sheet.iter_rows(min_row=top, max_row=top + 1):
            row[one - 1].value, row[other - 1].value = row[other - 1].value, row[one - 1].value

    return _one(builders.summary(change=change))


def column_lost() -> Sent:
    """学历 was deleted, 行业 got a name that nobody knows."""

    def change(sheet: Any) -> None:
        sheet.delete_cols(builders.column(sheet, "学历"))
        sheet.cell(builders.header(sheet), builders.column(sheet, "所属行业")).value = "干什么的"

    return _one(builders.summary(change=change))


def numbers_and_dates() -> Sent:
    """Real dates with and without a day, a date as text, numbers, a number that has lost its last 0, a serial number."""
    values: list[Any] = [
        datetime(2016, 5, 1), date(2016, 5, 20), "1980年11月", 2016, 2016.1, 42491, "２０１６．５", 20160520, "十年前",
    ]  # fmt: skip
    rows = [{**builders.ROW, "工作室名称": f"周{'甲乙丙丁戊己庚辛壬'[n]}职工创新工作室", "领衔人": f"周{'甲乙丙丁戊己庚辛壬'[n]}", "成立时间": value, "成员人数": 15}
            for n, value in enumerate(values)]  # fmt: skip

    def change(sheet: Any) -> None:
        column = builders.column(sheet, "成立时间")
        for row, shown in (
            (1, 'yyyy"年"m"月"'),
            (2, "yyyy-mm-dd"),
            (4, "General"),
            (5, "General"),
            (6, "General"),
        ):
            sheet.cell(builders.header(sheet) + row, column).number_format = shown
        sheet.cell(builders.header(sheet) + 9, builders.column(sheet, "成员人数")).value = "约15人"

    return _one(builders.summary(rows, change))


def breaks_in_names() -> Sent:
    """Names broken by Alt+Enter, a Latin name among them."""
    return _one(
        builders.summary(
            [{**builders.ROW, "工作室名称": "周示例\n职工创新\n工作室", "所在单位": "大连示例\nABC\nDEF公司"}]
        )
    )


def cells_merged() -> Sent:
    """One union for three rows, merged; also over two rows that were left empty, and a note merged over the whole width."""

    def change(sheet: Any) -> None:
        top, union = builders.header(sheet), builders.column(sheet, "推荐单位")
        sheet.merge_cells(start_row=top + 1, end_row=top + 5, start_column=union, end_column=union)
        sheet.merge_cells(start_row=top + 6, end_row=top + 7, start_column=1, end_column=15)
        sheet.cell(top + 6, 1).value = "说明：以上由推荐单位填写。"

    names = ("甲职工创新工作室", "乙职工创新工作室", "丙职工创新工作室")
    rows = [{**builders.ROW, "工作室名称": name, "领衔人": name[0], "推荐单位": None} for name in names]
    return _one(builders.summary([{**rows[0], "推荐单位": "中山区总工会"}, *rows[1:]], change))


def formulas() -> Sent:
    """A formula without a result, and #N/A."""
    return _one(builders.summary([{**builders.ROW, "学历": '="大学"&"本科"', "技术等级": "#N/A"}]))


def column_twice() -> Sent:
    """Two columns for the unit: once the same, once another."""

    def change(sheet: Any) -> None:
        top, column = builders.header(sheet), builders.column(sheet, "备注")
        for row, text in enumerate(("单位", "大连示例机械有限公司", "大连另一公司")):
            sheet.cell(top + row, column).value = text

    return _one(
        builders.summary(
            [builders.ROW, {**builders.ROW, "工作室名称": "吴示例职工创新工作室", "领衔人": "吴示例"}], change
        )
    )


def words_unknown() -> Sent:
    """Words that the lists do not have, that they have under another name, that mean two codes, that contradict the name."""
    return _one(
        builders.summary(
            [
                {**builders.ROW, "所属区域": "中山", "所属行业": "通用设备制造", "推荐单位": "中山区工会"},
                {**builders.ROW, "工作室名称": "甲职工创新工作室", "领衔人": "甲", "所属区域": "普兰店市", "所属行业": "其他采矿业"},
                {**builders.ROW, "工作室名称": "乙职工创新工作室", "领衔人": "乙", "类别": "劳模", "所属区域": "高新区、甘井子区", "所属行业": "教育"},
                {**builders.ROW, "工作室名称": "丙职工创新工作室", "领衔人": "丙", "层次": "市级", "所属行业": "C34 专用设备制造业"},
                {**builders.ROW, "工作室名称": "丁劳模创新工作室", "领衔人": "丁", "类别": "劳模",
                 "领衔人荣誉": "2018年大连市劳动模范、辽宁省五一劳动奖章（2020）、先进个人"},
            ]
        )
    )  # fmt: skip


def no_name() -> Sent:
    """A row without a name, a note, a signature and a repeated header below the table."""

    def change(sheet: Any) -> None:
        top = builders.header(sheet)
        sheet.cell(top + 3, 2).value = "填表人：周某 联系电话 13800138000"
        sheet.cell(top + 4, 2).value = "注：此表由推荐单位填写。"
        for column in range(1, 16):
            sheet.cell(top + 5, column).value = sheet.cell(top, column).value

    return _one(builders.summary([builders.ROW, {**builders.ROW, "工作室名称": None}], change))


def head_filled() -> Sent:
    """The recommending union and the day above the table, the day in the next cell."""

    def change(sheet: Any) -> None:
        for row in sheet.iter_rows(max_row=builders.header(sheet) - 1):
            for item in row:
                if str(item.value).startswith("推荐单位"):
                    item.value = "推荐单位（盖章）：中山区总工会"
                elif str(item.value).startswith("填表日期"):
                    item.value = "填表日期：2019 年 8 月 1 日"

    return _one(builders.summary([{**builders.ROW, "推荐单位": None}], change))


def sheets_and_hiding() -> Sent:
    """Two sheets to read, a hidden one with other rows, one without the labels."""
    book = load_workbook(io.BytesIO(builders.summary()))
    second = book.copy_worksheet(book.worksheets[0])
    second.title = "续表"
    second.cell(builders.header(second) + 1, 2).value = "吴示例职工创新工作室"
    hidden = book.copy_worksheet(book.worksheets[0])
    hidden.title, hidden.sheet_state = "旧的", "hidden"
    book.create_sheet("说明").append(["怎样填写"])
    return _one(builders.saved(book))


def points() -> Sent:
    """Coordinates of 高德, one without its other half, one in degrees and minutes."""

    def change(sheet: Any) -> None:
        top = builders.header(sheet)
        for row, (lon, lat) in enumerate(
            (("经度", "纬度"), (121.654993, "38.920826"), ("121.65", None), ("121°39′", "38°55′"))
        ):
            sheet.cell(top + row, 16).value, sheet.cell(top + row, 17).value = lon, lat

    names = ("甲职工创新工作室", "乙职工创新工作室", "丙职工创新工作室")
    return _one(
        builders.summary([{**builders.ROW, "工作室名称": name, "领衔人": name[0]} for name in names], change)
    )


def header_too_low() -> Sent:
    """The labels begin in row 24."""
    return _one(builders.summary(change=lambda sheet: sheet.insert_rows(1, 20)))


def another_table() -> Sent:
    """Some other Excel file."""
    book = Workbook()
    book.worksheets[0].append(["日期", "金额"])
    return _one(builders.saved(book))


def personal_columns() -> Sent:
    """Somebody added the birth date and the identity number: neither is read nor told."""

    def change(sheet: Any) -> None:
        top = builders.header(sheet)
        for column, (label, text) in enumerate(
            (("出生年月", "1980年11月"), ("身份证号", "210202198011010000")), start=16
        ):
            sheet.cell(top, column).value, sheet.cell(top + 1, column).value = label, text

    return _one(builders.summary(change=change))


def values_in_the_wrong_column() -> Sent:
    """Everything slid one column to the right: a date and a number stand where names should be."""
    shifted = {"所在单位": "职工", "领衔人": "区市县级", "学历": "1980年11月", "成员人数": "高级技师"}
    return _one(builders.summary([{**builders.ROW, **shifted}]))


def far_cell() -> Sent:
    """A cell in the last row and column that Excel has, and a row beyond it."""
    content = builders.summary()
    name = "xl/worksheets/sheet1.xml"
    far = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row><row r="99999999999"/>'
    )
    text = builders.parts(content)[name].replace(b"</sheetData>", far + b"</sheetData>")
    return _one(builders.with_parts(content, {name: text}))


def macros() -> Sent:
    """A workbook with macros: read, the macros left alone."""
    return {"汇总表.xlsm": builders.with_parts(builders.summary(), {"xl/vbaProject.bin": b""})}
