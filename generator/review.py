"""A change as a comment for its reviewer in Markdown, and as JSON. No text of a record can act in the comment."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence

from generator.difference import Altered, Difference, Row
from generator.problems import Problem, count
from generator.reports import head, summary, visible

FORMATS = ("markdown", "json")
MOST = 60_000  # a comment may have 65,536 characters on GitHub
_MOST_SHOWN, _MOST_LISTED = 20, 30
_TAIL = "\n（太长，后面的没有列出；全文见检查结果里的附件，或在自己的电脑上运行 `run.py diff`。）\n"


def review(
    form: str, difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int
) -> str:
    """The change in one of FORMATS. No difference where it is too large to be looked at: the problems say so."""
    if form == "json":
        return _json(difference, problems, prefix, records)
    parts = [_result(problems, prefix, records)]
    if difference:
        parts += [*_cards(difference), _others(difference), _duplicates(difference), _pages(difference)]
        parts.append(_checklist(difference))
    told = "\n".join(part for part in parts if part)
    return told if len(told) <= MOST else told[: told.rfind("\n", 0, MOST - 200)] + "\n" + _TAIL


def code(text: str) -> str:
    """A text that any Markdown shows as it is: no link, no mention, no tag, no end of a table's cell.

    It stands in `<code>`, where forges look for no mentions, and every ASCII sign is an entity.
    """
    plain = visible(" ".join(text.split()))
    escaped = "".join(c if c.isalnum() or ord(c) > 127 or c in " -" else f"&#{ord(c)};" for c in plain)
    return f"<code>{escaped}</code>" if escaped else ""


def _result(problems: Sequence[Problem], prefix: str, records: int) -> str:
    errors, _ = count(problems)
    lines = ["## 这次修改", "", "不能合并，请先改正错误。" if errors else "检查通过，请人工审核。", ""]
    lines += [f"{summary(problems, records)}。", ""]
    lines += [f"- {code(head(problem, prefix))}" for problem in problems[:_MOST_LISTED]]
    if len(problems) > _MOST_LISTED:
        lines.append(f"- 等 {len(problems)} 个问题")
    return "\n".join(lines) + "\n"


def _cards(difference: Difference) -> Iterator[str]:
    altered = [*difference.records, *difference.notices]
    for one in altered[:_MOST_SHOWN]:
        yield _card(one)
    if len(altered) > _MOST_SHOWN:
        rest = "、".join(code(one.id) for one in altered[_MOST_SHOWN:])
        yield f"### 还有 {len(altered) - _MOST_SHOWN} 份\n\n{rest}\n"


def _card(one: Altered) -> str:
    title = f"### {one.kind}{one.what} {code(one.id)} {code(one.name)}\n"
    if one.hidden:
        return f"{title}\n这份文件里像是有个人信息，不再显示。请尽快删去，并告诉管理员。\n"
    if one.kind == "新增":
        return "\n".join(
            [title, "| 栏目 | 内容 |", "| --- | --- |", *(_line(row, one) for row in one.rows), ""]
        )
    changed = [_line(row, one) for row in one.changed] or ["| 没有改动内容（次序、空格或注释） | | |"]
    same = [row for row in one.rows if not row.changed]
    kept = ["", f"没有改动的 {len(same)} 项：{'、'.join(row.label for row in same)}"] if same else []
    return "\n".join([title, "| 栏目 | 原来 | 现在 |", "| --- | --- | --- |", *changed, *kept, ""])


def _line(row: Row, one: Altered) -> str:
    if one.kind == "新增":
        return f"| {row.label} | {code(row.after)} |"
    return f"| {row.label} | {code(row.before) or '（没有）'} | {code(row.after) or '（删去）'} |"


def _others(difference: Difference) -> str:
    return _list("别的文件", [code(path.removeprefix("../")) for path in difference.others])


def _duplicates(difference: Difference) -> str:
    return _list("可能重复", [code(f"{one.path}：{one.message}") for one in difference.duplicates])


def _pages(difference: Difference) -> str:
    return _list("会变的网页", [code(f"/{path}") for path in difference.pages])


def _list(title: str, items: list[str]) -> str:
    if not items:
        return ""
    more = [f"- 等 {len(items)} 处"] if len(items) > _MOST_LISTED else []
    return "\n".join([f"### {title}", "", *(f"- {item}" for item in items[:_MOST_LISTED]), *more]) + "\n"


def _checklist(difference: Difference) -> str:
    kinds = {one.kind for one in difference.records}
    labels = {row.label for one in (*difference.records, *difference.notices) for row in one.changed}
    asked = [
        "打开来源看过，写的内容来源里都有",
        "全文里没有身份证号、出生年月、手机号、住宅地址、邮箱、微信号、QQ 号",
    ]
    if "新增" in kinds:
        asked.append("不是已有的工作室（查过名称、领衔人和单位）")
    if any(label.startswith("领衔人") for label in labels):
        asked.append("领衔人姓名可以公开：公开报道里有，或者看过本人同意的材料")
    if any(label.startswith(("命名", "后续情况")) for label in labels):
        asked.append("命名和后续情况对照过文件原文：称号、级别、日期、文号")
    if any(label.startswith("照片") for label in labels):
        asked.append("照片里的人同意公开，照片里没有别人的个人信息")
    if any(label.startswith("更正") for label in labels):
        asked.append("更正写清了原来、现在、原因和依据，依据看过")
    if any(path.startswith("../") for path in difference.others):
        asked.append("程序的改动由懂程序的维护者看过")
    return "\n".join(["### 请审核的人核对", "", *(f"- [ ] {item}" for item in asked)]) + "\n"


def _json(difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int) -> str:
    told = dataclasses.asdict(difference) if difference else {}
    told.pop("duplicates", None)
    listed = [head(problem, prefix) for problem in problems]
    whole = {"summary": summary(problems, records), "problems": listed} | told
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
