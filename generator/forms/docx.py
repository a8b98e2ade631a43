"""The application form as a Word file: A4, two sides, content controls. The only door to python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from generator.forms import controls, layout
from generator.forms.controls import run, w
from generator.forms.wordstyles import font_table, settings, styles
from generator.papers import Form, FormField

if TYPE_CHECKING:
    from docx.document import Document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_HEAD_COLUMNS = (104, 52)  # millimetres; any other number of fields shares the line equally
_SHORT, _LONG, _OPINION, _SEAL = 15, 130, 38, 24  # heights of rows in millimetres
_MARGINS = {
    "top": 37,
    "bottom": 35,
    "left": 28,
    "right": 26,
}  # left is the binding side (GB/T 9704-2012, 5.2.1)


def application_docx(form: Form) -> bytes:
    """附件2 as .docx: exactly two A4 pages, blank and with 300 characters in the long box.

    Front and back are two tables; every field is a content control tagged with its key, within a bookmark of that name
    (the options of a choice: key_1, key_2). The words 附件2 are left out, as the form's own note asks of the print.
    """
    import docx

    document = docx.Document()
    _strip(document)
    _dress(document, form)
    numbers = count(1)
    body = document.element.body
    for place, piece in enumerate(_pieces(form, numbers)):
        body.insert(place, piece)
    held = io.BytesIO()
    document.save(held)
    return _repacked(held.getvalue())


def _pieces(form: Form, numbers: Iterator[int]) -> Iterator[Any]:
    yield _paragraph("Title", run(form.title))
    head, front, back = (layout.placed(form, place) for place in ("head", "front", "back"))
    if head:
        yield _head(head, numbers)
        yield _paragraph("Gap")
    yield _table([row for fields in layout.rows(front) for row in _rows(fields, numbers)])
    if back:
        yield _paragraph("Turn")
        yield _table([row for fields in layout.rows(back) for row in _rows(fields, numbers)])
    for number, note in enumerate(layout.notes(form)):
        yield _paragraph("NoteOn" if number else "Note", run(note))


def _head(fields: tuple[FormField, ...], numbers: Iterator[int]) -> Any:
    """申报单位（印章）： ... 年 月 日, as a table without lines: a tab stop wrapped."""
    whole = sum(layout.COLUMNS)
    columns = _HEAD_COLUMNS if len(fields) == len(_HEAD_COLUMNS) else (whole // len(fields),) * len(fields)
    cells = []
    for field, width in zip(fields, columns, strict=True):
        dated = field.kind == "date"
        shown = "\u3000\u3000" + layout.DATE if dated else controls.ROOM
        control = controls.text_control(field.key, field.label, next(numbers), shown)
        label = [] if dated else [run(field.label + "：")]
        cells.append(_cell(width, _paragraph("HeadRight" if dated else "Head", *label, *control)))
    return _table([w("tr", _height(12, "atLeast"), *cells)], columns, lines=False)


def _rows(fields: tuple[FormField, ...], numbers: Iterator[int]) -> Iterator[Any]:
    """The rows of fields that stand side by side: one, or two for an opinion."""
    if fields[0].kind == "opinion":
        yield from _opinion_rows(fields[0], numbers)
    else:
        yield _row(fields, numbers)


def _row(fields: tuple[FormField, ...], numbers: Iterator[int]) -> Any:
    """One or two labels, each with its box at the right."""
    wide = len(fields) == 1
    cells = []
    for place, field in enumerate(fields):
        label, box = layout.COLUMNS[2 * place : 2 * place + 2]
        cells.append(_cell(label, *_label(field)))
        width = sum(layout.COLUMNS[1:]) if wide else box
        cells.append(_cell(width, *_box(field, numbers), span=3 if wide else 1, top=field.kind == "prose"))
    height = _LONG if fields[0].kind == "prose" else _SHORT
    return w("tr", _height(height, "atLeast"), *cells)  # an exact height would cut off a name of three lines


def _box(field: FormField, numbers: Iterator[int]) -> Iterator[Any]:
    if field.kind == "choice":
        for number, option in enumerate(field.options, start=1):
            alias = f"{field.label}：{option}"
            box = controls.checkbox(f"{field.key}_{number}", alias, next(numbers))
            yield _paragraph("Box", *box, run(option))
    else:
        style = "Prose" if field.kind == "prose" else "Box"
        yield _paragraph(style, *controls.text_control(field.key, field.label, next(numbers)))


def _opinion_rows(field: FormField, numbers: Iterator[int]) -> Iterator[Any]:
    """Two rows that look like one: the opinion above, seal and date at the foot."""
    opinion = _paragraph("Prose", *controls.text_control(field.key, field.label, next(numbers)))
    seal = [_paragraph("Seal", run(line)) for line in layout.SEAL]
    first, rest = layout.COLUMNS[0], sum(layout.COLUMNS[1:])
    above = _cell(rest, opinion, span=3, top=True, without="bottom")
    below = _cell(rest, *seal, span=3, without="top")
    yield w("tr", _height(_OPINION, "exact"), _cell(first, *_label(field), merge="restart"), above)
    yield w("tr", _height(_SEAL, "exact"), _cell(first, _paragraph("Label"), merge="continue"), below)


def _label(field: FormField) -> list[Any]:
    return [_paragraph("Label", run(line)) for line in layout.label_lines(field)]


def _paragraph(style: str, *inside: Any) -> Any:
    return w("p", w("pPr", w("pStyle", val=style)), *inside)


def _cell(
    width: int, *inside: Any, span: int = 1, top: bool = False, merge: str = "", without: str = ""
) -> Any:
    properties = [w("tcW", w=_twips(width), type="dxa")]
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
    margins = w("tblCellMar", *(w(side, w=_twips(1.5), type="dxa") for side in ("left", "right")))
    properties = w(
        "tblPr",
        w("tblW", w=_twips(sum(columns)), type="dxa"),
        w("jc", val="center"),
        *([borders] if lines else []),
        w("tblLayout", type="fixed"),
        margins,
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=_twips(width)) for width in columns)), *rows)


def _height(millimetres: int, rule: str) -> Any:
    return w("trPr", w("cantSplit"), w("trHeight", val=_twips(millimetres), hRule=rule))


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _strip(document: Document) -> None:
    """Leave only what this file needs of python-docx's template: no thumbnail, theme, application's name or custom XML."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KIND

    for relations, kept in (
        (document.part.package.rels, (KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES)),
        (document.part.rels, (KIND.STYLES, KIND.SETTINGS)),
    ):
        for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
            del relations[key]


def _dress(document: Document, form: Form) -> None:
    """Page, styles, fonts, and neutral properties dated by the form."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    document.element.body.sectPr.attrib.clear()  # numbers of editing sessions
    for side, width in _MARGINS.items():
        setattr(section, f"{side}_margin", Mm(width))
    document.styles.element[:] = list(styles())
    document.settings.element[:] = list(settings())
    package = document.part.package
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, font_table(), package)
    document.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    told = document.core_properties
    told.title, told.language, told.version = form.title, "zh-CN", form.version
    told.author = told.last_modified_by = told.comments = ""
    told.created = told.modified = datetime(*form.effective[:3])


def _repacked(content: bytes) -> bytes:
    """The same entries in order of name with a fixed date: python-docx writes the time of day into the zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as was, zipfile.ZipFile(held, "w") as now:
        for name in sorted(was.namelist()):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            now.writestr(entry, was.read(name))
    return held.getvalue()
