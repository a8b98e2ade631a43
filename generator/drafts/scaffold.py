"""The draft of a new record: the next id, known values filled in, other keys as comments to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from generator.reading.placement import MODELINE
from generator.reading.scalar import flow, quoted
from generator.reading.schema import WORKSHOP
from generator.reading.tables import Field, Many


def draft(id_: str, known: Mapping[str, str]) -> str:
    """Return the text of a draft. `known` maps keys, dotted for parts (`leader.name`, `sources.title`), to texts.

    The words of a list (`sources.supports`) are separated by spaces.
    """
    lines = [MODELINE, f"id: {id_}"]
    for field in WORKSHOP.fields[1:]:
        lines += _lines(field, known, field.key, "")
    return "\n".join(lines) + "\n"


def _lines(field: Field, known: Mapping[str, str], key: str, indent: str) -> list[str]:
    table = field.table
    if key in known:
        value = flow(known[key].split()) if field.kind.many else quoted(known[key])
        return [f"{indent}{field.key}: {value}"]
    inner_keys = [name for name in known if name.startswith(f"{key}.")]
    if table is None or not inner_keys:
        return [f"{indent}# {field.key}:   {field.label}：{field.kind.words}"] if not indent else []
    inner = [
        line for part in table.fields for line in _lines(part, known, f"{key}.{part.key}", indent + "    ")
    ]
    if isinstance(field.kind, Many):
        inner[0] = f"{indent}  - {inner[0].strip()}"
    else:
        inner = [line[2:] for line in inner]
    return [f"{indent}{field.key}:", *inner]
