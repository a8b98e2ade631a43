"""Vocabularies: the terms that a record may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.dates import PartialDate
from generator.model.part import Filed, Part

# The vocabularies that may be absent: a record's text need not be one of their terms, and may be any name of one; of synonyms no
# record tells anything, only search does.
SYNONYMS = "synonyms"
OPTIONAL = ("designation_titles", "units", SYNONYMS)
# What stands between several terms that somebody wrote into one box.
BETWEEN = r"[、，,;；/／\n]+|\s+"


@dataclass(frozen=True)
class Term(Part):
    """One term of a vocabulary."""

    name: str
    code: str | None
    slug: str | None
    former: tuple[str, ...]
    short: tuple[str, ...]
    also: tuple[str, ...]
    credit_code: str | None
    parent: str | None
    hosts: tuple[str, ...]
    verified: bool | None
    level: str | None
    issuer: str | None
    kind: str | None
    district: str | None
    zone: str | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    note: str | None

    @property
    def others(self) -> tuple[str, ...]:
        """What else it is called, or was: former names, other printed forms, short names."""
        return (*self.former, *self.short)

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, today's name first."""
        return (self.name, *self.others)


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

    @cached_property
    def by_printed(self) -> dict[str, Term]:
        """Terms by each of their names: the name itself, former and short ones, other printed forms."""
        others = {text: term for term in reversed(self.terms) for text in term.others}
        return others | self.by_name

    def published(self) -> dict[str, Any]:
        """For scripts: title, and of each term its name, code, other names, 1 where it is used no more, its level."""
        terms = [
            [term.name, term.code or "", list(term.others), int(term.valid_to is not None), term.level or ""]
            for term in self.terms
        ]
        return {"title": self.title, "terms": terms}


Vocabularies = Mapping[str, Vocabulary]
