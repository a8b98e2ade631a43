"""Laws of designations and events: each has a notice or a source, and agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.notices import Listed, Notice
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading.likeness import guess
from generator.rules.dates import past
from generator.rules.parts import Condition, PartLaw, unwritten

R341 = Code(
    "R341",
    ERROR,
    "没有这份通知或通报",
    meaning="记录引用的通报要在 registry/notices 里，读者才能看到依据。",
    bad="notice: naming-2032",
    remedy="核对编号；通报还没有录入的，先在 registry/notices 里建文件。",
)


def _cited_exists(of: str) -> PartLaw:
    message = "没有编号为“{notice}”的通知或通报"
    remedy = "请改正编号（现有{known}），或先录入 registry/notices/{notice}.yml。"
    return PartLaw(R341, of, (Condition("no_notice", "notice"),), "notice", message, remedy)


notice_of_designation_exists = law(_cited_exists("designations"))
notice_of_event_exists = law(_cited_exists("events"))


R342 = Code(
    "R342",
    ERROR,
    "引用的不是命名通报",
    meaning="推荐通知只是请各单位推荐，不能证明已获命名。",
    bad="命名的 notice 写成了推荐通知 2019-24",
    remedy="改成命名通报的编号。",
)


@law
def designation_cites_naming_notice(registry: Registry, today: date) -> Iterator[Problem]:
    """The notice of a designation is a 命名通报 (R342; a call for applications names no workshop)."""
    for workshop, named, notice in _cited(registry):
        if notice.kind != "命名通报":
            message = f"“{notice.id}”是{notice.kind}，不是命名通报"
            yield Problem(workshop.path, named.mark("notice"), R342, message, "请写命名通报的编号。")


R343 = Code(
    "R343",
    ERROR,
    "通报的名单里没有这个名称",
    meaning="通报列有名单，名单里没有，就不能说由它命名。",
    bad="名单里是“王建强职工创新工作室”，记录里是“王建钢职工创新工作室”",
    remedy="对照通报原文，改正名称；名称后来改过的，把旧名写进 former_names；名单漏录的，补进通报的 names。",
)
# The old name must not be asked for where its leader asked to be taken down.
TAKEN_DOWN = (
    "领衔人本人要求撤下的，请把 registry/{path} 名单里这个工作室的那一项也改写成和记录的 name 一样，"
    "里面的姓名写作“×××（{id}）”；不要把旧名写进 former_names。"
)


@law
def notice_names_the_workshop(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice that lists names lists each workshop that cites it, by its name or a former one and all that is given (R343)."""
    for notice, records, _, strangers in registry.namings.values():
        for workshop, entries in strangers if notice.names else ():
            named = next(one for one in workshop.designations if one.notice == notice.id)
            message, remedy = _not_listed(workshop, notice, entries, records)
            if workshop.leader and workshop.leader.is_taken_down and not entries:
                remedy = TAKEN_DOWN.format(path=notice.path, id=workshop.id)
            yield Problem(workshop.path, named.mark("notice"), R343, message, remedy)


def _not_listed(
    workshop: Workshop, notice: Notice, entries: tuple[Listed, ...], records: tuple[Workshop | None, ...]
) -> tuple[str, str]:
    """Why no entry of the list is the workshop's, and what to do. `entries`: those of its name."""
    held = [
        f"{record.id}（{record.name}）"
        for entry, record in zip(notice.names, records, strict=True)
        if record and entry in entries
    ]
    if held and len(held) == len(entries):
        message = (
            f"通报 {notice.id} 的名单里“{entries[0].name}”只有 {len(entries)} 处，已经是 {'、'.join(held)} 的"
        )
        remedy = f"同一个工作室的，请合并；同名的两个都在名单里的，请照通报在 registry/{notice.path} 里写两次；写错通报的，请改正。"
    elif entries:
        message = f"通报 {notice.id} 的名单里是“{entries[0]}”，和这份记录的单位、领衔人或推荐工会不一样"
        remedy = f"请对照通报原文：记录写错的改正记录，名单抄错的改正 registry/{notice.path}；是另一个同名工作室的，请改正 notice。"
    else:
        message = f"通报 {notice.id} 的名单里没有“{workshop.name}”"
        near = guess(workshop.name, [one.name for one in notice.names if one.name[0] == workshop.name[0]])
        remedy = (
            f"{near}请对照通报原文：名称写错就改正；后来改过名的，把旧名写进 former_names；"
            f"名单漏录的，补进 registry/{notice.path}。"
        )
    return message, remedy


R344 = Code(
    "R344",
    ERROR,
    "命名日期和通报不一致",
    meaning="命名日期就是通报的日期，两处不同必有一处写错。",
    bad="date: 2022-07-13，通报是 2023-07-13",
    remedy="对照通报原文改正。",
)


@law
def designation_agrees_with_notice(registry: Registry, today: date) -> Iterator[Problem]:
    """A designation has the date of its notice, as far as both are known (R344)."""
    for workshop, named, notice in _cited(registry):
        day, issued = past(named.date, today), past(notice.date, today)
        if notice.kind == "命名通报" and day and issued and not day.agrees(issued):
            message = f"命名日期 {day.iso} 和通报 {notice.id} 的日期 {issued.iso} 不一致"
            remedy = f"请对照通报原文，改为 {issued.iso}，或改正通报的编号。"
            yield Problem(workshop.path, named.mark("date"), R344, message, remedy)


R345 = Code(
    "R345",
    ERROR,
    "命名没有依据",
    meaning="每次命名都要说得出依据：一份通报，或一条来源。",
    bad="命名没有 notice，来源的 supports 里也没有 designations",
    remedy="加上 notice，或在来源的 supports 里加上 designations。",
)
designation_has_basis = law(
    PartLaw(
        R345,
        "designations",
        (unwritten("notice"), Condition("unsupported")),
        "title",
        "“{title}”没有依据",
        "请加上 notice（通报编号），或在证明它的来源的 supports 里加上 {item}。",
    )
)


R346 = Code(
    "R346",
    ERROR,
    "同一次命名写了两次",
    meaning="统计时会多算一次。",
    bad="designations 里有两项都是 2023 年的大连市职工创新工作室",
    remedy="删去一处。",
)


@law
def designation_stands_once(registry: Registry, today: date) -> Iterator[Problem]:
    """The same title of the same date occurs once in a record (R346)."""
    for workshop in registry.workshops:
        seen: dict[tuple[str, object], Designation] = {}
        for named in workshop.designations:
            first = seen.setdefault((named.title, named.date), named)
            if first is not named:
                line = first.mark("title").line
                message = f"“{named.title}”写了两次，称号和日期都相同，第一次在第 {line} 行"
                yield Problem(workshop.path, named.mark("title"), R346, message, "请删去一处。")


R347 = Code(
    "R347",
    ERROR,
    "后续情况没有依据",
    meaning="更名、撤销等都要说得出依据。",
    bad="events:\n  - kind: 撤销\n    date: 2021-05",
    remedy="加上 notice（通报编号）或 source（文件名称或公开出处）。",
)
event_has_basis = law(
    PartLaw(
        R347,
        "events",
        (unwritten("notice"), unwritten("source")),
        "kind",
        "{date} 的“{kind}”没有依据",
        "请加上 notice（通报编号）或 source（文件名称或公开出处）。",
    )
)


def _cited(registry: Registry) -> Iterator[tuple[Workshop, Designation, Notice]]:
    """Yield designations with the notice that they cite, if it could be read."""
    for workshop in registry.workshops:
        for named in workshop.designations:
            notice = registry.notice_by_id.get(named.notice or "")
            if notice:
                yield workshop, named, notice
