"""An Excel file as sheets of texts (the door to openpyxl)."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.intake.notes import Refusal
from generator.intake.opening import package, sheetdates, sheetlook
from generator.intake.opening.otherkinds import I603
from generator.intake.opening.package import Parts
from generator.intake.opening.sheet import MOST_COLUMNS, FilledCell, FilledRow, FilledSheet

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_MOST_ROWS = 1_048_576
_NOTHING = FilledCell()
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(")  # how WPS sets a picture into a cell
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)  # fmt: skip


def read(parts: Parts) -> list[FilledSheet] | Refusal:
    """Return the sheets. Results of formulas are read from the file; links to other files are not followed."""
    formulas = any(_FORMULA.search(part) for name, part in parts.items() if name.startswith("xl/worksheets/"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features that it drops; nothing is saved here
            return _sheets(_transitional(parts), formulas)
    except Exception:  # a damaged part can make openpyxl raise anything
        return Refusal(
            I603, "文件损坏，打不开", "请重新取得这个文件；在 Excel 里打得开的，另存为 .xlsx 再试。"
        )


def _transitional(parts: Parts) -> Parts:
    """Return the parts in the namespaces that openpyxl knows; those of Strict Open XML mean the same."""
    if not any(_STRICT[0][0] in part for name, part in parts.items() if name.endswith(".xml")):
        return parts
    plain = {}
    for name, part in parts.items():
        for strict, usual in _STRICT if name.endswith((".xml", ".rels")) else ():
            part = part.replace(strict, usual)  # noqa: PLW2901 (one after the other)
        plain[name] = part
    return plain


def _sheets(parts: Parts, formulas: bool) -> list[FilledSheet]:
    content = package.packed(parts)
    values = _open(content, values=True)
    without = _open(content, values=False) if formulas else None
    found = []
    sheets: list[Any] = list(values.worksheets)
    for sheet in sheets:
        pending = dict(_formulas(without[sheet.title])) if without else {}
        look = sheetlook.look(parts, sheet._worksheet_path.lstrip("/"))
        written = (_row(number, row, pending, number in look.hidden_rows) for number, row in _rows(sheet))
        rows = (
            row
            for row in _spread(written, look.merged)
            if any(cell.text or cell.kind != "text" for cell in row.cells)
        )
        hidden = sheet.sheet_state != "visible"
        since_1904 = values.epoch.year == 1904
        found.append(
            FilledSheet(sheet.title, tuple(rows), hidden, look.hidden_columns, look.aside, since_1904)
        )
    return found


def _open(content: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False, rich_text=True)


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


def _formulas(sheet: Any) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the places of formulas, row and column, with their kind: formula, or picture as WPS sets it."""
    for number, row in _rows(sheet):
        for place, cell in enumerate(row):
            if cell.data_type == "f":
                yield (number, place), "picture" if _PICTURE.match(str(cell.value)) else "formula"


def _row(number: int, row: Any, pending: dict[tuple[int, int], str], hidden: bool) -> FilledRow:
    cells = []
    for place, cell in enumerate(row[: _end(row)]):
        if cell.value is None and not pending:
            cells.append(_NOTHING)
            continue
        kind = pending.get((number, place), "") if cell.value is None else ""
        cells.append(FilledCell(kind=kind) if kind else _cell(cell))
    while cells and cells[-1] == FilledCell():
        cells.pop()
    return FilledRow(number, tuple(cells), hidden)


def _end(row: Any) -> int:
    """Return how many cells of a row there are in the file: openpyxl fills it up with one and the same empty cell."""
    return next((place for place in range(len(row), 0, -1) if hasattr(row[place - 1], "row")), 0)


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
            if row.cell(column).text:
                active[column] = (last, row.cells[column].text)
        yield row._replace(cells=tuple(cells))


def _cell(cell: Any) -> FilledCell:
    value = cell.value
    if value is None:
        return FilledCell()
    if cell.data_type == "e":
        return FilledCell(str(value), "error")
    if cell.font.strike:
        return FilledCell(_text(value).strip(), "struck")
    return _valued(cell, value)


def _valued(cell: Any, value: Any) -> FilledCell:
    if isinstance(value, (datetime, date)):
        return _as_date(sheetdates.read(value, str(cell.number_format or ""), _epoch(cell)))
    if isinstance(value, bool):
        return FilledCell("是" if value else "否")
    if isinstance(value, (int, float)):
        return _number(cell, value)
    if isinstance(value, (time, timedelta)):
        return FilledCell(str(value), "number")
    return _written(value)


def _number(cell: Any, value: float) -> FilledCell:
    day = sheetdates.of_number(value, int(cell.style_array.numFmtId), _epoch(cell))
    if day:
        return _as_date(day)
    return FilledCell(str(int(value)) if float(value).is_integer() else str(value), "number")


def _as_date(day: sheetdates.Read) -> FilledCell:
    return FilledCell(day.text, "date", day.doubt)


def _epoch(cell: Any) -> date:
    epoch: datetime = cell.parent.parent.epoch
    return epoch.date()


def _written(value: Any) -> FilledCell:
    """Return a text without the runs that are struck out, with a doubt where there are any."""
    text = _text(value).strip()
    if _PICTURE.match(text):
        return FilledCell("", "picture")
    if isinstance(value, str):
        return FilledCell(text)
    left = "".join(
        run if isinstance(run, str) else "" if run.font.strike else run.text for run in value
    ).strip()
    if left == text:
        return FilledCell(text)
    return FilledCell(left, "text", "划了删除线的字没有读") if left else FilledCell(text, "struck")


def _text(value: Any) -> str:
    """Return what a value shows; a rich text is a list of runs."""
    return (
        value
        if isinstance(value, str)
        else "".join(map(str, value))
        if isinstance(value, list)
        else str(value)
    )
