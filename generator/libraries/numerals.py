"""Small numbers in Chinese characters, as names and headings write them."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"


def in_chinese(number: int) -> str:
    """Return a number from 0 to 99: 3 is 三, 12 is 十二, 20 is 二十."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[ones] if ones or not tens else "")
