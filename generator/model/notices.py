"""Notices as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.workshop import Correction, Filed, Source


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
    names: tuple[str, ...]
    text: str | None
    contact: tuple[str, ...]
    forms: tuple[str, ...]
    note: str | None
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...]
