"""Heads of tables and labels of forms as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from tests.made.intake import builders

Sent = dict[str, bytes]
NAME = "汇总表.xlsx"


def _table(*rows: Sequence[Any], merged: Sequence[str] = ()) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return builders.saved(book)


def name_below_leader() -> Sent:
    """姓名 and more below a merged 领衔人; the other heads merged over both rows."""
    return {
        NAME: _table(
            ["序号", "工作室名称", "所在单位", "领衔人", None, None, None, "推荐单位"],
            [None, None, None, "姓名", "学历", "技术等级", "荣誉", None],
            [
                1,
                "周示例职工创新工作室",
                "大连示例机械有限公司",
                "周示例",
                "大学本科",
                "高级技师",
                "大连市劳动模范",
                "中山区总工会",
            ],
            [2, "吴示例职工创新工作室", "大连乙公司", "吴示例", "研究生", "高级工程师", None, "中山区总工会"],
            merged=("A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:H2"),
        )
    }


def name_below_a_contact() -> Sent:
    """Below 联系人 there is a 姓名 too, which is not the leader's; nothing is merged."""
    return {
        NAME: _table(
            ["工作室名称", "所在单位", "领办人", None, "联系人", None],
            [None, None, "姓名", "学历", "姓名", "电话"],
            ["周示例职工创新工作室", "大连示例机械有限公司", "周示例", "大学本科", "王某某", "13800138000"],
        )
    }


def other_words() -> Sent:
    """Other words for the same columns."""
    cases = (
        (["创新工作室名称", "所属单位", "领办人", "最高学历", "团队成员数"], "甲"),
        (["工作室名称（全称）", "单位全称", "带头人姓名", "学历学位", "团队人数（人）"], "乙"),
        (["名称", "工作单位", "领军人物", "文化程度", "成员数量"], "丙"),
        (["工作室名称", "申报单位名称", "工作室负责人", "学历/学位", "现有成员人数"], "丁"),
        (["工作室全称", "依托单位", "姓名", "学历", "成员数"], "戊"),
    )
    return {
        f"{stem}.xlsx": _table(
            heads, [f"周{stem}职工创新工作室", f"大连{stem}公司", f"周{stem}", "大学本科", "15人"]
        )
        for heads, stem in cases
    }


def columns_of_their_own() -> Sent:
    """Columns that the form does not have: what they say is kept for the editor, personal data are not."""
    return {
        NAME: _table(
            ["工作室名称", "所在单位", "领衔人", "主要创新成果", "性别", "联系电话", "出生年月", "身份证号码", "命名文号", "说明"],
            ["周示例职工创新工作室", "大连示例机械有限公司", "周示例", "专利3项：机床夹具等", "男", "0411-83630000", "1968年3月", "210202196803010000",
             "大工发〔2018〕5号", "电话13800138000"],
        )
    }  # fmt: skip


def leader_and_office() -> Sent:
    """附件2 with 领军人姓名及职务, 学历学位, 技术职称; one of the boxes holds both."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        for old, new in {"领军人": "领军人姓名及职务", "学历": "学历学位", "技术等级": "技术职称"}.items():
            builders.set_cell(builders.label(root, old), new)

    return {
        "甲.docx": builders.changed(builders.application(), change),
        "乙.docx": builders.changed(
            builders.application(builders.OTHER, leader="吴示例 车间主任", education="大学本科，工学学士"),
            change,
        ),
    }


def without_labels_of_ours() -> Sent:
    """Heads that nobody could know, with the workshop's name among them."""
    return {NAME: _table(["工作室名称", "干什么的", "谁管"], ["周示例职工创新工作室", "修机床", "周示例"])}


def second_head_row_of_units() -> Sent:
    """A row below the heads says how to fill them in."""
    return {
        NAME: _table(
            ["序号", "工作室名称", "所在单位", "领衔人", "成员人数", "成立时间"],
            [None, "（全称）", "（全称）", "（一人）", "（人）", "（年月）"],
            [1, "周示例职工创新工作室", "大连示例机械有限公司", "周示例", 15, "2016-05"],
        )
    }
