"""The law between records: one function each, with its code, in the module of its subject."""

from __future__ import annotations

from datetime import date

from generator.model.registry import Registry
from generator.problems.law import Law, laws_of
from generator.rules import (
    alliances,
    dates,
    designations,
    duplicates,
    forms,
    geography,
    identity,
    leaders,
    local,
    names,
    namings,
    notices,
    personal,
    persons,
    photographs,
    printing,
    privacy,
    redirects,
    sources,
    takedown,
    units,
    vocabularies,
)

MODULES = (
    identity,
    names,
    persons,
    leaders,
    dates,
    designations,
    namings,
    notices,
    forms,
    duplicates,
    alliances,
    geography,
    personal,
    privacy,
    takedown,
    sources,
    photographs,
    redirects,
    vocabularies,
    units,
    printing,
    local,
)
LAWS: tuple[Law[[Registry, date]], ...] = tuple(laws_of(MODULES))
