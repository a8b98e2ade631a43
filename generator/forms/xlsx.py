"""The summary table as an Excel file with lists to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.forms import layout
from generator.forms.layout import Summary
from generator.libraries.workbook import growing_sheet, letter, workbook
from generator.model.forms import Form, FormField
from generator.model.registry import Registry

if TYPE_CHECKING:
    from generator.libraries.workbook import Format, Workbook, Worksheet

SHEET, LISTS = "推荐汇总表", "可选项"
_A4, _SHORTEST_LIST = 9, 4
_TITLE_FACE, _BODY_FACE, _LABEL_FACE = "方正小标宋简体", "仿宋_GB2312", "黑体"
_SIZE, _ROW, _LABEL_ROW = 10, 39, 30  # points; a row has room for three lines of text
_PROMPT_TITLE, _PROMPT = 32, 255  # Excel's limits in characters
_CELL = {"font_name": _BODY_FACE, "font_size": _SIZE, "border": 1, "valign": "vcenter", "text_wrap": True}


def summary_xlsx(form: Form, registry: Registry, filled: Summary | None = None) -> bytes:
    """Return 附件1 as .xlsx: one row a workshop, its lists from the vocabularies in use, ready for A4 landscape; blank or filled.

    All cells are text, so that 2016-05 stays 2016-05. A value that is not in a list may be written after one warning; only the
    options of the form itself (类别, 层次) are enforced.
    """
    file, book = workbook(form.title, form.effective.first, form.head[0] if form.head else "")
    sheet, lists = growing_sheet(book, SHEET, _ROW), book.add_worksheet(LISTS)
    top = _write_head(book, sheet, form, filled.recommender if filled else "")
    rows = [dict(row) for row in filled.rows] if filled else [{} for _ in range(form.rows or 1)]
    _write_rows(book, sheet, form, top, rows)
    for column, field in enumerate(form.fields):
        source = _source(book, lists, column, field, layout.choices(field, registry))
        sheet.data_validation(top + 1, column, top + len(rows), column, _validation(field, source))
    _write_notes(book, sheet, form, top + 1 + len(rows))
    _set_page(sheet, form, top, len(rows))
    lists.hide()
    book.close()
    return file.getvalue()


def _write_head(book: Workbook, sheet: Worksheet, form: Form, recommender: str) -> int:
    """Write the mark 附件1, the title, the first line of the head alone, the others side by side, the column labels; return the labels' row."""
    last = len(form.fields) - 1
    annex = {"font_name": _LABEL_FACE, "font_size": 16, "valign": "vcenter"}
    sheet.write_string(0, 0, form.annex, book.add_format(annex))
    sheet.set_row(0, 24)
    title = {"font_name": _TITLE_FACE, "font_size": 20, "align": "center", "valign": "vcenter"}
    line = book.add_format({"font_name": _BODY_FACE, "font_size": _SIZE, "valign": "vcenter"})
    centred = book.add_format(title)
    sheet.merge_range(1, 0, 1, last, "", centred)
    sheet.write_string(1, 0, form.title, centred)  # merging takes a text that begins with = for a formula
    sheet.set_row(1, 36)
    lines = layout.head(form, recommender)
    first, rest = lines[:1], lines[1:]
    for row, text in enumerate(first, start=2):
        sheet.write_string(row, 0, text, line)
        sheet.set_row(row, 20)
    row = 2 + len(first)
    for place, text in enumerate(rest):
        sheet.write_string(row, place * len(form.fields) // max(len(rest), 1), text, line)
    sheet.set_row(row, 20)
    top = row + (1 if rest else 0)
    label = _CELL | {"font_name": _LABEL_FACE, "align": "center", "bg_color": "#F2F2F2"}
    labels = book.add_format(label)
    for column, field in enumerate(form.fields):
        sheet.write_string(top, column, "\n".join(layout.label_lines(field)), labels)
        sheet.set_column(column, column, field.width or 12)
    sheet.set_row(top, _LABEL_ROW)
    return top


def _write_rows(book: Workbook, sheet: Worksheet, form: Form, top: int, rows: list[dict[str, str]]) -> None:
    """Write text cells; the first whole-number column that feeds no key holds the running number."""
    formats: dict[str, Format] = {
        align: book.add_format(_CELL | {"num_format": "@", "align": align}) for align in ("left", "center")
    }
    for number, row in enumerate(rows, start=1):
        for column, field in enumerate(form.fields):
            align = formats["center" if (field.width or 12) <= 12 else "left"]
            text = str(number) if field.kind == "integer" and not field.feeds else row.get(field.key, "")
            if text:
                sheet.write_string(top + number, column, text, align)
            else:
                sheet.write_blank(top + number, column, None, align)


def _source(
    book: Workbook, lists: Worksheet, column: int, field: FormField, choices: tuple[str, ...]
) -> list[str] | str:
    """Return a short list itself, or the name of a longer one, which is on the hidden sheet (Excel allows 255 characters)."""
    if len(choices) < _SHORTEST_LIST:
        return list(choices)
    lists.write_string(0, column, field.label)
    lists.write_column(1, column, choices)
    at = letter(column)
    book.define_name(f"list_{field.key}", f"={LISTS}!${at}$2:${at}${len(choices) + 1}")
    return f"=list_{field.key}"


def _validation(field: FormField, source: list[str] | str) -> dict[str, Any]:
    """Return what Excel checks and shows when a cell is filled in."""
    prompt: dict[str, Any] = {
        "input_title": field.label[:_PROMPT_TITLE],
        "input_message": (field.help or "")[:_PROMPT],
    }
    if not source:
        return {"validate": "any"} | prompt
    closed = bool(field.options)
    message = "请从下拉列表里选一项。" if closed else "列表里没有这一项。可以照写全称，确认无误就选“是”。"
    wrong = {"error_title": field.label[:_PROMPT_TITLE], "error_message": message}
    return (
        {"validate": "list", "source": source, "error_type": "stop" if closed else "warning"} | prompt | wrong
    )


def _write_notes(book: Workbook, sheet: Worksheet, form: Form, row: int) -> None:
    line = book.add_format({"font_name": _BODY_FACE, "font_size": _SIZE, "valign": "vcenter"})
    for place, note in enumerate(layout.notes(form)):
        sheet.write_string(row + place, 0, note, line)
        sheet.set_row(row + place, 20)


def _set_page(sheet: Worksheet, form: Form, top: int, rows: int) -> None:
    """Set A4 landscape, one page wide, the labels on every page and always visible, page numbers."""
    last_row, last_column = top + rows + len(form.notes), len(form.fields) - 1
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    sheet.freeze_panes(top + 1, 2)
    sheet.set_selection(top + 1, 1, top + 1, 1)
