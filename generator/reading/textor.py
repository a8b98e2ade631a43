"""A kind of field for which a plain text is enough, and keys say more."""

from __future__ import annotations

from dataclasses import dataclass

from generator.libraries.jsontext import Json
from generator.model.part import KeyPlaces
from generator.reading.kind import MISSING, Missing, Notes, T_co
from generator.reading.tables import OfTable
from generator.reading.tree import Node, Scalar


@dataclass(frozen=True)
class TextOr(OfTable[T_co]):
    """A text that stands for the table's first key alone, or the keys of the table."""

    @property
    def words(self) -> str:
        """See Kind."""
        return f"{self.table.fields[0].kind.words}，或“{self.table.label}”各键"

    def read(self, node: Node, label: str, notes: Notes) -> T_co | Missing:
        """See Kind. What the first key's kind yields, or F201, F202, F203."""
        if not isinstance(node, Scalar):
            return super().read(node, label, notes)
        first, *others = self.table.fields
        text = first.kind.read(node, label, notes)
        if text is MISSING:
            return MISSING
        at = KeyPlaces(("", first.key), (*node.mark, *node.mark))
        return self.table.make(at=at, **{first.key: text}, **{field.key: None for field in others})

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"anyOf": [self.table.fields[0].kind.json_schema(), super().json_schema()]}
