"""One sheet of the table: heads, how each column is written, the rows, what can be chosen, what is locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.forms.sheets import choices
from generator.forms.sheets.columns import (
    BASIS,
    DELETE,
    ID,
    LACKS,
    LEVEL,
    NUMBER,
    SEAL,
    STATUS,
    WHICH,
    WHY,
    Layout,
    SheetColumn,
)
from generator.forms.sheets.looks import CellLooks, is_number, width
from generator.forms.sheets.rows import SheetRow
from generator.libraries.workbook import letter
from generator.model.registry import Registry

if TYPE_CHECKING:
    from generator.libraries.workbook import Format, Workbook, Worksheet

HEAD, HOW, FIRST = 0, 1, 2  # rows of the sheet
_A3 = 8
_MORE = 500  # rows below the last for which there are lists to choose from
_HEAD_HEIGHT, _HOW_HEIGHT = 30, 58  # points
_LAST_ROW = 1_048_575
_PROMPT_TITLE, _PROMPT = 32, 255  # Excel's limits in characters
_WIDTHS = {ID: 9, WHICH: 28, NUMBER: 6, LACKS: 24, WHY: 26, BASIS: 26, STATUS: 10, LEVEL: 10, SEAL: 12}
NOTES = {
    ID: "永久不变，不要改；新增一个工作室的，这里空着",
    WHICH: "给人看的，不读；新增的工作室的各项，编号空着，这里写它的名称",
    NUMBER: "第几项，不要改；新增的一项空着",
    LACKS: "程序算出来的，不读",
    WHY: "改动已公布的内容时写：怎样错的，或“更名 2025-03”",
    BASIS: "文件名称或公开出处",
    STATUS: "由命名和后续情况推算，不读",
    LEVEL: "由命名推算，不读",
    SEAL: "程序用来认出改过的格子",
}
_PERMITTED = (
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_rows",
    "delete_rows",
    "sort",
    "autofilter",
)


class SheetLine(NamedTuple):
    """A row to write: what its cells say, None for an item that is still missing; by head what stands beside them; the keys of
    the cells that are missing."""

    row: SheetRow | None
    beside: Mapping[str, str]
    missing: frozenset[str]


class _Writing(NamedTuple):
    """How the cells of a column are written: its head, its key in a row, the look of its cells, that of the column itself where
    nothing stands, whether it holds numbers."""

    head: str
    key: str | None
    look: Format
    below: Format
    number: bool


class SheetWriter:
    """The writing of the sheets of one workbook. `sources`: by title, where in it the words of a long list stand."""

    def __init__(self, book: Workbook, registry: Registry, sources: Mapping[str, str]) -> None:
        self.book, self.registry, self.sources = book, registry, sources
        self.looks = CellLooks(book)

    def write(self, layout: Layout, lines: Iterable[SheetLine]) -> None:
        """Add a sheet with these rows."""
        sheet = self.book.add_worksheet(layout.name)
        columns = {column.label: column for column in layout.columns if column.key != "id"}
        for place, head in enumerate(layout.heads):
            column = columns.get(head)
            how = choices.how(self.registry, layout, column) if column else NOTES[head]
            sheet.write_string(HEAD, place, head, self.looks.head)
            sheet.write_string(HOW, place, how, self.looks.how)
            wide = width(column.field.kind) if column else _WIDTHS[head]
            sheet.set_column(place, place, wide, self._below(layout, head, column), {"hidden": head == SEAL})
        sheet.set_row(HEAD, _HEAD_HEIGHT)
        sheet.set_row(HOW, _HOW_HEIGHT)
        writings = [self._writing(layout, head, columns.get(head)) for head in layout.heads]
        last = HOW
        for last, line in enumerate(lines, start=FIRST):
            for place, writing in enumerate(writings):
                self._write(sheet, (last, place), writing, line)
        for place, head in enumerate(layout.heads):
            if head in columns:
                rule = self._rule(layout, columns[head])
                sheet.data_validation(FIRST, place, last + _MORE, place, rule)
        _set(sheet, layout, last)

    def _below(self, layout: Layout, head: str, column: SheetColumn | None) -> Format:
        """Return the format of a column where nothing stands yet."""
        if column:
            return self.looks.of(column.field.kind)
        return self.looks.text if layout.key and head in (ID, WHICH) else self._beside(head)

    def _writing(self, layout: Layout, head: str, column: SheetColumn | None) -> _Writing:
        """Return how the cells of a column are written, asked once for all its rows."""
        look = self.looks.of(column.field.kind) if column else self._beside(head)
        number = column is not None and is_number(column.field.kind)
        return _Writing(head, column.key if column else None, look, self._below(layout, head, column), number)

    def _write(self, sheet: Worksheet, at: tuple[int, int], writing: _Writing, line: SheetLine) -> None:
        """Write one cell; none that is empty and looks as its column does: a third of all, which nobody would miss."""
        head, key, look, below, number = writing
        if key is None:
            text = line.beside.get(head, "")
        else:
            text = line.row.cells[key] if line.row else ""
            look = self.looks.missing if key in line.missing else look
        if not text:
            if look is not below:
                sheet.write_blank(*at, None, look)
        elif number:
            sheet.write_number(*at, float(text), look)
        else:
            sheet.write_string(*at, text, look)

    def _beside(self, head: str) -> Format:
        return self.looks.text if head in (WHY, BASIS) else self.looks.locked

    def _rule(self, layout: Layout, column: SheetColumn) -> dict[str, Any]:
        """Return what Excel offers in a column's cells and says of them."""
        prompt: dict[str, Any] = {
            "input_title": column.label[:_PROMPT_TITLE],
            "input_message": choices.how(self.registry, layout, column)[:_PROMPT],
        }
        offered = choices.offer(self.registry, layout, column)
        if not offered:
            return prompt | {"validate": "any"}
        return prompt | {
            "validate": "list",
            "source": [*offered.words, DELETE] if offered.in_cell else self.sources[offered.title],
            "error_type": "warning",
            "error_title": column.label[:_PROMPT_TITLE],
            "error_message": f"列表里没有这一项。要删去原来的内容，写“{DELETE}”，再选“是”。",
        }


def _set(sheet: Worksheet, layout: Layout, last: int) -> None:
    """Keep the heads in sight, lock what is locked (without a password), set the page."""
    columns = len(layout.heads) - 1
    sheet.freeze_panes(FIRST, 3 if layout.key else 2)
    sheet.autofilter(HOW, 0, max(last, FIRST), columns)
    sheet.protect("", dict.fromkeys(_PERMITTED, True))
    sheet.ignore_errors({"number_stored_as_text": f"A1:{letter(columns)}{_LAST_ROW}"})
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1 if layout.key else 2, 0)
    sheet.repeat_rows(HEAD)
    sheet.repeat_columns(0, 1)
    sheet.set_footer("&C第 &P 页，共 &N 页")
