"""Pictures of a few lines of text in four colours, as PNG; or below a photograph, as JPEG (a second door to Pillow: it draws).

Thousands are drawn in a build. So each character is drawn once for each size, all stand on one background that is drawn once, and
two bits a pixel are packed by runs: what makes most of the pixels is flat, and this is as small as the best packing at half its cost.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont, ImageOps

from generator.libraries.typeset import INSTEAD, PACKAGED

_TONES = 4
_LUMINANCE = bytes(round(value * (_TONES - 1) / 255) for value in range(256))  # to the tones
_RUNS = 3  # Z_RLE of zlib
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
    picture = _background(ground).copy()
    for line in lines:
        _write(picture, line)
    picture.putpalette(_palette(ground))
    file = io.BytesIO()
    picture.save(file, "PNG", bits=2, compress_level=6, compress_type=_RUNS)
    return file.getvalue()


def captioned(ground: Backdrop, lines: Sequence[TextLine], photograph: bytes, height: int) -> bytes:
    """Return a photograph, cut to the ground's width and so much of its height, above the ground with its lines, as a JPEG."""
    with Image.open(io.BytesIO(photograph), formats=["JPEG"]) as opened:
        shown = ImageOps.fit(opened.convert("RGB"), (ground.width, height), centering=_MIDDLE)
    picture = Image.new("L", (ground.width, ground.height))
    for line in lines:
        _write(picture, line)
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


def _write(picture: Image.Image, line: TextLine) -> None:
    x = float(line.x)
    for sign in line.text:
        glyph, step = _glyph(sign, line.size)
        picture.paste(glyph, (round(x), line.y))
        x += step


@cache
def _glyph(sign: str, size: int) -> tuple[Image.Image, float]:
    """Return a sign in tones, and how far on the next one stands."""
    font = _font(size)
    step = float(size) if sign > _WIDE else font.getlength(sign)
    drawn = Image.new("L", (max(1, round(step)), round(size * 1.4)))
    ImageDraw.Draw(drawn).text((0, 0), sign, font=font, fill=255)
    return drawn.point(_LUMINANCE), step


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    from pylopdf_fonts_zh_cn import sans_path

    return ImageFont.truetype(str(sans_path()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _background(ground: Backdrop) -> Image.Image:
    """Return the ground in tones: only one that is finished gets its colours, so that no sign is converted."""
    picture = Image.new("L", (ground.width, ground.height))
    drawing = ImageDraw.Draw(picture)
    x, y = ground.disc
    for number, radius in enumerate(ground.radii):
        box = (x - radius, y - radius, x + radius, y + radius)
        drawing.ellipse(box, **({"outline": _ART, "width": 3} if number else {"fill": _ART}))
    return picture


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
