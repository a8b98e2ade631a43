"""The texts that search looks through: the short fields and the full text of each workshop."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.fact import SearchField, SearchText, fields, holders, in_words, said, values
from generator.site.facts import FACTS

# Results are in this order; other fields follow in the order of the facts.
_FIRST_FIELDS = ("name", "former", "leader", "unit", "district", "zone", "industry", "category", "level")
_FIRST_KINDS = (
    "事迹简介",
    "成果",
    "命名",
    "后续情况",
    "荣誉和职称",
    "地址",
    "成立时间",
    "照片",
    "来源",
    "更正",
)


class _Short(NamedTuple):
    """A short field: its key and label here, the key of its fact, and how it is searched."""

    key: str
    label: str
    of: str
    search: SearchField


class _Long(NamedTuple):
    """A fact of the full text: its key, and how it is searched."""

    key: str
    search: SearchText


class Passage(NamedTuple):
    """A part of a full text: the place of its kind in TEXT_KINDS, and its text."""

    kind: int
    text: str


def _ordered(every: Iterable[str], first: Iterable[str]) -> tuple[str, ...]:
    """Return each once, those of `first` before the others."""
    each = dict.fromkeys(every)
    return tuple(dict.fromkeys([*(one for one in first if one in each), *each]))


def _short(key: str, search: SearchField) -> _Short:
    return _Short(search.key or key, search.label or fields(key)[-1].label, key, search)


_SHORT = {
    short.key: short
    for fact in FACTS
    if isinstance(fact.search, SearchField)
    for short in [_short(fact.key, fact.search)]
}
_LONG = [_Long(fact.key, fact.search) for fact in FACTS if isinstance(fact.search, SearchText)]
# Key and label of each short field, in the order in which results are grouped.
SHORT_FIELDS = tuple((key, _SHORT[key].label) for key in _ordered(_SHORT, _FIRST_FIELDS))
_SHORTS = tuple(_SHORT[key] for key, _ in SHORT_FIELDS)
TEXT_KINDS = _ordered((long.search.kind for long in _LONG), _FIRST_KINDS)


def _together(longs: Iterable[_Long]) -> tuple[tuple[int, tuple[_Long, ...]], ...]:
    """Return the facts of each kind; the texts of one part of the record, such as a source or an event, stay together."""
    by_kind = sorted(longs, key=lambda long: TEXT_KINDS.index(long.search.kind))
    beside = groupby(by_kind, key=lambda long: (long.search.kind, long.key.rpartition(".")[0]))
    return tuple((TEXT_KINDS.index(kind), tuple(group)) for (kind, _), group in beside)


# By whether the leader was taken down.
_PARTS = {
    gone: _together(long for long in _LONG if not (gone and long.search.hushed)) for gone in (False, True)
}


def short_fields(registry: Registry, workshop: Workshop) -> tuple[tuple[str, ...], ...]:
    """Return the values of SHORT_FIELDS in that order, empty where unknown; the value shown comes first, its other names after."""
    return tuple(
        tuple(map(in_words, values(registry, workshop, short.of, short.search.reads))) for short in _SHORTS
    )


def full_text(registry: Registry, workshop: Workshop) -> tuple[Passage, ...]:
    """Return the text of a workshop's page besides its short fields, part by part; a match is within one part."""
    gone = workshop.leader is not None and workshop.leader.name is None
    return tuple(
        Passage(number, in_words(value))
        for number, together in _PARTS[gone]
        for part in holders(workshop, together[0].key)
        for long in together
        for value in said(registry, part, long.key, long.search.reads)
    )
