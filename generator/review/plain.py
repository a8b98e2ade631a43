"""A change as plain lines, for whoever looks at it in a terminal: what the comment says, without the marks of a forge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.libraries.characters import visible
from generator.problems.problem import Problem
from generator.problems.reports import head, summary
from generator.review.difference import CHANGED, NOTHING, OTHERS, TWINS, Altered, Difference
from generator.review.rows import ITEM, FieldChange


def plain(
    difference: Difference | None, problems: Sequence[Problem], prefix: str, records: int
) -> Iterator[str]:
    """Yield the lines. `difference` is None if the change is too large to compare; the problems say so."""
    for problem in problems:
        yield from (_line(head(problem, prefix)), f"  改法：{_line(problem.remedy)}")
    yield f"{summary(problems, records)}。"
    if not difference:
        return
    if not difference.altered and not difference.others:
        yield NOTHING
    for one in difference.altered:
        yield from ("", _line(f"{one.kind}{one.what} {one.id} {one.name}"), *_below(one))
    yield from _list(
        OTHERS, [f"{one.shown}{f'（{one.kind}）' if one.kind else ''}" for one in difference.others]
    )
    yield from _list(TWINS, [f"{one.path}：{one.message}" for one in difference.duplicates])
    yield from ("", f"会变的网页：{len(difference.pages)} 个。")


def _below(one: Altered) -> Iterator[str]:
    if one.instead:
        yield f"  {one.instead}"
    for row in one.changed:
        yield f"  {_line(row.label)}：{_both(row) if one.kind == CHANGED else _line(row.after or row.before)}"
    if one.taken_along:
        named = "、".join(_line(f"{id_} {name}") for id_, name in one.taken_along)
        yield f"  用到这些词条、跟着变的记录有 {len(one.taken_along)} 条：{named}。"


def _both(row: FieldChange) -> str:
    before, after = _line(row.before), _line(row.after)
    if row.kind == ITEM:
        return "，".join(f"{sign}{text}" for sign, text in (("－", before), ("＋", after)) if text)
    return f"{before or '（没有）'} → {after or '（删去）'}"


def _list(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield from ("", f"{title}：", *(f"  {_line(item)}" for item in items))


def _line(text: str) -> str:
    return visible(re.sub(r"\s+", " ", text))
