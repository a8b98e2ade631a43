"""A walk over all values of a record, for laws that hold wherever a value stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.workshop import Part


def leaves(part: Part) -> Iterator[tuple[Part, str, Any]]:
    """Each value that is no part itself: the part that holds it, its key as `at` knows it, and the value."""
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
    """What a kind of part holds, but for where it stands."""
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in ("at", "path"))
