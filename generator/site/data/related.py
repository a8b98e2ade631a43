"""The related tables as files: made anew where a record, a vocabulary or the day of a change is another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.libraries.kept import remembered
from generator.libraries.sums import Summed
from generator.site.data import store
from generator.site.data.file import DataFile
from generator.site.data.relations import TABLES, Relation
from generator.site.data.table import columns_csv
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Site


def tables_of(site: Site) -> Bundle[Output]:
    """Return the tables as CSV, and all of them as a database."""
    return site.bundle("tables", store.inputs(site), partial(_tables, site))


def described_tables(site: Site, files: Mapping[str, Summed]) -> list[DataFile]:
    """Return the tables as the page offers them. `files`: what is known of them."""
    counts = remembered(site.kept, ("rows of tables", site.world, store.inputs(site)), partial(_counts, site))
    return [_described(it, files[it.path], count) for it, count in zip(TABLES, counts, strict=True)]


def _tables(site: Site) -> Iterator[Output]:
    for relation in TABLES:
        yield text_output(relation.path, columns_csv(relation.columns, relation.rows(site)), "data")
    yield Output(store.PATH, store.stored(site), "data")


def _counts(site: Site) -> tuple[int, ...]:
    return tuple(sum(1 for _ in relation.rows(site)) for relation in TABLES)


def _described(relation: Relation, known: Summed, count: int) -> DataFile:
    note = "、".join(column.label for column in relation.columns)
    return DataFile(relation.path, f"{relation.title}（CSV）", note, known, count, relation.name)


def described_store(files: Mapping[str, Summed], count: int) -> DataFile:
    """Return the database as the page offers it. `count`: of the workshops in it."""
    note = "全部表和各列的说明，DB Browser、Datasette 可以打开"
    return DataFile(store.PATH, "数据库（SQLite）", note, files[store.PATH], count)
