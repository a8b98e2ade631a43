"""Open data: the whole registry as JSON, one record a line, and the public points as GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model.dates import PartialDate
from generator.model.facets import Facet
from generator.model.part import Part
from generator.model.registry import Registry
from generator.model.workshop import Leader, Workshop
from generator.reading.schema import WORKSHOP
from generator.reading.tables import Many, OfTable, Table
from generator.site.data.shape import VERSION, head, listed_json
from generator.site.page import Site
from generator.site.paths import workshop_path

_ADDED = {
    "status": {"type": "string", "title": "状态", "description": "由命名和后续情况推算"},
    "path": {"type": "string", "title": "页面地址", "description": "从网站的根算起"},
    "modified": {
        "type": "string",
        "format": "date",
        "title": "最近修改",
        "description": "记录最近一次修改的日期；没有修改历史的，没有这一项",
    },
    "version": {
        "type": "string",
        "title": "格式的版本",
        "description": "一个工作室自己的文件里才有，license 也是",
    },
    "license": {"type": "string", "title": "许可"},
}
_SURE = ("status", "path")


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


# What a notice printed of how to reach people stands on its own page, as history, and is no data: the lines, and the text with them.
ON_PAGE_ALONE = frozenset({"contact", "text"})


def published(workshop: Workshop) -> Workshop:
    """Return a workshop as it may be published: without coordinates where maps may not show them, and of a leader who was
    taken down only that (个人信息保护法 27, 47)."""
    leader, location = workshop.leader, workshop.location
    if leader and leader.is_taken_down:
        leader = Leader(leader.at, None, None, (), None, None, None, leader.basis)
    if location and workshop.point is None:
        location = replace(location, lon=None, lat=None)
    if leader is workshop.leader and location is workshop.location:
        return workshop
    return replace(workshop, leader=leader, location=location)


def workshop_data(workshop: Workshop, modified: date | None = None) -> dict[str, Any]:
    """Return a workshop as published: its record, status and address, and the day of its last change, if that is known."""
    data = plain(WORKSHOP, published(workshop))
    data |= {"status": workshop.status, "path": workshop_path(workshop)}
    return data | {"modified": modified.isoformat()} if modified else data


def json_path(workshop: Workshop) -> str:
    """Return the permanent address of a workshop's data."""
    return f"{workshop_path(workshop)}{workshop.id}.json"


def group_json_path(facet: Facet, slug: str) -> str:
    """Return the permanent address of a group's data."""
    return f"data/{facet.slug}/{slug}.json"


def record_lines(workshops: Iterable[Workshop], changed: Mapping[str, date]) -> tuple[str, ...]:
    """Return each workshop as published, as a line of JSON. `changed`: the days of their last changes, by path."""
    return tuple(
        json.dumps(workshop_data(workshop, changed.get(workshop.path)), ensure_ascii=False)
        for workshop in workshops
    )


def record_json(line: str, licence: str) -> str:
    """Return the file of one workshop: its line, and at its end what the file says of itself."""
    about = json.dumps({"version": VERSION, "license": licence}, ensure_ascii=False)
    return f"{line[:-1]}, {about[1:]}\n"


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


def group_jsons(site: Site) -> dict[str, str]:
    """Return the workshops of each group of each facet that has a bound in brief, by address."""
    briefs = brief_lines(site.registry)
    return {
        group_json_path(facet, group.slug): listed_json(
            head(site, [it.path for it in group.workshops])
            | {"facet": facet.slug, "title": group.title, "count": len(group.workshops)},
            "workshops",
            [briefs[workshop.id] for workshop in group.workshops],
        )
        for facet in site.facets.values()
        for group in facet.groups
        if not facet.boundless
    }


def workshops_geojson(site: Site) -> str:
    """Return all workshops as features; `geometry` is null (RFC 7946, 3.2) where no point is known or public."""
    features = (
        json.dumps(
            {
                "type": "Feature",
                "id": workshop.id,
                "geometry": _point(workshop),
                "properties": _brief(site.registry, workshop),
            },
            ensure_ascii=False,
        )
        for workshop in site.registry.workshops
    )
    return listed_json({"type": "FeatureCollection"} | head(site), "features", features)


def counts_json(site: Site) -> str:
    """Return the number of workshops, in all and in each group."""
    counts = {
        slug: {group.slug: len(group.workshops) for group in facet.groups}
        for slug, facet in site.facets.items()
        if not facet.boundless
    }
    whole = head(site) | {"workshops": len(site.registry.workshops), "facets": counts}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def published_schema(filled: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    """Return the JSON Schema of a published workshop, made from that of a record. `about`: what the file says of itself."""
    properties = {key: filled["properties"][key] for key in WORKSHOP.by_key} | _ADDED
    schema = {**filled, **about, "properties": properties, "required": [*filled["required"], *_SURE]}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


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
