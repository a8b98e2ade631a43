"""Tables: the keys of one kind of record, read from a mapping; groups and lists of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic

from generator.libraries.jsontext import Json
from generator.model.part import KeyPlaces
from generator.problems.code import ERROR, Code
from generator.problems.problem import Problem
from generator.problems.wording import Check, fill, short
from generator.reading.checks import NOTHING_SAID, half_width, read_text
from generator.reading.kind import F203, MISSING, Kind, Missing, Notes, T_co
from generator.reading.likeness import nearest
from generator.reading.patterns import Url
from generator.reading.tree import Mapping, Node, Scalar, Sequence
from generator.reading.whole import ONE_AT_LEAST, REQUIRED, TOO_MANY, TWICE
from generator.reading.words import Text

_BRACKETS, _QUOTES = "[]【】［］〔〕（）() ", "“”‘’\"' "
_BETWEEN = re.compile(r"[，、；;,]|\s{2,}")
_SHOWN = 120  # a text up to this length is shown as the list that it should be
_ITEM = re.compile(r"[-－—–−·•●*]|[0-9]{1,2}[.．、)）]")


@dataclass(frozen=True)
class Field:
    """One key of a record."""

    key: str
    label: str
    kind: Kind[object]
    required: bool = False
    help: str = ""

    @property
    def table(self) -> Table[object] | None:
        """The table of the keys in its value, or in each item of its list."""
        kind = self.kind.item if isinstance(self.kind, Many) else self.kind
        return kind.table if isinstance(kind, OfTable) else None


@dataclass(frozen=True)
class Table(Generic[T_co]):
    """All keys of one kind of record, in the order in which records write them, and the type made of them (`T_co`)."""

    name: str
    label: str
    make: Callable[..., T_co]
    fields: tuple[Field, ...]

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that must be written."""
        return tuple(field for field in self.fields if field.required)

    @cached_property
    def unwritten(self) -> dict[str, object]:
        """What a part holds of each key that is not written."""
        return {field.key: () if field.kind.many else None for field in self.fields}

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """Fields by key."""
        return {field.key: field for field in self.fields}

    def main(self, text: str) -> Field:
        """Return the field that a text without a key probably belongs to."""
        wanted = Url if text.strip().startswith("http") else Text
        return next((field for field in self.fields if isinstance(field.kind, wanted)), self.fields[0])

    def field(self, key: str) -> Field | None:
        """Return the field of that key."""
        return self.by_key.get(key)

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """All keys and labels of the table and of its groups, each with the key that it means, or itself where it means several: the
        words that the line scan knows."""
        known = {field.key: field.key for field in self.fields}
        for field in self.fields:
            below = field.table.vocabulary if field.table else {}
            for word, key in ((field.label, field.key), *below.items()):
                known[word] = key if known.get(word, key) == key else word
        return known


@dataclass(frozen=True)
class OfTable(Generic[T_co]):
    """Keys with values of their own, read by a table."""

    table: Table[T_co]
    many = False
    checks = ()

    @property
    def words(self) -> str:
        """See Kind."""
        return f"“{self.table.label}”各键"

    def read(self, node: Node, label: str, notes: Notes) -> T_co | Missing:
        """See Kind. F201, F202, F203."""
        if not isinstance(node, Mapping):
            names = "、".join(field.key for field in self.table.fields[:3])
            remedy = f"请另起一行，缩进两格，写 {names} 等键。"
            if isinstance(node, Scalar) and node.text.strip():
                first = f"{self.table.main(node.text).key}: {short(node.text.strip(), 80)}"
                remedy = f"请另起一行，缩进两格，写 {first}；别的键和它左端对齐。"
            return notes.add(F203, node.mark, f"“{label}”下面要写“键: 值”", remedy)
        return read_table(self.table, node, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return table_schema(self.table)


@dataclass(frozen=True)
class Many(Generic[T_co]):
    """A list of one kind; its texts may not repeat."""

    item: Kind[T_co]
    most: int = 200
    many = True
    checks = ()

    @property
    def words(self) -> str:
        """See Kind."""
        return f"列表，每项：{self.item.words}"

    def read(self, node: Node, label: str, notes: Notes) -> tuple[T_co, ...] | Missing:
        """See Kind. F203 if it is no list, F216 for a text that occurs twice, F209 for too many."""
        if not isinstance(node, Sequence):
            if isinstance(node, Scalar) and read_text((NOTHING_SAID,), node, label, notes) is MISSING:
                return MISSING
            table = self.item.table if isinstance(self.item, OfTable) else None
            return notes.add(F203, node.mark, f"“{label}”要写成列表", *_as_list(node, table))
        if len(node.items) > self.most:
            return _note(notes, node, TOO_MANY, label=label, length=len(node.items), most=self.most)
        values: list[T_co] = []
        for item in node.items:
            value = notes.read(self.item, item, label)
            if isinstance(value, str) and value in values:
                _note(notes, item, TWICE, label=label, short=short(value))
            elif value is not MISSING:
                values.append(value)
        return tuple(values)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        unique: dict[str, Json] = {} if isinstance(self.item, OfTable) else {"uniqueItems": True}
        return {"type": "array", "items": self.item.json_schema(), "maxItems": self.most, **unique}


def read_table(table: Table[T_co], node: Mapping, notes: Notes, **beside: object) -> T_co | Missing:
    """Return the part of the mapping, made by `table.make(at=..., **beside, **values)`; MISSING if a required key is missing.

    `at` maps each key present to the Mark of its value, items of a list to `key.1`, `key.2`, ..., and "" to the whole.
    """
    keys, numbers = [""], [*node.mark]
    values = dict(table.unwritten)
    for key, value in node.entries:
        field = table.by_key.get(key.text)
        if field is None:
            _unknown_key(table, key, notes)
            continue
        keys.append(field.key)
        numbers += value.mark
        got = notes.read(field.kind, value, field.label)
        if type(value) is Sequence:
            for number, item in enumerate(value.items, start=1):
                keys.append(f"{field.key}.{number}")
                numbers += item.mark
            if field.required and not value.items:
                got = _note(notes, value, ONE_AT_LEAST, label=field.label)
        if got is not MISSING:
            values[field.key] = got
    lacking = [field for field in table.required if values[field.key] in (None, ())]
    notes.unwritten += [_lacks(table, it, node, notes) for it in lacking if it.key not in keys]
    at = KeyPlaces(tuple(keys), tuple(numbers))
    return MISSING if lacking else table.make(at=at, **beside, **values)


def _lacks(table: Table[object], field: Field, node: Mapping, notes: Notes) -> tuple[str, Problem]:
    facts = {"table": table.label, "label": field.label, "key": field.key, "words": field.kind.words}
    words = fill(REQUIRED.message, facts), fill(REQUIRED.remedy, facts)
    return field.key, Problem(notes.path, node.mark, REQUIRED.code, *words)


def table_schema(table: Table[object]) -> dict[str, Json]:
    """Return the JSON Schema of one table."""
    properties = {}
    for field in table.fields:
        described = {"title": field.label, "description": field.help or field.kind.words}
        least = {"minItems": 1} if field.required and field.kind.many else {}
        properties[field.key] = field.kind.json_schema() | least | described
    required = [field.key for field in table.required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _note(notes: Notes, node: Node, check: Check, **facts: object) -> Missing:
    return notes.add(check.code, node.mark, fill(check.message, facts), fill(check.remedy, facts))


def _as_list(node: Node, table: Table[object] | None) -> tuple[str, str]:
    """Return how to write a value as a list, and the very list where that is sure. `table`: of the keys of each item, if it has keys."""
    if not isinstance(node, Scalar):
        return "请在每一项的第一个键前面加“- ”（减号加一个空格），同一项的别的键和这个键左端对齐。", ""
    text = node.text.strip()
    items = [item for item in (item.strip(_QUOTES) for item in _BETWEEN.split(text.strip(_BRACKETS))) if item]
    if _ITEM.match(text) or not items or node.quoted or len(text) > _SHOWN:
        return "请另起一行，每项一行，以“- ”开头（半角减号加一个半角空格）。", ""
    if table:
        return f"请另起一行，每项一行，写成“- {table.main(text).key}: {items[0]}”的样子。", ""
    right = f"[{', '.join(items)}]"
    return f"请写成 {right}：半角的方括号，各项之间用半角逗号加空格。", right


F201 = Code(
    "F201",
    ERROR,
    "没有这个键",
    meaning="键写错了，它的值就不会进入记录。",
    bad="danwei: 大连某厂",
    remedy="照提示改成已有的键；本来没有这一项的，请删去。",
)


def _unknown_key(table: Table[object], key: Scalar, notes: Notes) -> None:
    message = f"“{table.label}”里没有“{short(key.text)}”这个键"
    keys = {field.label: field.key for field in table.fields} | {key: key for key in table.by_key}
    plain = half_width(key.text).lower()
    near = keys.get(plain) or keys.get(nearest(plain, keys))
    holders = [field for field in table.fields if field.table and field.table.field(key.text)]
    if len(holders) == 1 and plain not in keys:
        remedy = f"它应当写在 {holders[0].key}（{holders[0].label}）下面，缩进两格。"
    elif near:
        remedy = f"请把它改成 {near}。" if plain in keys else f"是不是“{near}”？"
        notes.meant.add(near)
    elif len(table.fields) <= 8:
        remedy = f"这里可以写：{'、'.join(f'{field.key}（{field.label}）' for field in table.fields)}。"
    else:
        remedy = "可以写的键见 registry/README.md；没有这一项的，请删去。"
    notes.meant.add(key.text)
    notes.add(F201, key.mark, message, remedy, near if near and plain in keys else "")
