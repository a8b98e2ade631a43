"""What a character is, by the tables of one version of Unicode, whatever Python runs. The only door to unicodedata.

A Python knows the characters of its own day: 3.11 takes 王𱖎 (Unicode 15) for a sign that does not exist. The scripts come from
fontTools, whose Scripts.txt the lock pins; what a script table does not tell stands here, from the files of
https://www.unicode.org/Public/18.0.0/ucd/ named beside it.
"""

from __future__ import annotations

import re
import unicodedata  # noqa: TID251 (the door; what it is asked has the same answer in every Python)
from bisect import bisect
from collections.abc import Iterable
from functools import cache

from fontTools.unicodedata import Scripts

Ranges = tuple[tuple[int, int], ...]
"""Code points from the first to the last of each pair, in order."""

# Planes 2 and 3 are set aside for ideographs (Unicode 18, section 2.8): what later versions add there is a Chinese character too.
_FOR_IDEOGRAPHS: Ranges = ((0x20000, 0x2FFFD), (0x30000, 0x3FFFD))
PRIVATE: Ranges = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
# DerivedCoreProperties.txt, Default_Ignorable_Code_Point: those that alter the glyph of the character before them.
SELECTORS: Ranges = ((0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
# DerivedGeneralCategory.txt, Cc and Cf; DerivedCoreProperties.txt, the other default ignorables; and what has an empty glyph or
# stands for an object: the blank of Braille, U+FFFC, the null notehead, the filler of Khitan.
_UNSEEN: Ranges = (
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x600, 0x605), (0x61C, 0x61C), (0x6DD, 0x6DD), (0x70F, 0x70F),
    (0x890, 0x891), (0x8E2, 0x8E2), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFC), (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F), (0x16FE4, 0x16FE4), (0x1BCA0, 0x1BCA3),
    (0x1D159, 0x1D159), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
# DerivedGeneralCategory.txt, Mn, Mc and Me of the scripts Inherited and Common: marks that combine with whatever stands before.
MARKS: Ranges = (
    (0x300, 0x36F), (0x485, 0x486), (0x1AB0, 0x1AF0), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0x302A, 0x302D), (0x3099, 0x309A),
    (0xFE20, 0xFE2F), (0x101FD, 0x101FD), (0x1CF00, 0x1CF46), (0x1D165, 0x1D169), (0x1D16D, 0x1D172), (0x1D17B, 0x1D182),
    (0x1D185, 0x1D18B), (0x1D1AA, 0x1D1AD),
)  # fmt: skip
# Characters younger than Unicode 14, that of the oldest Python, that NFKC alters (DerivedNormalizationProps.txt); that of all
# older ones is fixed for ever (https://www.unicode.org/policies/stability_policy.html). They are left as they are.
_YOUNG = re.compile(
    "([\u0558\u058b\u058c\u209d-\u209f\ua7f1\U000107bb-\U000107bf\U0001b123-\U0001b126\U0001ccd6-\U0001ccf9"
    "\U0001d6a6\U0001df95\U0001dfcd-\U0001dfff\U0001e030-\U0001e06d]+)"
)
_NO_WORD = ("Zyyy", "Zinh", "Zzzz")  # common to scripts, of what stands before, of none
_NO_SCRIPT = "Zzzz"  # unassigned, private, half of a pair, or no character at all


def ranges_of(*scripts: str) -> Ranges:
    """Return the characters of scripts by their codes of ISO 15924: Cyrl, Grek."""
    ends = [*(start - 1 for start in Scripts.RANGES[1:]), 0x10FFFF]
    told = zip(Scripts.RANGES, ends, Scripts.VALUES, strict=True)
    return tuple((first, last) for first, last, script in told if script in scripts)


@cache
def unseen() -> Ranges:
    """Return all that no reader sees: controls, marks of direction, joiners, private and unassigned characters, halves of pairs."""
    cut = ((_after(first), _before(last)) for first, last in ranges_of(_NO_SCRIPT))
    return _joined([*(pair for pair in cut if pair[0] <= pair[1]), *_UNSEEN])


def ranges(characters: Iterable[str]) -> Ranges:
    """Return single characters as ranges."""
    return _joined((ord(character), ord(character)) for character in characters)


def inside(code: int, ranges: Ranges) -> bool:
    """Return whether a code point is in one of the ranges."""
    place = bisect(ranges, (code, 0x110000)) - 1
    return place >= 0 and ranges[place][0] <= code <= ranges[place][1]


def written(ranges: Ranges) -> str:
    """Return ranges as data for a script: `ad,180b-180f`, in hexadecimal digits."""
    return ",".join(f"{first:x}-{last:x}" if last > first else f"{first:x}" for first, last in ranges)


def read_ranges(text: str) -> Ranges:
    """Return ranges that `written` wrote."""
    pairs = (part.partition("-") for part in text.split(","))
    return tuple((int(first, 16), int(last or first, 16)) for first, _, last in pairs)


@cache
def _is_printable(character: str) -> bool:
    code = ord(character)
    return character == " " or not (inside(code, unseen()) or character.isspace())


@cache
def is_word(character: str) -> bool:
    """Return whether a character is an ASCII letter or digit, or belongs to a script: a letter, a Chinese character, kana."""
    if character.isascii():
        return character.isalnum()
    return character == "ー" or Scripts.VALUES[bisect(Scripts.RANGES, ord(character)) - 1] not in _NO_WORD


def is_printable(text: str) -> bool:
    """Return whether each character of a text shows something, or is a plain space."""
    return all(map(_is_printable, text))


def visible(text: str) -> str:
    """Return the text with what nobody sees written as an escape, fit for a terminal or a message."""
    return "".join(c if _is_printable(c) else c.encode("unicode_escape").decode("ascii") for c in text)


def nfkc(text: str) -> str:
    """Return the text with compatibility characters (full width, ligatures, ...) as plain ones, the same with every Python."""
    parts = _YOUNG.split(text)
    if len(parts) == 1:
        return unicodedata.normalize("NFKC", text)
    return "".join(
        part if number % 2 else unicodedata.normalize("NFKC", part) for number, part in enumerate(parts)
    )


def nfc(text: str) -> str:
    """Return the text with a letter and the mark after it as one character, where there is one."""
    return unicodedata.normalize("NFC", text)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a Chinese character, none for a mark."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _after(code: int) -> int:
    """The first code point from this one on that is not set aside for ideographs."""
    return next((last + 1 for first, last in _FOR_IDEOGRAPHS if first <= code <= last), code)


def _before(code: int) -> int:
    """The last code point up to this one that is not set aside for ideographs."""
    return next((first - 1 for first, last in _FOR_IDEOGRAPHS if first <= code <= last), code)


def _joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)
