"""Numbers from 0 as letters that compress well."""

from __future__ import annotations

from functools import lru_cache

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@lru_cache(maxsize=1 << 16)
def digits(number: int) -> str:
    """Write a number as letters: five bits each, the lowest first; the sixth bit means that more follow."""
    text = ""
    while number > 31:
        text += LETTERS[32 | number & 31]
        number >>= 5
    return text + LETTERS[number]
