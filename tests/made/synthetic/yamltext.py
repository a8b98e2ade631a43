"""Values to YAML text as an editor would write it: keys in the order given, quotes only where they are needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | Sequence[Value] | Mapping[str, Value]"
_NEEDS_QUOTES = re.compile(r"[\s!&*?|>@%`'\"#,\[\]{}:-]|.*(?::\s|\s#|:$|\s$)")


def yaml_text(modeline: str, record: Mapping[str, Value]) -> str:
    """The text of one file: the editors' modeline, then the record."""
    return "\n".join([f"# yaml-language-server: $schema={modeline}", *_mapping(record, ""), ""])


def _mapping(record: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, str) and "\n" in value:
            yield f"{indent}{key}: |-"
            yield from (f"{indent}  {line}" for line in value.split("\n"))
        elif isinstance(value, str | int):
            yield f"{indent}{key}: {_scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif key == "supports":
            yield f"{indent}{key}: [{', '.join(str(item) for item in value)}]"
        else:
            yield f"{indent}{key}:"
            yield from _items(value, indent + "  ")


def _items(values: Sequence[Value], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int):
            yield f"{indent}- {_scalar(value)}"
        elif isinstance(value, Mapping):
            first, *rest = _mapping(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _scalar(value: str | int) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if not text or _NEEDS_QUOTES.match(text) else text
