"""The made-up records themselves, in the schema's order of keys; what is unknown is left out, as in truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from tests.made.synthetic import parts, prose
from tests.made.synthetic.careers import Career, draw_career, draw_events, partial, title, unit_renamed
from tests.made.synthetic.notices import Naming, naming_date
from tests.made.synthetic.people import People
from tests.made.synthetic.places import Unit, Units
from tests.made.synthetic.trades import TITLES
from tests.made.synthetic.yamltext import Value

_SKILLS = (
    "学徒工",
    "初级工",
    "中级工",
    "高级工",
    "高级工",
    "技师",
    "技师",
    "高级技师",
    "高级技师",
    "特级技师",
    "首席技师",
)
_EDUCATION = (
    "研究生",
    "大学本科",
    "大学本科",
    "大学本科",
    "大学专科",
    "大学专科",
    "中等职业",
    "普通高级中学",
    "初级中学",
)
_TOPICS = ("", "先锋", "匠心", "启航", "攀登", "求索")
_REMOVED = "本人要求撤下"
Record = dict[str, Value]
_Kept = TypeVar("_Kept")


@dataclass(frozen=True)
class _Draft:
    """What several parts of a record must agree on."""

    number: int
    unit: Unit
    career: Career
    kind: str
    category: str | None
    basis: dict[str, str]
    person: str
    pinyin: str | None
    subject: str
    field: str
    district: str | None

    @property
    def removed(self) -> bool:
        """Whether the leader asked not to be named."""
        return self.basis["kind"] == _REMOVED

    def named(self, subject: str) -> str:
        """A workshop's name, after a person or a subject."""
        return f"{subject}{self.category or ''}创新工作室{'联盟' if self.kind == '联盟' else ''}"


class Workshops:
    """Draws record after record; no two have the same name, nor the same leader, and none is a real one's (`real_names`)."""

    def __init__(
        self, rng: Random, districts_geojson: bytes, naming: Naming, real_names: Iterable[str]
    ) -> None:
        self._rng = rng
        self._people = People(rng, real_names)
        self._units = Units(rng, districts_geojson)
        self._naming = naming
        self._subjects: set[str] = set()

    def draw(self, number: int) -> Record:
        """The record with that number."""
        rng, draft = self._rng, self._draft(number)
        name = draft.named(draft.subject)
        events, happened = draw_events(rng, draft.career)
        former = self._former_names(draft, happened, events)
        members = self._unless(0.1, rng.randrange(5, 46))
        unit = self._unless(0.02, draft.unit.name)
        found: dict[str, Value | None] = {
            "id": f"DL{number:04}",
            "name": name,
            "kind": draft.kind,
            "category": draft.category,
            "former_names": former or None,
            "unit": unit,
            "former_units": [f"{unit}（筹建）"]
            if unit and unit_renamed(number, draft.career, events)
            else None,
            "leader": self._leader(draft),
            "district": draft.district,
            "zone": draft.unit.zone,
            "industry": self._unless(0.1, draft.unit.code),
            "field": self._unless(0.05, draft.field),
            "recommender": parts.recommender(rng, draft.unit, draft.district),
            "established": self._unless(0.15, partial(rng, draft.career.first_year - rng.randrange(3, 10))),
            "members": members,
            "member_workshops": parts.members(number) if draft.kind == "联盟" else None,
            "location": self._unless(0.21, parts.location(rng, draft.unit)) if draft.district else None,
            "visits": parts.visits(number),
            "designations": [
                self._designation(draft, step, [*former, name][0]) for step in draft.career.steps
            ],
            "events": events or None,
            "summary": self._unless(0.03, self._summary(draft, unit, members)),
            "achievements": parts.achievements(rng, draft.unit.trade, draft.career.city_year),
            "photos": parts.photos(rng, number),
            "links": parts.links(number, name),
        }
        record = {key: value for key, value in found.items() if value is not None}
        record["sources"] = parts.sources(rng, record, draft.career)
        return record | parts.corrections(rng, record)

    def _draft(self, number: int) -> _Draft:
        rng = self._rng
        unit = self._units.draw()
        person, pinyin = self._people.draw()
        field = rng.choice(unit.trade.fields)
        category = self._unless(0.004, rng.choice(("劳模", "职工", "职工")))
        basis = self._basis(category)
        subject = self._subject(unit, field) if basis["kind"] == _REMOVED else person
        kind = "联盟" if rng.random() < 0.03 else "工作室"
        district = self._unless(0.05, unit.district)
        career = draw_career(rng)
        return _Draft(number, unit, career, kind, category, basis, person, pinyin, subject, field, district)

    def _unless(self, share: float, value: _Kept) -> _Kept | None:
        return None if self._rng.random() < share else value

    def _basis(self, category: str | None) -> dict[str, str]:
        share, month = self._rng.random(), self._rng.randrange(1, 13)
        if share < 0.008 and category != "劳模":
            return {"kind": _REMOVED, "date": f"2025-{month:02}-05"}
        if share < 0.2:
            return {"kind": "本人同意", "date": f"2025-{month:02}-15"}
        return {"kind": "公开报道"}

    def _subject(self, unit: Unit, field: str) -> str:
        """What a workshop is named after when it is not named after its leader."""
        while True:
            subject = unit.name[2:].split("（")[0] + field + self._rng.choice(_TOPICS)
            if subject not in self._subjects:
                self._subjects.add(subject)
                return subject
            unit = self._units.draw()

    def _former_names(self, draft: _Draft, happened: set[str], events: list[dict[str, Value]]) -> list[str]:
        """The names before; a former leader's stands in the event too."""
        former = []
        if "变更领衔人" in happened:
            person = self._people.draw()[0]
            former.append(draft.named(person))
            next(event for event in events if event["kind"] == "变更领衔人")["former_leader"] = person
        if "更名" in happened:
            former.append(draft.named(f"{draft.subject}技术攻关"))
        return former

    def _leader(self, draft: _Draft) -> Record:
        rng, titles = self._rng, draft.unit.trade.titles
        leader: Record = {}
        if not draft.removed:
            leader["name"] = draft.person
            leader |= {"pinyin": draft.pinyin} if draft.pinyin else {}
            held = parts.honours(rng, draft.category, draft.career.city_year)
            leader |= {"honours": held} if held else {}
            if titles in ("engineer", "art", "money") and rng.random() < 0.45:
                leader["skill_grade"] = rng.choice(_SKILLS)
            if "skill_grade" not in leader or rng.random() < 0.3:
                leader["professional_title"] = rng.choice(TITLES[titles])
            if rng.random() < 0.75:
                leader["education"] = rng.choice(_EDUCATION)
        return leader | {"basis": draft.basis}

    def _designation(self, draft: _Draft, step: tuple[str, int], name: str) -> Record:
        level, year = step
        found: Record = {"title": title(level, draft.category, draft.district), "level": level}
        support = parts.support(draft.number, level)
        if not draft.career.dated:
            return found | support
        if level != "市级" or self._rng.random() < 0.1:
            return found | {"date": partial(self._rng, year)} | support
        date = self._unless(0.1, naming_date(year)) or str(year)
        notice = self._naming.cite(year, name, draft.category or "职工")
        return found | {"date": date, "notice": notice} | support

    def _summary(self, draft: _Draft, unit: str | None, members: int | None) -> str:
        leader = None if draft.removed else draft.person
        opening = prose.opening(draft.named(draft.subject), unit, leader, draft.field, members)
        return prose.summary(self._rng, draft.unit.trade, opening, two_paragraphs=self._rng.random() < 0.05)
