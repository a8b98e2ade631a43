"""A walk over the values of a record, for laws that apply to every value of a kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from generator.model.part import Part

Value = TypeVar("Value")


def leaves(part: Part, wanted: type[Value]) -> list[tuple[Part, str, Value]]:
    """Return each value of a kind, in the order of the fields: the part that contains it, its key in `at`, and the value."""
    found: list[tuple[Part, str, Value]] = []
    _gather(part, wanted, found)
    return found


def _gather(part: Part, wanted: type[Value], found: list[tuple[Part, str, Value]]) -> None:
    kind: Any = type(part)  # a class has a hash of its own, of which mypy knows nothing
    for name, of in _fields(kind):
        value = of(part)
        if isinstance(value, wanted):
            found.append((part, name, value))
        elif type(value) is tuple:
            for number, item in enumerate(value, start=1):
                if isinstance(item, wanted):
                    found.append((part, f"{name}.{number}", item))
                elif isinstance(item, Part):
                    _gather(item, wanted, found)
        elif isinstance(value, Part):
            _gather(value, wanted, found)


@cache
def _fields(kind: Any) -> tuple[tuple[str, Callable[[Part], Any]], ...]:
    """Return the fields of a kind of part, except its places, each with what gets its value."""
    names = (field.name for field in dataclasses.fields(kind) if field.name not in ("at", "path"))
    return tuple((name, attrgetter(name)) for name in names)
