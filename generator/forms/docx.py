"""The application form as a Word file: A4, two sides, content controls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from generator.forms import controls, layout
from generator.forms.controls import paragraph, run, w
from generator.forms.wordfile import About, PageSetup, twips, word_file
from generator.forms.wordstyles import FORM_STYLES
from generator.model.forms import Form, FormField

_HEAD_COLUMNS = (104, 52)  # millimetres; other numbers of fields share the line equally
# The least heights of rows in millimetres: each grows with its text, and a name of 56 characters leaves the front one page.
_SHORT, _LONG, _OPINION, _SEAL = 15, 112, 38, 24
_SHEET = PageSetup(top=37, bottom=35, left=28, right=26)  # GB/T 9704-2012, 5.2.1


def application_docx(form: Form) -> bytes:
    """Return 附件2 as .docx: exactly two A4 pages, both blank and with 300 characters in the long box.

    Front and back are two tables; every field is a content control tagged with its key, within a bookmark of that name
    (the options of a choice: key_1, key_2). The words 附件2 are left out, as the form's own note requires for the print.
    """
    about = About(form.title, form.effective, form.version)
    return word_file(_pieces(form, count(1)), about, _SHEET, FORM_STYLES)


def _pieces(form: Form, numbers: Iterator[int]) -> Iterator[Any]:
    yield paragraph("Title", run(form.title))
    head, front, back = (layout.placed(form, place) for place in ("head", "front", "back"))
    if head:
        yield _head(head, numbers)
        yield paragraph("Gap")
    yield _table([row for fields in layout.rows(front) for row in _rows(fields, numbers)])
    if back:
        yield paragraph("Turn")
        yield _table([row for fields in layout.rows(back) for row in _rows(fields, numbers)])
    for number, note in enumerate(layout.notes(form)):
        yield paragraph("NoteOn" if number else "Note", run(note))


def _head(fields: tuple[FormField, ...], numbers: Iterator[int]) -> Any:
    """The line 申报单位（印章）： ... 年 月 日 is a table without lines, since a tab stop wrapped."""
    whole = sum(layout.COLUMNS)
    columns = _HEAD_COLUMNS if len(fields) == len(_HEAD_COLUMNS) else (whole // len(fields),) * len(fields)
    cells = []
    for field, width in zip(fields, columns, strict=True):
        dated = field.kind == "date"
        shown = "\u3000\u3000" + layout.DATE if dated else controls.ROOM
        control = controls.text_control(field.key, _title(field), next(numbers), shown)
        label = [] if dated else [run(field.label + "：")]
        cells.append(_cell(width, paragraph("HeadRight" if dated else "Head", *label, *control)))
    return _table([w("tr", _height(12), *cells)], columns, lines=False)


def _rows(fields: tuple[FormField, ...], numbers: Iterator[int]) -> Iterator[Any]:
    """Return the rows of fields side by side: one row, or two for an opinion."""
    if fields[0].kind == "opinion":
        yield from _opinion_rows(fields[0], numbers)
    else:
        yield _row(fields, numbers)


def _row(fields: tuple[FormField, ...], numbers: Iterator[int]) -> Any:
    """Return a row of one or two labels, each with its box at the right."""
    wide = len(fields) == 1
    cells = []
    for place, field in enumerate(fields):
        label, box = layout.COLUMNS[2 * place : 2 * place + 2]
        cells.append(_cell(label, *_label(field)))
        width = sum(layout.COLUMNS[1:]) if wide else box
        cells.append(_cell(width, *_box(field, numbers), span=3 if wide else 1, top=field.kind == "prose"))
    height = _LONG if fields[0].kind == "prose" else _SHORT
    return w("tr", _height(height), *cells)


def _box(field: FormField, numbers: Iterator[int]) -> Iterator[Any]:
    if field.kind == "choice":
        for number, option in enumerate(field.options, start=1):
            alias = f"{field.label}：{option}"
            box = controls.checkbox(f"{field.key}_{number}", alias, next(numbers))
            yield paragraph("Box", *box, run(option))
    else:
        style = "Prose" if field.kind == "prose" else "Box"
        yield paragraph(style, *controls.text_control(field.key, _title(field), next(numbers)))


def _opinion_rows(field: FormField, numbers: Iterator[int]) -> Iterator[Any]:
    """Return two rows that look like one: the opinion above, seal and date below."""
    opinion = paragraph("Prose", *controls.text_control(field.key, _title(field), next(numbers)))
    seal = [paragraph("Seal", run(line)) for line in layout.SEAL]
    first, rest = layout.COLUMNS[0], sum(layout.COLUMNS[1:])
    above = _cell(rest, opinion, span=3, top=True, without="bottom")
    below = _cell(rest, *seal, span=3, without="top")
    yield w("tr", _height(_OPINION), _cell(first, *_label(field), merge="restart"), above)
    yield w("tr", _height(_SEAL), _cell(first, paragraph("Label"), merge="continue"), below)


def _label(field: FormField) -> list[Any]:
    return [paragraph("Label", run(line)) for line in layout.label_lines(field)]


def _title(field: FormField) -> str:
    """Return what Word shows above a box that is being filled in: its label, and how much goes in."""
    if field.limit is None or str(field.limit) in field.label:
        return field.label
    return f"{field.label}（至多{field.limit}字）"


def _cell(
    width: int, *inside: Any, span: int = 1, top: bool = False, merge: str = "", without: str = ""
) -> Any:
    properties = [w("tcW", w=twips(width), type="dxa")]
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if merge:
        properties.append(w("vMerge", val=merge))
    if without:
        properties.append(w("tcBorders", w(without, val="nil")))
    return w("tc", w("tcPr", *properties, w("vAlign", val="top" if top else "center")), *inside)


def _table(rows: list[Any], columns: tuple[int, ...] = layout.COLUMNS, lines: bool = True) -> Any:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=6, space=0, color="auto") for side in sides))
    margins = w("tblCellMar", *(w(side, w=twips(1.5), type="dxa") for side in ("left", "right")))
    properties = w(
        "tblPr",
        w("tblW", w=twips(sum(columns)), type="dxa"),
        w("jc", val="center"),
        *([borders] if lines else []),
        w("tblLayout", type="fixed"),
        margins,
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=twips(width)) for width in columns)), *rows)


def _height(millimetres: int) -> Any:
    """Return the least height of a row: an exact one would cut off a long text."""
    return w("trPr", w("cantSplit"), w("trHeight", val=twips(millimetres), hRule="atLeast"))
