"""Texts of forms made plain: what nobody sees is gone, width and breaks no longer differ."""

from __future__ import annotations

import re
import unicodedata

from generator.problems.code import ERROR, Code
from generator.reading.checks import SAYS_NOTHING
from generator.reading.signs import LOOK_ALIKES

I618 = Code(
    "I618",
    ERROR,
    "有显示不出来的字",
    meaning="造字区的字在每台电脑上不一样，换一台就成了别的字或方框。",
    bad="用造字程序造的人名用字",
    remedy="问清是哪个字，用标准编码的字补进草稿。",
)

UNKNOWN = "〓"  # stands for a character of no standard, which every computer shows differently
_HAN = r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
_BREAK_IN_HAN = re.compile(rf"(?<={_HAN})\s*\n\s*(?={_HAN})")
_BREAKS = "\n\x0b\x0c\r\x85\u2028\u2029"


def squeezed(text: str) -> str:
    """A text for comparison: without any white space."""
    return "".join(text.split())


def says_nothing(text: str) -> bool:
    """Whether a box holds nothing, or a word for it: 无, 暂无, / ..."""
    return squeezed(text) in ("", *SAYS_NOTHING)


def half(text: str) -> str:
    """Full-width digits and signs made half."""
    return unicodedata.normalize("NFKC", text)


def seen(text: str) -> str:
    """The text as a reader sees it: odd breaks and blanks plain, invisible characters gone, private ones as UNKNOWN, and
    what only looks like a Chinese character (out of a PDF) as that character."""
    return "".join(map(_seen, text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """The text on one line; a break between two Chinese characters leaves nothing behind."""
    return " ".join(_BREAK_IN_HAN.sub("", text).split())


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return bool(re.search(_HAN, text))


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if character in _BREAKS:
        return "\n"
    if character in LOOK_ALIKES:
        return LOOK_ALIKES[character]
    if category in ("Co", "Cn"):
        return UNKNOWN
    if category in ("Zs", "Cc"):
        return " "
    return "" if category in ("Cf", "Cs") else character
