"""A filled 附件1: the row of labels is found, then each row becomes an application."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.forms import layout
from generator.intake.filled import I611, I615, I616, Box, Filled
from generator.intake.labels import Labels, key
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening.package import I602
from generator.intake.opening.sheetfile import FilledCell, FilledRow, FilledSheet
from generator.intake.plain import squeezed
from generator.model.forms import Form, FormField
from generator.problems.code import ERROR, Code

_HEADER_WITHIN = 20
_LEAST_LABELS = 3
_MOST_ROWS = 2000
_POINT = {"经度": 0, "纬度": 1}
_ASIDE = re.compile(r"\s*(?:注[:：]|注$|说明[:：]|合计|总计|填表人|联系人|联系电话|审核人|负责人[:：])")
_PUBLISHER = re.compile(r"\s*推荐单位\s*(?:[(（]\s*(?:盖章|印章|公章)\s*[)）])?\s*[:：]\s*(.*)", re.DOTALL)
_DATED = re.compile(r"\s*(?:填表|填报|报送|申报)(?:日期|时间)\s*[:：]\s*(.*)", re.DOTALL)


class Header(NamedTuple):
    """The row of labels: its number, and for each column the field, or 0 or 1 for longitude and latitude."""

    number: int
    fields: dict[int, FormField]
    point: dict[int, int]


def read(form: Form, sheets: list[FilledSheet], notes: FormNotes) -> list[Filled]:
    """Return the applications of all sheets with the form's labels; empty if none has them."""
    labels = Labels(form)
    filled: list[Filled] = []
    for sheet in sheets:
        header = _header(labels, sheet)
        if header:
            filled += _Table(form, sheet, header, notes).applications()
    return filled


def has_header(form: Form, sheets: list[FilledSheet]) -> bool:
    """Return whether any sheet has the form's labels."""
    labels = Labels(form)
    return any(_header(labels, sheet) for sheet in sheets)


def _header(labels: Labels, sheet: FilledSheet) -> Header | None:
    """Return the row with the most labels among the first rows, if it has the workshop's name."""
    best: Header | None = None
    for row in sheet.rows:
        if row.number > _HEADER_WITHIN:
            break
        named = {column: labels.field(cell.text) for column, cell in enumerate(row.cells) if cell.text}
        fields = {column: field for column, field in named.items() if field}
        point = {
            column: _POINT[key(cell.text)]
            for column, cell in enumerate(row.cells)
            if key(cell.text) in _POINT
        }
        has_name = any("name" in field.feeds for field in fields.values())
        if has_name and len(fields) >= _LEAST_LABELS and (best is None or len(fields) > len(best.fields)):
            best = Header(row.number, fields, point)
    return best


I617 = Code(
    "I617",
    ERROR,
    "公式没有结果",
    meaning="格子里是公式，文件里却没有存它的结果，或者结果是 #N/A 之类。",
    bad="=VLOOKUP(…) 得 #N/A",
    remedy="在 Excel 里改好，存盘后再读。",
)


class _Table:
    """The reading of one sheet."""

    def __init__(self, form: Form, sheet: FilledSheet, header: Header, notes: FormNotes) -> None:
        self.form, self.sheet, self.header, self.notes = form, sheet, header, notes
        self.publisher, self.dated = self._head()

    def applications(self) -> list[Filled]:
        """Return one application for each row below the labels that has more than its running number."""
        self._note_columns()
        filled: list[Filled] = []
        for row in self._below():
            if not self._is_filled(row):
                continue
            boxes = list(self._boxes(row))
            if self._is_aside(row, boxes):
                first = next(place for place, cell in enumerate(row.cells) if cell.text)
                message = f"第 {row.number} 行像是说明文字，没有读"
                self._note(row, first, I616, message, "是工作室的，请把各列填全再读一次。")
                continue
            if len(filled) == _MOST_ROWS:
                self._note(row, 0, I602, f"表里多于 {_MOST_ROWS} 行，后面的没有读", "请分成几个文件。")
                break
            point = [self._point(row, which) for which in (0, 1)]
            place = f"{self.sheet.name}!第 {row.number} 行"
            filled.append(
                Filled(
                    self.form, place, self._merged(boxes), self.publisher, self.dated, (point[0], point[1])
                )
            )
        return filled

    def _below(self) -> Iterator[FilledRow]:
        labels = Labels(self.form)
        for row in self.sheet.rows:
            named = sum(1 for cell in row.cells if cell.text and labels.field(cell.text))
            if row.number > self.header.number and named < _LEAST_LABELS:
                yield row

    def _is_filled(self, row: FilledRow) -> bool:
        """Return whether a row has more than its running number and the text of merged cells."""
        cells = [row.cells[column] for column in self._columns() if column < len(row.cells)]
        return any(cell.kind != "merged" and (cell.text or cell.kind != "text") for cell in cells)

    def _columns(self) -> dict[int, FormField]:
        """Return the columns to read: not the running number, no private fields."""
        return {
            column: field
            for column, field in self.header.fields.items()
            if not field.private and (field.kind != "integer" or field.feeds)
        }

    def _boxes(self, row: FilledRow) -> Iterator[Box]:
        for column, field in self._columns().items():
            cell = row.cells[column] if column < len(row.cells) else FilledCell()
            place = self._place(row, column)
            if cell.kind in ("error", "formula"):
                yield Box(field, cell.text or "（公式）", place, doubtful=True)
            else:
                yield Box(field, cell.text, place, number=cell.kind == "number")

    def _merged(self, boxes: list[Box]) -> dict[str, Box]:
        """Return the boxes by key. Two columns that differ (I611) and broken formulas (I617) are noted here, for rows that count."""
        by_key: dict[str, Box] = {}
        for box in boxes:
            if box.doubtful:
                message = f"这一格是没有结果的公式或错误值：{quoted(box.text)}"
                self.notes.add(box.place, I617, message, "请在 Excel 里改好，存盘后再读。")
            before = by_key.get(box.field.key)
            if before is None or not before.text:
                by_key[box.field.key] = box
            elif box.text and squeezed(box.text) != squeezed(before.text):
                message = f"“{box.field.label}”有两列，内容不同：{quoted(before.text)}、{quoted(box.text)}"
                self.notes.add(box.place, I611, message, "请只留一列，再读一次。")
                by_key[box.field.key] = before._replace(text=f"{before.text}；{box.text}", doubtful=True)
        return by_key

    def _is_aside(self, row: FilledRow, boxes: list[Box]) -> bool:
        """Return whether a row is a note, a signature or a sum below the table: it has one cell, or begins like such lines."""
        notes = {key(note) for note in (*layout.notes(self.form), *self.form.notes, *self.form.head)}
        texts = [cell.text for cell in row.cells if cell.text]
        return key(texts[0]) in notes or bool(_ASIDE.match(texts[0])) or self._is_lone_sentence(boxes)

    def _is_lone_sentence(self, boxes: list[Box]) -> bool:
        written = [box for box in boxes if box.text]
        return len(written) == 1 and bool(re.search(r"[:：。；]", written[0].text))

    def _point(self, row: FilledRow, which: int) -> Box | None:
        field = self.form.fields[0]
        for column, axis in self.header.point.items():
            if axis == which and column < len(row.cells) and row.cells[column].text:
                return Box(field, row.cells[column].text, self._place(row, column))
        return None

    def _head(self) -> tuple[str, str]:
        """Return the recommending union and the date, from the lines above the labels."""
        publisher = dated = ""
        for row in self.sheet.rows:
            for place, cell in enumerate(row.cells if row.number < self.header.number else ()):
                after = next((other.text for other in row.cells[place + 1 :] if other.text), "")
                union, day = _PUBLISHER.match(cell.text), _DATED.match(cell.text)
                if union:
                    publisher = union[1].strip() or ("" if _DATED.match(after) else after)
                elif day:
                    dated = day[1].strip() or after
        return publisher, dated

    def _note_columns(self) -> None:
        header = next(row for row in self.sheet.rows if row.number == self.header.number)
        known = {**self.header.fields, **self.header.point}
        others = [cell.text for column, cell in enumerate(header.cells) if cell.text and column not in known]
        if others:
            listed = "、".join(quoted(other) for other in others)
            self._note(
                header, 0, I616, f"多出来的列没有读：{listed}", "列名写错的请改正再读；本来不用的不必理会。"
            )
        keys = {field.key for field in self.header.fields.values()}
        missing = [field.label for field in self.form.fields if field.key not in keys and field.feeds]
        if missing:
            listed = "、".join(f"“{label}”" for label in missing)
            self._note(
                header,
                0,
                I615,
                f"表里找不到这几列：{listed}",
                "请核对是不是删掉或改了列名；要写的请补进草稿。",
            )

    def _place(self, row: FilledRow, column: int) -> str:
        return f"{self.sheet.name}!{_letters(column)}{row.number}"

    def _note(self, row: FilledRow, column: int, code: Code, message: str, remedy: str) -> None:
        self.notes.add(self._place(row, column), code, message, remedy)


def _letters(column: int) -> str:
    """Return the letters of a column, counted from 0: A, B, ..., Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
