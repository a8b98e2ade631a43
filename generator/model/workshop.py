"""The registry as values: frozen, parsed once, each knowing where it stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.problems.problem import FILE_START, Mark

Places = Mapping[str, Mark]
# The event that a status rests on; 在册 rests on none.
TELLING = {"整改中": "限期整改", "已撤销": "撤销", "已终止": "终止"}
LEVELS = ("区市县级", "产业级", "市级", "市级示范", "省级", "全国")
CITY_AND_ABOVE = LEVELS[2:]


@dataclass(frozen=True)
class Part:
    """A part of a record; `at` tells the places of its keys."""

    at: Places = field(repr=False, compare=False)

    def mark(self, key: str = "") -> Mark:
        """The place of a key's value, else of the part itself."""
        return self.at.get(key) or self.at.get("", FILE_START)


@dataclass(frozen=True)
class Filed(Part):
    """What one file of the registry says. `path`: of that file, below the registry's folder."""

    path: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Honour(Part):
    """An honour of a leader, named as honours.yml names it."""

    name: str
    year: PartialDate | None


@dataclass(frozen=True)
class Basis(Part):
    """Why a leader's name may be published (个人信息保护法 13, 27)."""

    kind: str
    date: PartialDate | None


@dataclass(frozen=True)
class Leader(Part):
    """The leader (领衔人, on the form 领军人). `name` is None after the person asked to be taken down."""

    name: str | None
    pinyin: str | None
    honours: tuple[Honour, ...]
    skill_grade: str | None
    professional_title: str | None
    education: str | None
    basis: Basis


class Point(NamedTuple):
    """A point in WGS84/CGCS2000 degrees."""

    lon: float
    lat: float


@dataclass(frozen=True)
class Location(Part):
    """A point in WGS84/CGCS2000 degrees, how exact it is, and what of it may be shown."""

    lon: float | None
    lat: float | None
    precision: str | None
    address: str | None
    map: str | None

    @property
    def point(self) -> Point | None:
        """The point where it may be shown on a map: None without one, and where the record restricts the map."""
        if self.map not in (None, "point") or self.lon is None or self.lat is None:
            return None
        return Point(self.lon, self.lat)


@dataclass(frozen=True)
class Designation(Part):
    """That a workshop was named: title, level, when, and which notice says so."""

    title: str
    level: str
    date: PartialDate | None
    notice: str | None


@dataclass(frozen=True)
class Event(Part):
    """What happened to a workshop after it was named. `due`: till when it is to be mended, or examined again."""

    kind: str
    date: PartialDate
    due: PartialDate | None
    notice: str | None
    source: str | None
    note: str | None


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
class Source(Part):
    """A public source, and which keys of the record it supports."""

    title: str
    publisher: str | None
    date: PartialDate | None
    url: str | None
    supports: tuple[str, ...]


@dataclass(frozen=True)
class Correction(Part):
    """That a published statement was changed, and why."""

    date: PartialDate
    what: str
    before: str | None
    after: str | None
    why: str
    source: str | None


@dataclass(frozen=True)
class Workshop(Filed):
    """One workshop: a permanent id and what is known of it; None and () mean unknown."""

    id: str
    name: str
    kind: str
    category: str | None
    former_names: tuple[str, ...]
    unit: str | None
    leader: Leader | None
    district: str | None
    zone: str | None
    industry: str | None
    field: str | None
    recommender: str | None
    established: PartialDate | None
    members: int | None
    location: Location | None
    designations: tuple[Designation, ...]
    events: tuple[Event, ...]
    summary: str | None
    achievements: tuple[Achievement, ...]
    photos: tuple[Photo, ...]
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...]

    @cached_property
    def status(self) -> str:
        """在册, 整改中, 已撤销 or 已终止, told by the last event that bears on it; 没有命名 without any designation."""
        told = {event: status for status, event in TELLING.items()} | {"复核合格": "在册"}
        bearing = [told[event.kind] for event in sorted(self.events, key=_by_day) if event.kind in told]
        ended = [status for status in bearing if status in ("已撤销", "已终止")]
        if ended:
            return ended[0]
        if not self.designations:
            return "没有命名"
        return bearing[-1] if bearing else "在册"

    @property
    def stands(self) -> bool:
        """Whether it holds its designations today."""
        return self.status in ("在册", "整改中")

    @property
    def point(self) -> Point | None:
        """Where it may be shown on a map."""
        return self.location.point if self.location else None

    @property
    def level(self) -> str | None:
        """The highest level that it was named at."""
        levels = [designation.level for designation in self.designations]
        return max(levels, key=LEVELS.index, default=None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it was named, oldest first; empty where no designation is dated."""
        return tuple(sorted({named.date.year for named in self.designations if named.date}))

    @property
    def last_named(self) -> PartialDate | None:
        """The date of its latest designation, of those that have one."""
        return max((named.date for named in self.designations if named.date), default=None)

    def supporting(self, key: str) -> tuple[Source, ...]:
        """The sources that say they support a key (or the part of the record that holds it)."""
        whole = key.split(".", maxsplit=1)[0]
        return tuple(source for source in self.sources if key in source.supports or whole in source.supports)


def _by_day(event: Event) -> PartialDate:
    return event.date
