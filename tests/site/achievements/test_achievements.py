"""Achievements: what is said of them is counted anew from the records, and unlike things are never added."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise

import pytest

from generator.model.achievements import NOT_ADDED, SLUGS, UNITS, achieved, tally
from generator.model.facets import facets
from generator.model.registry import Registry
from generator.site.achievements.rows import by_slug
from tests.made import miniature


def counted(registry: Registry, kind: str, section: str = "") -> tuple[int, int, int, int]:
    """Entries, workshops, the sum of the numbers, entries without one; of all industries or of one section."""
    held = [it for it in registry.workshops if not section or (it.industry or "")[:1] == section]
    items = [(it.id, item.count) for it in held for item in it.achievements if item.kind == kind]
    numbers = [count for _, count in items if count]
    return len(items), len({id_ for id_, _ in items}), sum(numbers), len(items) - len(numbers)


@pytest.mark.parametrize("kind", UNITS)
def test_each_figure_is_that_of_the_records(synthetic_registry: Registry, kind: str) -> None:
    entries = [entry for entry in achieved(synthetic_registry) if entry.item.kind == kind]
    industries = facets(synthetic_registry)["industries"]
    groups = {"": entries} | {
        slug: held for slug, held in by_slug(industries, entries).items() if len(slug) == 1
    }
    assert len(groups) > 3
    for section, held in groups.items():
        number, workshops, total, uncounted = counted(synthetic_registry, kind, section)
        found = tally(kind, held)
        assert (found.entries, found.workshops, found.uncounted) == (number, workshops, uncounted)
        assert found.total == (None if kind in NOT_ADDED or not total else total)
        assert str(total or "") in found.told or kind in NOT_ADDED


def test_what_may_not_be_added_says_so() -> None:
    for kind in NOT_ADDED:
        entries = [entry for entry in achieved(miniature.registry()) if entry.item.kind == kind]
        assert tally(kind, entries).told.endswith("数量不相加")


def test_every_entry_stands_in_the_table_once() -> None:
    held = {output.path: output.content for output in miniature.outputs()}
    data = json.loads(held["achievements/rows.json"])
    rows, workshops = data["rows"], data["workshops"]
    told = Counter(
        (workshops["id"][rows["workshop"][row]], data["facets"]["kinds"][rows["kinds"][row]][1], title)
        for row, title in enumerate(rows["title"])
    )
    records = miniature.registry().workshops
    assert told == Counter(
        (it.id, item.kind, item.title or item.kind) for it in records for item in it.achievements
    )
    assert all(sorted(order) == list(range(len(rows["title"]))) for order in data["orders"].values())


def test_from_the_statistics_down_to_the_records_without_scripts() -> None:
    """Statistics, the kinds, the industries of a kind, their entries, the workshop: each page links to the next."""
    held = {
        output.path: output.content.decode()
        for output in miniature.outputs()
        if output.path.endswith(".html")
    }
    way = [
        "statistics/",
        "achievements/",
        f"achievements/{SLUGS['专利']}/",
        "achievements/patent-C/",
        "workshops/DL0001/",
    ]
    for here, there in pairwise(way):
        root = "../" * here.count("/")
        assert f'href="{root}{there}"' in held[f"{here}index.html"], (here, there)
