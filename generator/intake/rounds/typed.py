"""What people typed into the desk, read back: by sheet, key and head; and what has no place any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.intake.notes import Refusal
from generator.intake.opening import package, sheetfile
from generator.intake.opening.sheet import FilledCell, FilledRow, FilledSheet
from generator.intake.rounds.deskbook import BETWEEN, WRITTEN, Added
from generator.intake.rounds.desksheet import DeskSheet, Key

KEPT = "留存"  # the sheet of what was typed and has no place any more
_HEAD_ROWS = 40
_LEAST_HEADS = 0.6  # of a sheet's own heads, to know it by another name


class Typed(NamedTuple):
    """A cell as somebody left it, with its place in the workbook for messages."""

    text: str
    number: float | None
    place: str

    @property
    def value(self) -> str | float:
        """What is written again: a number as a number."""
        return self.text if self.number is None else self.number


@dataclass
class TypedSheet:
    """One of the program's sheets as it came back. `heads`: all of its heads, also added ones; `cells`: by key and head."""

    heads: tuple[str, ...] = ()
    cells: dict[tuple[Key, str], Typed] = field(default_factory=dict)
    loose: list[Typed] = field(default_factory=list)


@dataclass
class Desk:
    """The whole workbook as it came back. `written`: what the program had written, by sheet, key and head; None if that is gone.

    `kept`: what had no place before, and from where.
    """

    pages: dict[str, TypedSheet] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)
    written: dict[tuple[str, Key, str], str] | None = None
    told: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)

    def typed(self, sheet: str, key: Key, head: str) -> Typed | None:
        """Return what stands in a cell; None if it is empty or not there."""
        page = self.pages.get(sheet)
        return page.cells.get((key, head)) if page else None


def read(content: bytes, known: Mapping[str, DeskSheet]) -> Desk | Refusal:
    """Return what a workbook holds; `known`: the program's sheets, for their heads and keys."""
    parts = package.unpack(content)
    if isinstance(parts, Refusal):
        return parts
    if odd := package.xml(parts):
        return odd
    sheets = sheetfile.read(parts)
    if isinstance(sheets, Refusal):
        return sheets
    desk = Desk()
    by_name = _named(sheets, known)
    for sheet in sheets:
        name = by_name.get(sheet.name, "")
        if sheet.name == WRITTEN:
            desk.written = dict(_written(sheet))
        elif name:
            _page(desk, sheet, known[name])
        elif sheet.name == KEPT:
            desk.kept = [(row.cell(0).text, row.cell(1).text) for row in sheet.rows[2:]]
        else:
            desk.added.append(_added(sheet, sheet.name))
    return desk


def _named(sheets: Sequence[FilledSheet], known: Mapping[str, DeskSheet]) -> dict[str, str]:
    """Which of the program's sheets each is: by its name, else by its heads where that name is missing."""
    found = {sheet.name: sheet.name for sheet in sheets if sheet.name in known}
    for sheet in sheets:
        if sheet.name not in known and sheet.name != WRITTEN:
            alike = [
                name
                for name, own in known.items()
                if name not in found.values()
                and (row := _head_row(sheet, own))
                and _share(row, own) >= _LEAST_HEADS
            ]
            if len(alike) == 1:
                found[sheet.name] = alike[0]
    return found


def _head_row(sheet: FilledSheet, own: DeskSheet) -> FilledRow | None:
    keys = {column.head for column in own.columns if column.key}
    rows = (row for row in sheet.rows if row.number <= _HEAD_ROWS)
    return next((row for row in rows if keys <= {cell.text for cell in row.cells}), None)


def _share(row: FilledRow, own: DeskSheet) -> float:
    there = {cell.text for cell in row.cells}
    return sum(head in there for head in own.heads) / len(own.heads)


def _page(desk: Desk, sheet: FilledSheet, own: DeskSheet) -> None:
    top = _head_row(sheet, own)
    if top is None:
        name = f"{own.name}（旧）"
        desk.told.append(f"“{sheet.name}”里找不到列名，认不出是哪一行的：原来的内容搬到了“{name}”")
        desk.added.append(_added(sheet, name))
        return
    heads = [cell.text for cell in top.cells]
    keys = [heads.index(column.head) for column in own.columns if column.key]
    page = desk.pages[own.name] = TypedSheet(tuple(dict.fromkeys(filter(None, heads))))
    computed = {column.head for column in own.columns if not column.typed}
    for row in sheet.rows:
        if row.number > top.number:
            _row(page, row, heads, keys, sheet.name)
            desk.told += _unread(row, heads, computed, sheet.name)


def _row(page: TypedSheet, row: FilledRow, heads: list[str], keys: list[int], name: str) -> None:
    key = tuple(row.cell(place).text for place in keys)
    for place, cell in enumerate(row.cells):
        head = heads[place] if place < len(heads) else ""
        typed = Typed(cell.text, _number(cell), f"{name} 第 {row.number} 行{f'“{head}”' if head else ''}")
        if not cell.text or place in keys:
            continue
        if not all(key) or not head or (key, head) in page.cells:
            page.loose.append(typed)
        else:
            page.cells[key, head] = typed


def _unread(row: FilledRow, heads: list[str], computed: set[str], name: str) -> Iterator[str]:
    """What people laid into a cell and cannot be carried over: a formula that nobody computed, a picture."""
    kinds = {"formula": "公式，还没有算出结果", "picture": "图片"}
    for head, cell in zip(heads, row.cells, strict=False):
        if cell.kind in kinds and not cell.text and head and head not in computed:
            yield f"{name} 第 {row.number} 行“{head}”里是{kinds[cell.kind]}，没有留下：请写成文字或数"


def _number(cell: FilledCell) -> float | None:
    if cell.kind != "number":
        return None
    number = float(cell.text)
    return int(number) if number.is_integer() else number


def _written(sheet: FilledSheet) -> Iterator[tuple[tuple[str, Key, str], str]]:
    for row in sheet.rows:
        name, key, head, text = (row.cell(place).text for place in range(4))
        yield (name, tuple(key.split(BETWEEN)), head), text


def _added(sheet: FilledSheet, name: str) -> Added:
    rows = (
        (row.number, tuple(cell.text if (number := _number(cell)) is None else number for cell in row.cells))
        for row in sheet.rows
    )
    return Added(name, tuple(rows))
