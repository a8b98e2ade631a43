"""The related tables: opened by the tool of data packages, the same numbers as in the JSON, and dates that Excel leaves alone."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.site.data.relations import RELATIONS, TABLES
from generator.site.data.shape import SHAPES, VERSION
from generator.site.data.table import COLUMNS, Column, columns_csv
from tests import ROOT
from tests.made import miniature, samples

SHAPE = ROOT / "tests/site/data/shape.json"


@cache
def made() -> dict[str, bytes]:
    """The miniature's site by path."""
    return {output.path: output.content for output in miniature.outputs()}


def read(path: str) -> Any:
    """A file of JSON."""
    return json.loads(made()[path])


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by the keys of its columns."""
    text = made()[f"data/tables/{name}.csv"].decode("utf-8-sig")
    keys = {column.label: column.key for it in TABLES if it.name == name for column in it.columns}
    return [
        {keys[label]: cell for label, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


@pytest.mark.parametrize("name", [it.name for it in TABLES])
def test_frictionless_finds_keys_and_rows_as_described(name: str, tmp_path: Path) -> None:
    """Each cell is of its type, each row has its own key, and each row that another table is told of is there."""
    import frictionless

    described = read("data/datapackage.json")
    described["resources"] = [it for it in described["resources"] if it["path"].endswith(".csv")]
    for resource in described["resources"]:
        target = tmp_path / resource["path"]
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(made()[f"data/{resource['path']}"])
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    package = frictionless.Package(tmp_path / "datapackage.json")
    report = package.get_resource(f"tables-{name}-csv").validate()
    assert report.valid, report.flatten(["message"])
    assert package.get_resource(f"tables-{name}-csv").schema.foreign_keys or name in (
        "notices",
        "vocabularies",
        "units",
        "redirects",
    )


def test_frictionless_would_find_a_row_without_its_workshop(tmp_path: Path) -> None:
    import frictionless

    described = read("data/datapackage.json")
    keep = ("workshops.csv", "tables/designations.csv", "tables/notices.csv")
    described["resources"] = [it for it in described["resources"] if it["path"] in keep]
    (tmp_path / "tables").mkdir()
    for path in keep:
        content = made()[f"data/{path}"]
        named = content.replace(b"DL0001,1,", b"DL9999,1,") if path.endswith("designations.csv") else content
        (tmp_path / path).write_bytes(named)
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    report = frictionless.Package(tmp_path / "datapackage.json").validate()
    assert "foreign-key" in {error.type for task in report.tasks for error in task.errors}


@pytest.mark.parametrize("key", ["designations", "events", "achievements", "sources", "photos", "links"])
def test_a_long_table_holds_as_much_as_the_records(key: str) -> None:
    told = [
        (it["id"], str(place), part)
        for it in read("data/workshops.json")["workshops"]
        for place, part in enumerate(it.get(key, []), start=1)
    ]
    assert [(row["workshop"], row["position"]) for row in rows(key)] == [(id_, at) for id_, at, _ in told]
    for row, (_, _, part) in zip(rows(key), told, strict=True):
        for name, value in part.items():
            if isinstance(value, str) and not row[name].startswith("'"):
                assert row[name].removesuffix("-XX") == value


def test_all_numbers_are_the_same_everywhere() -> None:
    assert len(rows("notices")) == len(read("data/notices.json")["notices"]) == read("build.json")["notices"]
    vocabularies = read("data/vocabularies.json")["vocabularies"]
    assert len(rows("vocabularies")) == len(vocabularies)
    assert len(rows("terms")) == sum(len(it["terms"]) for it in vocabularies)
    assert len(rows("units")) == len(read("data/units.json")["units"])
    assert len(rows("redirects")) == len(read("data/redirects.json")["redirects"])
    assert sum(len(it.get("names", [])) for it in read("data/notices.json")["notices"]) == len(
        rows("notice_names")
    )


def test_who_was_taken_down_is_in_no_table() -> None:
    text = samples.texts()["workshops/0000/DL0001.yml"]
    start = text.index("leader:")
    end = next(i for i in range(start + 7, len(text)) if text[i - 1] == "\n" and text[i] not in " \n")
    gone = "leader:\n  honours:\n  - name: 全国劳动模范\n  basis: {kind: 本人要求撤下, date: 2025-01-01}\n"
    held = {**samples.texts(), "workshops/0000/DL0001.yml": text[:start] + gone + text[end:]}
    registry = miniature.registry(held)
    assert registry.workshops[0].leader
    assert registry.workshops[0].leader.is_taken_down
    outputs = {it.path: it.content for it in miniature.outputs(held=held)}
    assert b"DL0001" not in outputs["data/tables/honours.csv"]


@pytest.mark.parametrize(
    ("day", "cell"), [("2023", "2023"), ("2023-07", "2023-07-XX"), ("2023-07-13", "2023-07-13")]
)
def test_a_month_in_the_csv_is_no_day(day: str, cell: str) -> None:
    column = Column("date", "日期", "date", "", 0, {})
    assert columns_csv([column], [(day,)]) == f"\ufeff日期\r\n{cell}\r\n"


def test_each_file_says_what_it_is() -> None:
    paths = ("workshops", "counts", "notices", "vocabularies", "units", "redirects", "districts/中山区")
    told = [read(f"data/{path}.json") for path in paths] + [read("data/workshops.geojson")]
    assert {(it["version"], it["license"]["name"]) for it in told} == {(VERSION, "CC-BY-4.0")}
    assert all(len(it["date"]) == len("2026-11-29") for it in told)
    assert read("data/datapackage.json")["version"] == f"{VERSION}.0"
    assert f"格式第 {VERSION} 版" in made()["data/deadlines.ics"].decode()


def test_a_record_says_when_it_changed_as_far_as_git_knows() -> None:
    whole = {it["id"]: it.get("modified") for it in read("data/workshops.json")["workshops"]}
    changed = {path: day.isoformat() for path, day in miniature.CHANGELOG.changed.items()}
    assert whole == {it.id: changed.get(it.path) for it in miniature.registry().workshops}
    assert "2026-02-28" in whole.values()
    assert None in whole.values()


def test_the_shape_changes_only_with_a_word_in_its_history() -> None:
    """Who changes what stands in a file adds a line to SHAPES, and writes the shape down anew: see the message."""
    shape = {
        "version": VERSION,
        "workshops.csv": [[it.label, it.key, it.type] for it in COLUMNS],
        "workshop.schema.json": sorted(read("data/workshop.schema.json")["properties"]),
        "tables": {
            it.name: [[column.label, column.key, column.type] for column in it.columns] for it in RELATIONS
        },
        "files": sorted(
            it["path"] for it in read("data/datapackage.json")["resources"] if "/" not in it["path"]
        ),
    }
    text = json.dumps(shape, ensure_ascii=False, indent=1) + "\n"
    assert text == SHAPE.read_text("utf-8"), f"add to SHAPES in generator/site/data/shape.py, then:\n{text}"
    assert [it.version for it in SHAPES] == sorted({it.version for it in SHAPES}, reverse=True)
