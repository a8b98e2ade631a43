"""Open data: the whole registry as JSON and as a CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from generator import views
from generator.dates import PartialDate
from generator.maps import shown
from generator.model import Part, Workshop
from generator.reading import Registry
from generator.schema import WORKSHOP
from generator.tables import Group, Many, Table

_FORMULA = "=+-@\t\r＝＋－＠"
CSV_COLUMNS = {
    "id": "编号",
    "name": "名称",
    "kind": "类型",
    "category": "类别",
    "former_names": "曾用名",
    "unit": "所在单位",
    "leader": "领衔人",
    "honours": "领衔人荣誉",
    "district": "区域",
    "zone": "开放先导区",
    "industry": "行业代码",
    "industry_name": "行业名称",
    "field": "专业方向",
    "recommender": "推荐工会",
    "established": "成立时间",
    "members": "成员人数",
    "level": "最高级别",
    "designations": "命名",
    "status": "状态",
    "lon": "经度",
    "lat": "纬度",
    "summary": "事迹简介、主要成果",
    "sources": "来源",
}


def plain(table: Table, part: Part) -> dict[str, Any]:
    """A record or its part as JSON values in the table's order; what is unknown is left out."""
    values = {field.key: _value(field.kind, getattr(part, field.key)) for field in table.fields}
    return {key: value for key, value in values.items() if value not in (None, [], {})}


def workshop_data(workshop: Workshop) -> dict[str, Any]:
    """A workshop as published: its record, its status, its address; no coordinates where the map may not show them."""
    data = plain(WORKSHOP, workshop)
    if "location" in data and not shown(workshop.location):
        data["location"] = {
            key: value for key, value in data["location"].items() if key not in ("lon", "lat")
        }
    return data | {"status": workshop.status, "path": views.workshop_path(workshop)}


def workshops_json(registry: Registry) -> str:
    """All workshops, one a line within one array."""
    lines = (json.dumps(workshop_data(workshop), ensure_ascii=False) for workshop in registry.workshops)
    return '{"workshops": [\n' + ",\n".join(lines) + "\n]}\n"


def workshops_csv(registry: Registry) -> str:
    """All workshops as a table, with a byte order mark for Excel and no cell that could be read as a formula."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS.values())
    for workshop in registry.workshops:
        cells = _cells(registry, workshop)
        writer.writerow([harmless(cells[column]) for column in CSV_COLUMNS])
    return "\ufeff" + held.getvalue()


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(tuple(_FORMULA)) else cell


def _cells(registry: Registry, workshop: Workshop) -> Mapping[str, str]:
    industry = registry.term("industries", workshop.industry)
    location = workshop.location if shown(workshop.location) else None
    leader = workshop.leader
    cells = {
        "former_names": "；".join(workshop.former_names),
        "leader": leader.name if leader else None,
        "honours": "；".join(honour.name for honour in leader.honours) if leader else None,
        "industry_name": industry.name if industry else None,
        "established": workshop.established.iso if workshop.established else None,
        "level": workshop.level,
        "designations": "；".join(
            " ".join(part for part in (named.date.iso if named.date else "", named.title) if part)
            for named in workshop.designations
        ),
        "lon": location.lon if location else None,
        "lat": location.lat if location else None,
        "sources": "；".join(source.url or source.title for source in workshop.sources),
    }
    told = {column: cells[column] if column in cells else getattr(workshop, column) for column in CSV_COLUMNS}
    return {column: "" if value is None else str(value) for column, value in told.items()}


def _value(kind: Any, value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(kind, Many):
        return [_value(kind.item, item) for item in value]
    if isinstance(kind, Group) and value is not None:
        return plain(kind.table, value) if isinstance(value, Part) else dict(value)
    return value
