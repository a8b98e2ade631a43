"""The notice and the blank forms as PDF for printing. The only door to typst."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.dates import PartialDate
from generator.forms import layout
from generator.noticetext import Block
from generator.papers import Form, FormField, Notice

if TYPE_CHECKING:
    from typst import Fonts

MEDIA_TYPE = "application/pdf"


def notice_pdf(template: str, notice: Notice, blocks: tuple[Block, ...]) -> bytes:
    """The notice as a tagged PDF (PDF/UA-1) in the layout of GB/T 9704-2012: 22 lines of 28 characters on a page."""
    told = [{"kind": block.kind, "lines": block.lines} for block in blocks]
    return _compiled(template, notice.title, notice.date, {"blocks": told})


def application_pdf(template: str, form: Form) -> bytes:
    """附件2 to be filled by hand: the same two pages as the Word file."""
    pages = {
        place: [[_told(field) for field in row] for row in layout.rows(layout.placed(form, place))]
        for place in ("head", "front", "back")
    }
    fixed = {"columns": layout.COLUMNS, "seal": layout.SEAL, "day": layout.DATE, "notes": layout.notes(form)}
    return _compiled(template, form.title, form.effective, pages | fixed)


def summary_pdf(template: str, form: Form) -> bytes:
    """附件1 to be filled by hand, A4 landscape, the labels repeated on every page."""
    columns = [{"lines": layout.label_lines(field), "width": field.width or 12} for field in form.fields]
    numbered = any(field.kind == "integer" and not field.feeds for field in form.fields[:1])
    told = {"columns": columns, "head": form.head, "rows": form.rows or 1, "numbered": numbered}
    return _compiled(template, form.title, form.effective, told | {"notes": layout.notes(form)})


def _told(field: FormField) -> dict[str, Any]:
    return {
        "label": field.label,
        "lines": layout.label_lines(field),
        "kind": field.kind,
        "options": field.options,
    }


def _compiled(template: str, title: str, date: PartialDate, data: Mapping[str, Any]) -> bytes:
    """The same bytes anywhere: fonts of a package and not of the system, the document's own date for a clock."""
    import typst

    first = date.first
    day = {"year": first.year, "month": first.month, "day": first.day}
    told = json.dumps({"title": title, "date": day, **data}, ensure_ascii=False)
    return typst.compile(
        template.encode(),
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"data": told},
        pdf_standards="ua-1",
        timestamp=datetime(first.year, first.month, first.day, tzinfo=UTC),
    )


@cache
def _fonts() -> Fonts:
    from pylopdf_fonts_zh_cn import serif_path
    from typst import Fonts

    return Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(serif_path().parent)]
    )
