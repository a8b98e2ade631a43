"""A change as a comment for its reviewer in Markdown, and as JSON. No text of a record has any effect in the comment."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.problems.problem import Problem, count
from generator.problems.reports import head, summary, visible
from generator.review.difference import Altered, Difference, FieldChange

_QUOTED = re.compile("“.*”", re.DOTALL)
FORMATS = ("markdown", "json")
MOST = 60_000  # a comment may have 65,536 characters on GitHub
_MOST_SHOWN, _MOST_LISTED, _MOST_ROWS, _MOST_PAGES = 20, 30, 100, 100
_TAIL = "\n（太长，后面的没有列出；全文见检查结果里的附件，或在自己的电脑上运行 `run.py diff`。）\n"


def review(
    form: str, difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int
) -> str:
    """Return the change in one of FORMATS. `difference` is None if the change is too large to compare; the problems say so."""
    if form == "json":
        return _json(difference, problems, prefix, records)
    parts = [_result(problems, prefix, records)]
    if difference:
        parts += [*_cards(difference), _others(difference), _duplicates(difference), _pages(difference)]
        parts.append(_checklist(difference))
    text = "\n".join(part for part in parts if part)
    return text if len(text) <= MOST else text[: text.rfind("\n", 0, MOST - 200)] + "\n" + _TAIL


def code(text: str) -> str:
    """Return a text that any Markdown shows as it is: no link, no mention, no tag, no end of a table's cell.

    It is in `<code>`, where forges look for no mentions, and every ASCII sign is an entity.
    """
    escaped = _escaped(" ".join(text.split()))
    return f"<code>{escaped}</code>" if escaped else ""


def _to_copy(lines: Iterable[str]) -> str:
    """Return lines that are copied as they stand, on one line of Markdown."""
    return f"<pre><code>{'&#10;'.join(map(_escaped, lines))}</code></pre>"


def _escaped(text: str) -> str:
    return "".join(c if c.isalnum() or ord(c) > 127 or c in " -" else f"&#{ord(c)};" for c in visible(text))


def _result(problems: Sequence[Problem], prefix: str, records: int) -> str:
    errors, _ = count(problems)
    lines = ["## 这次修改", "", "不能合并，请先改正错误。" if errors else "检查通过，请人工审核。", ""]
    lines += [f"{summary(problems, records)}。", ""]
    for problem in problems[:_MOST_LISTED]:
        lines += [f"- {code(head(problem, prefix))}", f"  - 改法：{code(problem.remedy)}"]
        lines += [f"    {_to_copy(problem.lines)}"] if problem.lines else []
    if len(problems) > _MOST_LISTED:
        lines.append(f"- 等 {len(problems)} 个问题")
    return "\n".join(lines) + "\n"


def _cards(difference: Difference) -> Iterator[str]:
    altered = [*difference.records, *difference.notices, *difference.vocabularies]
    if not altered and not difference.others:
        yield "名册和程序都没有改动。\n"
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
    shown = one.changed[:_MOST_ROWS]
    more = [f"| 等 {len(one.changed)} 项 | | |"] if len(one.changed) > _MOST_ROWS else []
    changed = [*(_line(row, one) for row in shown), *more] or ["| 没有改动内容（次序、空格或注释） | | |"]
    same = len(one.rows) - len(one.changed)
    kept = ["", f"其余 {same} 项没有改动。"] if same else []
    return "\n".join([title, "| 栏目 | 原来 | 现在 |", "| --- | --- | --- |", *changed, *kept, ""])


def _line(row: FieldChange, one: Altered) -> str:
    if one.kind == "新增":
        return f"| {_label(row)} | {code(row.after)} |"
    return f"| {_label(row)} | {code(row.before) or '（没有）'} | {code(row.after) or '（删去）'} |"


def _label(row: FieldChange) -> str:
    """Return a field's label; the name of a vocabulary's term in it is a text of the record."""
    return _QUOTED.sub(lambda match: code(match[0]), row.label)


def _others(difference: Difference) -> str:
    return _list("别的文件", [code(path.removeprefix("../")) for path in difference.others])


def _duplicates(difference: Difference) -> str:
    return _list("可能重复", [code(f"{one.path}：{one.message}") for one in difference.duplicates])


def _pages(difference: Difference) -> str:
    """The list is folded: it shows a maintainer how far a change reaches, and is long."""
    listed = [f"- {code(f'/{path}')}" for path in difference.pages[:_MOST_PAGES]]
    if not listed:
        return ""
    return "\n".join(
        [
            f"<details><summary>会变的网页（{len(difference.pages)} 个）</summary>",
            "",
            *listed,
            "",
            "</details>",
            "",
        ]
    )


def _list(title: str, items: list[str]) -> str:
    if not items:
        return ""
    more = [f"- 等 {len(items)} 处"] if len(items) > _MOST_LISTED else []
    return "\n".join([f"### {title}", "", *(f"- {item}" for item in items[:_MOST_LISTED]), *more]) + "\n"


def _checklist(difference: Difference) -> str:
    altered = (*difference.records, *difference.notices, *difference.vocabularies)
    labels = {row.label for one in altered for row in one.changed}
    items = [
        (altered, "打开来源看过，写的内容来源里都有"),
        (altered or difference.others, "全文里没有身份证号、出生年月、手机号、住宅地址、邮箱、微信号、QQ 号"),
        (any(one.kind == "新增" for one in difference.records), "不是已有的工作室（查过名称、领衔人和单位）"),
        (_any(labels, "领衔人"), "领衔人姓名可以公开：公开报道里有，或者看过本人同意的材料"),
        (_any(labels, "命名", "后续情况"), "命名和后续情况对照过文件原文：称号、级别、日期、文号"),
        (_any(labels, "照片"), "照片里的人同意公开，照片里没有别人的个人信息"),
        (_any(labels, "更正"), "更正写清了原来、现在、原因和依据，依据看过"),
        (difference.vocabularies, "词表里的名称对照过标准或文件；改了名称的，旧名称写进了 former"),
        (_any(difference.others, "../"), "名册以外的文件（程序、说明）由懂程序的维护者看过"),
    ]
    lines = [f"- [ ] {item}" for holds, item in items if holds]
    return "\n".join(["### 请审核的人核对", "", *lines]) + "\n" if lines else ""


def _any(texts: Iterable[str], *starts: str) -> bool:
    return any(text.startswith(starts) for text in texts)


def _json(difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int) -> str:
    values = dataclasses.asdict(difference) if difference else {}
    values.pop("duplicates", None)
    listed = [head(problem, prefix) for problem in problems]
    whole = {"summary": summary(problems, records), "problems": listed} | values
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
