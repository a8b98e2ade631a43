"""The tables as JSON Schema (draft 2020-12), so that an editor completes and checks records while they are typed."""

from __future__ import annotations

import json
from typing import Any

from generator.model.registry import Registry
from generator.reading import schema
from generator.reading.tables import Table, table_schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TABLES = (schema.WORKSHOP, schema.NOTICE, schema.FORM, schema.VOCABULARY, schema.REDIRECTS)


def schemas(registry: Registry) -> dict[str, str]:
    """The schema files by path below the registry: schema/workshop.schema.json and so on, with the terms filled in."""
    return {f"schema/{table.name}.schema.json": _text(table, registry) for table in _TABLES}


def record_schema(registry: Registry) -> dict[str, Any]:
    """The schema of a workshop's record with the terms filled in."""
    return _whole(schema.WORKSHOP, registry)


def _text(table: Table[object], registry: Registry) -> str:
    return json.dumps(_whole(table, registry), ensure_ascii=False, indent=1) + "\n"


def _whole(table: Table[object], registry: Registry) -> dict[str, Any]:
    head = {"$schema": _DIALECT, "$id": f"{table.name}.schema.json", "title": table.label}
    return head | dict(_filled(table_schema(table), registry))


def _filled(part: Any, registry: Registry) -> Any:
    """The schema with `x-vocabulary` replaced by the terms, and texts that look like numbers let through.

    An editor reads `code: 210202` as a number where the reader sees text, so a string may be a number too.
    """
    if isinstance(part, list):
        return [_filled(item, registry) for item in part]
    if not isinstance(part, dict):
        return part
    if "x-vocabulary" in part:
        known = {key: value for key, value in part.items() if not key.startswith("x-")}
        return known | _terms(part["x-vocabulary"], part["x-by"], registry)
    filled = {key: _filled(value, registry) for key, value in part.items()}
    return filled | {"type": ["string", "number"]} if filled.get("type") == "string" else filled


def _terms(vocabulary: str, by: str, registry: Registry) -> dict[str, Any]:
    terms = registry.terms(vocabulary)
    if by == "code":
        return {"oneOf": [{"const": term.code, "title": term.name} for term in terms if term.code]}
    return {"enum": list(dict.fromkeys(term.name for term in terms))}
