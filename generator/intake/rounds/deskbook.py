"""The officer's desk as an Excel file: what is missing or doubtful is tinted, where people write is framed and has its lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.intake.rounds.desksheet import DeskCell, DeskColumn, DeskSheet, Key
from generator.libraries.workbook import growing_sheet, letter, workbook

if TYPE_CHECKING:
    from generator.libraries.workbook import Format, Workbook, Worksheet

WRITTEN = "_程序写的"  # a sheet that nobody sees: what the program wrote, to tell it from what people typed
BETWEEN = "|"  # between the parts of a key there
FULL_MARKS = "满分"
_TINTS = {
    "missing": "#FDE9D9",
    "doubtful": "#FFF2CC",
    "differs": "#FFF2CC",
    "off": "#EDEDED",
    "typed": "#EAF3FA",
}
_LONGEST_NAME = 31  # characters of a sheet's name in Excel
_LONGEST_LIST = 255  # characters that Excel takes for the choices of a cell
_NOTE, _ROW = 24, 18  # points


class Added(NamedTuple):
    """A sheet that somebody added: its name and its cells."""

    name: str
    rows: tuple[tuple[int, tuple[str | float, ...]], ...]


def deskbook(title: str, created: date, sheets: Sequence[DeskSheet], added: Iterable[Added]) -> bytes:
    """Return the workbook; the same sheets give the same bytes."""
    file, book = workbook(title, created)
    looks = _looks(book)
    for sheet in sheets:
        _write(growing_sheet(book, sheet.name, _ROW), sheet, looks)
    taken = {WRITTEN.casefold(), *(sheet.name.casefold() for sheet in sheets)}
    for extra in added:
        page = book.add_worksheet(_unused(extra.name, taken))
        for row, cells in extra.rows:
            for column, text in enumerate(cells):
                _put(page, row - 1, column, DeskCell(text), looks["plain"])
    _remember(book, sheets)
    book.close()
    return file.getvalue()


def _unused(name: str, taken: set[str]) -> str:
    """A name that no other sheet has; Excel knows no case in it, and at most 31 characters."""
    names = (f"{name[: _LONGEST_NAME - len(end)]}{end}" for end in ("", *(f" {n}" for n in range(2, 1000))))
    found = next(one for one in names if one.casefold() not in taken)
    taken.add(found.casefold())
    return found


def remembered(sheet: DeskSheet) -> Iterable[tuple[Key, str, str]]:
    """Yield what the program says in a sheet: key, head, text; not where people write, not what Excel computes."""
    for key, row in sheet.keyed():
        for column, cell in zip(sheet.columns, row, strict=True):
            if not column.typed and not column.key and not cell.formula:
                yield key, column.head, str(cell.text) if cell.was is None else cell.was


def _remember(book: Workbook, sheets: Sequence[DeskSheet]) -> None:
    page = book.add_worksheet(WRITTEN)
    page.very_hidden()
    row = 0
    for sheet in sheets:
        for key, head, text in remembered(sheet):
            for column, word in enumerate((sheet.name, BETWEEN.join(key), head, text)):
                page.write_string(row, column, word)
            row += 1


def _looks(book: Workbook) -> dict[str, Format]:
    plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    looks = {look: book.add_format({**plain, "bg_color": tint}) for look, tint in _TINTS.items()}
    looks[""] = book.add_format(plain)
    looks["plain"] = book.add_format({"text_wrap": True, "valign": "top"})
    looks["head"] = book.add_format({**plain, "bold": True, "bg_color": "#F2F2F2"})
    looks["typed head"] = book.add_format({**plain, "bold": True, "bg_color": "#CFE2F3"})
    looks["note"] = book.add_format({"text_wrap": True, "valign": "vcenter"})
    return looks


def _write(page: Worksheet, sheet: DeskSheet, looks: dict[str, Format]) -> None:
    for row, note in enumerate(sheet.notes):
        page.merge_range(row, 0, row, max(len(sheet.columns) - 1, 1), "", looks["note"])
        page.write_string(row, 0, note, looks["note"])
        page.set_row(row, _NOTE if len(note) < 60 else 2 * _NOTE)
    top = len(sheet.notes)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(top, place, column.head, looks["typed head" if column.typed else "head"])
    for row, cells in enumerate(sheet.rows, start=top + 1):
        for place, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            look = cell.look or ("typed" if column.typed else "")
            _put(page, row, place, cell, looks[look])
    _validate(page, sheet, top)
    page.freeze_panes(top + 1, sum(column.key for column in sheet.columns[:2]) + 1)
    page.autofilter(top, 0, top + max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)


def _put(page: Worksheet, row: int, place: int, cell: DeskCell, look: Format) -> None:
    if cell.formula:
        page.write_formula(row, place, cell.formula.replace("{row}", str(row + 1)), look, "")
    elif isinstance(cell.text, str) and cell.text:
        page.write_string(row, place, cell.text, look)
    elif isinstance(cell.text, str):
        page.write_blank(row, place, None, look)
    else:
        page.write_number(row, place, cell.text, look)


def _validate(page: Worksheet, sheet: DeskSheet, top: int) -> None:
    rows = len(sheet.rows)
    marks = next((at for at, (key, _) in enumerate(sheet.keyed()) if key == (FULL_MARKS,)), None)
    for place, column in enumerate(sheet.columns):
        rule = _rule(column, letter(place), None if marks is None else top + 2 + marks)
        if rule and rows:
            first = top + 1 + (0 if marks is None else marks + 1)
            page.data_validation(first, place, top + rows, place, rule)


def _rule(column: DeskColumn, at: str, marks: int | None) -> dict[str, Any]:
    """What Excel lets be written in a column; a list is closed, marks above the full ones are asked about."""
    if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST:
        words = {"error_title": column.head, "error_message": "请从下拉列表里选一项。"}
        return {"validate": "list", "source": list(column.choices), **words}
    if column.score and marks is not None:
        words = {
            "error_title": "打分",
            "error_message": "分数在 0 和满分之间。确认无误就选“是”。",
            "error_type": "warning",
        }
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": f"=${at}${marks}",
            **words,
        }
    return {}
