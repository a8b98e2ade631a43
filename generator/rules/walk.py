"""A walk over the values of a record, for laws that apply to every value of a kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_type_hints

from generator.model.part import Part

Value = TypeVar("Value")


def leaves(part: Part, wanted: type[Value]) -> list[tuple[Part, str, Value]]:
    """Return each value of a kind, in the order of the fields: the part that contains it, its key in `at`, and the value."""
    found: list[tuple[Part, str, Value]] = []
    _gather(part, wanted, found)
    return found


def _gather(part: Part, wanted: Any, found: list[tuple[Part, str, Any]]) -> None:
    kind: Any = type(part)  # a class has a hash of its own, of which mypy knows nothing
    for name, of in _fields(kind, wanted):
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
def _fields(kind: Any, wanted: Any) -> tuple[tuple[str, Callable[[Part], Any]], ...]:
    """Return the fields of a kind of part in which such a value can be, each with what gets its value; not those of its places."""
    hints = get_type_hints(kind)
    names = (field.name for field in dataclasses.fields(kind) if field.name not in ("at", "path"))
    return tuple((name, attrgetter(name)) for name in names if _holds(hints[name], wanted))


def _holds(hint: Any, wanted: Any) -> bool:
    """Return whether what is annotated so can be a value of that kind, or hold one."""
    if inner := get_args(hint):
        return any(_holds(one, wanted) for one in inner)
    if not isinstance(hint, type):
        return True
    part: Any = hint
    return issubclass(hint, wanted) or (issubclass(hint, Part) and bool(_fields(part, wanted)))
