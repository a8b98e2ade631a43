"""A filled 附件1: each row below the labels becomes an application; whatever is not read is told."""

from __future__ import annotations

import re

from generator.intake.filled import I616, I620, Box, Filled
from generator.intake.labels import Labels
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening import tableheader, tablenotes, tablerows, titles
from generator.intake.opening.sheet import FilledRow, FilledSheet
from generator.intake.opening.size import I602
from generator.intake.opening.tablenotes import place_of
from generator.intake.opening.tablereader import TableReader
from generator.model.forms import Form

_MOST_ROWS = 2000
_PUBLISHER = re.compile(r"\s*推荐单位\s*(?:[(（]\s*(?:盖章|印章|公章)\s*[)）])?\s*[:：]\s*(.*)", re.DOTALL)
_DATED = re.compile(r"\s*(?:填表|填报|报送|申报)(?:日期|时间)\s*[:：]\s*(.*)", re.DOTALL)


def read(form: Form, sheets: list[FilledSheet], notes: FormNotes) -> list[Filled]:
    """Return the applications of all visible sheets with the form's labels; empty if none has them."""
    labels = Labels(form, asked=True)
    filled: list[Filled] = []
    for sheet in sheets:
        header = tableheader.find(labels, sheet)
        if header and sheet.hidden:
            message = f"工作表“{sheet.name}”是隐藏的，里面的表没有读"
            notes.add(sheet.name, I616, message, "要读的请取消隐藏，另存以后再读一次。")
        elif header:
            filled += _Table(form, sheet, header, notes).applications()
    return filled


def has_header(form: Form, sheets: list[FilledSheet]) -> bool:
    """Return whether any sheet has the form's labels."""
    labels = Labels(form, asked=True)
    return any(tableheader.find(labels, sheet) for sheet in sheets if not sheet.hidden)


class _Table(TableReader):
    """The reading of a sheet of 附件1."""

    def __init__(self, form: Form, sheet: FilledSheet, header: tableheader.Header, notes: FormNotes) -> None:
        super().__init__(form, sheet, header, notes)
        self.publisher, self.dated = self._head()

    def applications(self) -> list[Filled]:
        """Return one application for each row below the labels that has more than its running number."""
        tablenotes.of_columns(self.form, self.sheet, self.header, self.notes)
        title = titles.other(self.form, self._texts_above(), self.notes)
        filled: list[Filled] = []
        hidden: list[int] = []
        for row in self.rows():
            boxes = self.boxes(row)
            if self._is_left_out(row, boxes):
                continue
            if len(filled) == _MOST_ROWS:
                self.note(row, 0, I602, f"表里多于 {_MOST_ROWS} 行，后面的没有读", "请分成几个文件。")
                break
            hidden += [row.number] if row.hidden else []
            point = (self._point(row, 0), self._point(row, 1))
            filled_in = self.by_key(boxes)
            place = place_of(self.sheet, f"第 {row.number} 行")
            others = tuple(self.others(row))
            filled.append(
                Filled(self.form, place, filled_in, self.publisher, self.dated, point, others, title=title)
            )
        tablenotes.of_hiding(self.sheet, self.header, hidden, self.notes)
        return filled

    def _texts_above(self) -> list[str]:
        rows = [row for row in self.sheet.rows if row.number < self.header.number]
        return [cell.text for row in rows for cell in row.cells if cell.text]

    def _is_left_out(self, row: FilledRow, boxes: list[Box]) -> bool:
        """Return whether a row is no workshop; it is told which (I616, I620)."""
        first = next((place for place, cell in enumerate(row.cells) if cell.text), 0)
        if tablerows.is_struck(row):
            remedy = "还要的请去掉删除线，再读一次。"
            self.note(row, first, I620, f"第 {row.number} 行整行划了删除线，没有读", remedy)
            return True
        if tablerows.is_printed(self.form, row):
            return any(cell.text for cell in row.cells)
        if tablerows.is_aside(row, boxes):
            said = quoted("，".join(cell.text for cell in row.cells if cell.text))
            message = f"第 {row.number} 行像是说明、小计或分组的文字，没有读：{said}"
            self.note(row, first, I616, message, "是工作室的，请把各列填全再读一次。")
            return True
        return False

    def _point(self, row: FilledRow, which: int) -> Box | None:
        field = self.form.fields[0]
        for column, axis in self.header.point.items():
            if axis == which and row.cell(column).text:
                return Box(field, row.cells[column].text, self.place(row, column))
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
