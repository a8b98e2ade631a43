"""The database, opened by sqlite3: as many rows as everywhere else, and each question answered as by the records."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from generator.site.data.relations import RELATIONS, TABLES
from generator.site.data.shape import VERSION
from tests import ROOT
from tests.made import miniature

QUESTIONS = sorted((ROOT / "site_src/templates/data/questions").glob("*.sql"))


@cache
def made() -> dict[str, bytes]:
    """The miniature's site by path."""
    return {output.path: output.content for output in miniature.outputs()}


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    """The miniature's database."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(made()["data/register.sqlite"])
    yield connection
    connection.close()


def test_it_is_whole_and_each_row_that_is_told_of_is_there(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert sum(len(it.refers) for it in RELATIONS) == sum(
        len(base.execute(f"PRAGMA foreign_key_list({it.name})").fetchall()) for it in RELATIONS
    )


@pytest.mark.parametrize("name", [it.name for it in TABLES])
def test_it_holds_what_the_tables_hold(base: sqlite3.Connection, name: str) -> None:
    text = made()[f"data/tables/{name}.csv"].decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(text, newline=""))
    (relation,) = [it for it in TABLES if it.name == name]
    stored = base.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()  # noqa: S608 - our own names
    assert len(stored) == len(rows)
    keys = [column.key for column in relation.columns]
    at = [keys.index(key) for key in relation.key]
    assert [[str(row[place]) for place in at] for row in stored] == [
        [row[place].removeprefix("'") for place in at] for row in rows
    ]


def test_it_holds_the_workshops_of_the_json(base: sqlite3.Connection) -> None:
    told = json.loads(made()["data/workshops.json"])["workshops"]
    stored = base.execute(
        "SELECT id, name, status, modified, leader_name, location_lon FROM workshops"
    ).fetchall()
    assert stored == [
        (
            it["id"],
            it["name"],
            it["status"],
            it.get("modified"),
            it.get("leader", {}).get("name"),
            it.get("location", {}).get("lon"),
        )
        for it in told
    ]


def test_it_says_what_it_is_and_what_each_column_means(base: sqlite3.Connection) -> None:
    about = dict(base.execute("SELECT key, value FROM about").fetchall())
    assert (about["version"], about["license"], about["url"]) == (
        VERSION,
        "CC-BY-4.0",
        "https://register.example/",
    )
    for relation in RELATIONS:
        names = [row[1] for row in base.execute(f"PRAGMA table_info({relation.name})")]
        told = base.execute("SELECT name FROM columns WHERE relation = ? ORDER BY position", (relation.name,))
        assert [row[0] for row in told] == names


def test_there_are_ten_questions_and_the_page_asks_them_all() -> None:
    page = made()["data/questions/index.html"].decode()
    assert len(QUESTIONS) == 10
    for path in QUESTIONS:
        assert f"{path.read_text('utf-8').removeprefix('-- ').splitlines()[0]}</h2>" in page


def asked(base: sqlite3.Connection, number: int) -> list[Any]:
    """What a question answers."""
    return base.execute(QUESTIONS[number - 1].read_text("utf-8")).fetchall()


def test_each_question_is_answered_as_the_records_say(base: sqlite3.Connection) -> None:
    found = json.loads(made()["data/workshops.json"])["workshops"]
    named = [one for it in found for one in it.get("designations", [])]
    honours = Counter(one["name"] for it in found for one in it.get("leader", {}).get("honours", []))
    results = Counter(one["kind"] for it in found for one in it.get("achievements", []))
    assert dict(asked(base, 1)) == Counter(
        it.get("district", "待补充") for it in found if it["status"] == "在册"
    )
    assert {row[:2]: row[2] for row in asked(base, 2)} == Counter(
        (it["date"][:4], it["level"]) for it in named if "date" in it
    )
    assert dict(asked(base, 3)) == honours
    units = json.loads(made()["data/units.json"])["units"]
    assert dict(asked(base, 4)) == {it["name"]: it["workshops"] for it in units}
    levels = {it["id"]: len({one["level"] for one in it.get("designations", [])}) for it in found}
    assert {row[0]: row[2] for row in asked(base, 5)} == {id_: n for id_, n in levels.items() if n > 1}
    due = {
        (it["id"], one["due"])
        for it in found
        for one in it.get("events", [])
        if "due" in one and it["status"] in ("在册", "整改中")
    }
    assert {(row[0], row[3]) for row in asked(base, 6)} == due
    assert {row[0]: row[1] for row in asked(base, 7)} == results
    notices = json.loads(made()["data/notices.json"])["notices"]
    assert {row[0]: row[2] for row in asked(base, 8)} == {
        it["id"]: len(it.get("names", [])) for it in notices if it["kind"] == "命名通报"
    }
    assert {row[1] for row in asked(base, 9)} == {
        id_ for it in found for id_ in it.get("member_workshops", [])
    }
    assert {row[0]: row[2] for row in asked(base, 10)} == Counter(
        it["industry"] for it in found if "industry" in it
    )
    assert all(asked(base, number) for number in (1, 2, 3, 4, 7, 8, 9, 10))
