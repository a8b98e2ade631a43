"""What search looks into: of each workshop its short fields and its full text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.registry import Registry
from generator.model.workshop import Workshop

# Key and label of each short field, in the order in which results are grouped.
SHORT_FIELDS = (
    ("name", "名称"),
    ("former", "曾用名"),
    ("leader", "领衔人"),
    ("unit", "单位"),
    ("district", "区域"),
    ("zone", "开放先导区"),
    ("industry", "行业"),
    ("category", "类别"),
    ("level", "级别"),
    ("field", "专业方向"),
    ("recommender", "推荐工会"),
    ("notice", "通知通报"),
    ("status", "状态"),
)
TEXT_KINDS = (
    "事迹简介",
    "成果",
    "命名",
    "后续情况",
    "荣誉和职称",
    "地址",
    "成立时间",
    "照片",
    "来源",
    "更正",
)


class Text(NamedTuple):
    """A part of a full text: the place of its kind in TEXT_KINDS, and what it says."""

    kind: int
    text: str


def short_fields(registry: Registry, workshop: Workshop) -> tuple[tuple[str, ...], ...]:
    """The values of SHORT_FIELDS, in that order; none where unknown. What is shown stands first, its other names after."""
    leader = workshop.leader.name if workshop.leader else None
    industry = registry.term("industries", workshop.industry)
    return (
        (workshop.name,),
        workshop.former_names,
        _known(leader),
        _known(workshop.unit),
        _with_former(registry, "districts", workshop.district),
        _with_former(registry, "zones", workshop.zone),
        _known(industry.name, workshop.industry) if industry else _known(workshop.industry),
        _known(workshop.category),
        _known(workshop.level),
        _known(workshop.field),
        _known(workshop.recommender),
        tuple(_notices(registry, workshop)),
        (workshop.status,),
    )


def full_text(workshop: Workshop) -> tuple[Text, ...]:
    """All that a workshop's page tells beside its short fields, part by part; a match lies within one part."""
    return tuple(Text(kind, text) for kind, text in _told(workshop) if text)


def _told(workshop: Workshop) -> Iterator[tuple[int, str | None]]:
    yield 0, workshop.summary
    for achievement in workshop.achievements:
        yield from ((1, text) for text in (achievement.title or achievement.kind, achievement.evidence))
    for named in workshop.designations:
        yield from ((2, text) for text in (named.title, _day(named.date)))
    for event in workshop.events:
        yield from ((3, text) for text in (event.kind, event.date.chinese, event.note, event.source))
    leader = workshop.leader
    if leader and leader.name:
        yield from ((4, honour.name) for honour in leader.honours)
        yield from ((4, text) for text in (leader.skill_grade, leader.professional_title, leader.education))
    yield 5, workshop.location.address if workshop.location else None
    yield 6, _day(workshop.established)
    if not (leader and leader.name is None):
        yield from _around(workshop)


def _around(workshop: Workshop) -> Iterator[tuple[int, str | None]]:
    """What stands around the record proper. Any of it may name the leader: it is not searched when that name was taken
    down."""
    for photo in workshop.photos:
        yield from ((7, text) for text in (photo.alt, photo.credit))
    for source in workshop.sources:
        yield from ((8, text) for text in (source.title, source.publisher, _day(source.date)))
    for correction in workshop.corrections:
        yield from (
            (9, text) for text in (correction.what, correction.before, correction.after, correction.why)
        )


def _day(date: PartialDate | None) -> str | None:
    return date.chinese if date else None


def _notices(registry: Registry, workshop: Workshop) -> Iterator[str]:
    cited = [*(named.notice for named in workshop.designations), *(event.notice for event in workshop.events)]
    for id_ in dict.fromkeys(cited):
        notice = registry.notice_by_id.get(id_ or "")
        if notice:
            yield from _known(notice.title, notice.number)


def _with_former(registry: Registry, vocabulary: str, name: str | None) -> tuple[str, ...]:
    term = registry.term(vocabulary, name)
    return _known(name, *(term.former if term else ()))


def _known(*values: str | None) -> tuple[str, ...]:
    return tuple(_filled(values))


def _filled(values: Iterable[str | None]) -> Iterator[str]:
    return (value for value in values if value)
