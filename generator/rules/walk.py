"""A walk over all values of a record, for laws that apply to every value."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.part import Part


def leaves(part: Part) -> Iterator[tuple[Part, str, Any]]:
    """Yield each value that is not a part: the part that contains it, its key in `at`, and the value."""
    kind: Any = type(part)
    for name in _names(kind):
        value = getattr(part, name)
        many = isinstance(value, tuple) and type(value) is tuple
        for number, item in enumerate(value if many else (value,), start=1):
            if isinstance(item, Part):
                yield from leaves(item)
            elif item is not None:
                yield part, f"{name}.{number}" if many else name, item


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the fields of a kind of part, except its places."""
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in ("at", "path"))
