"""The table of reported totals."""

from __future__ import annotations

from generator.model.part import Places
from generator.model.totals import Total, Totals
from generator.model.workshop import LEVELS
from generator.reading.quantities import Day, Integer
from generator.reading.schema.workshop import SOURCE
from generator.reading.tables import Field, Many, OfTable, Table

_MOST = 100_000


def _levels(at: Places, **values: int | None) -> dict[str, int]:
    return {level: number for level, number in values.items() if number is not None}


TOTAL_LEVELS = Table("total_levels", "各级的总数", _levels, tuple(
    Field(level, f"{level}工作室数", Integer(0, _MOST)) for level in LEVELS
))  # fmt: skip
TOTAL = Table("total", "报道的总数", Total, (
    Field("date", "日期", Day(), required=True, help="报道的日期"),
    Field("workshops", "总数", Integer(1, _MOST), required=True, help="全市各级创新工作室一共多少个"),
    Field("levels", "其中", OfTable(TOTAL_LEVELS), help="报道写到的几级"),
    Field("sources", "来源", Many(OfTable(SOURCE), 10), required=True),
))  # fmt: skip
TOTALS = Table("totals", "公开报道的总数", Totals, (
    Field("totals", "总数", Many(OfTable(TOTAL), 200), help="还没有就写 []"),
))  # fmt: skip
