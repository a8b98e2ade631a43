"""Open data: every export opened by its own tool, the same workshops in all of them, described truly."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from shapely.geometry import shape

from generator import checksums, columns, reading
from generator.calendar_feed import calendar_ics
from generator.maps import shown
from tests import miniature, samples

ATOM = "{http://www.w3.org/2005/Atom}"
IDS = [workshop.id for workshop in miniature.registry().workshops]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The miniature's site by path."""
    return {output.path: output.content for output in miniature.outputs()}


def rows(made: dict[str, bytes]) -> list[dict[str, str]]:
    """The rows of the CSV."""
    return list(csv.DictReader(io.StringIO(made["data/workshops.csv"].decode("utf-8-sig"))))


def sheet(made: dict[str, bytes]) -> list[tuple[Any, ...]]:
    """The rows of the Excel file, its heads first."""
    book = load_workbook(io.BytesIO(made["data/workshops.xlsx"]))
    return list(book["工作室"].iter_rows(values_only=True))


def test_all_exports_hold_the_same_workshops(made: dict[str, bytes]) -> None:
    whole = json.loads(made["data/workshops.json"])["workshops"]
    lines = [json.loads(line) for line in made["data/workshops.ndjson"].decode().splitlines()]
    features = json.loads(made["data/workshops.geojson"])["features"]
    assert [item["id"] for item in whole] == IDS
    assert lines == whole
    assert [json.loads(made[f"workshops/{id_}/{id_}.json"]) for id_ in IDS] == whole
    assert [row["编号"] for row in rows(made)] == IDS
    assert [row[0] for row in sheet(made)[1:]] == IDS
    assert [feature["id"] for feature in features] == IDS
    assert json.loads(made["data/counts.json"])["workshops"] == len(IDS)


def test_each_group_holds_what_it_counts(made: dict[str, bytes]) -> None:
    counts = json.loads(made["data/counts.json"])["facets"]
    for facet, groups in counts.items():
        for slug, count in groups.items():
            told = json.loads(made[f"data/{facet}/{slug}.json"])
            assert told["count"] == len(told["workshops"]) == count
            assert all(
                item["data"] in made and f"{item['path']}index.html" in made for item in told["workshops"]
            )
    assert {id_ for slug in counts["districts"] for id_ in _ids(made, f"data/districts/{slug}.json")} == set(
        IDS
    )


def _ids(made: dict[str, bytes], path: str) -> set[str]:
    return {item["id"] for item in json.loads(made[path])["workshops"]}


def test_points_are_those_that_may_be_shown(made: dict[str, bytes]) -> None:
    features = json.loads(made["data/workshops.geojson"])["features"]
    located = {feature["id"]: shape(feature["geometry"]) for feature in features if feature["geometry"]}
    allowed: dict[str, Any] = {
        workshop.id: workshop.location
        for workshop in miniature.registry().workshops
        if shown(workshop.location)
    }
    assert located.keys() == allowed.keys()
    assert located
    for id_, point in located.items():
        assert point.coords[0] == (allowed[id_].lon, allowed[id_].lat)


def test_the_excel_file_says_what_the_table_says(made: dict[str, bytes]) -> None:
    heads, *cells = sheet(made)
    told = columns.rows(miniature.registry())
    assert heads == tuple(column.label for column in columns.COLUMNS)
    assert cells == [tuple(row) for row in told]
    assert any(str(cell).startswith("=") for row in cells for cell in row), "a text, never a formula"
    book = load_workbook(io.BytesIO(made["data/workshops.xlsx"]))
    assert not [cell for row in book["工作室"].iter_rows() for cell in row if cell.data_type == "f"]


def test_every_record_obeys_the_published_schema(made: dict[str, bytes]) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(made["data/workshop.schema.json"]))
    validator.check_schema(validator.schema)
    for item in json.loads(made["data/workshops.json"])["workshops"]:
        assert list(validator.iter_errors(item)) == []
    assert list(validator.iter_errors({"id": "DL0001"}))


def test_the_package_describes_its_files(made: dict[str, bytes]) -> None:
    package = json.loads(made["data/datapackage.json"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])
    for resource in package["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        content = made[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["hash"].removeprefix("sha256:") in made["data/index.html"].decode()


def test_the_csv_obeys_its_table_schema(made: dict[str, bytes]) -> None:
    package = json.loads(made["data/datapackage.json"])
    schema = next(item["schema"] for item in package["resources"] if item["path"] == "workshops.csv")
    table = rows(made)
    assert list(table[0]) == [field["name"] for field in schema["fields"]]
    assert schema["primaryKey"] == ["编号"]
    for field in schema["fields"]:
        constraints = field.get("constraints", {})
        for row in table:
            cell = row[field["name"]]
            assert cell or not constraints.get("required"), field
            if cell:
                assert _typed(cell, field["type"])
                assert cell in constraints.get("enum", [cell])
                assert re.fullmatch(constraints.get("pattern", ".*"), cell, re.DOTALL)


def _typed(cell: str, kind: str) -> bool:
    form = {"integer": r"-?[0-9]+", "number": r"-?[0-9]+(\.[0-9]+)?", "string": r".*"}[kind]
    return bool(re.fullmatch(form, cell, re.DOTALL))


def test_the_calendar_holds_the_deadlines() -> None:
    text = calendar_ics(miniature.registry(), "名册, 截止; 日期", "https://register.example/")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    calendar = Calendar.from_ical(text)
    assert "X-WR-CALNAME:名册\\, 截止\\; 日期\r\n" in text
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "报送截止：关于推荐申报 2023 年大连市劳模和职工创新工作室的通知"
    assert [event.decoded(key) for key in ("DTSTART", "DTEND")] == [date(2023, 4, 30), date(2023, 5, 1)]
    assert event["URL"] == "https://register.example/notices/call-2023/"


@pytest.mark.parametrize(
    ("events", "due"),
    [
        (
            "{kind: 复核合格, date: 2025-06, due: 2028-06-01, source: 甲}",
            [("复核到期：甲", date(2028, 6, 1))],
        ),
        (
            "{kind: 限期整改, date: 2025-06, due: 2025-12-31, source: 甲}",
            [("整改到期：甲", date(2025, 12, 31))],
        ),
        (
            "{kind: 复核合格, date: 2026-01, source: 甲}, {kind: 限期整改, date: 2025-06, due: 2025-12-31, source: 甲}",
            [],
        ),
        (
            "{kind: 限期整改, date: 2025-06, due: 2025-12-31, source: 甲}, {kind: 撤销, date: 2026-01, source: 甲}",
            [],
        ),
        ("{kind: 复核合格, date: 2025-06, source: 甲}", []),
    ],
)
def test_the_calendar_holds_what_is_due(events: str, due: list[tuple[str, date]]) -> None:
    text = f"id: DL0002\nname: 甲\nkind: 工作室\ndesignations: [{{title: 乙, level: 市级}}]\nevents: [{events}]\nsources: [{{title: 甲}}]\n"
    registry, _ = reading.read({**samples.texts(), "workshops/0000/DL0002.yml": text})
    calendar = Calendar.from_ical(calendar_ics(registry, "甲", "https://register.example/"))
    found = [event for event in calendar.walk("VEVENT") if str(event["UID"]).startswith("due-DL0002")]
    assert [(event["SUMMARY"], event.decoded("DTSTART")) for event in found] == due
    assert all(event["URL"] == "https://register.example/workshops/DL0002/" for event in found)


@pytest.mark.parametrize("path", ["data/news.atom", "changes/changes.atom"])
def test_a_feed_is_an_atom_feed(made: dict[str, bytes], path: str) -> None:
    """RFC 4287: what must stand in a feed and in each entry, ids that are addresses and stand once, newest first."""
    root = ElementTree.fromstring(made[path])  # noqa: S314 - our own text
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for part in (root, *entries):
        assert {f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"} <= {child.tag for child in part}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated") or "")
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"https://register\.example/[!-~]+", id_) for id_ in ids)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{ATOM}updated") == days[0]
    own = next(link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == f"https://register.example/{path}"


@pytest.mark.parametrize("path", ["data/news.atom", "changes/changes.atom"])
def test_a_reader_of_feeds_reads_it(made: dict[str, bytes], path: str) -> None:
    read = feedparser.parse(made[path], sanitize_html=False)
    root = ElementTree.fromstring(made[path])  # noqa: S314 - our own text
    assert not read.bozo
    assert read.version == "atom10"
    assert [entry.id for entry in read.entries] == [
        entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")
    ]
    assert all(entry.title and entry.updated_parsed for entry in read.entries)
    for entry in read.entries:
        page = entry.link.removeprefix("https://register.example/").partition("#")[0]
        assert f"{page}index.html" in made, entry.link


def test_without_an_address_there_is_no_feed() -> None:
    paths = {output.path for output in miniature.outputs(site_url="")}
    assert not {path for path in paths if path.endswith(".atom")}
    assert "data/deadlines.ics" in paths


def test_the_checksums_are_true_and_leave_nothing_out(made: dict[str, bytes]) -> None:
    listed = dict(line.split("  ")[::-1] for line in made[checksums.PATH].decode().splitlines())
    assert list(listed) == sorted(listed)
    for path, sum_ in listed.items():
        assert hashlib.sha256(made[path]).hexdigest() == sum_
    kept = {".html", ".txt", ".xml", ".js", ".jpg", ".webp", ""}
    others = {path for path in made if "." + path.rpartition(".")[2] not in kept and path not in listed}
    others = {path for path in others if not path.startswith("search/")}
    assert others - {checksums.PATH} == {
        "assets/land.svg",
        "build.json",
        "edit/schema.json",
        "map/points.json",
        "redirects.map",
        "workshops/rows.json",
    }
