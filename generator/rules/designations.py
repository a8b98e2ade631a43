"""Laws of designations and events: each rests on a notice or a source, and agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.fields import guess
from generator.model import Designation, Event, Workshop
from generator.papers import Notice
from generator.problems import Problem, choices
from generator.reading import Registry
from generator.rules.dates import past
from generator.rules.sources import supports_are_whole


def cited_notice_exists(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice that a designation or event cites is in registry/notices (R341)."""
    for workshop in registry.workshops:
        citing: list[Designation | Event] = [*workshop.designations, *workshop.events]
        for part in citing:
            if part.notice and f"notices/{part.notice}.yml" not in registry.texts:
                message = f"没有编号为“{part.notice}”的通知或通报"
                known = choices(sorted(registry.notice_by_id, reverse=True))
                remedy = f"请改正编号（现有{known}），或先录入 registry/notices/{part.notice}.yml。"
                yield Problem(workshop.path, part.mark("notice"), "R341", message, remedy)


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
    for workshop in registry.workshops:
        if not supports_are_whole(workshop):
            continue
        numbers = sorted(key for key in workshop.at if key.startswith("designations."))
        whole = len(numbers) == len(workshop.designations)
        for number, named in enumerate(workshop.designations, start=1):
            key = f"designations.{number}" if whole else "designations"
            if "notice" not in named.at and not workshop.supporting(key):
                message = f"“{named.title}”没有依据"
                remedy = f"请加上 notice（通报编号），或在证明它的来源的 supports 里加上 {key}。"
                yield Problem(workshop.path, named.mark("title"), "R345", message, remedy)


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
    for workshop in registry.workshops:
        for event in workshop.events:
            if not {"notice", "source"} & set(event.at):
                message = f"{event.date.iso} 的“{event.kind}”没有依据"
                remedy = "请加上 notice（通报编号）或 source（文件名称或公开出处）。"
                yield Problem(workshop.path, event.mark("kind"), "R347", message, remedy)


def _cited(registry: Registry) -> Iterator[tuple[Workshop, Designation, Notice]]:
    """Designations with the notice that they cite, where it could be read."""
    for workshop in registry.workshops:
        for named in workshop.designations:
            notice = registry.notice_by_id.get(named.notice or "")
            if notice:
                yield workshop, named, notice
