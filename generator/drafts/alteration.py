"""What is altered in a record: a path and a value, and what the values of the record are then."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from generator.reading.spans import Plain


class Deleted(Enum):
    """The sign that takes a key or an item out."""

    DELETED = "deleted"


DELETED: Final = Deleted.DELETED
Path = tuple[str | int, ...]


class Alteration(NamedTuple):
    """A value, or DELETED, for the place that a path leads to.

    `path`: keys, and places in lists from 0, as they are before any alteration: `("designations", 2, "notice")`; the
    place behind the last item appends. What is missing on the way is made. `value`: a text, a group of them by key, a list;
    an empty group or list is as good as DELETED.
    """

    path: Path
    value: Plain | Deleted


class Unalterable(Exception):
    """A path leads through what is no group and no list, or takes everything out."""


def changed(held: Plain | Deleted | None, path: Path, value: Plain | Deleted) -> Plain | Deleted:
    """Return the values after one alteration; DELETED if nothing is left."""
    if not path:
        return value
    step, *rest = path
    if held is None:
        held = [] if isinstance(step, int) else {}
    if isinstance(held, dict) and isinstance(step, str):
        if value is DELETED and step not in held:
            return held
        new = changed(held.get(step), tuple(rest), value)
        found = {key: one for key, one in held.items() if key != step or new is not DELETED}
        return (found if new is DELETED else {**found, step: new}) or DELETED
    if isinstance(held, list) and isinstance(step, int) and 0 <= step <= len(held):
        if value is DELETED and step == len(held):
            return held
        new = changed(held[step] if step < len(held) else None, tuple(rest), value)
        return [*held[:step], *([] if new is DELETED else [new]), *held[step + 1 :]] or DELETED
    raise Unalterable
