"""The registry as one table, a row a workshop: its columns, their types, the rows, and the table as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator.model.facets import STATUSES
from generator.model.registry import Registry
from generator.model.workshop import LEVELS, Workshop
from generator.reading.quantities import Decimal, Integer
from generator.reading.schema import LEADER, LOCATION, WORKSHOP
from generator.reading.tables import Field
from generator.reading.words import Choice, Pattern

Cell = str | int | float | None
_FORMULA = "=+-@\t\r＝＋－＠"
_JOINED = "几项之间用分号（；）隔开"


class Column(NamedTuple):
    """A column: its key, its head, the type of its cells (string, integer or number), and what they may be."""

    key: str
    label: str
    type: str
    help: str
    width: int
    constraints: dict[str, Any]


def _column(key: str, field: Field, width: int = 12, label: str = "") -> Column:
    """A column that is a field of the record, described as the schema describes the field."""
    kind, constraints = field.kind, dict[str, Any]()
    if field.required:
        constraints["required"] = True
    if field.key == "id":
        constraints["unique"] = True
    if isinstance(kind, Choice):
        constraints["enum"] = list(kind.options)
    if isinstance(kind, Pattern):
        constraints["pattern"] = kind.form
    type_ = "integer" if isinstance(kind, Integer) else "number" if isinstance(kind, Decimal) else "string"
    told = _JOINED if kind.many else field.help
    return Column(key, label or field.label, type_, told, width, constraints)


def _own(key: str, width: int = 12) -> Column:
    return _column(key, WORKSHOP.by_key[key], width)


COLUMNS = (
    _own("id", 9)._replace(help="永久不变"),
    _own("name", 30)._replace(help="按命名文件的写法"),
    _own("kind", 8),
    _own("category", 8)._replace(help=""),
    _own("former_names", 20),
    _own("unit", 30),
    _column("leader", LEADER.by_key["name"], 10, "领衔人")._replace(
        constraints={}, help="本人要求撤下的，这里空着"
    ),
    _column("honours", LEADER.by_key["honours"], 24, "领衔人荣誉"),
    _own("district", 10),
    _own("zone", 12),
    _column("industry", WORKSHOP.by_key["industry"], 9, "行业代码"),
    Column("industry_name", "行业名称", "string", "行业代码的名称", 24, {}),
    _own("field", 24),
    _own("recommender", 22),
    _own("established", 10),
    _own("members", 9),
    Column("level", "最高级别", "string", "", 9, {"enum": list(LEVELS)}),
    Column("designations", "命名", "string", f"日期和称号；{_JOINED}", 40, {}),
    Column("status", "状态", "string", "由命名和后续情况推算", 8, {"required": True, "enum": list(STATUSES)}),
    _column("lon", LOCATION.by_key["lon"], 10),
    _column("lat", LOCATION.by_key["lat"], 10),
    _own("summary", 60)._replace(help=""),
    Column("sources", "来源", "string", f"网址，没有网址的写标题；{_JOINED}", 40, {}),
)


def rows(registry: Registry) -> list[list[Cell]]:
    """All workshops, the cells of each in the order of COLUMNS; what is unknown is None."""
    return [_cells(registry, workshop) for workshop in registry.workshops]


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


def _cells(registry: Registry, workshop: Workshop) -> list[Cell]:
    industry = registry.term("industries", workshop.industry)
    lon, lat = workshop.point or (None, None)
    leader = workshop.leader
    cells: dict[str, Cell] = {
        "former_names": "；".join(workshop.former_names),
        "leader": leader.name if leader else None,
        "honours": "；".join(honour.name for honour in leader.honours) if leader else None,
        "industry_name": industry.name if industry else None,
        "established": workshop.established.iso if workshop.established else None,
        "level": workshop.level,
        "designations": "；".join(
            " ".join(part for part in (named.date.iso if named.date else "", named.title) if part)
            for named in workshop.designations
        ),
        "lon": lon,
        "lat": lat,
        "sources": "；".join(source.url or source.title for source in workshop.sources),
    }
    told = (cells[column.key] if column.key in cells else getattr(workshop, column.key) for column in COLUMNS)
    return [None if cell == "" else cell for cell in told]
