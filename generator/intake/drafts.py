"""Drafts: the text of a record read from a form, with remarks for the editor, verified by reading it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.intake.record import Record
from generator.reading import schema
from generator.reading.scalar import quoted
from generator.reading.tables import Table

_CONSENT = (
    "# 领衔人先写成注释：公开姓名和荣誉等须本人同意。取得同意以后，在 date 后写上日期，",
    "# 再删去下面各行开头的“# ”，并在来源的 supports 里加上 leader。",
)
_BASIS = {"kind": "本人同意", "date": "（本人同意的日期，如 2024-05-06）"}


def text(id_: str, record: Record, title: str) -> str:
    """Return a draft's text. The leader is in comments, since a form has no consent and a record must not claim one."""
    lines = [
        "# yaml-language-server: $schema=../../schema/workshop.schema.json",
        f"# 由《{title}》读出的草稿，请对照原表核对，核对完的说明行可以删去。",
        *(f"# {remark}" for remark in record.remarks),
        f"id: {id_}",
    ]
    for field in schema.WORKSHOP.fields[1:]:
        if field.key == "leader" and "leader" in record.values:
            leader = {"leader": record.values["leader"] | {"basis": _BASIS}}
            lines += [*_CONSENT, *(f"# {line}" for line in _lines(schema.WORKSHOP, leader, ""))]
        elif field.key in record.values:
            lines += _lines(schema.WORKSHOP, {field.key: record.values[field.key]}, "")
    return "\n".join(lines) + "\n"


def _lines(table: Table[object], values: Mapping[str, Any], indent: str) -> list[str]:
    """Return the keys of a table in its order, as records write them."""
    lines: list[str] = []
    for field in table.fields:
        value = values.get(field.key)
        if isinstance(value, str):
            lines.append(f"{indent}{field.key}: {_scalar(value)}")
        elif isinstance(value, dict) and field.table:
            lines += [f"{indent}{field.key}:", *_lines(field.table, value, indent + "  ")]
        elif isinstance(value, list) and field.table:
            lines.append(f"{indent}{field.key}:")
            for item in value:
                first, *rest = _lines(field.table, item, indent + "    ")
                lines += [f"{indent}  - {first.strip()}", *rest]
        elif isinstance(value, list):
            lines.append(f"{indent}{field.key}: [{', '.join(value)}]")
    return lines


def _scalar(text: str) -> str:
    """Return one line; paragraphs are joined by \\n in double quotes, since a line of their own might look like a key."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n") if part.strip()]
    if len(paragraphs) == 1:
        return quoted(paragraphs[0])
    joined = "\\n".join(part.replace("\\", "\\\\").replace('"', '\\"') for part in paragraphs)
    return f'"{joined}"'
