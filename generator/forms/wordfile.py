"""A Word file made of paragraphs and tables: A4, no personal names inside, always the same bytes (the door to python-docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from generator.forms.controls import W, w
from generator.forms.wordstyles import Style, font_table, settings, styles
from generator.model.dates import PartialDate

if TYPE_CHECKING:
    from docx.document import Document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


class PageSetup(NamedTuple):
    """A4 with its margins in millimetres, mirrored: `left` is the binding side, which is the left of odd pages and the right of even ones.

    `footers`: of odd and of even pages, `foot` millimetres from the edge. `pitch`: of the grid of lines, in points; a grid
    of characters as well makes LibreOffice set 27 to a line.
    """

    top: float
    bottom: float
    left: float
    right: float
    foot: float = 12.7
    footers: Sequence[Any] = ()
    pitch: float = 0


class About(NamedTuple):
    """The properties of the file; its date is the document's own, never the day the file was made."""

    title: str
    date: PartialDate
    version: str = ""


def word_file(pieces: Iterable[Any], about: About, sheet: PageSetup, look: Mapping[str, Style]) -> bytes:
    """Return the file with `pieces` as the body's children, in the styles of `look`."""
    import docx

    document = docx.Document()
    _strip(document)
    body = document.element.body
    for place, piece in enumerate(pieces):
        body.insert(place, piece)
    _set_page(document, sheet)
    document.styles.element[:] = list(styles(look))
    document.settings.element[:] = list(settings(odd_and_even=bool(sheet.footers)))
    _relate(document, "fontTable", "FONT_TABLE", font_table())
    properties = document.core_properties
    properties.title, properties.language, properties.version = about.title, "zh-CN", about.version
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime(*about.date.first.timetuple()[:3])
    file = io.BytesIO()
    document.save(file)
    return _repacked(file.getvalue())


def parts(content: bytes) -> dict[str, str]:
    """Return the XML texts inside a Word file by name, in the order of the zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def twips(millimetres: float) -> int:
    """Convert millimetres to twentieths of a point, Word's unit."""
    return round(millimetres * 1440 / 25.4)


def _set_page(document: Document, sheet: PageSetup) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    properties = document.element.body.sectPr
    properties.attrib.clear()  # ids of editing sessions
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
    section.footer_distance = Mm(sheet.foot)
    grid = properties.find(w("docGrid").tag)
    if sheet.pitch:
        properties.replace(grid, w("docGrid", type="lines", linePitch=round(sheet.pitch * 20)))
    for number, (kind, foot) in enumerate(zip(("default", "even"), sheet.footers, strict=False)):
        root = etree.Element(w("ftr").tag, nsmap={"w": W})  # else its elements bear the prefix ns0
        root.append(foot)
        etree.cleanup_namespaces(root)
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        reference = w("footerReference", type=kind)
        key = _relate(document, f"footer{number + 1}", "FOOTER", blob)
        reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", key)
        properties.insert(number, reference)


def _relate(document: Document, name: str, kind: str, blob: bytes) -> str:
    """Add a part beside the document and return the id of its relation."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    media = getattr(CONTENT_TYPE, f"WML_{kind}")
    part = Part(PackURI(f"/word/{name}.xml"), media, blob, document.part.package)
    return document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))


def _strip(document: Document) -> None:
    """Keep only what this file needs of python-docx's template: no thumbnail, theme, application's name or custom XML."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KIND

    for relations, kept in (
        (document.part.package.rels, (KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES)),
        (document.part.rels, (KIND.STYLES, KIND.SETTINGS)),
    ):
        for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
            del relations[key]


def _repacked(content: bytes) -> bytes:
    """Return the same entries in order of name with a fixed date, since python-docx writes the time of day into the zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as was, zipfile.ZipFile(file, "w") as now:
        for name in sorted(was.namelist()):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            now.writestr(entry, was.read(name))
    return file.getvalue()
