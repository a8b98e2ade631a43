"""QR codes (the door to segno): black on white, with the quiet zone of ISO/IEC 18004, as SVG and PNG."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial, reduce
from operator import xor
from typing import NamedTuple

from generator.libraries.kept import NOTHING, Kept, remembered
from generator.libraries.photos import bitmap

_QUIET = 4  # white modules around the code
_MASK = 3  # fixed: trying all eight takes five times as long, and every reader knows each of them
_BLACK = re.compile("1+")
_SVG = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {wide}"><path fill="#fff" d="M0 0h{wide}v{wide}h-{wide}z"/>'
    '<path stroke="#000" d="{lines}"/></svg>\n'
)


class QrCode(NamedTuple):
    """One code as SVG, which scales without loss, and as PNG in two colours."""

    svg: str
    png: bytes


def qr_code(text: str) -> QrCode:
    """Return the code of a text; it can still be read with a quarter of it worn off (level Q)."""
    return QrCodes().code(text)


class QrCodes:
    """The codes of texts that differ in a few characters, such as the addresses of one site. `kept`: those drawn before.

    A code with a given mask is linear in the bits of its text: data, error correction and places are sums modulo 2. So what
    one character changes is the same in every text as long, and only the first text and each changed character are encoded.
    """

    def __init__(self, kept: Kept = NOTHING) -> None:
        self._kept = kept
        self._alike: dict[int | str, _Linear] = {}

    def code(self, text: str) -> QrCode:
        """Return the code of a text."""
        return QrCode(*remembered(self._kept, ("qr", text), partial(self._draw, text)))

    def _draw(self, text: str) -> tuple[str | bytes, ...]:
        like = len(text) if text.isascii() else text
        if like not in self._alike:
            self._alike[like] = _Linear(text)
        return tuple(_drawn(*self._alike[like].code(text)))


class _Linear:
    """The codes of texts as long as one of them, ASCII like it, as numbers whose bits are the modules, row by row."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first, self._side = _encoded(text)
        self._changes: dict[tuple[int, str], int] = {}

    def code(self, text: str) -> tuple[int, int]:
        """Return the modules of a text, and how many there are on a side."""
        unlike = [(place, sign) for place, sign in enumerate(text) if sign != self._text[place]]
        return reduce(xor, (self._change(place, sign) for place, sign in unlike), self._first), self._side

    def _change(self, place: int, sign: str) -> int:
        if (place, sign) not in self._changes:
            changed, _ = _encoded(self._text[:place] + sign + self._text[place + 1 :])
            self._changes[place, sign] = changed ^ self._first
        return self._changes[place, sign]


def _encoded(text: str) -> tuple[int, int]:
    import segno

    matrix = segno.make_qr(text, error="q", mask=_MASK, mode="byte").matrix
    return int("".join(str(module) for row in matrix for module in row), 2), len(matrix)


def _drawn(modules: int, side: int) -> QrCode:
    bits = f"{modules:0{side * side}b}"
    rows = [bits[start : start + side] for start in range(0, side * side, side)]
    return QrCode(_SVG.format(wide=side + 2 * _QUIET, lines=_lines(rows)), bitmap(rows, _QUIET))


def _lines(rows: Sequence[str]) -> str:
    """Return the black runs as a path: each starts from where the last one ended, in the middle of its row."""
    path, at, line = [f"M{_QUIET} {_QUIET}.5"], 0, 0
    for number, row in enumerate(rows):
        for run in _BLACK.finditer(row):
            path.append(f"m{run.start() - at} {number - line}h{run.end() - run.start()}")
            at, line = run.end(), number
    return "".join(path)
