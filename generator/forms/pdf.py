"""The notice and the blank forms as PDF for printing."""

from __future__ import annotations

from typing import Any

from generator.forms import layout
from generator.forms.layout import Summary
from generator.forms.wordfile import About
from generator.libraries.typeset import Press
from generator.model.forms import Form, FormField
from generator.model.notices import Notice
from generator.model.noticetext import Block


def notice_pdf(press: Press, notice: Notice, blocks: tuple[Block, ...]) -> bytes:
    """Return the notice as a tagged PDF (PDF/UA-1) in the layout of GB/T 9704-2012: 22 lines of 28 characters a page."""
    return official_pdf(press, About(notice.title, notice.date), blocks, notice.path)


def official_pdf(press: Press, about: About, blocks: tuple[Block, ...], source: str) -> bytes:
    """Return any text in the layout of a notice. `source`: the file that is told of where typst refuses."""
    parts = [{"kind": block.kind, "lines": block.lines} for block in blocks]
    return press.set("notice.typ", about.title, about.date.first, {"blocks": parts}, source)


def application_pdf(press: Press, form: Form) -> bytes:
    """Return 附件2 to fill in by hand: the same two pages as the Word file."""
    pages = {
        place: [[_box(field) for field in row] for row in layout.rows(layout.placed(form, place))]
        for place in ("head", "front", "back")
    }
    fixed = {"columns": layout.COLUMNS, "seal": layout.SEAL, "day": layout.DATE, "notes": layout.notes(form)}
    return press.set("application.typ", form.title, form.effective.first, pages | fixed, form.path)


def summary_pdf(press: Press, form: Form, filled: Summary | None = None) -> bytes:
    """Return 附件1: A4 landscape, the labels repeated on every page; to fill in by hand, or filled."""
    columns = [{"lines": layout.label_lines(field), "width": field.width or 12} for field in form.fields]
    numbered = any(field.kind == "integer" and not field.feeds for field in form.fields[:1])
    rows = [
        [
            str(number) if numbered and not at else row.get(field.key, "")
            for at, field in enumerate(form.fields)
        ]
        for number, row in enumerate(filled.rows if filled else (), start=1)
    ]
    head = layout.head(form, filled.recommender if filled else "")
    table = {"columns": columns, "head": head, "rows": form.rows or 1, "numbered": numbered, "filled": rows}
    table |= {"notes": layout.notes(form), "annex": form.annex}
    return press.set("summary.typ", form.title, form.effective.first, table, form.path)


def _box(field: FormField) -> dict[str, Any]:
    return {
        "label": field.label,
        "lines": layout.label_lines(field),
        "kind": field.kind,
        "options": field.options,
    }
