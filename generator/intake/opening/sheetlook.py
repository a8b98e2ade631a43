"""How a sheet looks: rows and columns that are hidden, cells that are merged downwards, what lies over it."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from generator.intake.opening.package import Parts
from generator.intake.opening.sheet import MOST_COLUMNS

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]{0,500})>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]{0,500})>")
_NUMBER = re.compile(rb'\br="([0-9]{1,7})"')
_MIN, _MAX = re.compile(rb'\bmin="([0-9]{1,5})"'), re.compile(rb'\bmax="([0-9]{1,5})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_TARGET = re.compile(rb'\bTarget="([^"]{1,300})"')
# The name of a part that belongs to a sheet -> what it is.
_ASIDE = (("drawing", "图片或文本框"), ("comments", "批注"), ("threadedComment", "批注"))


class Look(NamedTuple):
    """`merged`: by their first row, column and last row of cells merged downwards; `aside`: what is not read, in words."""

    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    merged: dict[int, list[tuple[int, int]]]
    aside: tuple[str, ...]


def look(parts: Parts, name: str) -> Look:
    """Return how the sheet looks that is the part of that name."""
    part = parts.get(name, b"")
    rows = (attributes for attributes in _ROW.findall(part) if _HIDDEN.search(attributes))
    hidden = (int(found[1]) for row in rows if (found := _NUMBER.search(row)))
    return Look(
        frozenset(hidden), frozenset(_hidden_columns(part)), _merged(part), tuple(_aside(parts, name))
    )


def _hidden_columns(part: bytes) -> list[int]:
    found: list[int] = []
    for attributes in _COLUMN.findall(part):
        first, last = _MIN.search(attributes), _MAX.search(attributes)
        if first and last and _HIDDEN.search(attributes):
            found += range(int(first[1]) - 1, min(int(last[1]), MOST_COLUMNS))
    return found


def _merged(part: bytes) -> dict[int, list[tuple[int, int]]]:
    by_row: dict[int, list[tuple[int, int]]] = {}
    for left, top, _, bottom in _MERGED.findall(part):
        if int(bottom) > int(top):
            by_row.setdefault(int(top), []).append((_column(left.decode()), int(bottom)))
    return by_row


def _column(letters: str) -> int:
    """Return a column's number from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _aside(parts: Parts, name: str) -> list[str]:
    """Return what the sheet's relations name and this program does not read."""
    folder, _, file = name.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{file}.rels", b"")
    targets = [posixpath.basename(target.decode("utf-8", "replace")) for target in _TARGET.findall(relations)]
    words = [
        word
        for start, word in _ASIDE
        if any(target.startswith(start) and target.endswith(".xml") for target in targets)
    ]
    return list(dict.fromkeys(words))
