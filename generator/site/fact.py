"""One fact of a workshop: where page, table and search show it, and its values in a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.model.dates import PartialDate
from generator.model.registry import Registry
from generator.model.workshop import Leader, Workshop
from generator.reading.schema import WORKSHOP
from generator.reading.tables import Field, Table

# What a fact says in one place, where that is not simply its value: of the registry and the part of the record that
# holds its key (the workshop, its leader, each of its honours) a text, a number, a date, several of them, or None.
Reads = Callable[[Registry, Any], Any]


@dataclass(frozen=True)
class OnPage:
    """A line among the facts at the head of the workshop's page, several values with 、 between.

    `label`: in place of the schema's. `facet`: whose group of that title it leads to, or whose group of the slug that is the
    record's own value, `by_slug`. `always`: it is said to be missing where it is unknown. `last`: it stands after all others.
    `gone`: what it says once the leader was taken down.
    """

    label: str = ""
    facet: str = ""
    by_slug: bool = False
    always: bool = True
    last: bool = False
    gone: str = ""
    reads: Reads | None = None


@dataclass(frozen=True)
class InTable:
    """A column of CSV and Excel `width` letters wide, described in the data package; several values with ； between.

    `key`, `label`, `help`: in place of the schema's. `words`, `type`, `required`: what a fact that is no field may say, as
    what it is written, and that it always says something.
    """

    width: int
    key: str = ""
    label: str = ""
    help: str | None = None
    words: tuple[str, ...] = ()
    type: str = "string"
    required: bool = False
    reads: Reads | None = None


@dataclass(frozen=True)
class SearchField:
    """A short field of search: it is shown with what is found, and found in pinyin. Its first value is what is shown, the
    others are its other names. `key`, `label`: in place of the schema's.
    """

    label: str = ""
    key: str = ""
    reads: Reads | None = None


@dataclass(frozen=True)
class SearchText:
    """A part of the full text that search looks through, under a heading (`kind`) that it may share with others.

    `hushed`: any of it may name the leader, so it is not searched once the leader was taken down.
    """

    kind: str
    hushed: bool = False
    reads: Reads | None = None


@dataclass(frozen=True)
class Fact:
    """One fact: its key in the schema, `leader.honours.name` for one in a part or in each of several, or a name of its own
    where it follows from others; where it is shown, None for nowhere. All three places are asked, so none is forgotten.

    `page`: a line of the page's head, or the heading of the section whose template prints it.
    """

    key: str
    page: OnPage | str | None
    table: InTable | None
    search: SearchField | SearchText | None


@cache
def fields(key: str) -> tuple[Field, ...]:
    """Return the fields of the schema on the path of a key, its own last; empty if the fact is not a field."""
    path: list[Field] = []
    table: Table[object] | None = WORKSHOP
    for word in key.split("."):
        field = table.by_key.get(word) if table else None
        if field is None:
            return ()
        path.append(field)
        table = field.table
    return tuple(path)


def holders(workshop: Workshop, key: str) -> list[Any]:
    """Return the parts of a record that contain a key: the workshop itself, its leader, each of its honours. After a
    leader's removal the leader has no part.
    """
    parts_found: list[Any] = [workshop]
    for word in _way(key)[0]:
        parts = [part for one in parts_found for part in _each(getattr(one, word))]
        parts_found = [part for part in parts if not (isinstance(part, Leader) and part.name is None)]
    return parts_found


def said(registry: Registry, part: Any, key: str, reads: Reads | None) -> list[Any]:
    """Return the known values of a key in one part."""
    value = reads(registry, part) if reads else getattr(part, _way(key)[1])
    if value is None or value == "":
        return []
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return [one for one in value if one is not None and one != ""]
    return [value]


def values(registry: Registry, workshop: Workshop, key: str, reads: Reads | None) -> list[Any]:
    """Return the known values of a key in all parts of a record."""
    if "." not in key:
        return said(registry, workshop, key, reads)
    return [one for part in holders(workshop, key) for one in said(registry, part, key, reads)]


def in_words(value: Any) -> str:
    """Return a value as people read it."""
    return value.chinese if isinstance(value, PartialDate) else str(value)


@cache
def _way(key: str) -> tuple[tuple[str, ...], str]:
    """Return the words of the parts above a key, and its own."""
    *above, own = key.split(".")
    return tuple(above), own


def _each(value: Any) -> tuple[Any, ...]:
    """Return the values of a list, or the one value; a date is one value."""
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return value
    return () if value is None else (value,)
