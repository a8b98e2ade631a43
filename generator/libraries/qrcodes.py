"""QR codes (the door to segno): black on white, with the quiet zone of ISO/IEC 18004, as SVG and PNG."""

from __future__ import annotations

import io
from typing import NamedTuple

from generator.libraries.photos import bitmap

_QUIET, _PIXELS = 4, 8  # white modules around the code; pixels a module
_MASK = 3  # fixed: trying all eight takes five times as long, and every reader knows each of them


class QrCode(NamedTuple):
    """One code as SVG, which scales without loss, and as PNG in two colours."""

    svg: str
    png: bytes


def qr_code(text: str) -> QrCode:
    """Return the code of a text; it can still be read with a quarter of it worn off (level Q)."""
    import segno

    code = segno.make_qr(text, error="q", mask=_MASK)
    file = io.BytesIO()
    code.save(file, kind="svg", border=_QUIET, light="#fff", omitsize=True)
    return QrCode(file.getvalue().decode("utf-8"), bitmap(code.matrix, _QUIET, _PIXELS))
