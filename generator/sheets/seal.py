"""The seal of a row: what the record said when the table was made, as short hashes, so that reading back tells who changed what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

_VERSION = "v1"
_DIGEST, _PART = 9, 3  # bytes: of a record's text, of a key, of a cell


class Seal(NamedTuple):
    """`digest`: of the record's text; `marks`: for each cell that was not empty its key and its text, hashed."""

    digest: str
    marks: frozenset[str]

    def said(self, key: str, text: str) -> bool:
        """Return whether the cell of a key held this text when the table was made; an empty one held none."""
        if not text:
            return not any(mark.startswith(_short(key)) for mark in self.marks)
        return _mark(key, text) in self.marks

    def saw(self, text: str) -> bool:
        """Return whether the record's text was this one."""
        return self.digest == digest(text)


def digest(text: str) -> str:
    """Return the digest of a record's text."""
    return _of(text, _DIGEST)


def sealed(record: str, cells: Mapping[str, str]) -> str:
    """Return a row's seal. `record`: the digest of the record's text; `cells`: by key what the row says."""
    return " ".join([_VERSION, record, *(_mark(key, text) for key, text in cells.items() if text)])


def opened(text: str) -> Seal | None:
    """Return the seal that a cell holds; None if it holds none."""
    version, *parts = text.split() or [""]
    return Seal(parts[0], frozenset(parts[1:])) if version == _VERSION and parts else None


def _mark(key: str, text: str) -> str:
    return _short(key) + _of(text, _PART)


@cache
def _short(key: str) -> str:
    return _of(key, _PART)


def _of(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8"), digest_size=size).hexdigest()
