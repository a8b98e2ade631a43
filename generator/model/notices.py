"""Notices as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.part import Filed, Part
from generator.model.workshop import Correction, Source

NAMING, CALL = KINDS = ("命名通报", "推荐通知")


@dataclass(frozen=True)
class Listed(Part):
    """One entry of a notice's list, word for word: a name, and what the printed table says beside it."""

    name: str
    unit: str | None
    leader: str | None
    recommender: str | None

    def __str__(self) -> str:
        """The entry on one line."""
        led = f"{self.leader}领衔" if self.leader else ""
        by = f"{self.recommender}推荐" if self.recommender else ""
        beside = "，".join(filter(None, (self.unit, led, by)))
        return f"{self.name}（{beside}）" if beside else self.name


@dataclass(frozen=True)
class Notice(Filed):
    """A naming notice (命名通报) or a call for applications (推荐通知)."""

    id: str
    kind: str
    issuer: str
    title: str
    number: str | None
    date: PartialDate
    deadline: PartialDate | None
    counts: Mapping[str, int] | None
    names: tuple[Listed, ...]
    text: str | None
    contact: tuple[str, ...]
    forms: tuple[str, ...]
    note: str | None
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...]

    @property
    def is_naming(self) -> bool:
        """Whether it names workshops."""
        return self.kind == NAMING

    @property
    def is_call(self) -> bool:
        """Whether it calls for applications."""
        return self.kind == CALL
