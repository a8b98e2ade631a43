"""Whole numbers as people write them: 15人, 十五名, １５; whatever is not exact is left as it is."""

from __future__ import annotations

import re

from generator.intake.plain import half, squeezed

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_COUNT = re.compile(r"(?:共|共有|计)?([0-9]+(?:\.0+)?|[零〇一二两三四五六七八九十百千]+)(?:人|名|位|个)?")


def exact(text: str) -> str:
    """Return the digits of an exact number; the text itself if it is none (约15人, 15余人, 十几人)."""
    found = _COUNT.fullmatch(half(squeezed(text)))
    if not found:
        return text
    said = found[1]
    number = int(float(said)) if said[0].isascii() else _han(said)
    return text if number is None else str(number)


def _han(text: str) -> int | None:
    """Return the value of 十五, 二十三, 一百零五; None for what is no number."""
    whole = digit = 0
    after = 10_000
    for sign in text:
        if sign in _UNITS:
            if _UNITS[sign] >= after or (digit == 0 and sign != "十"):
                return None
            whole, after, digit = whole + (digit or 1) * _UNITS[sign], _UNITS[sign], 0
        elif digit:
            return None
        else:
            digit = _DIGITS[sign]
    short = (
        after > 10 and after < 10_000 and digit and "零" not in text and "〇" not in text
    )  # 一百五 is 150 to most
    return None if short else whole + digit
