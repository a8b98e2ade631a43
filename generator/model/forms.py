"""The specs of the blank forms that come with notices, as values."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.part import Filed, Part


@dataclass(frozen=True)
class FormField(Part):
    """One field of a form. `private`: its content is never published; otherwise `feeds` names the keys of the record."""

    key: str
    label: str
    lines: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str
    place: str | None
    options: tuple[str, ...]
    vocabularies: tuple[str, ...]
    limit: int | None
    width: int | None
    help: str | None
    feeds: tuple[str, ...]
    private: bool | None


@dataclass(frozen=True)
class Form(Filed):
    """The spec of a blank form: one application (`form`), or a row for each workshop (`table`)."""

    id: str
    title: str
    annex: str
    notice: str
    layout: str
    version: str
    effective: PartialDate
    rows: int | None
    reconstructed: bool | None
    head: tuple[str, ...]
    fields: tuple[FormField, ...]
    notes: tuple[str, ...]
    guide: tuple[str, ...]
    changes: tuple[str, ...]
