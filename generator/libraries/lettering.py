"""Pictures of a few lines of text in four colours, as PNG; or below a photograph, as JPEG (a second door to Pillow: it draws).

Thousands are drawn in a build. So each character is drawn once for each size, all stand on one background that is drawn once, and
each row of a PNG is told as what it differs in from the one above (its filter Up), packed by runs: strokes go on downwards, the
rest is flat. Pillow would try five filters for each row, for no fewer bytes and three times the cost; so arrays are packed here.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from generator.libraries.typeset import INSTEAD, PACKAGED

_Pixels = NDArray[np.uint8]

_TONES = 4
# From a luminance to its tone. Edges are somewhat sharper than they were drawn, which is smaller and looks the same.
_TONE_OF = np.repeat(np.arange(_TONES, dtype=np.uint8), (85, 43, 43, 85))
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _INDEXED, _UP = 2, 3, 2  # of a pixel; a PNG with a palette; its filter that tells rows by those above
_ART = 1  # the tone of what is drawn on the background
_WIDE = "\u2e7f"  # above it signs are as wide as they are high
_MIDDLE = (0.5, 0.35)  # of what is cut out of a photograph, somewhat above its own: there people's faces are
_MORE = "…"
_QUALITY = 78  # of a JPEG


class TextLine(NamedTuple):
    """A text from a left upper corner on, `size` pixels high."""

    x: int
    y: int
    size: int
    text: str


class Backdrop(NamedTuple):
    """What stands behind texts: width, height, its colour and that of texts as #rrggbb, a disc with rings around it as middle and radii."""

    width: int
    height: int
    colour: str
    ink: str
    disc: tuple[int, int]
    radii: tuple[int, ...]


def lettered(ground: Backdrop, lines: Sequence[TextLine]) -> bytes:
    """Return lines of text on a ground, as a PNG of two bits a pixel."""
    back = _background(ground)
    rows = _packed_background(ground).copy()
    for top, strip in _written(back, lines):
        rows[top : top + len(strip)] = _packed(strip)
    header = struct.pack(">IIBBBBB", ground.width, ground.height, _BITS, _INDEXED, 0, 0, 0)
    first = min((line.y for line in lines), default=ground.height)
    parts = ((b"IHDR", header), (b"PLTE", bytes(_palette(ground))), (b"IDAT", _zipped(ground, rows, first)))
    return _SIGNATURE + b"".join(_chunk(*part) for part in (*parts, (b"IEND", b"")))


def captioned(ground: Backdrop, lines: Sequence[TextLine], photograph: bytes, height: int) -> bytes:
    """Return a photograph, cut to the ground's width and so much of its height, above the ground with its lines, as a JPEG."""
    with Image.open(io.BytesIO(photograph), formats=["JPEG"]) as opened:
        shown = ImageOps.fit(opened.convert("RGB"), (ground.width, height), centering=_MIDDLE)
    pixels = np.zeros((ground.height, ground.width), np.uint8)
    for top, strip in _written(pixels, lines):
        pixels[top : top + len(strip)] = strip
    picture = Image.fromarray(pixels)
    picture.putpalette(_palette(ground))
    whole = picture.convert("RGB")
    whole.paste(shown, (0, 0))
    file = io.BytesIO()
    whole.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def width(text: str, size: int) -> float:
    """Return how wide a text is in pixels."""
    return sum(_glyph(sign, size)[1] for sign in text)


def broken(words: Sequence[str], size: int, room: int) -> list[str]:
    """Return words, which follow each other without a space, as lines that fit into so many pixels; a longer word breaks anywhere."""
    lines, taken = [""], 0.0
    for word in words:
        if taken and taken + width(word, size) > room:
            lines.append("")
            taken = 0.0
        for sign in word:
            step = _glyph(sign, size)[1]
            if taken and taken + step > room:
                lines.append("")
                taken = 0.0
            lines[-1] += sign
            taken += step
    return lines


def cut(text: str, size: int, room: int) -> str:
    """Return as much of a text as there is room for."""
    left = room - width(text, size)
    if left >= 0:
        return text
    left -= width(_MORE, size)
    end = len(text)
    while end and left < 0:
        end -= 1
        left += _glyph(text[end], size)[1]
    return text[:end] + _MORE


def printable(text: str) -> str:
    """Return a text with a sign in place of what the packaged fonts do not show."""
    for sign in PACKAGED.missing(text):
        text = text.replace(sign, INSTEAD)
    return text


def _written(ground: _Pixels, lines: Sequence[TextLine]) -> Iterator[tuple[int, _Pixels]]:
    """Yield of each line the rows of the ground that it is written on, and which is the first; what begins above all is left out."""
    for line in lines:
        strip = ground[line.y : line.y + _high(line.size)].copy() if line.y >= 0 else ground[:0]
        x = float(line.x)
        for sign in line.text if len(strip) else "":
            glyph, step = _glyph(sign, line.size)
            left = round(x)
            strip[:, left : left + glyph.shape[1]] = glyph[: len(strip)]
            x += step
        yield max(line.y, 0), strip


def _high(size: int) -> int:
    return round(size * 1.4)


@cache
def _glyph(sign: str, size: int) -> tuple[_Pixels, float]:
    """Return a sign in tones, and how far on the next one stands."""
    font = _font(size)
    step = float(size) if sign > _WIDE else font.getlength(sign)
    drawn = Image.new("L", (max(1, round(step)), _high(size)))
    ImageDraw.Draw(drawn).text((0, 0), sign, font=font, fill=255)
    return _TONE_OF[np.asarray(drawn)], step


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    from pylopdf_fonts_zh_cn import sans_path

    return ImageFont.truetype(str(sans_path()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _background(ground: Backdrop) -> _Pixels:
    """Return the ground in tones."""
    picture = Image.new("L", (ground.width, ground.height))
    drawing = ImageDraw.Draw(picture)
    x, y = ground.disc
    for number, radius in enumerate(ground.radii):
        box = (x - radius, y - radius, x + radius, y + radius)
        drawing.ellipse(box, **({"outline": _ART, "width": 3} if number else {"fill": _ART}))
    return np.asarray(picture)


@cache
def _packed_background(ground: Backdrop) -> _Pixels:
    return _packed(_background(ground))


def _packed(pixels: _Pixels) -> _Pixels:
    """Return rows of tones with four in each byte, the first highest. The width is a multiple of four."""
    fours = pixels.view("<u4")
    return ((fours << 6 | fours >> 4 | fours >> 14 | fours >> 24) & 0xFF).astype(np.uint8)


def _zipped(ground: Backdrop, rows: _Pixels, first: int) -> bytes:
    """Return packed rows as the data of a PNG. `first`: the first that is not the ground's own."""
    head, packer = _begun(ground, first)
    packer = packer.copy()
    rest: bytes = packer.compress(_told(rows)[first:].tobytes()) + packer.flush()
    return head + rest


@cache
def _begun(ground: Backdrop, first: int) -> tuple[bytes, Any]:
    """Return the data of the ground's rows before one, and what packs the rest (typed as a hidden class of zlib)."""
    packer = zlib.compressobj(strategy=zlib.Z_RLE)
    return packer.compress(_told(_packed_background(ground))[:first].tobytes()), packer


def _told(rows: _Pixels) -> _Pixels:
    """Return rows as a PNG tells them: its filter, then the difference to the row above."""
    told = np.full((len(rows), rows.shape[1] + 1), _UP, np.uint8)
    told[:, 1:] = rows
    told[1:, 1:] -= rows[:-1]
    return told


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@cache
def _palette(ground: Backdrop) -> list[int]:
    """The tones from the ground's colour to that of its texts."""
    ends = [
        [int(colour[start : start + 2], 16) for start in (1, 3, 5)] for colour in (ground.colour, ground.ink)
    ]
    return [
        round(first + (last - first) * tone / (_TONES - 1))
        for tone in range(_TONES)
        for first, last in zip(*ends, strict=True)
    ]
