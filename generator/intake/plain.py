"""Texts of forms made plain: without invisible signs, with one width of characters and one kind of break."""

from __future__ import annotations

import re

from generator.libraries.characters import MARKS, PRIVATE, inside, nfc, nfkc, unseen
from generator.problems.code import ERROR, Code
from generator.reading.checks import SAYS_NOTHING
from generator.reading.oddities import mended

I618 = Code(
    "I618",
    ERROR,
    "有显示不出来的字",
    meaning="造字区的字在每台电脑上不一样，换一台就成了别的字或方框。",
    bad="用造字程序造的人名用字",
    remedy="问清是哪个字，用标准编码的字补进草稿。",
)

UNKNOWN = "〓"  # replaces a character of private use, which each computer shows differently
_HAN = r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
_BREAK_IN_HAN = re.compile(rf"(?<={_HAN})\s*\n\s*(?={_HAN})")
_BLANK_IN_HAN = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")
_BREAKS = "\n\x0b\x0c\r\x85\u2028\u2029"


def squeezed(text: str) -> str:
    """Return a text for comparison: without any white space."""
    return "".join(text.split())


def says_nothing(text: str) -> bool:
    """Return whether a box is empty or contains a word for it: 无, 暂无, / ..."""
    return squeezed(text) in ("", *SAYS_NOTHING)


def half(text: str) -> str:
    """Return the text with full-width digits and signs made half-width."""
    return nfkc(text)


def seen(text: str) -> str:
    """Return the text as a reader sees it: odd breaks and blanks made plain, invisible characters and stray marks removed, private
    ones replaced by UNKNOWN, and what only looks like another character (from a PDF) by that character.
    """
    return mended("".join(map(_seen, nfc(text.replace("\r\n", "\n")))))


def one_line(text: str) -> str:
    """Return the text on one line; a break between two Chinese characters leaves no space."""
    return " ".join(_BREAK_IN_HAN.sub("", text).split())


def closed(text: str) -> str:
    """Return the text without the blanks that spread Chinese characters, as official papers write short names: 王　甲."""
    return _BLANK_IN_HAN.sub("", text)


def has_han(text: str) -> bool:
    """Return whether the text contains a Chinese character."""
    return bool(re.search(_HAN, text))


def _seen(character: str) -> str:
    code = ord(character)
    if character in _BREAKS:
        return "\n"
    if character.isspace() or character == "\u3000" or code < 0x20:
        return " "
    if inside(code, PRIVATE):
        return UNKNOWN
    return "" if inside(code, unseen()) or inside(code, MARKS) else character
