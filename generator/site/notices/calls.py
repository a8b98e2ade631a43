"""A call for applications read further: its conditions as questions, its procedure as steps."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model.noticetext import Block, section

_NUMBER = re.compile(r"[0-9]+\.\s*")
_MUST = re.compile(r"必须(.+?)。")
_BINDS = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}[省市区县])?(劳模|职工)创新工作室"
)  # at the start; 劳模和职工创新工作室 means both
_YEARS = re.compile(r"运行\s*([0-9]+)\s*年以上")


class Requirement(NamedTuple):
    """One condition in the call's own words; `category` is 劳模 or 职工 if it applies only to that category."""

    text: str
    category: str | None = None


class Step(NamedTuple):
    """One step of the procedure: its name and its text in the call."""

    name: str
    text: str


def conditions(blocks: tuple[Block, ...]) -> tuple[Requirement, ...]:
    """Return the conditions under 推荐申报条件: first what every workshop 必须 have, then the numbered items."""
    required: list[Requirement] = []
    for block in section(blocks, "申报条件"):
        must = _MUST.search(block.text) if block.kind == "paragraph" else None
        if must:
            required += [Requirement(part) for part in must[1].split("、")]
        if block.kind == "item":
            text = _NUMBER.sub("", block.text, count=1)
            binds = _BINDS.match(text)
            required.append(Requirement(text, binds[1] if binds else None))
    return tuple(required)


def steps(blocks: tuple[Block, ...]) -> tuple[Step, ...]:
    """Return the numbered items under 推荐命名程序; each starts with its name: `1. 申请。…`."""
    items = (block for block in section(blocks, "命名程序") if block.kind == "item")
    parts = (_NUMBER.sub("", item.text, count=1).partition("。") for item in items)
    return tuple(Step(name, text.strip()) for name, _, text in parts)


def years(required: tuple[Requirement, ...]) -> int | None:
    """Return for how many years a workshop must have been active, if a condition requires it: 已有效运行2年以上."""
    matches = (_YEARS.search(condition.text) for condition in required)
    return next((int(match[1]) for match in matches if match), None)
