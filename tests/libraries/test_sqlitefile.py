"""A database as bytes: the same each time and in each process, whole, and no more than its rows."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

from generator.libraries.sqlitefile import StoredTable, answers, database

_MADE = """
import hashlib
from tests.libraries.test_sqlitefile import made
print(hashlib.sha256(made()).hexdigest())
"""


def made() -> bytes:
    """Two tables of some hundred pages, with all kinds of cells."""
    owners = [(f"甲{number}", number, None, ("乙", '"丙"')) for number in range(500)]
    parts = [(f"甲{number % 500}", number, "长" * (number % 3000), number / 7) for number in range(2000)]
    columns = [("id", "string"), ("number", "integer"), ("from", "string"), ("names", "string")]
    inner = [("owner", "string"), ("position", "integer"), ("text", "date"), ("share", "number")]
    return database(
        [
            StoredTable("owners", columns, ("id",), {}, ("number",), owners),
            StoredTable("parts", inner, ("owner", "position"), {"owner": ("owners", "id")}, ("text",), parts),
        ]
    )


def test_each_process_makes_the_same_bytes() -> None:
    ours = hashlib.sha256(made()).hexdigest()
    theirs = subprocess.run(
        [sys.executable, "-c", _MADE], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    assert theirs.stdout.strip() == ours == hashlib.sha256(made()).hexdigest()


def test_the_head_says_nothing_of_how_it_was_made() -> None:
    head = made()[:100]
    assert head[:16] == b"SQLite format 3\0"
    assert int.from_bytes(head[16:18], "big") == 4096
    assert head[18:20] == b"\x01\x01", "no write-ahead log"
    assert head[24:28] == head[92:96] == (1).to_bytes(4, "big")
    assert head[96:100] == (3_008_000).to_bytes(4, "big")


def test_sqlite_finds_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "made.sqlite"
    file.write_bytes(made())
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert connection.execute('SELECT names, "from" FROM owners WHERE number = 3').fetchall() == [
        ('["乙", "\\\\"丙\\\\""]'.replace("\\\\", "\\"), None)
    ]
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM owners WHERE number = 3").fetchone()
    assert "owners_by_number" in plan[3]
    connection.close()


def test_queries_are_answered_and_nothing_is_written() -> None:
    (answer,) = answers(made(), ["SELECT count(*) AS 总数, max(position) FROM parts"])
    assert answer.heads == ("总数", "max(position)")
    assert answer.rows == ((2000, 1999),)
