"""Text set by typst: a template and its data to a tagged PDF (the door to typst)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typst import Fonts

MEDIA_TYPE = "application/pdf"


def typeset(template: str, title: str, day: date, data: Mapping[str, Any]) -> bytes:
    """Return a PDF/UA-1, the same bytes on every computer: fonts come from a package, the clock is the document's own day."""
    import typst

    values = {"title": title, "date": {"year": day.year, "month": day.month, "day": day.day}, **data}
    return typst.compile(
        template.encode(),
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"data": json.dumps(values, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )


@cache
def _fonts() -> Fonts:
    from pylopdf_fonts_zh_cn import serif_path
    from typst import Fonts

    return Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(serif_path().parent)]
    )
