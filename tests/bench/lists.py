"""The lists of workshops page by page, for programs that have neither taxonomies nor pages of lists of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.site.pager import PER_PAGE
from tests.bench.facts import Facts, Json


class ListPage(NamedTuple):
    """A page of a list: its address, its title, and the records on it."""

    path: str
    title: str
    note: str
    records: list[Json]


def list_pages(facts: Facts) -> Iterator[ListPage]:
    """Each page of the list of all and of the list of each group."""
    yield from _pages("workshops", "全部工作室", "按编号排列", facts.records)
    for facet, groups in facts.groups.items():
        members = defaultdict(list)
        for record in facts.records:
            for slug in record["groups"].get(facet, ()):
                members[slug].append(record)
        for slug, group in groups.items():
            yield from _pages(f"{facet}/{slug}", group["title"], group["note"], members[slug])


def _pages(path: str, title: str, note: str, records: list[Json]) -> Iterator[ListPage]:
    for start in range(0, len(records) or 1, PER_PAGE):
        further = f"/page/{start // PER_PAGE + 1}" if start else ""
        yield ListPage(path + further, title, note, records[start : start + PER_PAGE])
