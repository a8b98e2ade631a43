"""Drafts: the text of a record read from a form, with remarks for the editor, verified by reading it again."""

from __future__ import annotations

from typing import Any

from generator.drafts.lines import lines
from generator.intake.record import Record
from generator.reading import schema
from generator.reading.placement import MODELINE

_CONSENT = (
    "# 领衔人先写成注释：公开姓名和荣誉等须本人同意。取得同意以后，在 date 后写上日期，",
    "# 再删去下面各行开头的“# ”，并在来源的 supports 里加上 leader。",
)
_BASIS = {"kind": "本人同意", "date": "（本人同意的日期，如 2024-05-06）"}


def text(id_: str, record: Record, title: str) -> str:
    """Return a draft's text. The leader is in comments, since a form has no consent and a record must not claim one."""
    told = [
        MODELINE,
        f"# 由《{title}》读出的草稿，请对照原表核对，核对完的说明行可以删去。",
        *(f"# {remark}" for remark in record.remarks),
        f"id: {id_}",
    ]
    values = _one_line(record.values)
    for field in schema.WORKSHOP.fields[1:]:
        if field.key == "leader" and "leader" in values:
            leader = {"leader": values["leader"] | {"basis": _BASIS}}
            told += [*_CONSENT, *(f"# {line}" for line in lines(schema.WORKSHOP, leader))]
        elif field.key in values:
            told += lines(schema.WORKSHOP, {field.key: values[field.key]})
    return "\n".join(told) + "\n"


def _one_line(value: Any) -> Any:
    """Return values whose texts have no empty lines and no white space to spare."""
    if isinstance(value, dict):
        return {key: _one_line(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_one_line(one) for one in value]
    return "\n".join(" ".join(part.split()) for part in value.split("\n") if part.strip())
