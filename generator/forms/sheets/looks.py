"""How the cells of the table look: their formats, the widths of the columns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.reading.kind import Kind
from generator.reading.quantities import Day, Decimal, Integer
from generator.reading.tables import Many
from generator.reading.words import Choice, Prose, Text

if TYPE_CHECKING:
    from generator.libraries.workbook import Format, Workbook

_NARROW, _USUAL, _WIDE, _PROSE = 12, 18, 34, 60  # characters
_SHORT, _LONG = 20, 60  # characters that a text may have
_EDGE = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter", "font_size": 10}


class CellLooks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book

    @cached_property
    def head(self) -> Format:
        """A column's head."""
        return self._made(bold=True, bg_color="#D9E2EF", align="center", text_wrap=True)

    @cached_property
    def how(self) -> Format:
        """How a column is to be written."""
        small = {"font_size": 8, "font_color": "#595959", "valign": "top"}
        return self._made(bg_color="#F2F5FA", text_wrap=True, **small)

    @cached_property
    def locked(self) -> Format:
        """What is not to be changed."""
        return self._made(bg_color="#F2F2F2", font_color="#404040", num_format="@")

    @cached_property
    def text(self) -> Format:
        """A cell to be filled in; all are texts, so that 2016-05 stays 2016-05."""
        return self._made(locked=False, num_format="@")

    @cached_property
    def number(self) -> Format:
        """A cell for a number."""
        return self._made(locked=False)

    @cached_property
    def missing(self) -> Format:
        """A cell that is still missing."""
        return self._made(locked=False, num_format="@", bg_color="#FFF2CC")

    @cached_property
    def title(self) -> Format:
        """A heading among lines."""
        return self._book.add_format({"bold": True, "font_size": 13, "valign": "vcenter"})

    @cached_property
    def line(self) -> Format:
        """A line to be read."""
        return self._book.add_format({"text_wrap": True, "valign": "top", "font_size": 11})

    def of(self, kind: Kind[object]) -> Format:
        """Return the format of a cell that a kind of field is written in."""
        return self.number if is_number(kind) else self.text

    def _made(self, **look: Any) -> Format:
        return self._book.add_format(_EDGE | look)


def is_number(kind: Kind[object]) -> bool:
    """Return whether a kind of field is a number that can be added up."""
    return isinstance(kind, (Integer, Decimal))


def width(kind: Kind[object]) -> int:
    """Return the width of a column in characters of English."""
    if isinstance(kind, Prose):
        return _PROSE
    if isinstance(kind, Text):
        return _NARROW if kind.most <= _SHORT else _USUAL + 8 if kind.most < _LONG else _WIDE
    if isinstance(kind, (Day, Integer, Decimal, Choice)):
        return _NARROW
    return _WIDE if isinstance(kind, Many) else _USUAL
