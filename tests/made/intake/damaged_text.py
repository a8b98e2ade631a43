"""Tables saved as text: with commas, semicolons or tabs, in the codes that Excel and WPS write."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tests.made.intake import builders

Sent = dict[str, bytes]
NAME = "汇总表.csv"
_SECOND = {
    **builders.ROW,
    "工作室名称": "吴示例职工创新工作室",
    "领衔人": "吴示例",
    "所在单位": '大连"引号"，分号;公司',
    "备注": "第一行\n第二行",
}


def _text(
    between: str = ",", rows: Sequence[dict[str, str]] = (builders.ROW, _SECOND), head: str = ""
) -> str:
    held = io.StringIO()
    labels = ["序号", *builders.ROW, "备注"]
    made = csv.writer(held, delimiter=between)
    made.writerow(labels)
    for number, row in enumerate(rows, start=1):
        made.writerow([number, *(row.get(label, "") for label in labels[1:])])
    return head + held.getvalue()


def gbk() -> Sent:
    """As Excel saves it in China."""
    return {NAME: _text().encode("gb18030")}


def utf_8() -> Sent:
    """With and without the mark at the beginning."""
    return {"甲.csv": _text().encode("utf-8"), "乙.csv": _text(rows=[_SECOND]).encode("utf-8-sig")}


def unicode_text() -> Sent:
    """Excel's Unicode text: UTF-16 with tabs; the same without its mark; with the bytes the other way round."""
    text = _text("\t", [builders.ROW])
    return {
        "甲.txt": text.encode("utf-16"),
        "乙.txt": text.encode("utf-16-le"),
        "丙.txt": b"\xfe\xff" + text.encode("utf-16-be"),
    }


def semicolons() -> Sent:
    """Semicolons, tabs, the line sep= that Excel understands, a bar, the Chinese comma."""
    return {
        "甲.csv": _text(";", [builders.ROW]).encode("gb18030"),
        "乙.csv": _text("\t", [builders.ROW]).encode("utf-8"),
        "丙.csv": _text(";", [builders.ROW], "sep=;\r\n").encode("utf-8-sig"),
        "丁.csv": _text("|", [builders.ROW]).encode("utf-8"),
        "戊.csv": _text("，", [builders.ROW]).encode("utf-8"),
    }


def called_xls() -> Sent:
    """Text that an office system called .xls, with its title and the union above the labels."""
    head = "大连市劳模（职工）创新工作室推荐汇总表\r\n推荐单位（盖章）：中山区总工会\r\n"
    return {"汇总表.xls": _text("\t", [builders.ROW], head).encode("gb18030")}


def numbers_spoilt() -> Sent:
    """Dates as Excel writes them into text."""
    rows = [
        {**builders.ROW, "工作室名称": f"赵{stem}职工创新工作室", "领衔人": f"赵{stem}", "所在单位": f"大连{stem}公司", "成立时间": day, "成员人数": count}
        for stem, day, count in (("甲", "2016/5/1", "15"), ("乙", "May-16", "15人"), ("丙", "2016.1", "15.0"), ("丁", "42491", "1.5E+01"))
    ]  # fmt: skip
    return {NAME: _text(rows=rows).encode("gb18030")}


def broken() -> Sent:
    """A quotation mark that never ends, a byte that no code has, a NUL."""
    return {
        "甲.csv": _text(rows=[builders.ROW]).replace("周示例职工", '"周示例职工', 1).encode("utf-8"),
        "乙.csv": _text(rows=[builders.ROW])
        .encode("gb18030")
        .replace("周".encode("gb18030"), b"\xff\xff", 1),
        "丙.csv": _text(rows=[builders.ROW]).replace("通用", "通\0用").encode("utf-8"),
    }
