"""An Excel file as sheets of texts (the door to openpyxl)."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.intake.notes import Refusal
from generator.intake.opening.package import I603, Parts

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_COLUMNS = 100
_MOST_ROWS = 1_048_576
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class FilledCell(NamedTuple):
    """A cell as text. `kind`: text, number, date, error (#N/A), formula (one without a result), or merged: the text is
    that of a cell above, with which it is merged.
    """

    text: str = ""
    kind: str = "text"


class FilledRow(NamedTuple):
    """A row with its number in the sheet, from 1. Cells after its last one are empty."""

    number: int
    cells: tuple[FilledCell, ...]


class FilledSheet(NamedTuple):
    """A visible sheet: its rows that are not empty."""

    name: str
    rows: tuple[FilledRow, ...]


def read(content: bytes, parts: Parts) -> list[FilledSheet] | Refusal:
    """Return the visible sheets. Results of formulas are read from the file; links to other files are not followed."""
    formulas = any(_FORMULA.search(part) for name, part in parts.items() if name.startswith("xl/worksheets/"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features that it drops; nothing is saved here
            return _sheets(content, parts, formulas)
    except Exception:  # a damaged part can make openpyxl raise anything
        return Refusal(
            I603, "文件损坏，打不开", "请重新取得这个文件；在 Excel 里打得开的，另存为 .xlsx 再试。"
        )


def _sheets(content: bytes, parts: Parts, formulas: bool) -> list[FilledSheet]:
    values = _open(content, values=True)
    without = _open(content, values=False) if formulas else None
    visible = []
    sheets: list[Any] = list(values.worksheets)
    for sheet in sheets:
        if sheet.sheet_state == "visible":
            pending = set(_formulas(without[sheet.title])) if without else set()
            written = (_row(number, row, pending) for number, row in _rows(sheet))
            rows = _spread(written, _merged(parts.get(sheet._worksheet_path.lstrip("/"), b"")))
            visible.append(
                FilledSheet(
                    sheet.title,
                    tuple(row for row in rows if any(cell.text or cell.kind != "text" for cell in row.cells)),
                )
            )
    return visible


def _open(content: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(content), read_only=True, data_only=values, keep_links=False)


def _rows(sheet: Any) -> Iterator[tuple[int, Any]]:
    """Yield rows with their numbers, up to the most rows that a sheet can have.

    For missing rows openpyxl returns the same tuple each time, up to a million times: they are recognised by identity.
    """
    sheet.reset_dimensions()  # the size in the file is often wrong
    before = None
    for number, row in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=MOST_COLUMNS), start=1):
        if row is not before:
            yield number, row
        before = row


def _formulas(sheet: Any) -> Iterator[tuple[int, int]]:
    for number, row in _rows(sheet):
        for place, cell in enumerate(row):
            if cell.data_type == "f":
                yield number, place


def _row(number: int, row: Any, pending: set[tuple[int, int]]) -> FilledRow:
    cells = []
    for place, cell in enumerate(row):
        without_result = cell.value is None and (number, place) in pending
        cells.append(FilledCell(kind="formula") if without_result else _cell(cell))
    while cells and cells[-1] == FilledCell():
        cells.pop()
    return FilledRow(number, tuple(cells))


def _merged(part: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return cells merged downwards, by their first row: column and last row."""
    by_row: dict[int, list[tuple[int, int]]] = {}
    for left, top, _, bottom in _MERGED.findall(part):
        if int(bottom) > int(top):
            by_row.setdefault(int(top), []).append((_column(left.decode()), int(bottom)))
    return by_row


def _column(letters: str) -> int:
    """Return a column's number from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _spread(rows: Iterator[FilledRow], merged: dict[int, list[tuple[int, int]]]) -> Iterator[FilledRow]:
    """Yield the rows with the text of a merged cell in all rows that it covers."""
    active: dict[int, tuple[int, str]] = {}
    for row in rows:
        active = {column: (last, text) for column, (last, text) in active.items() if last >= row.number}
        cells = list(row.cells)
        for column, (_, text) in active.items():
            cells += [FilledCell()] * (column + 1 - len(cells))
            if cells[column] == FilledCell():
                cells[column] = FilledCell(text, "merged")
        for column, last in merged.get(row.number, ()):
            if column < len(row.cells) and row.cells[column].text:
                active[column] = (last, row.cells[column].text)
        yield FilledRow(row.number, tuple(cells))


def _cell(cell: Any) -> FilledCell:
    value = cell.value
    if value is None:
        return FilledCell()
    if cell.data_type == "e":
        return FilledCell(str(value), "error")
    if isinstance(value, (datetime, date)):
        return FilledCell(_day(value, str(cell.number_format or "")), "date")
    if isinstance(value, bool):
        return FilledCell("是" if value else "否")
    if isinstance(value, (int, float)):
        whole = isinstance(value, float) and value.is_integer()
        return FilledCell(str(int(value)) if whole else str(value), "number")
    return FilledCell(str(value).strip(), "number" if isinstance(value, time) else "text")


def _day(value: date, shown: str) -> str:
    """Return the date as exactly as its format shows it: 2016年5月 has no day."""
    shown = _QUOTED.sub("", shown).lower()
    form = "%Y-%m-%d" if "d" in shown or not shown else "%Y-%m" if "m" in shown else "%Y"
    return f"{value.year:04}" + value.strftime(form)[4:]
