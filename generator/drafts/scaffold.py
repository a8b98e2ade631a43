"""The draft of a new record: the next id, known values filled in, other keys as comments to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from generator.drafts.lines import lines
from generator.reading.placement import MODELINE
from generator.reading.schema import WORKSHOP
from generator.reading.spans import Plain
from generator.reading.tables import Field, Many


def draft(id_: str, known: Mapping[str, str]) -> str:
    """Return the text of a draft. `known` maps keys, dotted for parts (`leader.name`, `sources.title`), to texts.

    The words of a list (`sources.supports`) are separated by spaces.
    """
    told = [MODELINE, f"id: {id_}"]
    for field in WORKSHOP.fields[1:]:
        value = _value(field, known, field.key)
        comment = f"# {field.key}:   {field.label}：{field.kind.words}"
        told += [comment] if value is None else lines(WORKSHOP, {field.key: value})
    return "\n".join(told) + "\n"


def _value(field: Field, known: Mapping[str, str], key: str) -> Plain | None:
    """Return what is known at a key, as records hold it: a text, a list, a group, a list of one group; None if nothing is."""
    if key in known:
        words: list[Plain] = [*known[key].split()]
        return words if field.kind.many else " ".join(known[key].split())
    parts = field.table.fields if field.table else ()
    group = {
        part.key: value for part in parts if (value := _value(part, known, f"{key}.{part.key}")) is not None
    }
    return ([group] if isinstance(field.kind, Many) else group) if group else None
