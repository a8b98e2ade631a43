"""A text after NFKC, in which full-width digits are digits, with the original place of each character."""

from __future__ import annotations

from collections.abc import Sequence

from generator.libraries.characters import nfkc


def normal(text: str) -> tuple[str, Sequence[int]]:
    """Return the text after NFKC, character by character, and the original place of each of its characters."""
    plain = text.translate(_NFKC)
    if len(plain) == len(text):  # no character becomes nothing, so each has become one
        return plain, range(len(text))
    parts = [nfkc(character) for character in text]
    return plain, [place for place, part in enumerate(parts) for _ in part]


class _Normal(dict[int, str]):
    """A table for str.translate that fills itself."""

    def __missing__(self, code: int) -> str:
        self[code] = nfkc(chr(code))
        return self[code]


_NFKC = _Normal()
