"""Laws of designations and events: each rests on a notice or a source, and agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.papers import Notice
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.problems.problem import Problem
from generator.reading.kind import guess
from generator.rules import parts
from generator.rules.dates import past
from generator.rules.parts import Condition, Law, unwritten

_CITED = tuple(
    Law(
        "R341",
        of,
        (Condition("no_notice", "notice"),),
        "notice",
        "没有编号为“{notice}”的通知或通报",
        "请改正编号（现有{known}），或先录入 registry/notices/{notice}.yml。",
    )
    for of in ("designations", "events")
)
_BASELESS = Law(
    "R345",
    "designations",
    (unwritten("notice"), Condition("unsupported")),
    "title",
    "“{title}”没有依据",
    "请加上 notice（通报编号），或在证明它的来源的 supports 里加上 {item}。",
)
_GROUNDLESS = Law(
    "R347",
    "events",
    (unwritten("notice"), unwritten("source")),
    "kind",
    "{date} 的“{kind}”没有依据",
    "请加上 notice（通报编号）或 source（文件名称或公开出处）。",
)
LAWS = (*_CITED, _BASELESS, _GROUNDLESS)


def cited_notice_exists(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice that a designation or event cites is in registry/notices (R341)."""
    for law in _CITED:
        yield from parts.tell(law, registry)


def designation_cites_naming_notice(registry: Registry, today: date) -> Iterator[Problem]:
    """The notice of a designation is a 命名通报 (R342; a call for applications names nobody)."""
    for workshop, named, notice in _cited(registry):
        if notice.kind != "命名通报":
            message = f"“{notice.id}”是{notice.kind}，不是命名通报"
            yield Problem(workshop.path, named.mark("notice"), "R342", message, "请写命名通报的编号。")


def notice_names_the_workshop(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice that lists names lists the workshop that cites it, by its name or a former one (R343)."""
    for workshop, named, notice in _cited(registry):
        known = {workshop.name, *workshop.former_names}
        if (
            notice.kind == "命名通报"
            and "names" in notice.at
            and notice.names
            and not known & set(notice.names)
        ):
            message = f"通报 {notice.id} 的名单里没有“{workshop.name}”"
            near = guess(workshop.name, [name for name in notice.names if name[0] == workshop.name[0]])
            remedy = (
                f"{near}请对照通报原文：名称写错就改正；后来改过名的，把旧名写进 former_names；"
                f"名单漏录的，补进 registry/{notice.path}。"
            )
            yield Problem(workshop.path, named.mark("notice"), "R343", message, remedy)


def designation_agrees_with_notice(registry: Registry, today: date) -> Iterator[Problem]:
    """A designation has the date of its notice, as far as both are known (R344)."""
    for workshop, named, notice in _cited(registry):
        day, told = past(named.date, today), past(notice.date, today)
        if notice.kind == "命名通报" and day and told and not day.agrees(told):
            message = f"命名日期 {day.iso} 和通报 {notice.id} 的日期 {told.iso} 不一致"
            remedy = f"请对照通报原文，改为 {told.iso}，或改正通报的编号。"
            yield Problem(workshop.path, named.mark("date"), "R344", message, remedy)


def designation_has_basis(registry: Registry, today: date) -> Iterator[Problem]:
    """A designation without a notice is supported by a source (R345); not told where `supports` is broken."""
    yield from parts.tell(_BASELESS, registry)


def designation_stands_once(registry: Registry, today: date) -> Iterator[Problem]:
    """The same title of the same date stands once in a record (R346)."""
    for workshop in registry.workshops:
        seen: dict[tuple[str, object], Designation] = {}
        for named in workshop.designations:
            first = seen.setdefault((named.title, named.date), named)
            if first is not named:
                line = first.mark("title").line
                message = f"“{named.title}”写了两次，称号和日期都相同，第一次在第 {line} 行"
                yield Problem(workshop.path, named.mark("title"), "R346", message, "请删去一处。")


def event_has_basis(registry: Registry, today: date) -> Iterator[Problem]:
    """An event rests on a notice or on a source that it names (R347)."""
    yield from parts.tell(_GROUNDLESS, registry)


def _cited(registry: Registry) -> Iterator[tuple[Workshop, Designation, Notice]]:
    """Designations with the notice that they cite, where it could be read."""
    for workshop in registry.workshops:
        for named in workshop.designations:
            notice = registry.notice_by_id.get(named.notice or "")
            if notice:
                yield workshop, named, notice
