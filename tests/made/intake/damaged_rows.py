"""Rows and columns that say something else than they seem to: swapped, sorted alone, repeated, hidden, struck out, summed."""

from __future__ import annotations

import io
import re
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.made.intake import builders

Sent = dict[str, bytes]
NAME = "汇总表.xlsx"
_LEADERS = ("周示例", "吴示范", "郑样本", "王试用", "冯举例", "陈参考")


def _rows(count: int = 6, **others: Any) -> list[dict[str, Any]]:
    return [
        {**builders.ROW, "工作室名称": f"{name}职工创新工作室", "领衔人": name, "所在单位": f"大连{name[0]}氏机械有限公司", **others}
        for name in _LEADERS[:count]
    ]  # fmt: skip


def _column_of(rows: list[dict[str, Any]], label: str, texts: list[Any]) -> list[dict[str, Any]]:
    return [{**row, label: text} for row, text in zip(rows, texts, strict=True)]


def unit_and_leader_swapped() -> Sent:
    """The two columns changed places in every row."""
    rows = [{**row, "所在单位": row["领衔人"], "领衔人": row["所在单位"]} for row in _rows()]
    return {NAME: builders.summary(rows)}


def name_and_unit_swapped() -> Sent:
    """The same with the names and the units, in some rows."""
    rows = [
        {**row, "所在单位": row["工作室名称"], "工作室名称": row["所在单位"]} if n % 2 else row
        for n, row in enumerate(_rows(4))
    ]
    return {NAME: builders.summary(rows)}


def leaders_sorted_alone() -> Sent:
    """Somebody sorted the column of the leaders and not the table."""
    rows = _rows()
    return {NAME: builders.summary(_column_of(rows, "领衔人", sorted(row["领衔人"] for row in rows)))}


def leader_of_another_name() -> Sent:
    """One leader's name is not the one in the workshop's name; another workshop is called by no person."""
    rows = _rows(3)
    rows[1]["领衔人"] = "钱另外"
    rows[2] |= {"工作室名称": "振兴职工创新工作室", "领衔人": "孙乙"}
    return {NAME: builders.summary(rows)}


def same_as_above() -> Sent:
    """同上, 〃 and their like; in the first row there is nothing above."""
    rows = _rows(5)
    for row, word in zip(rows, ("同上", "〃", "同上", "″", '"'), strict=True):
        row |= {"推荐单位": word, "学历": "大学本科" if word == "同上" and row is rows[0] else word}
    rows[4] |= {"所在单位": "同　上", "所属区域": "同前", "成员人数": "同上"}
    return {NAME: builders.summary(rows)}


def same_as_what() -> Sent:
    """同上 below an empty cell, and in an application, where nothing is above."""
    rows = _rows(2)
    rows[0]["学历"], rows[1]["学历"] = None, "同上"
    return {NAME: builders.summary(rows), "申报表.docx": builders.application(education="同上", grade="〃")}


def rows_hidden() -> Sent:
    """A filter hides two rows; somebody hid a column."""

    def change(sheet: Any) -> None:
        top = builders.header(sheet)
        sheet.auto_filter.ref = f"A{top}:O{top + 6}"
        for row in (2, 5):
            sheet.row_dimensions[top + row].hidden = True
        sheet.column_dimensions["I"].hidden = True

    return {NAME: builders.summary(_rows(), change)}


def sheet_hidden() -> Sent:
    """A hidden sheet has the table too, another is hidden so that only a program can show it."""
    book = load_workbook(io.BytesIO(builders.summary(_rows(1))))
    older, oldest = (book.copy_worksheet(book.worksheets[0]) for _ in range(2))
    older.title, older.sheet_state = "旧的", "hidden"
    oldest.title, oldest.sheet_state = "更旧的", "veryHidden"
    return {NAME: builders.saved(book)}


def rows_struck_out() -> Sent:
    """A row is struck out, a cell of another, and a word in a cell with its correction."""

    def change(sheet: Any) -> None:
        top = builders.header(sheet)
        for column in range(1, 16):
            sheet.cell(top + 2, column).font = Font(strike=True)
        sheet.cell(top + 3, builders.column(sheet, "学历")).font = Font(strike=True)
        grade = sheet.cell(top + 4, builders.column(sheet, "技术等级"))
        grade.value = CellRichText(TextBlock(InlineFont(strike=True), "技师"), "高级技师")
        unit = sheet.cell(top + 1, builders.column(sheet, "所在单位"))
        unit.value = CellRichText("大连", TextBlock(InlineFont(b=True), "周氏"), "机械有限公司")

    return {NAME: _shared(builders.summary(_rows(5), change))}


def _shared(content: bytes) -> bytes:
    """The file with its rich texts where Excel puts them, among the shared texts; openpyxl writes them into the cells."""
    sheet, texts, types = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    parts = builders.parts(content)
    rich: list[bytes] = []

    def moved(found: re.Match[bytes]) -> bytes:
        rich.append(b"<si>" + found[2] + b"</si>")
        return found[1] + b't="s"><v>%d</v></c>' % (len(rich) - 1)

    cells = re.sub(rb'(<c [^>]*?)t="inlineStr"><is>(<r>.*?)</is></c>', moved, parts[sheet])
    shared = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%b</sst>' % b"".join(
        rich
    )
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b"/></Types>' % kind
    listed = parts[types].replace(b"</Types>", override)
    return builders.with_parts(content, {sheet: cells, texts: shared, types: listed})


def sums_and_groups() -> Sent:
    """Lines of groups and sums between the rows, as a union's table has them."""

    def change(sheet: Any) -> None:
        top, name = builders.header(sheet), builders.column(sheet, "工作室名称")
        for row, (column, text, count) in {
            1: (1, "一、中山区总工会", None), 3: (1, "小计", 2), 4: (name, "二、劳模创新工作室（10个）", None),
            6: (name, "合 计", 12), 7: (1, "中山区小计：", 3), 8: (name, "共计2个", None), 9: (3, "总　计", 60), 10: (1, "（以下空白）", None),
        }.items():  # fmt: skip
            sheet.cell(top + row, 1).value = None
            sheet.cell(top + row, column).value = text
            if count:
                sheet.cell(top + row, builders.column(sheet, "成员人数")).value = count

    first, second, third = _rows(3)
    return {NAME: builders.summary([{}, first, {}, {}, second, {}, {}, {}, {}, {}, third], change)}


def seals_in_units() -> Sent:
    """The words for the seal were left behind the unit."""
    rows = _rows(4)
    for row, word in zip(rows, ("（盖章）", "(公章)", "（ 印 章 ）", "（加盖公章）"), strict=True):
        row["所在单位"] += word
        row["推荐单位"] = f"中山区总工会{word}"
    return {
        NAME: builders.summary(rows),
        "申报表.docx": builders.application(unit="大连示例机械有限公司（盖章）"),
    }


def leaders_with_more() -> Sent:
    """A date, a remark, an office, a company, a title, two persons in the leader's cell."""
    texts = ["张三1968.3", "张三（退休）", "大连示例机械有限公司", "张三 高级技师", "张三同志", "张三13800138000", "张三、李四", "阿卜杜拉·买买提",
             "张三（男）", "王　五", "车间主任张三", "第三车间", "欧阳示例", "John Smith", "张三等5人", "张三68年生"]  # fmt: skip
    rows = [
        {**builders.ROW, "工作室名称": f"{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'[n]}号职工创新工作室", "领衔人": text, "所在单位": f"大连第{n}公司"}
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return {NAME: builders.summary(rows)}


def leader_with_more_on_the_form() -> Sent:
    """The same on applications."""
    return {
        "甲.docx": builders.application(leader="周示例1968.3"),
        "乙.docx": builders.application(builders.OTHER, leader="吴示例（退休）"),
        "丙.docx": builders.application(builders.THIRD, leader="大连丙公司", unit="郑示例"),
    }


def cells_empty() -> Sent:
    """Empty cells in some rows; a model worker's workshop without an honour; words for nothing."""
    rows = _rows(4)
    rows[0] |= {"学历": None, "成员人数": None}
    rows[1] |= {"领衔人荣誉": None, "备注": None}
    rows[2] |= {"工作室名称": "郑样本劳模创新工作室", "类别": "劳模", "领衔人荣誉": None, "所属行业": "无"}
    rows[3] |= {"领衔人": None, "推荐单位": "/"}
    return {NAME: builders.summary(rows)}


def picture_in_a_cell() -> Sent:
    """WPS sets pictures into cells as a formula of its own; a picture lies over the sheet; a remark hangs at a cell."""
    rows = _rows(2)
    rows[0]["备注"] = '=DISPIMG("ID_D8A1B2C3",1)'
    rows[1]["领衔人荣誉"] = '_xlfn.DISPIMG("ID_D8A1B2C4",1)'
    content = builders.summary(rows)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lying = (("drawing", "../drawings/drawing9.xml"), ("comments", "../comments1.xml"))
    links = "".join(
        f'<Relationship Id="x{what}" Type="{kind}/{what}" Target="{path}"/>' for what, path in lying
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{space}">{links}</Relationships>'
    return {NAME: builders.with_parts(content, {"xl/worksheets/_rels/sheet1.xml.rels": relations.encode()})}
