"""Open data: every export opened by its own tool, the same workshops in all of them, described truly."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml
from icalendar import Calendar
from openpyxl import load_workbook
from shapely.geometry import shape

from generator.reading.read import read_texts
from generator.site.data import table as columns
from generator.site.data.shape import VERSION
from generator.site.news.calendar import calendar_ics
from generator.site.version.checksums import PATH as SUMS
from tests.made import miniature, samples

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The miniature's site by path."""
    return {output.path: output.content for output in miniature.outputs()}


def _all_ids() -> list[str]:
    return [workshop.id for workshop in miniature.registry().workshops]


def rows(made: dict[str, bytes]) -> list[dict[str, str]]:
    """The rows of the CSV."""
    return list(csv.DictReader(io.StringIO(made["data/workshops.csv"].decode("utf-8-sig"))))


def sheet(made: dict[str, bytes]) -> list[tuple[Any, ...]]:
    """The rows of the Excel file, its heads first."""
    book = load_workbook(io.BytesIO(made["data/workshops.xlsx"]))
    return list(book["工作室"].iter_rows(values_only=True))


def in_csv(cell: str) -> str:
    """A text as the CSV writes it; the only dates in the table are those of founding."""
    return f"{cell}-XX" if re.fullmatch("[0-9]{4}-[0-9]{2}", cell) else columns.harmless(cell)


def test_all_exports_hold_the_same_workshops(made: dict[str, bytes]) -> None:
    ids = _all_ids()
    whole = json.loads(made["data/workshops.json"])["workshops"]
    lines = [json.loads(line) for line in made["data/workshops.ndjson"].decode().splitlines()]
    features = json.loads(made["data/workshops.geojson"])["features"]
    assert [item["id"] for item in whole] == ids
    assert lines == whole
    about = {"version": VERSION, "license": "CC-BY-4.0"}
    assert [json.loads(made[f"workshops/{id_}/{id_}.json"]) for id_ in ids] == [it | about for it in whole]
    assert [row["编号"] for row in rows(made)] == ids
    assert [row[0] for row in sheet(made)[1:]] == ids
    assert [feature["id"] for feature in features] == ids
    assert json.loads(made["data/counts.json"])["workshops"] == len(ids)


def test_the_json_says_what_the_files_say(made: dict[str, bytes]) -> None:
    """Read by another reader of YAML, every key of every record stands in the export and says the same, but for blanks and
    empty lines between paragraphs, and coordinates that may not be shown."""
    texts = miniature.texts()
    for item, workshop in zip(
        json.loads(made["data/workshops.json"])["workshops"], miniature.registry().workshops, strict=True
    ):
        written = yaml.load(texts[workshop.path], Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
        if not workshop.point:
            written.get("location", {}).pop("lon", None), written.get("location", {}).pop("lat", None)
        told = {
            key: _texts(value) for key, value in item.items() if key not in ("status", "path", "modified")
        }
        assert told == _texts(written)


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    if re.fullmatch(r"[0-9]+\.[0-9]+", str(value)):
        return str(float(value))
    return re.sub(r"\s*\n\s*", "\n", str(value).strip())


def test_the_csv_says_what_the_table_says(made: dict[str, bytes]) -> None:
    heads, *cells = csv.reader(io.StringIO(made["data/workshops.csv"].decode("utf-8-sig"), newline=""))
    assert heads == [column.label for column in columns.COLUMNS]
    told = [["" if cell is None else str(cell) for cell in row] for row in columns.rows(miniature.registry())]
    assert cells == [[in_csv(cell) for cell in row] for row in told]


def test_the_features_say_what_the_json_says(made: dict[str, bytes]) -> None:
    whole = {item["id"]: item for item in json.loads(made["data/workshops.json"])["workshops"]}
    for feature in json.loads(made["data/workshops.geojson"])["features"]:
        item, told = whole[feature["id"]], dict(feature["properties"])
        leader = item.get("leader", {}).get("name")
        years = {int(named["date"][:4]) for named in item.get("designations", []) if "date" in named}
        assert told.pop("leader", None) == leader
        assert set(told.pop("years", [])) == years
        assert told.pop("level", None) in {None, *(named["level"] for named in item.get("designations", []))}
        assert told == {key: item[key] for key in told}


def test_the_sitemap_names_every_page(made: dict[str, bytes]) -> None:
    root = ElementTree.fromstring(made["sitemap.xml"])  # noqa: S314 - our own text
    listed = [url.text or "" for url in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert listed == sorted(set(listed))
    moved = {path for path, content in made.items() if b'name="robots" content="noindex"' in content}
    pages = {
        path.removesuffix("index.html") for path in made if path.endswith("index.html") and path not in moved
    }
    assert {address.removeprefix("https://register.example/") for address in listed} == pages


@pytest.fixture
def package(made: dict[str, bytes], tmp_path: Path) -> Path:
    """The data package on disk."""
    described = json.loads(made["data/datapackage.json"])
    for path in ["datapackage.json", *(resource["path"] for resource in described["resources"])]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(made[f"data/{path}"])
    return tmp_path / "datapackage.json"


@pytest.mark.parametrize("name", ["workshops-csv", "workshops-xlsx"])
def test_frictionless_finds_the_tables_as_described(package: Path, name: str) -> None:
    """Its own tool opens the package, checks sizes, hashes and every cell, and reads the cells that the table holds."""
    import frictionless

    resource = frictionless.Package(package).get_resource(name)
    report = resource.validate()
    assert report.valid, report.flatten(["message"])
    with resource as opened:
        read = [list(row.to_dict().values()) for row in opened.row_stream]
    guard = in_csv if name.endswith("csv") else str
    told = [
        [guard(cell) if isinstance(cell, str) else cell for cell in row]
        for row in columns.rows(miniature.registry())
    ]
    assert [[float(cell) if isinstance(cell, Decimal) else cell for cell in row] for row in read] == told


def test_frictionless_would_find_a_fault(package: Path) -> None:
    import frictionless

    table = package.parent / "workshops.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace("DL0002", "DL0001"), encoding="utf-8-sig")
    report = frictionless.Package(package).get_resource("workshops-csv").validate()
    assert {"hash-count", "primary-key"} <= {error.type for task in report.tasks for error in task.errors}


def test_each_group_holds_what_it_counts(made: dict[str, bytes]) -> None:
    counts = json.loads(made["data/counts.json"])["facets"]
    for facet, groups in counts.items():
        for slug, count in groups.items():
            told = json.loads(made[f"data/{facet}/{slug}.json"])
            assert told["count"] == len(told["workshops"]) == count
            assert all(
                item["data"] in made and f"{item['path']}index.html" in made for item in told["workshops"]
            )
    located = {id_ for slug in counts["districts"] for id_ in _ids(made, f"data/districts/{slug}.json")}
    assert located == set(_all_ids())


def _ids(made: dict[str, bytes], path: str) -> set[str]:
    return {item["id"] for item in json.loads(made[path])["workshops"]}


def test_points_are_those_that_may_be_shown(made: dict[str, bytes]) -> None:
    features = json.loads(made["data/workshops.geojson"])["features"]
    located = {feature["id"]: shape(feature["geometry"]) for feature in features if feature["geometry"]}
    allowed: dict[str, Any] = {
        workshop.id: workshop.location for workshop in miniature.registry().workshops if workshop.point
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
    text = calendar_ics(miniature.registry(), "名册, 截止; 日期", "许可", "https://register.example/")
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
    registry, _ = read_texts({**samples.texts(), "workshops/0000/DL0002.yml": text})
    calendar = Calendar.from_ical(calendar_ics(registry, "甲", "许可", "https://register.example/"))
    found = [event for event in calendar.walk("VEVENT") if str(event["UID"]).startswith("due-DL0002")]
    assert [(event["SUMMARY"], event.decoded("DTSTART")) for event in found] == due
    assert all(event["URL"] == "https://register.example/workshops/DL0002/" for event in found)


@pytest.mark.parametrize("path", ["data/news.atom", "changes/changes.atom"])
def test_a_feed_is_an_atom_feed(made: dict[str, bytes], path: str) -> None:
    """RFC 4287: what must stand in a feed and in each entry, ids that no other address changes and that stand once, newest first."""
    root = ElementTree.fromstring(made[path])  # noqa: S314 - our own text
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for part in (root, *entries):
        assert {f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"} <= {child.tag for child in part}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated") or "")
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"tag:register\.example,2026:[!-~]+", id_) for id_ in ids)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{ATOM}updated") == days[0]
    own = next(link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self")
    assert own.get("href") == f"https://register.example/{path}"


@pytest.mark.parametrize("path", ["data/news.atom", "changes/changes.atom"])
def test_a_reader_of_feeds_reads_it(made: dict[str, bytes], path: str) -> None:
    import feedparser

    read = feedparser.parse(made[path], sanitize_html=False)
    root = ElementTree.fromstring(made[path])  # noqa: S314 - our own text
    assert not read.bozo
    assert read.version == "atom10"
    assert [entry.id for entry in read.entries] == [
        entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")
    ]
    for part in ("title", "updated", "summary"):
        told = [entry.findtext(f"{ATOM}{part}") for entry in root.findall(f"{ATOM}entry")]
        assert [entry.get(part) for entry in read.entries] == told
    assert all(entry.title and entry.updated_parsed for entry in read.entries)
    for entry in read.entries:
        page = entry.link.removeprefix("https://register.example/").partition("#")[0]
        assert f"{page}index.html" in made, entry.link


def test_without_an_address_there_is_no_feed() -> None:
    paths = {output.path for output in miniature.outputs(site_url="")}
    assert not {path for path in paths if path.endswith(".atom")}
    assert "data/deadlines.ics" in paths


def test_the_checksums_are_true_and_leave_nothing_out(made: dict[str, bytes]) -> None:
    listed = dict(line.split("  ")[::-1] for line in made[SUMS].decode().splitlines())
    assert list(listed) == sorted(listed)
    for path, sum_ in listed.items():
        assert hashlib.sha256(made[path]).hexdigest() == sum_
    kept = {".html", ".txt", ".xml", ".js", ".jpg", ".webp", ""}
    others = {path for path in made if "." + path.rpartition(".")[2] not in kept and path not in listed}
    others = {path for path in others if not path.startswith("search/")}
    assert others - {SUMS} == {
        "assets/land.svg",
        "build.json",
        "edit/schema.json",
        "map/central.svg",
        "map/land.json",
        "map/points.json",
        "redirects.map",
        "workshops/addresses/0.json",
        "workshops/orders.json",
        "workshops/rows.json",
        "workshops/texts/0.json",
    }
