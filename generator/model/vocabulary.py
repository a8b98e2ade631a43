"""Vocabularies: the terms that a record may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.dates import PartialDate
from generator.model.workshop import Filed, Part


@dataclass(frozen=True)
class Term(Part):
    """One term of a vocabulary."""

    name: str
    code: str | None
    slug: str | None
    former: tuple[str, ...]
    hosts: tuple[str, ...]
    verified: bool | None
    level: str | None
    kind: str | None
    district: str | None
    zone: str | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    note: str | None


@dataclass(frozen=True)
class Vocabulary(Filed):
    """A closed list of terms, in the order of its file."""

    title: str
    scheme: str | None
    note: str | None
    terms: tuple[Term, ...]

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """Terms by name."""
        return {term.name: term for term in self.terms}

    @cached_property
    def by_code(self) -> dict[str, Term]:
        """Terms by code."""
        return {term.code: term for term in self.terms if term.code}


Vocabularies = Mapping[str, Vocabulary]
