"""A sheet of the officer's desk as values: its columns, its rows by key, what each cell says and how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

NUMBER, UNION, NAME = "申请号", "推荐单位", "工作室名称"  # heads that several sheets have

Key = tuple[str, ...]


class DeskCell(NamedTuple):
    """What a cell says. `look`: missing, doubtful, differs, off, typed, or empty; `formula`: what Excel computes in it.

    `was`: what the program would say where somebody typed over it.
    """

    text: str | float = ""
    look: str = ""
    formula: str = ""
    was: str | None = None


class DeskColumn(NamedTuple):
    """A column. `key`: it tells the row apart; `typed`: people write in it; `choices`: what it offers; `score`: it takes marks."""

    head: str
    width: int = 12
    key: bool = False
    typed: bool = False
    choices: tuple[str, ...] = ()
    score: bool = False


class DeskSheet(NamedTuple):
    """A sheet. `notes`: lines above its heads; `rows`: cells in the order of the columns; typed ones hold what is proposed."""

    name: str
    notes: tuple[str, ...]
    columns: tuple[DeskColumn, ...]
    rows: tuple[tuple[DeskCell, ...], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns."""
        return tuple(column.head for column in self.columns)

    def keyed(self) -> Iterator[tuple[Key, tuple[DeskCell, ...]]]:
        """Yield the rows with their keys."""
        places = [place for place, column in enumerate(self.columns) if column.key]
        yield from ((tuple(str(row[place].text) for place in places), row) for row in self.rows)


def texts(*said: str | float) -> tuple[DeskCell, ...]:
    """Return plain cells."""
    return tuple(map(DeskCell, said))
