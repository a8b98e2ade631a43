"""The tables as JSON Schema (draft 2020-12), so that an editor completes and checks records while they are written."""

from __future__ import annotations

import json

from generator.libraries.jsontext import Json
from generator.model.registry import Registry
from generator.reading import schema
from generator.reading.tables import Table, table_schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TABLES = (
    schema.WORKSHOP,
    schema.NOTICE,
    schema.FORM,
    schema.VOCABULARY,
    schema.REDIRECTS,
    schema.TOTALS,
    schema.REGISTER,
)


def schemas(registry: Registry) -> dict[str, str]:
    """Return the schema files by path below the registry, schema/workshop.schema.json and so on, with the terms filled in."""
    return {f"schema/{table.name}.schema.json": _text(table, registry) for table in _TABLES}


def record_schema(registry: Registry) -> dict[str, Json]:
    """Return the schema of a workshop's record with the terms filled in."""
    return _whole(schema.WORKSHOP, registry)


def _text(table: Table[object], registry: Registry) -> str:
    return json.dumps(_whole(table, registry), ensure_ascii=False, indent=1) + "\n"


def _whole(table: Table[object], registry: Registry) -> dict[str, Json]:
    head = {"$schema": _DIALECT, "$id": f"{table.name}.schema.json", "title": table.label}
    return {**head, **_object(table_schema(table), registry)}


def _filled(part: Json, registry: Registry) -> Json:
    """Replace `x-vocabulary` by the terms, and allow numbers for texts.

    An editor reads `code: 210202` as a number where the reader sees text, so a string may be a number too.
    """
    if isinstance(part, list):
        return [_filled(item, registry) for item in part]
    return _object(part, registry) if isinstance(part, dict) else part


def _object(part: dict[str, Json], registry: Registry) -> dict[str, Json]:
    if "x-vocabulary" in part:
        known = {key: value for key, value in part.items() if not key.startswith("x-")}
        return known | _terms(str(part["x-vocabulary"]), str(part["x-by"]), registry)
    filled = {key: _filled(value, registry) for key, value in part.items()}
    return filled | {"type": ["string", "number"]} if filled.get("type") == "string" else filled


def _terms(vocabulary: str, by: str, registry: Registry) -> dict[str, Json]:
    terms = registry.terms(vocabulary)
    if by == "code":
        return {"oneOf": [{"const": term.code, "title": term.name} for term in terms if term.code]}
    return {"enum": list(dict.fromkeys(term.name for term in terms))}
