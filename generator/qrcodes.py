"""QR codes (the door to segno): black on white, with the quiet zone that ISO/IEC 18004 asks for, as SVG and PNG."""

from __future__ import annotations

import io
import struct
import zlib
from typing import NamedTuple

_QUIET, _PIXELS = (
    4,
    8,
)  # modules of white around the code; pixels to a module, eight since they are one byte of a PNG
_MASK = 3  # fixed: trying all eight takes five times as long, and readers know each
_INK = b"\xff\x00".ljust(256, b"\x00")  # a module, 0 or 1, as eight pixels


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
    return QrCode(held.getvalue().decode("utf-8"), _png(code.matrix))


def _png(matrix: tuple[bytearray, ...]) -> bytes:
    """A PNG of one bit a pixel (segno's own takes ten times as long)."""
    side = (len(matrix) + 2 * _QUIET) * _PIXELS
    white = b"\xff" * _QUIET
    blank = b"\0" + b"\xff" * (side // 8)
    rows = [b"\0" + white + row.translate(_INK) + white for row in matrix]
    pixels = b"".join(line * _PIXELS for line in [blank] * _QUIET + rows + [blank] * _QUIET)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(pixels)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(content, zlib.crc32(kind)))
    )
