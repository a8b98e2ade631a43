"""A sheet as rows of texts, whichever program saved it."""

from __future__ import annotations

from typing import NamedTuple

MOST_COLUMNS = 100  # what stands further to the right is not read


class FilledCell(NamedTuple):
    """A cell as text.

    `kind`: text, number, date, error (#N/A), formula (one without a result), picture, struck (all of it is struck out), or merged: the
    text is that of a cell above, with which it is merged. `doubt`: why the text may not be what was typed.
    """

    text: str = ""
    kind: str = "text"
    doubt: str = ""


class FilledRow(NamedTuple):
    """A row with its number in the sheet, from 1. Cells after its last one are empty. `hidden`: nobody sees it."""

    number: int
    cells: tuple[FilledCell, ...]
    hidden: bool = False

    def cell(self, column: int) -> FilledCell:
        """Return the cell of a column, from 0."""
        return self.cells[column] if column < len(self.cells) else FilledCell()


class FilledSheet(NamedTuple):
    """A sheet: its rows that are not empty.

    `hidden_columns`: from 0; `aside`: what else lies on it and is not read; `since_1904`: its days are counted from 1904.
    """

    name: str
    rows: tuple[FilledRow, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    aside: tuple[str, ...] = ()
    since_1904: bool = False
