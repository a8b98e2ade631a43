"""The law of duplicates: one workshop, one record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import Problem

# Words that many names share, after NFKC. The page 新增/更正工作室 uses the same pattern: it must mean the same in JavaScript.
COMMON = r"劳模|职工|创新|工作室|大连市|[ \t\r\n()\[\]<>{}《》〈〉【】〔〕「」“”\x22'·.,、-]"
_COMMON = re.compile(COMMON)


R361 = Code(
    "R361",
    ERROR,
    "同一个工作室有两份记录",
    meaning="名称相同，单位或领衔人也相同，是同一个工作室登记了两次。",
    bad="DL0001 和 DL0008 都是中车大连电牵公司的王建强职工创新工作室",
    remedy="合并成一份，留下先登记的编号。",
)
R362 = Code(
    "R362",
    WARNING,
    "名称和别的记录几乎一样",
    meaning="去掉“劳模”“职工”“创新”、括号和空格后相同，可能是同一个工作室。",
    bad="DL0001 王建强职工创新工作室，DL0008 王建强劳模创新工作室",
    remedy="核对是不是同一个工作室；是就合并，不是就不用改。",
)
R363 = Code(
    "R363",
    WARNING,
    "领衔人和单位与别的记录相同",
    meaning="同一单位同一个人领衔两个工作室很少见，可能是改名后又登记了一次。",
    bad="DL0001 和 DL0008 都由中车大连电牵公司的王建强领衔",
    remedy="核对是不是同一个工作室；是就合并，旧名写进 former_names。",
)
DUPLICATES = (R361, R362, R363)


@law
def workshop_stands_once(registry: Registry, today: date) -> Iterator[Problem]:
    """A workshop has one record: no other has nearly its name, or its leader and unit (R361, R362, R363).

    The problem is at the later id, with the strongest of the three codes. One pass: records are compared in a table by key.
    """
    by_name: dict[str, Workshop] = {}
    by_leader: dict[tuple[str, str], Workshop] = {}
    for workshop in registry.workshops:
        names = {bare for name in (workshop.name, *workshop.former_names) if (bare := bare_name(name))}
        leader = _leader_and_unit(workshop)
        same_name = next((by_name[name] for name in sorted(names) if name in by_name), None)
        same_leader = by_leader.get(leader) if leader else None
        problem = _problem(workshop, same_name, same_leader)
        if problem:
            yield problem
        for name in names:
            by_name.setdefault(name, workshop)
        if leader:
            by_leader.setdefault(leader, workshop)


def bare_name(name: str) -> str:
    """Return a name without the words, brackets and spaces that many names share."""
    return _COMMON.sub("", unicodedata.normalize("NFKC", name))


def _leader_and_unit(workshop: Workshop) -> tuple[str, str] | None:
    name = workshop.leader and workshop.leader.name
    return (name, workshop.unit) if name and workshop.unit else None


def _problem(workshop: Workshop, same_name: Workshop | None, same_leader: Workshop | None) -> Problem | None:
    other = same_name or same_leader
    if other is None or other.id == workshop.id:  # the same id twice is R303
        return None
    place = f"{other.id}（{other.name}，registry/{other.path}）"
    if same_name and same_name.name == workshop.name and _same_unit_or_leader(workshop, same_name):
        remedy = f"请合并到 {other.id}，删去这一份。"
        return Problem(workshop.path, workshop.mark("name"), R361, f"和 {place}是同一个工作室", remedy)
    remedy = "请核对是不是同一个工作室：是就合并成一份，不是就不用改。"
    if same_name:
        return Problem(workshop.path, workshop.mark("name"), R362, f"名称和 {place}几乎一样", remedy)
    return Problem(workshop.path, workshop.mark("unit"), R363, f"领衔人和单位与 {place}相同", remedy)


def _same_unit_or_leader(one: Workshop, other: Workshop) -> bool:
    leaders = [workshop.leader and workshop.leader.name for workshop in (one, other)]
    return bool(one.unit and one.unit == other.unit) or bool(leaders[0] and leaders[0] == leaders[1])
