"""Open data described for programs: a Frictionless data package with the table's schema, sizes and checksums."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.site.data.file import DataFile
from generator.site.data.relations import BY_NAME, WORKSHOPS, Relation
from generator.site.data.shape import VERSION, data_day, licence
from generator.site.data.table import COLUMNS, Column
from generator.site.page import Site

PATH = "data/datapackage.json"
_WORKSHOPS = "data/workshops.csv"
_TABULAR = (_WORKSHOPS, "data/workshops.xlsx")


def datapackage_json(site: Site, files: Iterable[DataFile]) -> str:
    """Return the descriptor (Data Package 1, Table Schema 1) of the files below data/."""
    project, told = site.project, licence(site)
    whole: dict[str, Any] = {
        "profile": "data-package",
        "name": project.slug,
        "title": project.site_name,
        "version": f"{VERSION}.0",
        "created": f"{data_day(site).isoformat()}T00:00:00Z",
        "licenses": [told],
        "resources": [_resource(file) for file in files if not file.path.endswith(".schema.json")],
    }
    if project.site_url:
        whole["homepage"] = project.site_url
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def table_schema() -> dict[str, Any]:
    """Return the columns of the CSV and of the Excel file as a Table Schema."""
    return _schema(COLUMNS, ("id",))


def _schema(columns: Sequence[Column], key: Sequence[str]) -> dict[str, Any]:
    labels = {column.key: column.label for column in columns}
    fields = [_field(column) for column in columns]
    return {"fields": fields, "primaryKey": [labels[it] for it in key], "missingValues": [""]}


def _related_schema(relation: Relation) -> dict[str, Any]:
    """Return the columns of a related table, and of what rows of others they tell."""
    labels = {column.key: column.label for column in relation.columns}
    keys = [
        {"fields": [labels[key]], "reference": _reference(*there)} for key, there in relation.refers.items()
    ]
    schema = _schema(relation.columns, relation.key)
    return schema | {"foreignKeys": keys} if keys else schema


def _reference(name: str, key: str) -> dict[str, Any]:
    relation = BY_NAME[name]
    path, columns = (_WORKSHOPS, COLUMNS) if relation is WORKSHOPS else (relation.path, relation.columns)
    return {"resource": _name(path), "fields": [column.label for column in columns if column.key == key]}


def _name(path: str) -> str:
    return path.removeprefix("data/").replace(".", "-").replace("/", "-")


def _resource(file: DataFile) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": _name(file.path),
        "title": file.title,
        "description": file.note,
        "path": file.path.removeprefix("data/"),
        "format": file.path.rsplit(".", maxsplit=1)[-1],
        "mediatype": file.media_type,
        "bytes": file.summed.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.path not in _TABULAR and not file.relation:
        return resource | {"profile": "data-resource"}
    schema = _related_schema(BY_NAME[file.relation]) if file.relation else table_schema()
    if not file.path.endswith(".csv"):
        return resource | {"profile": "data-resource", "schema": schema}
    table = {"encoding": "utf-8", "dialect": {"lineTerminator": "\r\n"}, "schema": schema}
    return resource | {"profile": "tabular-data-resource"} | table


def _field(column: Column) -> dict[str, Any]:
    kind = "string" if column.type == "date" else column.type  # of a date the month or the day may be unknown
    described = {"name": column.label, "type": kind, "title": column.key}
    if column.help:
        described["description"] = column.help
    return described | ({"constraints": column.constraints} if column.constraints else {})
