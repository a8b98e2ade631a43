"""Excel files: a new workbook, and plain tables as sheets (the door to XlsxWriter)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = [
    "MEDIA_TYPE",
    "Format",
    "Sheet",
    "Workbook",
    "Worksheet",
    "growing_sheet",
    "letter",
    "tables_xlsx",
    "workbook",
]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Sheet(NamedTuple):
    """A table: the heads of its columns, their widths in characters, its rows; None is an empty cell."""

    name: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str | int | float | None]]


def workbook(title: str, created: date, comments: str = "") -> tuple[io.BytesIO, Workbook]:
    """Return the file and its new workbook; the bytes depend only on the content, and are complete when the workbook is closed."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    day = datetime(created.year, created.month, created.day)
    book.set_properties({"title": title, "comments": comments, "created": day})
    return file, book


def growing_sheet(book: Workbook, name: str, points: float) -> Worksheet:
    """Add a sheet whose rows are so high, but for those with a height of their own, and grow with a text that needs more."""
    sheet = book.add_worksheet(name)
    sheet.set_default_row(points)
    write, usual = sheet._write_row, sheet.original_row_height

    def without_height(row: int, spans: Any, row_info: Any = None, empty_row: bool = False) -> None:
        """Leave the default height out of a row: XlsxWriter would write it as one that is fixed."""
        if row_info is None or row_info.height is None:
            sheet.original_row_height = sheet.default_row_height
        write(row, spans, row_info, empty_row)
        sheet.original_row_height = usual

    sheet._write_row = without_height
    return sheet


def letter(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def tables_xlsx(title: str, created: date, sheets: Sequence[Sheet]) -> bytes:
    """Return tables to read and filter: heads always visible, texts as texts (never a formula), numbers as numbers."""
    file, book = workbook(title, created)
    bold = book.add_format({"bold": True, "bg_color": "#F2F2F2", "border": 1})
    for table in sheets:
        sheet = book.add_worksheet(table.name)
        sheet.write_row(0, 0, table.heads, bold)
        for column, width in enumerate(table.widths):
            sheet.set_column(column, column, width)
        for number, cells in enumerate(table.rows, start=1):
            _write(sheet, number, cells)
        sheet.freeze_panes(1, min(2, len(table.heads) - 1))
        sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    book.close()
    return file.getvalue()


def _write(sheet: Worksheet, row: int, cells: Sequence[str | int | float | None]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(row, column, cell)
        elif cell is not None:
            sheet.write_number(row, column, cell)
