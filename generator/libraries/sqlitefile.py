"""A database as the bytes of one file (the door to sqlite3): the same rows give the same bytes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

StoredValue = str | int | float | None
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_PAGE = 4096
# What the head of a file says of how it came about and not of what it holds (https://www.sqlite.org/fileformat2.html, 1.3): how
# often it was changed, twice, and the version of SQLite. Written is a version that reads everything in here.
_CHANGES = (24, 92)
_VERSION, _HEAD, _WRITTEN = 96, 100, 3_008_000


class StoredTable(NamedTuple):
    """A table: its columns with their types (string, integer, number, boolean), the columns of its key, of those that name a row of
    another table that and its column, those that are searched by, and its rows; several texts in a cell become an array of JSON."""

    name: str
    columns: Sequence[tuple[str, str]]
    key: Sequence[str]
    refers: Mapping[str, tuple[str, str]]
    searched: Sequence[str]
    rows: Iterable[Sequence[StoredValue | tuple[str, ...]]]


class QueryAnswer(NamedTuple):
    """What a query gives: the names of its columns, and its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[StoredValue, ...], ...]


def database(tables: Iterable[StoredTable]) -> bytes:
    """Return a database with these tables. Versions of SQLite that lay out pages alike give the same bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for setting in (f"page_size={_PAGE}", "auto_vacuum=0", "encoding='UTF-8'", "secure_delete=1"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
        for table in tables:
            connection.execute(_table(table))
            places = ", ".join("?" * len(table.columns))
            connection.executemany(
                f"INSERT INTO {_named(table.name)} VALUES ({places})",  # noqa: S608 - names of ours
                (tuple(map(_stored, row)) for row in table.rows),
            )
            for index in _indexes(table):  # afterwards: so their pages are full
                connection.execute(index)
        connection.execute("COMMIT")
        content = connection.serialize()
    head = bytearray(content[:_HEAD])
    for place in _CHANGES:
        head[place : place + 4] = (1).to_bytes(4, "big")
    head[_VERSION:_HEAD] = _WRITTEN.to_bytes(4, "big")
    return bytes(head) + content[_HEAD:]


def answers(content: bytes, queries: Iterable[str]) -> Iterator[QueryAnswer]:
    """Yield what a database answers to queries."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        connection.execute("PRAGMA query_only=1")
        for query in queries:
            found = connection.execute(query)
            yield QueryAnswer(tuple(str(column[0]) for column in found.description), tuple(found))


def _table(table: StoredTable) -> str:
    columns = [f"{_named(name)} {_TYPES.get(kind, 'TEXT')}" for name, kind in table.columns]
    keys = [f"PRIMARY KEY ({', '.join(map(_named, table.key))})"]
    keys += [
        f"FOREIGN KEY ({_named(column)}) REFERENCES {_named(there)} ({_named(key)})"
        for column, (there, key) in table.refers.items()
    ]
    inside = ",\n  ".join((*columns, *keys))
    return f"CREATE TABLE {_named(table.name)} (\n  {inside}\n)"


def _indexes(table: StoredTable) -> Iterator[str]:
    for column in (*table.refers, *table.searched):
        if column != table.key[0]:  # the key is an index by its first column
            index = f"{table.name}_by_{column}"
            yield f"CREATE INDEX {_named(index)} ON {_named(table.name)} ({_named(column)})"


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _stored(value: StoredValue | tuple[str, ...]) -> StoredValue:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False) if value else None
    return value
