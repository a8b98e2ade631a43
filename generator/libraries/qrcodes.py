"""QR codes (the door to segno): black on white, with the quiet zone that ISO/IEC 18004 asks for, as SVG and PNG."""

from __future__ import annotations

import io
from typing import NamedTuple

from generator.libraries.photos import bitmap

_QUIET, _PIXELS = 4, 8  # modules of white around the code; pixels to a module
_MASK = 3  # fixed: trying all eight takes five times as long, and readers know each


class QrCode(NamedTuple):
    """One code as a drawing that grows without loss, and as an image in two colours."""

    svg: str
    png: bytes


def qr_code(text: str) -> QrCode:
    """The code of a text; with a quarter of it worn off it can still be read (level Q)."""
    import segno

    code = segno.make_qr(text, error="q", mask=_MASK)
    held = io.BytesIO()
    code.save(held, kind="svg", border=_QUIET, light="#fff", omitsize=True)
    return QrCode(held.getvalue().decode("utf-8"), bitmap(code.matrix, _QUIET, _PIXELS))
