"""Open data described for programs: a Frictionless data package with the table's schema, sizes and checksums."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.site.data.file import DataFile
from generator.site.data.table import COLUMNS, Column

PATH = "data/datapackage.json"
_TABLE = "data/workshops.xlsx"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "知识共享 署名 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def datapackage_json(title: str, homepage: str, day: date, files: Iterable[DataFile]) -> str:
    """Return the descriptor (Data Package 1, Table Schema 1) of the files below data/; `homepage` may be empty."""
    whole: dict[str, Any] = {
        "profile": "data-package",
        "name": "dalian-workshops",
        "title": title,
        "created": f"{day.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "resources": [_resource(file) for file in files if not file.path.endswith(".schema.json")],
    }
    if homepage:
        whole["homepage"] = homepage
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def table_schema() -> dict[str, Any]:
    """Return the columns of the CSV and of the Excel file as a Table Schema."""
    return {
        "fields": [_field(column) for column in COLUMNS],
        "primaryKey": [column.label for column in COLUMNS if column.key == "id"],
        "missingValues": [""],
    }


def _resource(file: DataFile) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": file.path.removeprefix("data/").replace(".", "-"),
        "title": file.title,
        "description": file.note,
        "path": file.path.removeprefix("data/"),
        "format": file.path.rsplit(".", maxsplit=1)[-1],
        "mediatype": file.media_type,
        "bytes": file.summed.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.path == _TABLE:
        return resource | {"profile": "data-resource", "schema": table_schema()}
    if not file.path.endswith(".csv"):
        return resource | {"profile": "data-resource"}
    table = {"encoding": "utf-8", "dialect": {"lineTerminator": "\r\n"}, "schema": table_schema()}
    return resource | {"profile": "tabular-data-resource"} | table


def _field(column: Column) -> dict[str, Any]:
    described = {"name": column.label, "type": column.type, "title": column.key}
    if column.help:
        described["description"] = column.help
    return described | ({"constraints": column.constraints} if column.constraints else {})
