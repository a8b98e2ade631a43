"""The one reader of rows below a table's labels, of 附件1 and of the sheet alike: each cell by its field, and what may not be what was typed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.filled import I611, I620, I633, Box, Doubt, Surplus
from generator.intake.labels import Labels
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening import tableheader, tablenotes
from generator.intake.opening.sheet import FilledCell, FilledRow, FilledSheet
from generator.intake.opening.tablenotes import place_of
from generator.intake.plain import squeezed
from generator.model.forms import Form, FormField
from generator.problems.code import ERROR, WARNING, Code
from generator.reading.kind import F212

_AS_ABOVE = frozenset(
    ["同上", "同前", "同上行", "同上格", "〃", "″", "〻", '"', "”", "“", "''", ",,", "″″", "ditto"]
)


I617 = Code(
    "I617",
    ERROR,
    "公式没有结果",
    meaning="格子里是公式，文件里却没有存它的结果，或者结果是 #N/A 之类。",
    bad="=VLOOKUP(…) 得 #N/A",
    remedy="在 Excel 里改好，存盘后再读。",
)


I626 = Code(
    "I626",
    WARNING,
    "“同上”照上一行写",
    meaning="一份记录看不到上一行，所以“同上”“〃”换成上一行的内容；行的次序变过，就会换错。",
    bad="推荐单位一列写着“同上”",
    remedy="核对换成的内容是不是这个意思。",
)
I632 = Code(
    "I632",
    ERROR,
    "日期像是被 Excel 改过",
    meaning="在日期格子里打“2016”，Excel 存的是 1905 年的一天；打“8-19”，它自己加上今年。看到的已不是填表人打的。",
    bad="成立时间打了 2016，存成 1905-07-08",
    remedy="问清是哪一年、哪一月，补进草稿。",
)


class TableReader:
    """The reading of one sheet whose labels were found. `then`: what to do with a text that is to be asked for."""

    then = "补进草稿"

    def __init__(self, form: Form, sheet: FilledSheet, header: tableheader.Header, notes: FormNotes) -> None:
        self.form, self.sheet, self.header, self.notes = form, sheet, header, notes
        self.labels = Labels(form, asked=True)
        self.above: dict[str, Box] = {}

    def rows(self) -> Iterator[FilledRow]:
        """Yield the rows below the labels that have more than their running number."""
        for row in self.sheet.rows:
            if row.number > self.header.last and not self.repeats_labels(row) and self._is_filled(row):
                yield row

    def repeats_labels(self, row: FilledRow) -> bool:
        """Return whether a row repeats the labels, as below a page break."""
        return tableheader.is_labels(self.labels, row)

    def _is_filled(self, row: FilledRow) -> bool:
        """Return whether a row has more than its running number and the text of merged cells."""
        number = {column for column, field in self.header.fields.items() if _is_number(field)}
        cells = [
            cell for column, cell in enumerate(row.cells) if column not in number or not cell.text.isdecimal()
        ]
        return any(cell.kind != "merged" and (cell.text or cell.kind != "text") for cell in cells)

    def _columns(self) -> dict[int, FormField]:
        """Return the columns to read: not the running number, no private fields."""
        fields = self.header.fields.items()
        return {column: field for column, field in fields if not field.private and not _is_number(field)}

    def boxes(self, row: FilledRow) -> list[Box]:
        """Return the boxes of a row, one for each column of the form."""
        return list(self._boxes(row))

    def _boxes(self, row: FilledRow) -> Iterator[Box]:
        for column, field in self._columns().items():
            cell = row.cell(column)
            doubt = _doubt(cell, self.then)
            text = "（公式）" if cell.kind == "formula" else "" if cell.kind == "struck" else cell.text
            yield Box(field, text, self.place(row, column), bool(doubt), cell.kind == "number", doubt)

    def by_key(self, boxes: list[Box]) -> dict[str, Box]:
        """Return the boxes by key, with the texts that stand above in place of 同上; what is wrong with them is noted."""
        self.above = self._merged([self._resolved(box) for box in boxes])
        return self.above

    def _resolved(self, box: Box) -> Box:
        """Return the box with the text above in place of 同上 (I626); doubtful if there is none (F212)."""
        if squeezed(box.text).lower() not in _AS_ABOVE:
            return box
        above = self.above.get(box.field.key)
        if above is None or not above.text or above.doubtful:
            message = f"“{box.field.label}”写着{quoted(box.text)}，上面却没有读到内容"
            self.notes.add(box.place, F212, message, f"请问清后{self.then}。")
            return box._replace(doubtful=True)
        message = f"“{box.field.label}”的{quoted(box.text)}照上面写成了{quoted(above.text)}"
        self.notes.add(box.place, I626, message, "请核对是不是这个意思。")
        return above._replace(place=box.place)

    def _merged(self, boxes: list[Box]) -> dict[str, Box]:
        """Return the boxes by key; what is wrong with cells is noted here, for rows that count."""
        by_key: dict[str, Box] = {}
        for box in boxes:
            if box.doubt:
                self.notes.add(box.place, *box.doubt)
            before = by_key.get(box.field.key)
            if before is None or not before.text:
                by_key[box.field.key] = box
            elif box.text and squeezed(box.text) != squeezed(before.text):
                message = f"“{box.field.label}”有两列，内容不同：{quoted(before.text)}、{quoted(box.text)}"
                self.notes.add(box.place, I611, message, "请只留一列，再读一次。")
                by_key[box.field.key] = before._replace(text=f"{before.text}；{box.text}", doubtful=True)
        return by_key

    def others(self, row: FilledRow) -> Iterator[Surplus]:
        """Yield what stands in columns that the form does not have, but for personal ones."""
        for column, label in self.header.others.items():
            cell = row.cell(column)
            of_others = tablenotes.is_personal(label) or tablenotes.is_of_tool(label)
            if cell.text and cell.kind in ("text", "number", "date") and not of_others:
                yield Surplus(label, cell.text, self.place(row, column))

    def place(self, row: FilledRow, column: int) -> str:
        """Return the place of a cell: 汇总表!C7."""
        return place_of(self.sheet, f"{tablenotes.letters(column)}{row.number}")

    def note(self, row: FilledRow, column: int, code: Code, message: str, remedy: str) -> None:
        """Note a problem of a cell."""
        self.notes.add(self.place(row, column), code, message, remedy)


def _is_number(field: FormField) -> bool:
    """Return whether a field is the running number."""
    return field.kind == "integer" and not field.feeds


def _doubt(cell: FilledCell, then: str) -> Doubt | None:
    """Return why the text of a cell may not be what was typed."""
    if cell.kind in ("error", "formula"):
        message = f"这一格是没有结果的公式或错误值：{quoted(cell.text or '（公式）')}"
        return Doubt(I617, message, "请在 Excel 里改好，存盘后再读。")
    if cell.kind == "picture":
        return Doubt(I633, "这一格是图片，里面的字读不出来", f"请照原表把内容{then}。")
    if cell.kind == "struck":
        message = f"这一格划了删除线，没有读：{quoted(cell.text)}"
        return Doubt(I620, message, f"还要的请去掉删除线，再读一次；或{then}。")
    if cell.kind == "date" and cell.doubt:
        return Doubt(I632, cell.doubt, f"请问清日期，{then}。")
    return Doubt(I620, cell.doubt, f"请核对留下的字，{then}。") if cell.doubt else None
