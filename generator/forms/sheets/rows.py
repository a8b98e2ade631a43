"""The rows of the table: the records as texts in cells, each with its seal."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from generator.forms.sheets.columns import BETWEEN, Layout, SheetColumn, in_words
from generator.forms.sheets.seal import sealed
from generator.model.dates import PartialDate
from generator.model.registry import Registry
from generator.model.workshop import Leader, Workshop
from generator.reading.tables import Field
from generator.reading.terms import OfVocabulary

_NUMBER = "序号"


class SheetRow(NamedTuple):
    """One row: its workshop, the item's number from 1 in a list (0 for the workshop itself), its cells by key, its seal."""

    workshop: Workshop
    number: int
    cells: dict[str, str]
    seal: str


def rows(
    registry: Registry, workshops: Collection[Workshop], layout: Layout, *, public: bool = False
) -> Iterator[SheetRow]:
    """Yield the rows of a sheet. `public`: for everybody, without the point of a workshop that maps may not show."""
    for workshop in workshops:
        for number, item in enumerate(items(workshop, layout), start=1 if layout.key else 0):
            cells = texts(registry, layout, item)
            if public and not layout.key and workshop.point is None:
                cells |= {"location.lon": "", "location.lat": ""}
            yield SheetRow(workshop, number, cells, sealed(tied(workshop, layout, number) | cells))


def tied(workshop: Workshop, layout: Layout, number: int) -> dict[str, str]:
    """Return what ties a row to its record, so that a seal that was moved to another row is noticed."""
    return {"id": workshop.id} if not layout.key else {"id": workshop.id, _NUMBER: str(number)}


def items(workshop: Workshop, layout: Layout) -> tuple[Any, ...]:
    """Return what the rows of a sheet tell of a record: the record itself, or the items of its list."""
    shown_one = _without_withdrawn(workshop)
    return tuple(value_of(shown_one, layout.key) or ()) if layout.key else (shown_one,)


def _without_withdrawn(workshop: Workshop) -> Workshop:
    """Return a record without what it may still say of a leader who asked to be taken down (个人信息保护法 47)."""
    leader = workshop.leader
    if not (leader and leader.is_taken_down):
        return workshop
    return replace(workshop, leader=Leader(leader.at, None, None, (), None, None, None, leader.basis))


def texts(registry: Registry, layout: Layout, item: Any) -> dict[str, str]:
    """Return by key what the cells of a row say; an unknown value is empty."""
    return {
        column.key: shown(registry, column, value_of(item, column.key) if column.key else item)
        for column in layout.columns
    }


def value_of(part: Any, key: str) -> Any:
    """Return the value of a dotted key; None where a part of it is unknown."""
    head, _, rest = key.partition(".")
    value = getattr(part, head)
    return value if not rest or value is None else value_of(value, rest)


def shown(registry: Registry, column: SheetColumn, value: Any) -> str:
    """Return a value as its cell says it: C34 通用设备制造业 for an industry, keys of a record in words."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple):
        return BETWEEN.join(map(in_words, value))
    return with_name(registry, column.field, str(value))


def with_name(registry: Registry, field: Field, text: str) -> str:
    """Return a code of a vocabulary with its name behind it; any other text as it is."""
    kind = field.kind
    if not (isinstance(kind, OfVocabulary) and kind.by == "code"):
        return text
    term = registry.term(kind.vocabulary, text)
    return f"{text} {term.name}" if term else text
