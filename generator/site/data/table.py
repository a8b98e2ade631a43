"""The registry as one table, one row a workshop: its columns, their types, the rows, and the table as CSV."""

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
    """A column: its key, its head, the type of its cells (string, integer or number), and the values allowed."""

    key: str
    label: str
    type: str
    help: str
    width: int
    constraints: dict[str, Any]


def _is_joined(key: str) -> bool:
    """Return whether a cell may contain several values."""
    return any(field.kind.many for field in fields(key))


def _column(key: str, table: InTable) -> Column:
    """Describe a column as the schema describes its field, if it is one."""
    path = fields(key)
    own = path[-1] if path and not _is_joined(key) else None
    help_text = table.help if table.help is not None else own.help if own else ""
    if _is_joined(key):
        help_text = _BETWEEN.join(help_text for help_text in (help_text, _JOINED) if help_text)
    return Column(
        table.key or key.rpartition(".")[2],
        table.label or path[-1].label,
        _type(own, table),
        help_text,
        table.width,
        _constraints(table, own if len(path) == 1 else None),
    )


def _type(field: Field | None, table: InTable) -> str:
    if field and isinstance(field.kind, Integer):
        return "integer"
    return "number" if field and isinstance(field.kind, Decimal) else table.type


def _constraints(table: InTable, field: Field | None) -> dict[str, Any]:
    """Return what a program may rely on. `field`: the field of the record that the cells are, if there is one."""
    kind = field.kind if field else None
    words = kind.options if isinstance(kind, Choice) else table.words
    constraints = {
        "required": table.required or bool(field and field.required),
        "unique": bool(field and field.key == "id"),
        "enum": list(words),
        "pattern": kind.form if isinstance(kind, Pattern) else "",
    }
    return {name: value for name, value in constraints.items() if value}


_SHOWN = tuple((fact.key, fact.table, _is_joined(fact.key)) for fact in FACTS if fact.table)
COLUMNS = tuple(_column(key, table) for key, table, _ in _SHOWN)


def rows(registry: Registry) -> list[list[Cell]]:
    """Return the cells of all workshops in the order of COLUMNS; an unknown value is None."""
    return [[_cell(registry, workshop, *shown) for shown in _SHOWN] for workshop in registry.workshops]


def table_csv(heads: Iterable[str], cells: Iterable[Sequence[Cell]]) -> str:
    """Return a table with a byte order mark for Excel and without cells that could be read as a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(heads)
    for row in cells:
        writer.writerow(["" if cell is None else harmless(str(cell)) for cell in row])
    return "\ufeff" + file.getvalue()


def harmless(cell: str) -> str:
    """Return the cell, with an apostrophe before it if a spreadsheet would read it as a formula."""
    return f"'{cell}" if cell.startswith(tuple(_FORMULA)) else cell


def _cell(registry: Registry, workshop: Workshop, key: str, table: InTable, joined: bool) -> Cell:
    shown = [
        value.iso if isinstance(value, PartialDate) else value
        for value in values(registry, workshop, key, table.reads)
    ]
    if not shown:
        return None
    return _BETWEEN.join(map(str, shown)) if joined else shown[0]
