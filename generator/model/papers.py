"""Notices, the forms that come with them, and redirects, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.workshop import Correction, Filed, Part, Source


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


@dataclass(frozen=True)
class FormField(Part):
    """One field of a form. `private`: it never leaves the form; else `feeds` names the record's keys."""

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
    """The spec of a blank form: one application (`form`) or a row for each workshop (`table`)."""

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


@dataclass(frozen=True)
class Redirect(Part):
    """That a page which was published at one address is to be found at another; both from the site's root, ending in `/`."""

    from_: str
    to: str
    date: PartialDate
    why: str


@dataclass(frozen=True)
class Redirects(Filed):
    """All redirects, in the order of the file."""

    redirects: tuple[Redirect, ...]
