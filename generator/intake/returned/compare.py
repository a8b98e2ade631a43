"""The rows of a table against the records: only cells that somebody changed, and none whose record was changed meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from generator.drafts.alteration import DELETED, Path
from generator.forms.sheets.columns import Layout, SheetColumn
from generator.forms.sheets.rows import items, shown, texts, tied, value_of
from generator.intake import datum
from generator.intake.notes import FormNotes
from generator.intake.returned import tellings
from generator.intake.returned.cells import Cells, CellValue, plain
from generator.intake.returned.plan import ChangedCell, Plan
from generator.intake.returned.rows import ReturnedRow, deletes, deleting, is_nothing
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.spans import Plain


class Comparison:
    """The comparison of all rows of a call with the registry. `notes`: of each file by path; `point_datum`: of the points in it."""

    def __init__(self, registry: Registry, notes: Mapping[str, FormNotes], point_datum: str) -> None:
        self.registry, self.notes, self.datum = registry, notes, point_datum
        self.plans: dict[str, Plan] = {}
        self.twice: Counter[tuple[str, str, int]] = Counter()

    def compare(self, rows: Iterable[ReturnedRow]) -> list[Plan]:
        """Return what the rows make of each record, in the order of the rows; the workshops' own rows come first."""
        ordered = sorted(rows, key=lambda row: bool(row.layout.key))
        self.twice.update((row.layout.key, row.id, row.number) for row in ordered)
        for row in ordered:
            plan = self._plan(row)
            if plan is None:
                continue
            before = len(plan.cells)
            if plan.workshop is None:
                self._new(plan, row)
            elif not row.layout.key or row.number:
                self._existing(plan, plan.workshop, row)
            else:
                self._item(plan, row, list(items(plan.workshop, row.layout)))
            again = self.twice[row.layout.key, row.id, row.number] > 1 and (row.number or not row.layout.key)
            if again and row.id and len(plan.cells) > before:
                self._tell(plan, row.place, row, tellings.twice(row))
        return list(self.plans.values())

    def _plan(self, row: ReturnedRow) -> Plan | None:
        """Return the plan of a row's record; None if it has none, which is told unless the row says nothing."""
        if row.id:
            workshop = self.registry.workshop_by_id.get(row.id)
            if workshop is None:
                self.notes[row.path].add(row.place, *tellings.unknown(row.id))
                return None
            return self.plans.setdefault(row.id, Plan(row.id, workshop.name, workshop, row))
        name = _said(row, "name") if not row.layout.key else row.which
        if not row.layout.key and name:
            return self.plans.setdefault(f"+{name}", Plan("", name, None, row))
        if f"+{name}" in self.plans:
            return self.plans[f"+{name}"]
        if any(box.text for box in row.boxes.values()):
            self.notes[row.path].add(row.place, *tellings.nameless(row))
        return None

    def _new(self, plan: Plan, row: ReturnedRow) -> None:
        if row.layout.key:
            self._item(plan, row, [])
            return
        if row is not plan.row:
            self._tell(plan, row.place, row, tellings.named_twice(plan.name))
            return
        for column in row.layout.columns:
            value = self._read(plan, row, column)
            if value and column.key != "id":
                place = row.boxes[column.key].place
                path = tuple(column.key.split("."))
                plan.cells.append(ChangedCell(row, column, place, 0, None, "", path, _plain(value.value)))
        self._place(plan)

    def _existing(self, plan: Plan, workshop: Workshop, row: ReturnedRow) -> None:
        """Compare a row with the record, or with the item of its list, that it was made of."""
        ties = tied(workshop, row.layout, row.number)
        if row.seal and not all(row.seal.said(key, text) for key, text in ties.items()):
            self._tell(plan, row.place, row, tellings.unsealed(row))
            return
        box = deleting(row) if row.layout.key else None
        at: int | None = 0
        if row.layout.key:
            at = self._deleted(workshop, row) if box else self._found(plan, workshop, row)
        if at is None:
            return
        held = items(workshop, row.layout)[at]
        path: Path = (*row.layout.key.split("."), at) if row.layout.key else ()
        if box:
            before = "；".join(filter(None, texts(self.registry, row.layout, held).values()))
            self._take(plan, ChangedCell(row, None, box.place, row.number, held, before, path, DELETED))
            return
        said = texts(self.registry, row.layout, held)
        for column in row.layout.columns:
            if column.key != "id" and self._is_touched(row, column, said[column.key]):
                self._touched(plan, row, column, held, path)
        if not row.layout.key:
            self._place(plan)

    def _found(self, plan: Plan, workshop: Workshop, row: ReturnedRow) -> int | None:
        """Return the place of the item that a row was made of; None if it is there no more, or has changed."""
        there = items(workshop, row.layout)
        at = row.number - 1
        if row.seal is None:
            if at < len(there):
                return at
            self._tell(plan, row.place, row, tellings.no_item(row, len(there)))
            return None
        for place in sorted(range(len(there)), key=lambda place: place != at):
            if self._was(row, texts(self.registry, row.layout, there[place])):
                return place
        touched = [box for key, box in row.boxes.items() if box.text and not row.seal.said(key, box.text)]
        if touched:
            now = texts(self.registry, row.layout, there[at]) if at < len(there) else {}
            self._tell(
                plan, touched[0].place, row, tellings.conflict(row, "；".join(filter(None, now.values())))
            )
        return None

    def _deleted(self, workshop: Workshop, row: ReturnedRow) -> int | None:
        """Return the place of the item that a row deletes; None if it is there no more."""
        there = items(workshop, row.layout)
        kept = {key: box.text for key, box in row.boxes.items() if box.text and not deletes(box)}
        for place in sorted(range(len(there)), key=lambda place: place != row.number - 1):
            said = texts(self.registry, row.layout, there[place])
            if self._was(row, said) if row.seal else all(said[key] == text for key, text in kept.items()):
                return place
        return None

    def _was(self, row: ReturnedRow, said: dict[str, str]) -> bool:
        """Return whether an item says what it said when the table was made, or what the row says now."""
        seal = row.seal
        return seal is not None and all(
            seal.said(key, text) or (key in row.boxes and row.boxes[key].text == text)
            for key, text in said.items()
        )

    def _is_touched(self, row: ReturnedRow, column: SheetColumn, said: str) -> bool:
        """Return whether a cell says something else than the record, and was made to say it by a person."""
        box = row.boxes.get(column.key)
        if box is None or not (box.text or box.doubtful):
            return False
        if box.doubtful:
            return True
        if box.text in (said, f"'{said}") or (row.seal and row.seal.said(column.key, box.text)):
            return False
        return plain(column, box.text) != plain(column, said) and bool(said or not is_nothing(column, box))

    def _touched(self, plan: Plan, row: ReturnedRow, column: SheetColumn, held: Any, above: Path) -> None:
        """Take a changed cell into the plan; or tell why not."""
        box = row.boxes[column.key]
        now = value_of(held, column.key) if column.key else held
        said = shown(self.registry, column, now)
        path = (*above, *column.key.split(".")) if column.key else above
        cell = ChangedCell(row, column, box.place, row.number, held, said, path, DELETED)
        if deletes(box):
            if column.field.required and "." not in column.key:
                self._tell(plan, box.place, row, tellings.needed(column))
            elif said:
                self._take(plan, cell)
            return
        if is_nothing(column, box):
            self._tell(plan, box.place, row, tellings.nothing(column, box.text, said))
            return
        read = self._read(plan, row, column)
        if read and read.means != now:
            self._take(plan, cell._replace(value=_plain(read.value)))

    def _take(self, plan: Plan, cell: ChangedCell) -> None:
        """Take a change into the plan, unless its record was changed in the same place since the table was made."""
        seal, column = cell.row.seal, cell.column
        if seal and column and not seal.said(column.key, cell.before):
            wanted = cell.row.boxes[column.key].text
            self._tell(plan, cell.place, cell.row, tellings.changed(column, cell.before, wanted))
        else:
            plan.cells.append(cell)

    def _item(self, plan: Plan, row: ReturnedRow, there: list[Any]) -> None:
        """Take a further item into the plan, unless the record has it already."""
        read = {column.key: self._read(plan, row, column) for column in row.layout.columns}
        said = {key: value for key, value in read.items() if value}
        if not said or plan.blocked:
            return
        if any(_is_item(row.layout, item, said) for item in there):
            return
        where = tuple(row.layout.key.split("."))
        at = len(there) + sum(1 for cell in plan.cells if cell.path[:-1] == where and cell.held is None)
        parts = {key: _plain(value.value) for key, value in said.items()}
        place = next(box.place for box in row.boxes.values() if box.text)
        whole: Plain = parts.get("", parts)
        plan.cells.append(ChangedCell(row, None, place, at + 1, None, "", (*where, at), whole))

    def _read(self, plan: Plan, row: ReturnedRow, column: SheetColumn) -> CellValue | None:
        """Return what a cell says; a cell that cannot be read stands against its record."""
        box = row.boxes.get(column.key)
        if box is None or not (box.text or box.doubtful) or is_nothing(column, box):
            return None
        value = (
            None if box.doubtful else Cells(self.registry, self.notes[row.path]).read(row.layout, column, box)
        )
        if value is None and column.key != "id":
            plan.blocked = True
        return value

    def _place(self, plan: Plan) -> None:
        """Convert a new point from the datum that the points of this call have."""
        pair = [cell for key in ("lon", "lat") for cell in plan.cells if cell.path == ("location", key)]
        if self.datum == datum.DATUMS[0] or len(pair) < 2 or DELETED in (pair[0].value, pair[1].value):
            return
        point = datum.to_wgs84(float(str(pair[0].value)), float(str(pair[1].value)), self.datum)
        for cell, degrees in zip(pair, point, strict=True):
            plan.cells[plan.cells.index(cell)] = cell._replace(value=str(degrees))

    def _tell(self, plan: Plan, place: str, row: ReturnedRow, telling: tellings.Telling) -> None:
        self.notes[row.path].add(place, *telling)
        plan.blocked = True


def _plain(value: str | list[str]) -> Plain:
    return value if isinstance(value, str) else [*value]


def _said(row: ReturnedRow, key: str) -> str:
    box = row.boxes.get(key)
    return " ".join(box.text.split()) if box else ""


def _is_item(layout: Layout, item: Any, said: Mapping[str, CellValue]) -> bool:
    """Return whether an item of the record says the same as a row, no more and no less."""
    return all(
        (said[column.key].means if column.key in said else None)
        == ((value_of(item, column.key) or None) if column.key else item)
        for column in layout.columns
    )
