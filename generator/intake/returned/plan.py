"""What a table makes of one record: the cells that were changed, and whether something stands against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.drafts.alteration import DELETED, Alteration, Deleted, Path
from generator.forms.sheets.columns import Layout, SheetColumn, in_words
from generator.intake.filled import Box
from generator.intake.returned.rows import ReturnedRow
from generator.model.workshop import Workshop
from generator.reading.spans import Plain

NOTHING = "（空）"


class ChangedCell(NamedTuple):
    """One change: the row, the column (None for a whole item), its place, what the record says, what it is to say.

    `number`: of the item in its list, 0 for the record itself; `held`: the item, or the record, before the change.
    """

    row: ReturnedRow
    column: SheetColumn | None
    place: str
    number: int
    held: object
    before: str
    path: Path
    value: Plain | Deleted

    @property
    def words(self) -> str:
        """What was changed: 专业方向, or 命名第 2 项的级别."""
        label = self.column.label if self.column else ""
        if not self.number:
            return label
        item = f"{self.row.layout.name}第 {self.number} 项"
        return f"{item}的{label}" if label else item

    @property
    def line(self) -> str:
        """The change as a line: before and after."""
        if self.number and self.held is None:
            return f"{self.words}：新增 {_after(self.row.layout, self.value)}"
        return f"{self.words}：{_quoted(self.before)} → {_after(self.row.layout, self.value)}"


@dataclass
class Plan:
    """The changes of one record. `workshop`: None for a new one; `name`: what it is called; `added`: what the program writes
    beside them (corrections, events), each with its words; `blocked`: nothing of it is written.
    """

    id: str
    name: str
    workshop: Workshop | None
    row: ReturnedRow
    cells: list[ChangedCell] = field(default_factory=list)
    added: list[tuple[Alteration, str]] = field(default_factory=list)
    blocked: bool = False

    @property
    def alterations(self) -> list[Alteration]:
        """All of them, for the door that writes records."""
        return [
            *(Alteration(cell.path, cell.value) for cell in self.cells),
            *(alteration for alteration, _ in self.added),
        ]

    def cell_at(self, path: Path) -> ChangedCell | None:
        """Return the changed cell that is nearest to a place in the record."""
        best = max(self.cells, key=lambda cell: _shared(cell.path, path), default=None)
        return best if best and _shared(best.path, path) else None


def told(box: Box | None) -> str:
    """Return the text of a box that may not be there."""
    return " ".join(box.text.split()) if box and not box.doubtful else ""


def _shared(one: Path, other: Path) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (number for number, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other))
    )


def _quoted(text: str) -> str:
    return f"“{text}”" if text else NOTHING


def _after(layout: Layout, value: Plain | Deleted) -> str:
    if value is DELETED:
        return "删除"
    if isinstance(value, dict):
        labels = {column.key: column.label for column in layout.columns}
        return "；".join(f"{labels[key]}：{_joined(one)}" for key, one in value.items())
    return _quoted(_joined(value))


def _joined(value: Plain | Deleted) -> str:
    return "；".join(in_words(str(one)) for one in value) if isinstance(value, list) else str(value)
