"""The rows of a table that comes back, read by the one reader of tables: which record each belongs to, its cells, its seal."""

from __future__ import annotations

from typing import NamedTuple

from generator.forms.sheets.columns import DELETE, ID, LISTS, SEAL, Layout, SheetColumn
from generator.forms.sheets.page import NOTES
from generator.forms.sheets.seal import Seal, opened
from generator.intake.filled import I616, I620, Box
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening import tablenotes, tablerows
from generator.intake.opening.sheet import FilledRow, FilledSheet
from generator.intake.opening.tableheader import Header
from generator.intake.opening.tablereader import TableReader
from generator.intake.plain import one_line, says_nothing, seen, squeezed
from generator.intake.returned.layouts import (
    BASIS_KEY,
    NUMBER_KEY,
    SEAL_KEY,
    WHICH_KEY,
    WHY_KEY,
    FoundSheet,
    found,
)
from generator.libraries.characters import nfkc
from generator.model.local import Ids
from generator.model.registry import Registry
from generator.problems.code import WARNING, Code
from generator.reading.likeness import nearest
from generator.reading.words import Choice

I656 = Code(
    "I656",
    WARNING,
    "没有校验码",
    meaning="校验码是隐藏的一列，用来认出取表以后记录有没有别人改过；没有它，就只能照表写。",
    bad="把几列复制到新的工作簿里交回",
    remedy="对照改动逐条核对。",
)


_NAMES = {layout.name for layout in LISTS}


class ReturnedRow(NamedTuple):
    """A row of the table. `id`: as written where it is none of ours; `number`: of the item, 0 for none; `boxes`: the cells by
    key; `place`: of its id, in words."""

    layout: Layout
    path: str
    place: str
    id: str
    which: str
    number: int
    seal: Seal | None
    boxes: dict[str, Box]
    why: Box | None
    basis: Box | None


class ReturnedTable(NamedTuple):
    """The rows of all sheets of one file, whose path it is."""

    path: str
    rows: tuple[ReturnedRow, ...]


class _Reader(TableReader):
    """The reading of one sheet of the table."""

    then = "写好这一格，再读一次"

    def repeats_labels(self, row: FilledRow) -> bool:
        """See TableReader: the heads again, or the line below them."""
        at = self.id_column
        text = row.cell(at).text if at is not None else ""
        return text in (ID, NOTES[ID])

    @property
    def id_column(self) -> int | None:
        """The column of the ids."""
        return next((column for column, field in self.header.fields.items() if field.key == "id"), None)


def table(sheets: list[FilledSheet], registry: Registry, notes: FormNotes) -> ReturnedTable | None:
    """Return the rows of a file that is a table of ours; None for any other."""
    ours = found(sheets, registry)
    rows = [row for one in ours for row in _read(one, registry.local.ids, notes)]
    unsealed = [one for one in ours if SEAL_KEY not in one.at and not one.sheet.hidden]
    if unsealed:
        named = "、".join(f"“{one.sheet.name}”" for one in unsealed if one.sheet.name)
        message = f"{named}没有“{SEAL}”这一列，认不出取表以后记录有没有别人改过，照表上写的改"
        notes.add("", I656, message, "请逐条核对下面的改动，尤其是不是用了旧表。")
    return ReturnedTable(notes.path, tuple(rows)) if ours else None


def _read(one: FoundSheet, ids: Ids, notes: FormNotes) -> list[ReturnedRow]:
    """Return the rows of a sheet; what is not read is told (I610, I616, I620)."""
    if one.sheet.hidden:
        message = f"工作表“{one.sheet.name}”是隐藏的，没有读"
        notes.add(one.sheet.name, I616, message, "要读的请取消隐藏，另存以后再读一次。")
        return []
    _tell_of_columns(one, notes)
    reader = _Reader(one.form, one.sheet, one.header, notes)
    rows: list[ReturnedRow] = []
    hidden: list[int] = []
    for row in reader.rows():
        if tablerows.is_struck(row):
            message = f"第 {row.number} 行整行划了删除线，没有读"
            reader.note(row, 0, I620, message, "要删去这一项的，在它必填的一格写“删除”，再读一次。")
            continue
        hidden += [row.number] if row.hidden else []
        boxes = reader.by_key(reader.boxes(row))
        place = reader.place(row, reader.id_column or 0)
        rows.append(_row(one.layout, notes.path, place, boxes, ids))
    tablenotes.of_hiding(one.sheet, _shown(one), hidden, notes, "不该读的，请在 Excel 里删去再读。")
    return rows


def _row(layout: Layout, path: str, place: str, boxes: dict[str, Box], ids: Ids) -> ReturnedRow:
    texts = {name: box.text for name, box in boxes.items()}
    id_ = one_line(seen(texts.get("id", "")))
    number = nfkc(texts.get(NUMBER_KEY, "")).strip()
    return ReturnedRow(
        layout,
        path,
        place,
        ids.meant(id_) or id_,
        one_line(seen(texts.get(WHICH_KEY, ""))),
        int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 0,
        opened(texts.get(SEAL_KEY, "")),
        {column.key: boxes[column.key] for column in layout.columns if column.key in boxes},
        boxes.get(WHY_KEY),
        boxes.get(BASIS_KEY),
    )


def _shown(one: FoundSheet) -> Header:
    """Return the heads without that of the seals, which is hidden on purpose."""
    fields = {column: field for column, field in one.header.fields.items() if field.key != SEAL_KEY}
    return one.header._replace(fields=fields)


def _tell_of_columns(one: FoundSheet, notes: FormNotes) -> None:
    """Tell the columns that the table does not have (I616): one that is meant for another, all others together."""
    filled = {
        column: label
        for column, label in one.header.others.items()
        if any(row.cell(column).text for row in one.sheet.rows if row.number > one.header.last)
    }
    heads = [head for head in one.layout.heads if head != ID]
    meant = {column: nearest(label, heads) for column, label in filled.items() if label not in _NAMES}
    for column, near in meant.items():
        if near:
            message = f"多出来的一列{quoted(filled[column])}没有读"
            remedy = f"是不是“{near}”？是的，请把列名改成它再读。"
            notes.add(_head(one, column), I616, message, remedy)
    others = [label for column, label in filled.items() if not meant.get(column)]
    if others:
        named = [label for label in others if label in _NAMES]
        remedy = (
            f"要改{named[0]}的，请用台账里“{named[0]}”那张工作表。"
            if named
            else "不用的不必理会；列名写错的改正再读。"
        )
        message = f"这几列没有读：{'、'.join(map(quoted, others))}"
        notes.add(_head(one, next(iter(filled))), I616, message, remedy)


def _head(one: FoundSheet, column: int) -> str:
    return tablenotes.place_of(one.sheet, f"{tablenotes.letters(column)}{one.header.number}")


def is_nothing(column: SheetColumn, box: Box) -> bool:
    """Return whether a cell says a word for nothing (无, 暂无, none), unless the word is one of the column's own."""
    kind = column.field.kind
    own = isinstance(kind, Choice) and squeezed(box.text) in kind.options
    return says_nothing(box.text) and not own and not box.doubtful


def deletes(box: Box) -> bool:
    """Return whether a cell deletes what it held."""
    return squeezed(box.text) == DELETE and not box.doubtful


def deleting(row: ReturnedRow) -> Box | None:
    """Return the cell that deletes a whole item: one without which the item cannot be."""
    required = (row.boxes.get(column.key) for column in row.layout.columns if column.field.required)
    return next((box for box in required if box and deletes(box)), None)
