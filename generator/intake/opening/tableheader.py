"""The labels of a filled 附件1: in one row, or in two where a label is divided below (领衔人: 姓名, 学历)."""

from __future__ import annotations

from typing import NamedTuple

from generator.intake.labels import Labels, key
from generator.intake.opening.sheet import FilledRow, FilledSheet
from generator.model.forms import FormField

WITHIN = 20  # rows in which the labels are looked for
_LEAST_LABELS = 3
_KNOWN_BY = {"name", "id"}  # keys of a record of which a table must have one
_POINT = {"经度": 0, "纬度": 1}


class Header(NamedTuple):
    """The row of labels, its number and that of the last row with labels; for each column the field, 0 or 1 for longitude and
    latitude, or the words of a column that the form does not have.
    """

    number: int
    last: int
    fields: dict[int, FormField]
    point: dict[int, int]
    others: dict[int, str]


def find(labels: Labels, sheet: FilledSheet) -> Header | None:
    """Return the row with the most labels among the first rows, if it has the workshop's name or its id."""
    best: Header | None = None
    for place, row in enumerate(sheet.rows):
        if row.number > WITHIN:
            break
        after = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
        for lower in (after, None):
            header = _header(labels, row, lower)
            if header and (best is None or len(header.fields) > len(best.fields)):
                best = header
    return best


def too_low(labels: Labels, sheet: FilledSheet) -> int:
    """Return the number of a row with labels below those that are searched; 0 if there is none."""
    return next((row.number for row in sheet.rows if row.number > WITHIN and is_labels(labels, row)), 0)


def is_labels(labels: Labels, row: FilledRow) -> bool:
    """Return whether a row repeats the labels, as below a page break."""
    return sum(1 for cell in row.cells if cell.text and labels.field(cell.text)) >= _LEAST_LABELS


def _header(labels: Labels, row: FilledRow, lower: FilledRow | None) -> Header | None:
    words = _in_one_row(row) if lower is None else _in_two_rows(labels, row, lower)
    named = {column: labels.below(above, word) for column, (above, word) in words.items()}
    fields = {column: field for column, field in named.items() if field}
    known = {feed for field in fields.values() for feed in field.feeds}
    if len(fields) < _LEAST_LABELS or not known & _KNOWN_BY:
        return None
    point = {column: _POINT[key(word)] for column, (_, word) in words.items() if key(word) in _POINT}
    others = {
        column: above + word
        for column, (above, word) in words.items()
        if column not in fields and column not in point
    }
    return Header(row.number, row.number if lower is None else lower.number, fields, point, others)


def _in_one_row(row: FilledRow) -> dict[int, tuple[str, str]]:
    return {column: ("", cell.text) for column, cell in enumerate(row.cells) if cell.text}


def _in_two_rows(labels: Labels, row: FilledRow, lower: FilledRow) -> dict[int, tuple[str, str]]:
    """Return for each column the label above and its own; nothing if the lower row is no part of the labels.

    A label above goes on to the right over empty cells; it is divided if more than one cell below it is filled.
    """
    above = [cell.text for cell in row.cells] + [""] * (len(lower.cells) - len(row.cells))
    below = ["" if cell.kind == "merged" else cell.text for cell in lower.cells]
    below += [""] * (len(above) - len(below))
    words: dict[int, tuple[str, str]] = {}
    divided = False
    start = 0
    while start < len(above):
        end = start + 1
        while end < len(above) and not above[end] and above[start]:
            end += 1
        parts = [column for column in range(start, end) if below[column]]
        if len(parts) > 1:
            divided = True
            words |= {column: (above[start], below[column]) for column in parts}
        elif parts and above[start]:
            if not _is_note(below[parts[0]]):
                return {}
            words[start] = ("", above[start])
        elif above[start]:
            words[start] = ("", above[start])
        start = end
    notes = any(below) and all(_is_note(text) for text in below if text)
    return words if divided or notes else {}


def _is_note(text: str) -> bool:
    """Return whether a cell below a label only says how to fill it in: （全称）, （人）."""
    return text[0] in "(（" and text[-1] in ")）"
