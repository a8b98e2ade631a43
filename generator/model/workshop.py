"""One workshop and its parts: frozen values, parsed once, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from urllib.parse import urlsplit

from generator.model.dates import PartialDate
from generator.model.location import Location, Point
from generator.model.part import Filed, Part

# The event that leads to each status; 在册 needs none.
STATUS_EVENTS = {"整改中": "限期整改", "已撤销": "撤销", "已终止": "终止"}
LEVELS = ("区市县级", "产业级", "市级", "市级示范", "省级", "全国")
CITY_AND_ABOVE = LEVELS[2:]
GONE = "本人要求撤下"  # the basis of a leader who asked to be taken down
UNNAMED = "命名待补充"  # the status of a record without any designation: it may have been named
MARK = "×××"  # what stands in the place of a name that was taken down, as in the forms of 2019 (大工办发〔2019〕24号 附件2)


@dataclass(frozen=True)
class Honour(Part):
    """An honour of a leader, by its name in honours.yml."""

    name: str
    year: PartialDate | None


@dataclass(frozen=True)
class Basis(Part):
    """Why a leader's name may be published (个人信息保护法, articles 13 and 27)."""

    kind: str
    date: PartialDate | None


@dataclass(frozen=True)
class Leader(Part):
    """The leader (领衔人; the form says 领军人). `name` is None after the person asked for removal."""

    name: str | None
    pinyin: str | None
    honours: tuple[Honour, ...]
    skill_grade: str | None
    professional_title: str | None
    education: str | None
    basis: Basis

    @property
    def is_taken_down(self) -> bool:
        """Whether the person asked not to be named."""
        return self.basis.kind == GONE


@dataclass(frozen=True)
class Designation(Part):
    """A workshop was named: with which title, at which level, when, by which notice, and with how much money (yuan)."""

    title: str
    level: str
    date: PartialDate | None
    notice: str | None
    support_yuan: int | None


@dataclass(frozen=True)
class Event(Part):
    """What happened to a workshop after it was named. `due`: the deadline for its rectification, or its next examination;
    `former_leader`: who led it before a 变更领衔人, MARK after that person asked to be taken down."""

    kind: str
    date: PartialDate
    due: PartialDate | None
    notice: str | None
    source: str | None
    note: str | None
    former_leader: str | None


@dataclass(frozen=True)
class Achievement(Part):
    """A result of the workshop's work."""

    kind: str
    title: str | None
    year: PartialDate | None
    count: int | None
    amount_yuan: int | None
    evidence: str | None


@dataclass(frozen=True)
class Photo(Part):
    """A photograph in registry/photos."""

    file: str
    alt: str
    credit: str
    consent: PartialDate


@dataclass(frozen=True)
class OutsideLink(Part):
    """A page elsewhere that shows the workshop: it leads out of the site, and nothing is fetched from it."""

    kind: str
    title: str
    url: str

    @property
    def host(self) -> str:
        """The name of the site that it leads to."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True)
class Source(Part):
    """A public source, and which keys of the record it supports."""

    title: str
    publisher: str | None
    date: PartialDate | None
    url: str | None
    supports: tuple[str, ...]


@dataclass(frozen=True)
class Correction(Part):
    """A published statement was changed, and why."""

    date: PartialDate
    what: str
    before: str | None
    after: str | None
    why: str
    source: str | None


@dataclass(frozen=True)
class Workshop(Filed):
    """One workshop: a permanent id and its known facts; None and () mean unknown."""

    id: str
    name: str
    kind: str
    category: str | None
    former_names: tuple[str, ...]
    not_same_as: tuple[str, ...]
    unit: str | None
    former_units: tuple[str, ...]
    leader: Leader | None
    district: str | None
    zone: str | None
    industry: str | None
    field: str | None
    recommender: str | None
    established: PartialDate | None
    members: int | None
    member_workshops: tuple[str, ...]
    location: Location | None
    visits: str | None
    designations: tuple[Designation, ...]
    events: tuple[Event, ...]
    summary: str | None
    achievements: tuple[Achievement, ...]
    photos: tuple[Photo, ...]
    links: tuple[OutsideLink, ...]
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...]

    @cached_property
    def status(self) -> str:
        """在册, 整改中, 已撤销 or 已终止 by the last event that changes it; 命名待补充 without any designation."""
        by_event = {event: status for status, event in STATUS_EVENTS.items()} | {"复核合格": "在册"}
        in_order = sorted(self.events, key=attrgetter("date"))
        bearing = [by_event[event.kind] for event in in_order if event.kind in by_event]
        ended = [status for status in bearing if status in ("已撤销", "已终止")]
        if ended:
            return ended[0]
        if not self.designations:
            return UNNAMED
        return bearing[-1] if bearing else "在册"

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, and was called before."""
        return (self.name, *self.former_names)

    @property
    def units(self) -> tuple[str, ...]:
        """The unit that it belongs to, and what that was called before, as far as they are known."""
        return tuple(filter(None, (self.unit, *self.former_units)))

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who leads it, and who led it before, as far as they are known; none who was taken down."""
        now = self.leader.name if self.leader else None
        named = (now, *(event.former_leader for event in self.handovers))
        return tuple(dict.fromkeys(name for name in named if name and name != MARK))

    @property
    def handovers(self) -> tuple[Event, ...]:
        """The changes of its leader, oldest first."""
        return tuple(sorted((it for it in self.events if it.kind == "变更领衔人"), key=attrgetter("date")))

    @property
    def knows_its_leaders(self) -> bool:
        """Whether nobody else can have led it: each change says who led before, and nobody was taken down."""
        named = [self.leader and self.leader.name, *(event.former_leader for event in self.handovers)]
        return all(name and name != MARK for name in named)

    @property
    def stands(self) -> bool:
        """Whether its designations are valid today."""
        return self.status in ("在册", "整改中")

    @property
    def point(self) -> Point | None:
        """The point that a map may show."""
        return self.location.point if self.location else None

    @property
    def level(self) -> str | None:
        """The highest level at which it was named."""
        levels = [designation.level for designation in self.designations]
        return max(levels, key=LEVELS.index, default=None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it was named, oldest first; empty if no designation has a date."""
        return tuple(sorted({named.date.year for named in self.designations if named.date}))

    @property
    def last_named(self) -> PartialDate | None:
        """The date of its latest dated designation."""
        return max((named.date for named in self.designations if named.date), default=None)

    @property
    def support_yuan(self) -> int | None:
        """The money that came with its designations, as far as it is known."""
        known = [named.support_yuan for named in self.designations if named.support_yuan]
        return sum(known) if known else None

    def supporting(self, key: str) -> tuple[Source, ...]:
        """Return the sources that support a key, or the part of the record that contains it."""
        whole = key.split(".", maxsplit=1)[0]
        return tuple(source for source in self.sources if key in source.supports or whole in source.supports)
