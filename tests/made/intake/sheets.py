"""The sheet as people fill it in: made of the miniature's records, edited by openpyxl, and read back."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.sheets.book import TableWanted, table_xlsx
from generator.forms.sheets.columns import NUMBER
from generator.intake.batch import Batch, batch
from generator.intake.notes import as_lines
from generator.intake.returned.changes import Changes, changes
from generator.intake.standing import Standing
from generator.model.registry import Registry
from generator.reading.read import read_texts
from generator.rules.check import check
from tests.made import miniature, samples

Sent = dict[str, bytes]
FILE = "台账.xlsx"
WORKSHOPS = "工作室"
# A sheet, a row (an id, an id with an item's number, None for a new row), by head what is written there.
Edit = tuple[str, str | tuple[str, int] | None, Mapping[str, Any]]


@cache
def registry() -> Registry:
    """The miniature's records."""
    return miniature.registry()


@cache
def blank() -> bytes:
    """The sheet of all of them."""
    return made_of(registry())


def made_of(held: Registry) -> bytes:
    """The sheet of a registry."""
    return table_xlsx(held, TableWanted(held.workshops, "台账", samples.TODAY, samples.TODAY))


def book(content: bytes | None = None) -> Workbook:
    """The sheet, open."""
    return load_workbook(io.BytesIO(content or blank()))


def saved(opened: Workbook) -> bytes:
    """The file that a program would write."""
    file = io.BytesIO()
    opened.save(file)
    return file.getvalue()


def at(sheet: Worksheet) -> dict[str, int]:
    """By head the number of its column."""
    return {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}


def row_of(sheet: Worksheet, which: str | tuple[str, int] | None) -> int:
    """The number of a row; a new one stands behind all others."""
    if which is None:
        return sheet.max_row + 1
    id_, number = which if isinstance(which, tuple) else (which, 0)
    column = at(sheet).get(NUMBER)
    for row in range(3, sheet.max_row + 1):
        same = not number or (column and str(sheet.cell(row, column).value) == str(number))
        if sheet.cell(row, 1).value == id_ and same:
            return row
    raise KeyError(which)


def edit(opened: Workbook, edits: Iterable[Edit]) -> None:
    """Write into cells."""
    for name, which, cells in edits:
        sheet = opened[name]
        heads, row = at(sheet), row_of(sheet, which)
        for head, value in cells.items():
            cell = sheet.cell(row, heads[head])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def filled(*edits: Edit, then: Callable[[Workbook], None] | None = None) -> Sent:
    """The sheet with cells filled in, and then damaged."""
    opened = book()
    edit(opened, edits)
    if then:
        then(opened)
    return {FILE: saved(opened)}


def text(name: str, code: str, *edits: Edit) -> Sent:
    """One sheet of it as CSV."""
    opened = book()
    edit(opened, edits)
    file = io.StringIO(newline="")
    csv.writer(file).writerows(
        [
            ["" if cell is None else str(cell) for cell in row]
            for row in opened[name].iter_rows(values_only=True)
        ]
    )
    return {"台账.csv": file.getvalue().encode(code)}


def read(files: Mapping[str, bytes], held: Registry | None = None) -> tuple[Batch, Changes, Registry]:
    """What is made of the files. A name below workshops/ is a record as it is now, changed since the sheet was made."""
    held = held or registry()
    now = {name: content.decode() for name, content in files.items() if name.startswith("workshops/")}
    if now:
        held = read_texts({**held.texts, **now}, held.names, held.photos)[0]
    sent = [(name, content) for name, content in files.items() if name not in now]
    made = batch(sent, held, held.names, samples.TODAY, "wgs84")
    ground = Standing(held, held.names, samples.TODAY, lambda: check(held, [], samples.TODAY))
    return made, changes(made.returned, ground, "wgs84"), held


def outcome(files: Mapping[str, bytes]) -> str:
    """What is told, and what becomes of the records' texts."""
    made, changed, held = read(files)
    lines = [*made.told("registry"), *as_lines(changed.problems), *changed.lines]
    lines += [made.summary(changed.summary, changed.problems)]
    for path, now in sorted(changed.texts.items()):
        before = held.texts.get(path, "")
        lines += difflib.unified_diff(before.split("\n"), now.split("\n"), path, path, n=0, lineterm="")
    return "\n".join(lines) + "\n"
