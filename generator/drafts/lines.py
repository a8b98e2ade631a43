"""Values of a record as the lines of YAML that a record writes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.reading.scalar import exact, flow
from generator.reading.spans import Plain
from generator.reading.tables import Table

_LIKE_A_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")


def lines(table: Table[object] | None, values: Mapping[str, Plain], indent: str = "") -> list[str]:
    """Return the keys of a table in its order, as records write them. Values are texts, groups and lists, as they are read."""
    order = [field.key for field in table.fields] if table else []
    keys = [*(key for key in order if key in values), *(key for key in values if key not in order)]
    return [line for key in keys for line in _key(table, key, values[key], indent)]


def item(table: Table[object] | None, value: Plain, indent: str) -> list[str]:
    """Return an item of a list, its dash at the indent."""
    if not isinstance(value, dict):
        return [
            f"{indent}- {exact(value)}" if isinstance(value, str) else f"{indent}- {flow(map(str, value))}"
        ]
    first, *rest = lines(table, value, f"{indent}  ")
    return [f"{indent}- {first.lstrip()}", *rest]


def _key(table: Table[object] | None, key: str, value: Plain, indent: str) -> list[str]:
    field = table.field(key) if table else None
    below = field.table if field else None
    if isinstance(value, str):
        return [f"{indent}{key}: {exact(value)}"]
    if isinstance(value, dict):
        return [f"{indent}{key}:", *lines(below, value, f"{indent}  ")]
    words = [one for one in value if isinstance(one, str) and _LIKE_A_KEY.fullmatch(one)]
    if len(words) == len(value):
        return [f"{indent}{key}: {flow(words)}"]
    return [f"{indent}{key}:", *(line for one in value for line in item(below, one, f"{indent}  "))]
