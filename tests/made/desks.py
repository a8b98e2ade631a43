"""What a person does in the desk with Excel: cells found by sheet, row and head, typed into, moved, deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.doors.roundfolder import DESK
from generator.intake.rounds.desksheet import NUMBER


def edited(folder: Path, change: Callable[[Any], object]) -> None:
    """Open the desk of a round's folder, change it, save it."""
    book = loaded(folder)
    change(book)
    book.save(folder / DESK)


def cell(book: Any, sheet: str, row: str, head: str) -> Any:
    """The cell in the row that begins so, below that head."""
    page = book[sheet]
    top = next(line for line in page.iter_rows() if head in [one.value for one in line])
    place = next(one.column for one in top if one.value == head)
    line = next(line for line in page.iter_rows(min_row=top[0].row + 1) if line[0].value == row)
    return page.cell(line[0].row, place)


def loaded(folder: Path) -> Any:
    """The desk as openpyxl sees it."""
    return load_workbook(folder / DESK)


def says(book: Any, sheet: str, row: str, head: str) -> Any:
    """What a cell of the desk says."""
    return cell(book, sheet, row, head).value


def column(book: Any, sheet: str, head: str) -> list[Any]:
    """All that stands below a head."""
    page = book[sheet]
    top = next(line for line in page.iter_rows() if head in [one.value for one in line])
    place = next(one.column for one in top if one.value == head)
    return [page.cell(row, place).value for row in range(top[0].row + 1, page.max_row + 1)]


def numbers(book: Any) -> dict[str, str]:
    """The number of each application by its workshop's name."""
    return dict(zip(column(book, "结论", "工作室名称"), column(book, "结论", NUMBER), strict=True))


def sort(book: Any, sheet: str) -> None:
    """Sort the rows of a sheet backwards, as Excel does."""
    page = book[sheet]
    top = next(line[0].row for line in page.iter_rows() if line[0].value == NUMBER)
    rows = [[one.value for one in line] for line in page.iter_rows(min_row=top + 1)]
    for number, row in enumerate(reversed(rows), start=top + 1):
        for place, value in enumerate(row, start=1):
            page.cell(number, place).value = value
