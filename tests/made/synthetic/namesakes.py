"""Namesakes: now and then the next record is of another person of the same name, at another unit; both say that they are two."""

from __future__ import annotations

from typing import Any

from tests.made.synthetic.notices import Naming

Record = dict[str, Any]
FIRST = 241  # smaller registries have none, so that the sites of most tests stay as they are
_EVERY = 4


def pair(first: Record, second: Record, naming: Naming) -> tuple[Record, Record]:
    """Two records in a row, made namesakes where they can be: named after their leaders, of one category, of two units."""
    number = int(str(first["id"])[2:])
    led = [str(it.get("leader", {}).get("name", "")) for it in (first, second)]
    alike = all(first.get(key) == second.get(key) for key in ("kind", "category")) and not second.get(
        "former_names"
    )
    apart = first.get("unit") and second.get("unit") and first["unit"] != second["unit"]
    # of one length, so that no summary outgrows its form
    after_them = len(led[0]) == len(led[1]) and all(
        name and str(it["name"]).startswith(name) for it, name in zip((first, second), led, strict=True)
    )
    if (
        number < FIRST
        or number % _EVERY != 1
        or not (alike and apart and after_them)
        or first.get("former_names")
    ):
        return first, second
    naming.rename(str(second["name"]), str(first["name"]))
    renamed = _renamed(second, led[1], led[0])
    return _beside(first, str(second["id"])), _beside(renamed, str(first["id"]))


def _beside(record: Record, other: str) -> Record:
    """The record with the other's id, in the schema's order of keys."""
    keys = list(record)
    place = keys.index("unit")
    items = [*record.items()]
    return dict([*items[:place], ("not_same_as", [other]), *items[place:]])


def _renamed(value: Any, old: str, new: str) -> Any:
    """A record in which everything said of one person is said of another."""
    if isinstance(value, dict):
        kept = {key: it for key, it in value.items() if key != "pinyin"}
        return {key: _renamed(it, old, new) for key, it in kept.items()}
    if isinstance(value, list):
        return [_renamed(it, old, new) for it in value]
    return value.replace(old, new) if isinstance(value, str) else value
