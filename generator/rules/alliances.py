"""Laws of alliances: their members are other records, and no alliance is within itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem
from generator.reading.placement import path_of
from generator.rules.names import ALLIANCE
from generator.rules.parts import PartLaw, is_not, written

R369 = Code(
    "R369",
    ERROR,
    "不是联盟，却写了成员工作室",
    meaning="成员工作室说的是联盟由哪些工作室组成；一个工作室里的人数写在 members。",
    bad="kind: 工作室，又写了 member_workshops: [DL0002]",
    remedy="是联盟的，kind 写 联盟；不是的，删去 member_workshops。",
)
only_an_alliance_has_members = law_of_one(
    PartLaw(
        R369,
        "",
        (is_not("kind", ALLIANCE), written("member_workshops")),
        "member_workshops",
        "“{name}”不是联盟，却写了成员工作室",
        "是联盟的，请把 kind 改为 联盟；不是的，请删去 member_workshops。",
    )
)


R370 = Code(
    "R370",
    ERROR,
    "成员工作室没有记录",
    meaning="联盟和成员的页面互相链接；编号没有记录，或者就是联盟自己，链接就没有去处。",
    bad="member_workshops 里写着一个没有记录的编号",
    remedy="核对编号；还没有记录的成员，先补录，或者先不写。",
)


@law
def member_is_another_record(registry: Registry, today: date) -> Iterator[Problem]:
    """Each member of an alliance is a record, another one (R370)."""
    for workshop in registry.workshops:
        for number, id_ in enumerate(workshop.member_workshops, start=1):
            mark = workshop.mark(f"member_workshops.{number}")
            if id_ == workshop.id:
                message = f"成员工作室写的 {id_} 就是这个联盟自己"
                yield Problem(workshop.path, mark, R370, message, "请改成成员工作室的编号，或者删去。")
            elif id_ not in registry.workshop_by_id and path_of(id_) not in registry.texts:
                moved = next((it.to for it in registry.redirects if it.from_ == f"workshops/{id_}/"), "")
                remedy = "请核对编号；还没有记录的成员，先补录，或者先不写。"
                if moved:
                    remedy = f"它的记录已经合并，网址改到 {moved}，请改成那里的编号。"
                yield Problem(workshop.path, mark, R370, f"没有编号为 {id_} 的记录", remedy)


R360 = Code(
    "R360",
    ERROR,
    "联盟绕一圈成了自己的成员",
    meaning="联盟可以由联盟组成，但是一个联盟不能在自己里面。",
    bad="DL0007 的成员里有 DL0009，DL0009 的成员里又有 DL0007",
    remedy="核对是哪一个属于哪一个，删去另一边。",
)


@law
def alliance_is_not_within_itself(registry: Registry, today: date) -> Iterator[Problem]:
    """From member to member one never comes back to the alliance (R360)."""
    for workshop in registry.workshops:
        for number, id_ in enumerate(workshop.member_workshops, start=1):
            if id_ != workshop.id and workshop.id in _within(registry, id_):
                other = registry.workshop_by_id[id_]
                message = f"{id_}（{other.name}）是成员，这个联盟又在它里面"
                mark = workshop.mark(f"member_workshops.{number}")
                yield Problem(workshop.path, mark, R360, message, R360.remedy)


def _within(registry: Registry, id_: str) -> set[str]:
    """The ids of all that are in an alliance, and in what is in it."""
    found: set[str] = set()
    waiting = [id_]
    while waiting:
        held: Workshop | None = registry.workshop_by_id.get(waiting.pop())
        new = [it for it in held.member_workshops if it not in found] if held else []
        found.update(new)
        waiting += new
    return found
