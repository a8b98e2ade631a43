"""Laws of designations and events: each has a notice or a source, and agrees with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem
from generator.reading.likeness import nearest_few
from generator.rules.dates import past
from generator.rules.parts import Condition, PartLaw, unwritten

R340 = Code(
    "R340",
    WARNING,
    "称号和词表里的差几个字",
    meaning="同一个称号写成两样，统计和查找时会分成两处。称号可以不在词表里；只差几个字的，多半是写错或写成了简称。",
    bad="title: 大连市职工创新工作间",
    remedy="对照命名文件；文件就是这样写的，可以不改。",
)


@law_of_one
def title_is_no_near_miss(registry: Registry, today: date) -> Iterator[Problem]:
    """A free title is not almost a title of the vocabulary (R340)."""
    tried: dict[tuple[str, str], list[str]] = {}  # a register has few titles, each many times
    for workshop in registry.workshops:
        for named in workshop.designations:
            asked = (named.title, named.level)
            if asked not in tried:
                tried[asked] = [] if registry.title(named.title) else _close(registry, named)
            if close := tried[asked]:
                message = f"称号“{named.title}”和词表里的只差几个字"
                remedy = f"是不是{'、'.join(f'“{it}”' for it in close)}？请对照命名文件；文件就是这样写的，可以不改。"
                yield Problem(workshop.path, named.mark("title"), R340, message, remedy)


def _close(registry: Registry, named: Designation) -> list[str]:
    """The printed forms that the title almost is, two at most; a title of another level must be still more alike."""
    forms = {
        text: term for term in registry.terms("designation_titles") for text in (term.name, *term.former)
    }
    same = [text for text, term in forms.items() if term.level in (None, named.level)]
    return nearest_few(named.title, same, 2, _NEAR) or nearest_few(named.title, forms, 2, _ALMOST)


# 示范性 left out of a title leaves 0.9, 沈阳市 for 大连市 0.8, 甘井子区 for 大连市 0.7.
_NEAR, _ALMOST = 0.75, 0.9


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


notice_of_designation_exists = law_of_one(_cited_exists("designations"))
notice_of_event_exists = law_of_one(_cited_exists("events"))


R342 = Code(
    "R342",
    ERROR,
    "引用的不是命名通报",
    meaning="推荐通知只是请各单位推荐，不能证明已获命名。",
    bad="命名的 notice 写成了推荐通知 2026-5",
    remedy="改成命名通报的编号。",
)


@law_of_one
def designation_cites_naming_notice(registry: Registry, today: date) -> Iterator[Problem]:
    """The notice of a designation is a 命名通报 (R342; a call for applications names no workshop)."""
    for workshop, named, notice in _cited(registry):
        if not notice.is_naming:
            message = f"“{notice.id}”是{notice.kind}，不是命名通报"
            yield Problem(workshop.path, named.mark("notice"), R342, message, "请写命名通报的编号。")


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
        if notice.is_naming and day and issued and not day.agrees(issued):
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
designation_has_basis = law_of_one(
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


@law_of_one
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
event_has_basis = law_of_one(
    PartLaw(
        R347,
        "events",
        (unwritten("notice"), unwritten("source")),
        "kind",
        "{date} 的“{kind}”没有依据",
        "请加上 notice（通报编号）或 source（文件名称或公开出处）。",
    )
)


R350 = Code(
    "R350",
    ERROR,
    "级别和称号不符",
    meaning="词表里的称号只有一个级别；级别写错，名录、统计和铜牌都会跟着错。",
    bad="title: 某省劳模创新工作室\nlevel: 市级",
    remedy="核对称号和级别；级别没有写错的，请对照命名文件改称号。",
)
level_is_of_the_title = law_of_one(
    PartLaw(
        R350,
        "designations",
        (Condition("not_of_title", "level"),),
        "level",
        "“{title}”是{level_of_title}的称号，级别却写了“{level}”",
        "请改为 {level_of_title}；级别没有写错的，请对照命名文件改称号。",
    )
)


def _cited(registry: Registry) -> Iterator[tuple[Workshop, Designation, Notice]]:
    """Yield designations with the notice that they cite, if it could be read."""
    for workshop in registry.workshops:
        for named in workshop.designations:
            notice = registry.notice_by_id.get(named.notice or "")
            if notice:
                yield workshop, named, notice
