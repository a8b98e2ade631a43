"""What a call for applications says, read further: its conditions as questions, its procedure as steps."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model.noticetext import Block, section

_NUMBER = re.compile(r"[0-9]+\.\s*")
_MUST = re.compile(r"必须(.+?)。")
_BINDS = re.compile(
    r"(?:\w{1,6}[省市区县])?(劳模|职工)创新工作室"
)  # at the beginning; 劳模和职工创新工作室 are both
_YEARS = re.compile(r"运行\s*([0-9]+)\s*年以上")


class Requirement(NamedTuple):
    """One condition in the call's own words; `category` is 劳模 or 职工 where it binds only that."""

    text: str
    category: str | None = None


class Step(NamedTuple):
    """One step of the procedure: what the call names it, and what it says of it."""

    name: str
    text: str


def conditions(blocks: tuple[Block, ...]) -> tuple[Requirement, ...]:
    """What stands under 推荐申报条件: first what every workshop 必须 have, then the numbered items."""
    found: list[Requirement] = []
    for block in section(blocks, "申报条件"):
        must = _MUST.search(block.text) if block.kind == "paragraph" else None
        if must:
            found += [Requirement(part) for part in must[1].split("、")]
        if block.kind == "item":
            text = _NUMBER.sub("", block.text, count=1)
            binds = _BINDS.match(text)
            found.append(Requirement(text, binds[1] if binds else None))
    return tuple(found)


def steps(blocks: tuple[Block, ...]) -> tuple[Step, ...]:
    """The numbered items under 推荐命名程序, each of which begins with its name: `1. 申请。…`."""
    items = (block for block in section(blocks, "命名程序") if block.kind == "item")
    told = (_NUMBER.sub("", item.text, count=1).partition("。") for item in items)
    return tuple(Step(name, text.strip()) for name, _, text in told)


def years(asked: tuple[Requirement, ...]) -> int | None:
    """For how many years a workshop must have been at work, where a condition says so: 已有效运行2年以上."""
    found = (_YEARS.search(condition.text) for condition in asked)
    return next((int(match[1]) for match in found if match), None)
