"""Open data: the whole registry as JSON, one record a line, and the public points as GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.dates import PartialDate
from generator.model.facets import Facet
from generator.model.part import Part
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.schema import WORKSHOP
from generator.reading.tables import Many, OfTable, Table
from generator.site.paths import workshop_path

_ADDED = {
    "status": {"type": "string", "title": "状态", "description": "由命名和后续情况推算"},
    "path": {"type": "string", "title": "页面地址", "description": "从网站的根算起"},
}


def plain(table: Table[object], part: Part) -> dict[str, Any]:
    """Return a record or its part as JSON values in the table's order, without what is unknown."""
    values: dict[str, Any] = {}
    for field in table.fields:
        value = getattr(part, field.key)
        if not isinstance(value, str):  # most are, and are themselves
            value = _value(field.kind, value)
        if value is not None and value not in ([], {}):
            values[field.key] = value
    return values


def workshop_data(workshop: Workshop) -> dict[str, Any]:
    """Return a workshop as published: its record, status and address; without coordinates where maps may not show them,
    and of a leader who was taken down only that (个人信息保护法 27, 47)."""
    data = plain(WORKSHOP, workshop)
    if workshop.leader and workshop.leader.is_taken_down:
        data["leader"] = {"basis": data["leader"]["basis"]}
    if "location" in data and workshop.point is None:
        data["location"] = {
            key: value for key, value in data["location"].items() if key not in ("lon", "lat")
        }
    return data | {"status": workshop.status, "path": workshop_path(workshop)}


def json_path(workshop: Workshop) -> str:
    """Return the permanent address of a workshop's data."""
    return f"{workshop_path(workshop)}{workshop.id}.json"


def group_json_path(facet: Facet, slug: str) -> str:
    """Return the permanent address of a group's data."""
    return f"data/{facet.slug}/{slug}.json"


def record_lines(workshops: Iterable[Workshop]) -> tuple[str, ...]:
    """Return each workshop as published, as a line of JSON."""
    return tuple(json.dumps(workshop_data(workshop), ensure_ascii=False) for workshop in workshops)


def workshops_json(lines: Iterable[str]) -> str:
    """Return all workshops in one array, one a line."""
    return '{"workshops": [\n' + ",\n".join(lines) + "\n]}\n"


def workshops_ndjson(lines: Iterable[str]) -> str:
    """Return all workshops, one a line."""
    return "".join(f"{line}\n" for line in lines)


def brief_lines(registry: Registry) -> dict[str, str]:
    """Return the facts that a list shows of each workshop and the address of its record, as a line of JSON, by id."""
    return {
        workshop.id: json.dumps(
            _brief(registry, workshop) | {"data": json_path(workshop)}, ensure_ascii=False
        )
        for workshop in registry.workshops
    }


def group_jsons(facets: Mapping[str, Facet], briefs: Mapping[str, str]) -> dict[str, str]:
    """Return the workshops of each group of each facet that has a bound in brief, by address."""
    return {
        group_json_path(facet, group.slug): _group_json(
            facet, group.title, [briefs[workshop.id] for workshop in group.workshops]
        )
        for facet in facets.values()
        for group in facet.groups
        if not facet.boundless
    }


def workshops_geojson(registry: Registry) -> str:
    """Return all workshops as features; `geometry` is null (RFC 7946, 3.2) where no point is known or public."""
    features = (
        json.dumps(
            {
                "type": "Feature",
                "id": workshop.id,
                "geometry": _point(workshop),
                "properties": _brief(registry, workshop),
            },
            ensure_ascii=False,
        )
        for workshop in registry.workshops
    )
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"


def counts_json(registry: Registry, facets: Mapping[str, Facet]) -> str:
    """Return the number of workshops, in all and in each group."""
    counts = {
        slug: {group.slug: len(group.workshops) for group in facet.groups}
        for slug, facet in facets.items()
        if not facet.boundless
    }
    whole = {"workshops": len(registry.workshops), "facets": counts}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def published_schema(filled: Mapping[str, Any]) -> str:
    """Return the JSON Schema of a published workshop, made from that of a record."""
    properties = {key: filled["properties"][key] for key in WORKSHOP.by_key} | _ADDED
    schema = {**filled, "properties": properties, "required": [*filled["required"], *_ADDED]}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _group_json(facet: Facet, title: str, lines: list[str]) -> str:
    head = json.dumps({"facet": facet.slug, "title": title, "count": len(lines)}, ensure_ascii=False)
    return head[:-1] + ', "workshops": [\n' + ",\n".join(lines) + "\n]}\n"


def _brief(registry: Registry, workshop: Workshop) -> dict[str, Any]:
    leader = workshop.leader
    facts = {
        "id": workshop.id,
        "name": workshop.name,
        "category": workshop.category,
        "unit": registry.unit_of(workshop),
        "leader": leader.name if leader else None,
        "district": workshop.district,
        "zone": workshop.zone,
        "industry": workshop.industry,
        "level": workshop.level,
        "years": list(workshop.years),
        "recommender": workshop.recommender,
        "status": workshop.status,
        "path": workshop_path(workshop),
    }
    return {key: value for key, value in facts.items() if value not in (None, [])}


def _point(workshop: Workshop) -> dict[str, Any] | None:
    if workshop.point is None:
        return None
    return {"type": "Point", "coordinates": list(workshop.point)}


def _value(kind: Any, value: Any) -> Any:
    if value is None or value == ():
        return None
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(kind, Many):
        return [_value(kind.item, item) for item in value]
    if isinstance(kind, OfTable) and value is not None:
        return plain(kind.table, value) if isinstance(value, Part) else dict(value)
    return value
