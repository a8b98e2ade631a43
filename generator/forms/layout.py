"""How a form is laid out, said once for Word, Excel and print: rows, label lines, lists to choose from."""

from __future__ import annotations

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


def placed(form: Form, place: str) -> tuple[FormField, ...]:
    """The fields that stand in the head, on the front (also where the spec names no place) or on the back."""
    return tuple(field for field in form.fields if (field.place or "front") == place)


def rows(fields: tuple[FormField, ...]) -> tuple[tuple[FormField, ...], ...]:
    """Short fields two to a row, long ones and opinions with a row of their own."""
    found: list[tuple[FormField, ...]] = []
    for field in fields:
        short = field.kind not in ("prose", "opinion")
        if short and found and len(found[-1]) == 1 and found[-1][0].kind not in ("prose", "opinion"):
            found[-1] = (*found[-1], field)
        else:
            found.append((field,))
    return tuple(found)


def label_lines(field: FormField) -> tuple[str, ...]:
    """The label as it is broken in its cell."""
    return field.lines or (field.label,)


def notes(form: Form) -> tuple[str, ...]:
    """The lines below the form, the first beginning with 注：."""
    return tuple((NOTE if number == 0 else "") + note for number, note in enumerate(form.notes))


def choices(field: FormField, registry: Registry) -> tuple[str, ...]:
    """What a field offers to choose from: its options, or the terms in use of its vocabularies, in their order.

    A vocabulary of which records write the code is shown as `C37 铁路、船舶…`.
    """
    found = list(field.options)
    for number, vocabulary in enumerate(field.vocabularies):
        coded = number < len(field.feeds) and _writes_code(schema.WORKSHOP, field.feeds[number])
        in_use = (term for term in registry.terms(vocabulary) if term.valid_to is None)
        found.extend(_shown(term, coded) for term in in_use)
    return tuple(found)


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
