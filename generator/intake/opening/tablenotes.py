"""What is told of a table as a whole: columns that are missing or its own, what is hidden, what lies over it."""

from __future__ import annotations

import re
from functools import cache

from generator.intake.filled import I615, I616
from generator.intake.notes import FormNotes, UnknownHead, quoted
from generator.intake.opening.sheet import FilledSheet
from generator.intake.opening.tableheader import Header
from generator.model.forms import Form
from generator.problems.code import WARNING, Code

# Columns about a person that never reach a record, not even as a remark.
_PERSONAL = re.compile(
    r"出生|生日|年龄|身份证|证件|电话|手机|联系|邮箱|邮件|微信|[Qq]{2}|住址|地址|性别|民族|政治面貌|籍贯|血型|婚|账号|卡号|开户"
)
# Columns of 腾讯文档, 金山表单, 问卷星 and their like: who answered, when, from where.
_OF_TOOL = re.compile(
    r"(?:提交|填写|答题|答卷|填表|更新|创建|修改|开始|结束)(?:者|人|时间|日期|序号|编号|答卷时间|答题时间|状态)|(?:所用|答题)时[间长]|来源(?:详情)?$|来自?\s*[Ii][Pp]"
    r"|[Ii][Pp]|提交者|答卷编号|序号$|编号$|设备|浏览器|总分|昵称|头像"
)

_UNWANTED = "不该读的，请删去它的草稿；或在 Excel 里删去再读。"

I610 = Code(
    "I610",
    WARNING,
    "隐藏的行列也读了",
    meaning="筛选掉或隐藏的行列还在文件里，看的人却看不见；漏掉比多读更糟，所以照样读，并且说出来。",
    bad="用筛选只看一个区的几行，就把表发来了",
    remedy="不该读的，删去它的草稿；或在 Excel 里删去这些行列再读。",
)
I634 = Code(
    "I634",
    WARNING,
    "日期从 1904 年数起",
    meaning="有的苹果电脑做的工作簿从 1904 年数日子；从别的工作簿复制来的日期会差四年。",
    bad="Excel 的“使用 1904 日期系统”打着勾",
    remedy="对照原表核对各个日期。",
)


def of_columns(form: Form, sheet: FilledSheet, header: Header, notes: FormNotes) -> None:
    """Note columns that the form does not have, those that it has and that are missing, and what lies over the sheet."""
    place = place_of(sheet, f"A{header.number}")
    labels = header.others.values()
    personal = [label for label in labels if is_personal(label)]
    of_tool = [label for label in labels if is_of_tool(label) and not is_personal(label)]
    kept = [label for label in labels if label not in (*personal, *of_tool)]
    others = frozenset(field.key for field in header.fields.values())
    notes.heads += [UnknownHead(label, others) for label in kept]
    if personal:
        message = f"这几列像是个人信息，没有读：{_listed(personal)}"
        notes.add(place, I616, message, "不公开的不必理会；列名写错的请改正再读。")
    if of_tool:
        message = f"这几列是收集工具自己的，没有读：{_listed(of_tool)}"
        notes.add(place, I616, message, "不用理会。")
    if kept:
        where = "内容写在草稿开头的“待核”里" if notes.remarks else "没有读"
        message = f"多出来的列，{where}：{_listed(kept)}"
        remedy = "列名写错的请改正，或用 --columns 对照；要用的请补进草稿。"
        notes.add(place, I616, message, remedy)
    keys = {field.key for field in header.fields.values()}
    missing = [field.label for field in form.fields if field.key not in keys and field.feeds]
    if missing:
        listed = "、".join(f"“{label}”" for label in missing)
        remedy = "请核对是不是删掉或改了列名；要写的请补进草稿。"
        notes.add(place, I615, f"表里找不到这几列：{listed}", remedy)
    if sheet.aside:
        message = f"表上的{'、'.join(sheet.aside)}没有读"
        notes.add(place, I616, message, "里面有要写的，请打进格子再读一次。")
    if sheet.since_1904 and any(cell.kind == "date" for row in sheet.rows for cell in row.cells):
        message = "工作簿的日期从 1904 年数起，复制来的日期可能差四年"
        notes.add(place, I634, message, "请对照原表核对各个日期。")


def of_hiding(
    sheet: FilledSheet, header: Header, rows: list[int], notes: FormNotes, remedy: str = _UNWANTED
) -> None:
    """Note hidden rows and columns that were read (I610). `remedy`: what to do where they should not have been."""
    if rows:
        listed = "、".join(map(str, rows[:20])) + ("……" if len(rows) > 20 else "")
        message = f"第 {listed} 行是隐藏的（多半是筛选掉的），照样读了，共 {len(rows)} 行"
        notes.add(place_of(sheet, f"第 {rows[0]} 行"), I610, message, remedy)
    columns = [
        field.label for column, field in sorted(header.fields.items()) if column in sheet.hidden_columns
    ]
    columns += [label for column, label in sorted(header.others.items()) if column in sheet.hidden_columns]
    if columns:
        message = f"这几列是隐藏的，照样读了：{_listed(columns)}"
        notes.add(place_of(sheet, f"A{header.number}"), I610, message, remedy)


def is_personal(label: str) -> bool:
    """Return whether a column is about a person's private life."""
    return bool(_PERSONAL.search(label))


def is_of_tool(label: str) -> bool:
    """Return whether a column is one that a collecting tool adds by itself."""
    return bool(_OF_TOOL.match(" ".join(label.split())))


def place_of(sheet: FilledSheet, within: str) -> str:
    """Return a place on a sheet: 汇总表!C7; a text has no name of a sheet."""
    return f"{sheet.name}!{within}" if sheet.name else within


@cache
def letters(column: int) -> str:
    """Return the letters of a column, counted from 0: A, B, ..., Z, AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _listed(labels: list[str]) -> str:
    return "、".join(quoted(label) for label in labels)
