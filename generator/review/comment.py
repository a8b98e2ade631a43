"""A change as a comment for its reviewer in Markdown, as JSON, as plain lines. No text of a record has any effect in the comment."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.problems.problem import Problem, count
from generator.problems.reports import head, summary
from generator.review.difference import ADDED, CHANGED, NOTHING, OTHERS, TWINS, Altered, Difference
from generator.review.markdown import address, code, marked, to_copy
from generator.review.marks import pieces
from generator.review.plain import plain
from generator.review.rows import ITEM, URL, FieldChange

_QUOTED = re.compile("“.*”", re.DOTALL)
FORMATS = ("markdown", "json", "text")
MOST = 60_000  # a comment may have 65,536 characters on GitHub
_MOST_SHOWN, _MOST_LISTED, _MOST_ROWS, _MOST_PAGES, _MOST_SOURCES = 20, 30, 100, 100, 10
_SHORT = 300  # characters of what stands in a list
_FULL = "全文见检查结果里的附件，或在自己的电脑上运行 <code>run&#46;py diff</code>"
_TAIL = f"\n（太长，后面的没有列出；{_FULL}。）\n"


def review(
    form: str, difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int
) -> str:
    """Return the change in one of FORMATS. `difference` is None if the change is too large to compare; the problems say so."""
    if form == "json":
        return _json(difference, problems, prefix, records)
    if form == "text":
        return "".join(f"{line}\n" for line in plain(difference, problems, prefix, records))
    first = _result(problems, prefix, records)
    if not difference:
        return first
    last = [_others(difference), _duplicates(difference), _pages(difference), _checklist(difference)]
    after = "\n".join(part for part in last if part)
    text = "\n".join([first, *_cards(difference, MOST - len(first) - len(after)), after])
    return text if len(text) <= MOST else text[: text.rfind("\n", 0, MOST - len(_TAIL))] + "\n" + _TAIL


def _result(problems: Sequence[Problem], prefix: str, records: int) -> str:
    errors, _ = count(problems)
    lines = ["## 这次修改", "", "不能合并，请先改正错误。" if errors else "检查通过，请人工审核。", ""]
    lines += [f"{summary(problems, records)}。", ""]
    for problem in problems[:_MOST_LISTED]:
        lines += [f"- {code(head(problem, prefix), _SHORT)}", f"  - 改法：{code(problem.remedy, _SHORT)}"]
        lines += [f"    {to_copy(problem.lines)}"] if problem.lines else []
    if len(problems) > _MOST_LISTED:
        lines.append(f"- 等 {len(problems)} 个问题")
    return "\n".join(lines) + "\n"


def _cards(difference: Difference, room: int) -> Iterator[str]:
    """Yield as many of the files as there is room for, in characters; then the names of those that are left out."""
    altered = difference.altered
    if not altered and not difference.others:
        yield f"{NOTHING}\n"
    left = room - _MOST_LISTED * _SHORT  # kept for the names of those left out
    for number, one in enumerate(altered):
        card = _card(one)
        left -= len(card) + 1
        if left < 0 or number == _MOST_SHOWN:
            rest = altered[number:]
            names = "、".join(code(it.id, _SHORT) for it in rest[:_MOST_LISTED])
            more = " 等" if len(rest) > _MOST_LISTED else ""
            yield f"### 还有 {len(rest)} 份没有列出\n\n{names}{more}。{_FULL}。\n"
            return
        yield card


def _card(one: Altered) -> str:
    title = f"### {one.kind}{one.what} {code(one.id, _SHORT)} {code(one.name, _SHORT)}\n"
    if one.instead:
        return f"{title}\n{one.instead}\n"
    shown = one.changed[:_MOST_ROWS]
    more = len(one.changed) - len(shown)
    if one.kind == CHANGED:
        table = ["| 栏目 | 原来 | 现在 |", "| --- | --- | --- |", *map(_line, shown)]
        table += [f"| 还有 {more} 项 | | |"] if more else []
    else:
        table = ["| 栏目 | 内容 |", "| --- | --- |", *(f"| {_label(row)} | {_text(row)} |" for row in shown)]
        table += [f"| 还有 {more} 项 | |"] if more else []
    same = len(one.rows) - len(one.changed)
    kept = ["", f"其余 {same} 项没有改动。"] if same and one.kind == CHANGED else []
    return "\n".join([title, *table, *kept, *_to_open(one), *_along(one), ""])


def _line(row: FieldChange) -> str:
    if row.kind == ITEM:
        before, after = (
            f"{sign} {code(text)}" if text else "" for sign, text in (("－", row.before), ("＋", row.after))
        )
        return f"| {_label(row)} | {before} | {after} |"
    if row.kind == URL or not row.before or not row.after:
        show = address if row.kind == URL else code
        return f"| {_label(row)} | {show(row.before) or '（没有）'} | {show(row.after) or '（删去）'} |"
    old, new = pieces(row.before, row.after)
    return f"| {_label(row)} | {marked(old, 'del')} | {marked(new, 'ins')} |"


def _text(row: FieldChange) -> str:
    text = row.after or row.before
    return address(text) if row.kind == URL else code(text)


def _label(row: FieldChange) -> str:
    """Return a field's label; the name of a vocabulary's term in it is a text of the record."""
    return _QUOTED.sub(lambda match: code(match[0], _SHORT), row.label)


def _to_open(one: Altered) -> Iterator[str]:
    """Yield the sources of an altered record: whoever reviews it opens them; those of a new one stand in its table."""
    sources = one.sources if one.kind == CHANGED else ()
    if sources:
        yield from ("", f"来源 {len(sources)} 条，请打开核对：", "")
    for title, url in sources[:_MOST_SOURCES]:
        yield f"- {code(title, _SHORT)} {address(url) if url else '（没有网址）'}"
    if len(sources) > _MOST_SOURCES:
        yield f"- 等 {len(sources)} 条"


def _along(one: Altered) -> Iterator[str]:
    """Yield which records change with a vocabulary: their own files are not touched."""
    if one.taken_along:
        named = "、".join(f"{code(id_)} {code(name)}" for id_, name in one.taken_along[:_MOST_SOURCES])
        more = " 等" if len(one.taken_along) > _MOST_SOURCES else ""
        yield from ("", f"用到这些词条、跟着变的记录有 {len(one.taken_along)} 条：{named}{more}。")


def _others(difference: Difference) -> str:
    items = []
    for one in difference.others:
        used = f"，{'、'.join(one.used_by)} 用到它" if one.used_by else ""
        items.append(code(one.shown, _SHORT) + (f"（{one.kind}{used}）" if one.kind else ""))
    return _list(OTHERS, items)


def _duplicates(difference: Difference) -> str:
    return _list(TWINS, [code(f"{one.path}：{one.message}", _SHORT) for one in difference.duplicates])


def _pages(difference: Difference) -> str:
    """The list is folded: it shows a maintainer how far a change reaches, and is long."""
    pages = difference.pages
    if not pages:
        return ""
    listed = [f"- {code(f'/{path}', _SHORT)}" for path in pages[:_MOST_PAGES]]
    listed += [f"- 等 {len(pages)} 个"] if len(pages) > _MOST_PAGES else []
    title = f"<details><summary>会变的网页（{len(pages)} 个）</summary>"
    return "\n".join([title, "", *listed, "", "</details>", ""])


def _list(title: str, items: list[str]) -> str:
    if not items:
        return ""
    more = [f"- 等 {len(items)} 处"] if len(items) > _MOST_LISTED else []
    return "\n".join([f"### {title}", "", *(f"- {item}" for item in items[:_MOST_LISTED]), *more]) + "\n"


def _checklist(difference: Difference) -> str:
    altered = [one for one in difference.altered if one.says_otherwise]
    others = [one.path for one in difference.others]
    labels = {row.label for one in altered for row in one.changed}
    items = [
        (altered, "打开来源看过，写的内容来源里都有"),
        (altered or others, "全文里没有身份证号、出生年月、手机号、住宅地址、邮箱、微信号、QQ 号"),
        (any(one.kind == ADDED for one in difference.records), "不是已有的工作室（查过名称、领衔人和单位）"),
        (_any(labels, "领衔人"), "领衔人姓名可以公开：公开报道里有，或者看过本人同意的材料"),
        (_any(labels, "命名", "后续情况"), "命名和后续情况对照过文件原文：称号、级别、日期、文号"),
        (_any(labels, "照片"), "照片里的人同意公开，照片里没有别人的个人信息"),
        (_any(labels, "更正"), "更正写清了原来、现在、原因和依据，依据看过"),
        (_telling(difference.vocabularies), "词表里的名称对照过标准或文件；改了名称的，旧名称写进了 former"),
        (
            _telling(difference.notices, difference.texts, difference.forms),
            "通知、通报、正文和表格对照过文件原件",
        ),
        (_telling(difference.redirects), "改址的新旧两页说的是一回事"),
        (_telling(difference.totals), "公开报道的总数和其中各级，对照过报道原文"),
        (_telling(difference.register), "名册的设置改得对：城市、编号、批准的文号、谁办的、怎样联系"),
        (_any(others, "photos/"), "换了的照片看过：画面里的人同意公开的是这一张"),
        (_any(others, "../"), "名册以外的文件（程序、说明）由懂程序的维护者看过"),
    ]
    lines = [f"- [ ] {item}" for holds, item in items if holds]
    return "\n".join(["### 请审核的人核对", "", *lines]) + "\n" if lines else ""


def _telling(*kinds: Iterable[Altered]) -> bool:
    return any(one.says_otherwise for kind in kinds for one in kind)


def _any(texts: Iterable[str], *starts: str) -> bool:
    return any(text.startswith(starts) for text in texts)


def _json(difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int) -> str:
    values = dataclasses.asdict(difference) if difference else {}
    values.pop("duplicates", None)
    listed = [head(problem, prefix) for problem in problems]
    whole = {"summary": summary(problems, records), "problems": listed} | values
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
