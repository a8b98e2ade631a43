"""The record that a filled application becomes, and the keys of a record that a box can fill."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.intake.filled import Box
from generator.reading import schema
from generator.reading.tables import Field
from generator.rules.sources import is_key


@dataclass
class Record:
    """The content of a draft. `values`: by key, nested as records are; `remarks`: lines for the editor."""

    values: dict[str, Any] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def put(self, dotted: str, value: Any) -> None:
        """Set a value by its key, dotted for parts."""
        first, _, rest = dotted.partition(".")
        if rest:
            self.values.setdefault(first, {})[rest] = value
        else:
            self.values[first] = value


def feeds_of(box: Box) -> list[str]:
    """Return the record's keys that a field can fill; none within a list (designations.level), whose items need their own proof."""
    return [key for key in box.field.feeds if is_key(schema.WORKSHOP, key)]


def schema_field(key: str) -> Field:
    """Return the record's field of a dotted key that is_key accepts."""
    first, _, rest = key.partition(".")
    outer = schema.WORKSHOP.field(first)
    inner = outer.table.field(rest) if outer and rest and outer.table else outer
    if inner is None:
        raise KeyError(key)
    return inner
