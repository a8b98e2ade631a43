"""What the cells of a column offer to choose from, and how they are to be written, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.forms.sheets.columns import Layout, SheetColumn
from generator.model.registry import Registry
from generator.reading.schema.offered import NOTICES, OFFERED
from generator.reading.tables import Many
from generator.reading.terms import OfVocabulary
from generator.reading.words import Choice

_INLINE = 250  # characters of a list that Excel keeps in the cell's own rule


class WordList(NamedTuple):
    """Words to choose from, their title, and a note beside each. `closed`: no other word is right; `in_cell`: so few that Excel
    keeps them in the cell's own rule."""

    title: str
    words: tuple[str, ...]
    notes: tuple[str, ...] = ()
    closed: bool = True
    in_cell: bool = False


def offer(registry: Registry, layout: Layout, column: SheetColumn) -> WordList | None:
    """Return what a column offers; None for free text."""
    kind, key = column.field.kind, path_of(layout, column)
    if isinstance(kind, Choice):
        return WordList(column.label, kind.options, in_cell=len(",".join(kind.options)) < _INLINE)
    if isinstance(kind, OfVocabulary):
        return _terms(registry, kind.vocabulary, kind.by == "code")
    if key in OFFERED:
        return _terms(registry, OFFERED[key], False, closed=False)
    return _notices(registry, NOTICES[key]) if key in NOTICES else None


def path_of(layout: Layout, column: SheetColumn) -> str:
    """Return the key of a column from the record: designations.level."""
    return f"{layout.key}.{column.key}".strip(".")


def how(registry: Registry, layout: Layout, column: SheetColumn) -> str:
    """Return how a column is to be written."""
    return "；".join(part for part in _how(registry, layout, column) if part)


def _how(registry: Registry, layout: Layout, column: SheetColumn) -> Iterator[str]:
    field, offered = column.field, offer(registry, layout, column)
    yield "必填" if field.required and column.key != "id" else ""
    if offered:
        yield "从下拉列表里选" if offered.closed else "从下拉列表里选，没有的照写"
    elif isinstance(field.kind, OfVocabulary):
        yield "名册还没有列出可以写哪些，空着"
    elif isinstance(field.kind, Many):
        yield "写列名，几项之间用分号，如：名称；所在单位；命名"
    else:
        yield field.kind.words
    yield field.help if column.key != "id" else "永久不变，不要改；新增的一行空着"


def _terms(registry: Registry, vocabulary: str, coded: bool, *, closed: bool = True) -> WordList | None:
    listed = registry.vocabularies.get(vocabulary)
    terms = [term for term in listed.terms if term.valid_to is None] if listed else []
    if listed is None or not terms:
        return None
    words = [f"{term.code} {term.name}" if coded and term.code else term.name for term in terms]
    return WordList(listed.title, tuple(words), closed=closed)


def _notices(registry: Registry, kind: str) -> WordList | None:
    found = [notice for notice in reversed(registry.notices) if kind in ("", notice.kind)]
    title = kind or "通知和通报"
    return (
        WordList(title, tuple(it.id for it in found), tuple(it.title for it in found), closed=True)
        if found
        else None
    )
