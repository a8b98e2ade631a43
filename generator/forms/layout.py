"""The layout of a form, defined once for Word, Excel and print: rows, label lines, lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.forms import Form, FormField
from generator.model.registry import Registry
from generator.model.vocabulary import Term
from generator.reading import schema
from generator.reading.tables import Many, OfTable, Table
from generator.reading.terms import OfVocabulary

# 附件2: in millimetres, together the 156 mm of the type area (GB/T 9704-2012).
COLUMNS = (36, 46, 26, 48)
DATE = "年   月   日"
SEAL = ("（盖  章）", "年    月    日")
NOTE = "注："


_OF_RECOMMENDER = "推荐单位"


class Summary(NamedTuple):
    """What a summary is filled with: the union whose it is, and of each workshop the texts by the keys of the fields."""

    recommender: str
    rows: tuple[Mapping[str, str], ...]


def head(form: Form, recommender: str) -> tuple[str, ...]:
    """Return the lines above the labels, with the union's name where its line stands."""
    return tuple(
        line + recommender if line.startswith(_OF_RECOMMENDER) and line.endswith(("：", ":")) else line
        for line in form.head
    )


def placed(form: Form, place: str) -> tuple[FormField, ...]:
    """Return the fields in the head, on the front (also where the spec names no place) or on the back."""
    return tuple(field for field in form.fields if (field.place or "front") == place)


def rows(fields: tuple[FormField, ...]) -> tuple[tuple[FormField, ...], ...]:
    """Return short fields two to a row; long ones and opinions have a row of their own."""
    filled: list[tuple[FormField, ...]] = []
    for field in fields:
        short = field.kind not in ("prose", "opinion")
        if short and filled and len(filled[-1]) == 1 and filled[-1][0].kind not in ("prose", "opinion"):
            filled[-1] = (*filled[-1], field)
        else:
            filled.append((field,))
    return tuple(filled)


def label_lines(field: FormField) -> tuple[str, ...]:
    """Return the label as it is broken in its cell."""
    return field.lines or (field.label,)


def notes(form: Form) -> tuple[str, ...]:
    """Return the lines below the form; the first starts with 注：."""
    return tuple((NOTE if number == 0 else "") + note for number, note in enumerate(form.notes))


def choices(field: FormField, registry: Registry) -> tuple[str, ...]:
    """Return what a field offers to choose from: its options, or the terms in use of its vocabularies, in their order.

    If records write the code of a vocabulary's terms, a term is shown as `C37 铁路、船舶…`.
    """
    offered = list(field.options)
    for number, vocabulary in enumerate(field.vocabularies):
        coded = number < len(field.feeds) and _writes_code(schema.WORKSHOP, field.feeds[number])
        in_use = (term for term in registry.terms(vocabulary) if term.valid_to is None)
        offered.extend(_shown(term, coded) for term in in_use)
    return tuple(offered)


def _shown(term: Term, coded: bool) -> str:
    return f"{term.code} {term.name}" if coded and term.code else term.name


def _writes_code(table: Table[object], key: str) -> bool:
    first, _, rest = key.partition(".")
    field = table.field(first)
    kind = field.kind if field else None
    inner = kind.item if isinstance(kind, Many) else kind
    if rest and isinstance(inner, OfTable):
        return _writes_code(inner.table, rest)
    return isinstance(inner, OfVocabulary) and inner.by == "code"
