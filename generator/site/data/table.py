"""Tables: columns and their types, the registry as one table of one row a workshop, and any table as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator.model.dates import PartialDate
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.patterns import Pattern
from generator.reading.quantities import Day, Decimal, Integer
from generator.reading.tables import Field
from generator.reading.words import Choice, Truth
from generator.site.fact import InTable, fields, values
from generator.site.facts import FACTS

Plain = str | int | float | None
Cell = Plain | tuple[str, ...]
_KINDS = ((Day, "date"), (Integer, "integer"), (Decimal, "number"), (Truth, "boolean"))
# A date of known precision; in CSV an unknown day is written XX (ISO 8601-2), since Excel makes a day of 2023-07 and forgets
# that it was a month. It leaves 2023 and 2023-07-XX as they are, and of 2023-07-13 it knows what it is.
_DATE = "[0-9]{4}(-[0-9]{2}(-([0-9]{2}|XX))?)?"
_MONTH = len("2023-07")
_FORMULA = "=+-@\t\r＝＋－＠"
_BETWEEN = "；"
_JOINED = f"几项之间用分号（{_BETWEEN}）隔开"


class Column(NamedTuple):
    """A column: its key, its head, the type of its cells (string, date, integer, number or boolean), and the values allowed."""

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
    return type_of(field) if field and type_of(field) != "string" else table.type


def type_of(field: Field) -> str:
    """Return the type of the cells of a field."""
    return next((name for kind, name in _KINDS if isinstance(field.kind, kind)), "string")


def _constraints(table: InTable, field: Field | None) -> dict[str, Any]:
    """Return what a program may rely on. `field`: the field of the record that the cells are, if there is one."""
    own = constraints_of(field) if field else {}
    told = {"required": table.required or own.get("required"), "unique": bool(field and field.key == "id")}
    told |= {"enum": own.get("enum") or list(table.words), "pattern": own.get("pattern")}
    return {name: value for name, value in told.items() if value}


def constraints_of(field: Field) -> dict[str, Any]:
    """Return what a program may rely on of the cells of a field."""
    kind = field.kind
    told = {
        "required": field.required,
        "enum": list(kind.options) if isinstance(kind, Choice) else [],
        "pattern": kind.form if isinstance(kind, Pattern) else _DATE if isinstance(kind, Day) else "",
    }
    return {name: value for name, value in told.items() if value}


_SHOWN = tuple((fact.key, fact.table, _is_joined(fact.key)) for fact in FACTS if fact.table)
COLUMNS = tuple(_column(key, table) for key, table, _ in _SHOWN)


def rows(registry: Registry) -> list[list[Plain]]:
    """Return the cells of all workshops in the order of COLUMNS; an unknown value is None."""
    return [[_cell(registry, workshop, *shown) for shown in _SHOWN] for workshop in registry.workshops]


def table_csv(heads: Iterable[str], cells: Iterable[Sequence[Plain]]) -> str:
    """Return a table with a byte order mark for Excel and without cells that could be read as a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(heads)
    for row in cells:
        writer.writerow(["" if cell is None else harmless(str(cell)) for cell in row])
    return "\ufeff" + file.getvalue()


def columns_csv(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table with these columns as CSV: several values with ； between, dates so that Excel keeps what they say."""
    dates = [column.type == "date" for column in columns]
    cells = ([_written(*one) for one in zip(row, dates, strict=True)] for row in rows)
    return table_csv([column.label for column in columns], cells)


def _written(cell: Cell, date: bool) -> Plain:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return _BETWEEN.join(cell) or None
    return f"{cell}-XX" if date and isinstance(cell, str) and len(cell) == _MONTH else cell


def harmless(cell: str) -> str:
    """Return the cell, with an apostrophe before it if a spreadsheet would read it as a formula."""
    return f"'{cell}" if cell.startswith(tuple(_FORMULA)) else cell


def _cell(registry: Registry, workshop: Workshop, key: str, table: InTable, joined: bool) -> Plain:
    shown = [
        value.iso if isinstance(value, PartialDate) else value
        for value in values(registry, workshop, key, table.reads)
    ]
    if not shown:
        return None
    return _BETWEEN.join(map(str, shown)) if joined else shown[0]
