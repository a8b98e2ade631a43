"""What search looks into: of each workshop its short fields and its full text, and how both are written to be compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model import Workshop
from generator.reading import Registry

# site_src/pages/assets/search-index.js drops the same characters: white space and what nobody sees.
_DROPPED = frozenset(
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\xad\u1680\u2028\u2029\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u3000\ufeff"
) | {chr(code) for code in range(0x2000, 0x2010)}

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
TEXT_KINDS = ("事迹简介", "成果", "命名", "后续情况", "荣誉和职称", "地址")


class Text(NamedTuple):
    """A part of a full text: the place of its kind in TEXT_KINDS, and what it says."""

    kind: int
    text: str


class _Folding(dict[int, str]):
    """What each character is compared as: NFKC, lower case, nothing for white space. Character by character, so that a
    match can be marked in the text as it was written."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = "".join(character for character in folded if character not in _DROPPED)
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text as it is compared: full and half width, upper and lower case are one, white space is none."""
    return text.translate(_FOLDING)


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
        yield from ((2, text) for text in (named.title, named.date.chinese if named.date else None))
    for event in workshop.events:
        yield from ((3, text) for text in (event.kind, event.date.chinese, event.note, event.source))
    leader = workshop.leader
    if leader and leader.name:
        titles = (*(honour.name for honour in leader.honours), leader.skill_grade, leader.professional_title)
        yield from ((4, text) for text in titles)
    yield 5, workshop.location.address if workshop.location else None


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
