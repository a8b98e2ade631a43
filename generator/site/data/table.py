"""The registry as one table, a row a workshop: its columns, their types, the rows, and the table as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator.model.dates import PartialDate
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.patterns import Pattern
from generator.reading.quantities import Decimal, Integer
from generator.reading.tables import Field
from generator.reading.words import Choice
from generator.site.fact import InTable, fields, values
from generator.site.facts import FACTS

Cell = str | int | float | None
_FORMULA = "=+-@\t\r＝＋－＠"
_BETWEEN = "；"
_JOINED = f"几项之间用分号（{_BETWEEN}）隔开"


class Column(NamedTuple):
    """A column: its key, its head, the type of its cells (string, integer or number), and what they may be."""

    key: str
    label: str
    type: str
    help: str
    width: int
    constraints: dict[str, Any]


def _is_joined(key: str) -> bool:
    """Whether a cell holds several values."""
    return any(field.kind.many for field in fields(key))


def _column(key: str, table: InTable) -> Column:
    """Described as the schema describes the field, where it is one."""
    found = fields(key)
    own = found[-1] if found and not _is_joined(key) else None
    told = table.help if table.help is not None else own.help if own else ""
    if _is_joined(key):
        told = _BETWEEN.join(text for text in (told, _JOINED) if text)
    return Column(
        table.key or key.rpartition(".")[2],
        table.label or found[-1].label,
        _type(own),
        told,
        table.width,
        _constraints(table, own if len(found) == 1 else None),
    )


def _type(field: Field | None) -> str:
    if field and isinstance(field.kind, Integer):
        return "integer"
    return "number" if field and isinstance(field.kind, Decimal) else "string"


def _constraints(table: InTable, field: Field | None) -> dict[str, Any]:
    """What a program may rely on. `field`: where each cell is the value of one of the record's own fields."""
    kind = field.kind if field else None
    words = kind.options if isinstance(kind, Choice) else table.words
    told = {
        "required": table.required or bool(field and field.required),
        "unique": bool(field and field.key == "id"),
        "enum": list(words),
        "pattern": kind.form if isinstance(kind, Pattern) else "",
    }
    return {name: value for name, value in told.items() if value}


_SHOWN = tuple((fact.key, fact.table) for fact in FACTS if fact.table)
COLUMNS = tuple(_column(key, table) for key, table in _SHOWN)


def rows(registry: Registry) -> list[list[Cell]]:
    """All workshops, the cells of each in the order of COLUMNS; what is unknown is None."""
    return [
        [_cell(registry, workshop, key, table) for key, table in _SHOWN] for workshop in registry.workshops
    ]


def table_csv(heads: Iterable[str], cells: Iterable[Sequence[Cell]]) -> str:
    """A table with a byte order mark for Excel and no cell that could be read as a formula."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(heads)
    for row in cells:
        writer.writerow(["" if cell is None else harmless(str(cell)) for cell in row])
    return "\ufeff" + held.getvalue()


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(tuple(_FORMULA)) else cell


def _cell(registry: Registry, workshop: Workshop, key: str, table: InTable) -> Cell:
    found = [
        value.iso if isinstance(value, PartialDate) else value
        for value in values(registry, workshop, key, table.reads)
    ]
    if not found:
        return None
    return _BETWEEN.join(map(str, found)) if _is_joined(key) else found[0]
