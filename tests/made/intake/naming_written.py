"""Lists of naming notices as unions have them: pasted, in Word, in Excel, with headings, with what is unclear."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from openpyxl.workbook import Workbook

from tests.made import samples

Sent = dict[str, bytes]


def pasted() -> Sent:
    """Lines as they are pasted, with headings, numbers and what stands beside the names."""
    return _text(
        "2025年大连市劳模（职工）创新工作室名单",
        "一、中山区总工会（3个）",
        "1．王甲劳模创新工作室（大连甲厂，领衔人：王甲）",
        "2、李乙职工创新工作室　大连乙有限公司　李乙",
        "（3）吴山劳模创新工作室",
        "二、甘井子区（2个）",
        "赵丙职工创新工作室、孙丁劳模创新工作室联盟",
        "特此通报。",
    )


def a_count_that_is_not_met() -> Sent:
    """The heading says more than stand below it."""
    return _text("一、甘井子区（3个）", "赵丙职工创新工作室", "二、中山区（1家）", "孙丁职工创新工作室")


def headings_within_headings() -> Sent:
    """By category, and below by union; a category ends the unions above it."""
    return _text(
        "一、劳模创新工作室（2个）", "（一）中山区总工会", "王甲劳模创新工作室", "（二）甘井子区总工会", "钱戊创新工作室",
        "二、职工创新工作室（1个）", "赵丙创新工作室",
    )  # fmt: skip


def as_papers_set_it() -> Sent:
    """Short names are spread, numbers stand in a column of their own, the leader behind the unit; a cell is spread, too."""
    return {
        **_text(
            "1\t王　甲劳模创新工作室\t大连甲厂\t王　甲",
            "2 李 乙 职工创新工作室 大连乙厂",
            "3 “振兴”创新工作室，大连丙学院",
        ),
        "又一份.xlsx": _book(
            ["序号", "工作室名称", "所在单位", "领衔人"], [4, "孙　丁职工创新工作室", "大连 丁厂", "孙　丁"]
        )["名单.xlsx"],
    }


def brackets_and_quotes() -> Sent:
    """A unit with brackets of its own, brackets beside brackets, the unit in front, the whole name in quotes."""
    return _text(
        "钱戊职工创新工作室（大连丁院（集团），领衔人：钱戊）", "陈己职工创新工作室 大连戊医院（金州）", "王甲职工创新工作室（大连甲厂）（王甲）",
        "（大连乙厂）李乙职工创新工作室", "“孙丁职工创新工作室”", "“振兴”职工创新工作室", "赵丙职工创新工作室 13800138000",
    )  # fmt: skip


def named_nearly_alike() -> Sent:
    """One name is nearly that of a record, another of a record whose unit is another one."""
    return _text("周海劳模创新工作室", "郑河职工创新工作室 大连丁公司", "孙丁职工创新工作室")


def answered_with_ids() -> Sent:
    """The same, answered: it is another one; it is that record; no record has that number; it is called otherwise."""
    return _text(
        "周海劳模创新工作室 新",
        "吴山劳模创新工作室 DL0002",
        "孙丁职工创新工作室 DL0099",
        "钱戊职工创新工作室 DL0002",
    )


def headings_that_say_nothing() -> Sent:
    """One is of a union that no vocabulary has, which is taken; one of nothing that the register knows."""
    return _text(
        "一、大连市某某工会（1个）", "王甲职工创新工作室", "二、其他单位（1个）", "李乙职工创新工作室"
    )


def a_record_in_braces() -> Sent:
    """A record that is written on one line is altered as well."""
    return _text("郑河职工创新工作室")


def a_record_that_cannot_be_altered() -> Sent:
    """One that somebody wrote with question marks before its keys."""
    return _text("何川职工创新工作室")


def twice() -> Sent:
    """A name stands twice, and two of one name in two units."""
    return _text(
        "王甲劳模创新工作室",
        "王甲劳模创新工作室",
        "李乙职工创新工作室 大连甲厂",
        "李乙职工创新工作室 大连乙厂",
    )


def no_list() -> Sent:
    """The notice without its annex."""
    return _text("各区市县总工会：", "现将命名的创新工作室予以通报。", "大连市总工会")


def a_leader_who_is_two() -> Sent:
    """The column of the leader names two people; the workshop is registered without a leader."""
    return _book(
        ["序号", "工作室名称", "单位", "负责人姓名"], [1, "王甲劳模创新工作室", "大连甲厂", "王甲、李乙"]
    )


def in_excel() -> Sent:
    """A table with a title, headings over all columns, a sum and a column of phones."""
    return _book(
        ["2025年命名名单"],
        ["序号", "工作室名称", "单位名称", "负责人姓名", "联系电话"],
        ["一、中山区总工会（2个）"],
        [1, "王甲劳模创新工作室", "大连甲厂", "王甲", "13800138000"],
        [2, "吴山劳模创新工作室", "大连丙厂", "吴山", ""],
        ["二、大连市机重石化电信工会（1个）"],
        [3, "赵丙职工创新工作室", "大连丙厂", "赵丙", ""],
        ["合计3个"],
    )


def a_title_with_more_behind_it() -> Sent:
    """The sheet's title says in brackets in what order it lists: it is the list's title still, and no workshop."""
    return _book(
        ["大连市创新工作室命名名单（排名不分先后）"],
        ["序号", "工作室名称", "单位"],
        [1, "王甲劳模创新工作室", "大连甲厂"],
    )


def a_column_that_is_not_understood() -> Sent:
    """Beside the names there is a column with words of its own."""
    return _book(["序号", "工作室名称", "设在哪个单位"], [1, "王甲职工创新工作室", "大连甲厂"])


def without_labels() -> Sent:
    """A sheet of names alone, beside them their units."""
    return _book(["王甲劳模创新工作室", "大连甲厂"], ["李乙职工创新工作室", "大连乙有限公司"])


def in_word() -> Sent:
    """The notice itself, its list as two tables below their headings."""
    document = Document()
    for text in (
        "关于命名创新工作室的通报",
        "各区市县总工会：",
        "现将命名的创新工作室予以通报。",
        "附件：名单",
    ):
        document.add_paragraph(text)
    for heading, rows in {
        "一、劳模创新工作室（1个）": [("王甲劳模创新工作室", "大连甲厂")],
        "二、职工创新工作室（2个）": [
            ("李乙职工创新工作室", "大连乙厂"),
            ("周海职工创新工作室", "大连示例机械有限公司"),
        ],
    }.items():
        document.add_paragraph(heading)
        table = document.add_table(0, 2)
        for cells in [("工作室名称", "所在单位"), *rows]:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
    made = io.BytesIO()
    document.save(made)
    return {"通报.docx": made.getvalue()}


def a_list_that_lacks_some() -> Sent:
    """The notice has a list already and says how many it named; what was read lacks one of them and has another."""
    return {"naming-2023.txt": "周海职工创新工作室\n王甲职工创新工作室\n".encode()}


def in_gbk() -> Sent:
    """A CSV of an old Excel."""
    return {"名单.csv": "序号,工作室名称,所在单位\r\n1,王甲劳模创新工作室,大连甲厂\r\n".encode("gbk")}


def one_of_two_is_unread() -> Sent:
    """Of two files one is a picture: nothing is written."""
    return {**_text("王甲劳模创新工作室"), "名单.jpg": samples.picture()}


def _text(*lines: str) -> Sent:
    return {"名单.txt": ("\n".join(lines) + "\n").encode()}


def _book(*rows: Sequence[object]) -> Sent:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return {"名单.xlsx": made.getvalue()}
