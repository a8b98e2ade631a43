"""The seal of a row: a digest of what its record said when the table was made, so that reading back tells who changed what.

By the short hash of every cell that was filled it is known which cells a person has changed since, whether somebody else has changed
the same one in the record meanwhile, and whether ids were sorted apart from their rows. So a sheet may be filled in and read any
number of times.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

_VERSION = "v1"
_PART = 3  # bytes of the hash of a key, and of a cell


class Seal(NamedTuple):
    """`marks`: for each cell that was not empty its key and its text, hashed."""

    marks: frozenset[str]

    def said(self, key: str, text: str) -> bool:
        """Return whether the cell of a key held this text when the table was made; an empty one held none."""
        if not text:
            return not any(mark.startswith(_short(key)) for mark in self.marks)
        return _mark(key, text) in self.marks


def sealed(cells: Mapping[str, str]) -> str:
    """Return a row's seal. `cells`: by key what the row says."""
    return " ".join([_VERSION, *(_mark(key, text) for key, text in cells.items() if text)])


def opened(text: str) -> Seal | None:
    """Return the seal that a cell holds; None if it holds none."""
    version, *parts = text.split() or [""]
    return Seal(frozenset(parts)) if version == _VERSION and parts else None


def _mark(key: str, text: str) -> str:
    return _short(key) + _of(text)


@cache
def _short(key: str) -> str:
    return _of(key)


def _of(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=_PART).hexdigest()
