"""Registries at random: each accepted record is found by search, list, map, table and its notice alike, and nothing else is.

What is expected is worked out from the records as YAML has them, without the generator's own model.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from generator.model.facets import facets
from generator.model.registry import Registry
from generator.site.data import table
from generator.site.lists.columns import rows_json
from generator.site.lists.rows import list_row
from generator.site.map.ground import Basemap
from generator.site.map.points import located, points_json
from generator.site.search.index import search_outputs, searched
from tests.made.accepted import LEVELS, Record, accepted
from tests.made.columns import ids
from tests.scripts.toolbox import node_in_page

REGISTRIES, CHOICES = 4, 40
YEARS = range(2006, 2027)
NO_LINKS: dict[str, list[str]] = {"pages": [], "papers": [], "groups": [], "unions": []}


class Asked(NamedTuple):
    """A choice of the filters: levels, and the first and the last year; empty for any."""

    levels: tuple[str, ...]
    since: str
    until: str


Made = tuple[Registry, dict[str, Record]]


@pytest.fixture(scope="module")
def made() -> list[Made]:
    """The registries, each with its records as YAML has them."""
    rng = Random(348)  # noqa: S311  nothing secret
    return [accepted(rng) for _ in range(REGISTRIES)]


def named(record: Record) -> list[tuple[str, str]]:
    """Level and year of each designation, the year empty where it is unknown."""
    return [(it["level"], it.get("date", "")[:4]) for it in record.get("designations", [])]


def test_they_hold_what_they_are_to_show(made: list[Made]) -> None:
    """Each kind of change is among what was accepted, and something was refused."""
    records = [record for _, held in made for record in held.values()]
    assert len(records) > REGISTRIES * 12
    assert any("not_same_as" in it for it in records) and any("former_units" in it for it in records)
    assert any("designations" not in it for it in records) and any(len(named(it)) > 2 for it in records)
    kinds = {event["kind"] for it in records for event in it.get("events", [])}
    assert {"更名", "变更领衔人", "单位更名", "撤销", "终止", "限期整改"} <= kinds


def test_list_table_and_map_hold_each_record(made: list[Made]) -> None:
    for registry, records in made:
        data = json.loads(rows_json(registry, facets(registry)))
        all_ids = ids(data["ids"])
        assert all_ids == sorted(records)
        heads = [column.key for column in table.COLUMNS]
        lines = {
            line["id"]: line for row in table.rows(registry) for line in [dict(zip(heads, row, strict=True))]
        }
        ground = points_json(registry, located(registry), Basemap(True, (), (), "", 0, ()))
        shown = {all_ids[row] for row in json.loads(ground)["points"]["row"]}
        for workshop in registry.workshops:
            record, line = records[workshop.id], lines[workshop.id]
            pairs = named(record)
            assert line["name"] == record["name"] and line["unit"] == record.get("unit")
            assert line["named"] == ("；".join(" ".join(filter(None, pair)) for pair in pairs) or None)
            told = {f"{level} {year or '年度待补充'}" for level, year in pairs} or {"级别、年度待补充"}
            assert set(list_row(registry, workshop).named.split("、")) == told or told == {"级别、年度待补充"}
            place = record.get("location", {})
            assert (workshop.id in shown) == ("lon" in place and place.get("map", "point") == "point")


def test_each_way_to_divide_them_has_each_record_and_no_level_or_year_without_a_designation(
    made: list[Made],
) -> None:
    for registry, records in made:
        divided = facets(registry)
        for slug, facet in divided.items():
            held = {it.id for group in facet.groups for it in group.workshops}
            assert held == set(records) or slug == "zones"
        for place, slug in enumerate(("levels", "years")):
            for group in divided[slug].groups:
                title = group.title.removesuffix(" 年")
                wanted = {
                    id_ for id_, it in records.items() if any(pair[place] == title for pair in named(it))
                }
                nothing = {id_ for id_, it in records.items() if not any(pair[place] for pair in named(it))}
                assert {it.id for it in group.workshops} == (nothing if group.slug == "unknown" else wanted)


def test_its_notice_names_each_record_that_it_named_and_no_other(made: list[Made]) -> None:
    for registry, records in made:
        for id_, naming in registry.namings.items():
            citing = {
                key
                for key, record in records.items()
                if any(it.get("notice") == id_ for it in record.get("designations", []))
            }
            listed = [it.id for it in naming.records if it]
            assert sorted(listed + [it.id for it, _ in naming.strangers]) == sorted(citing)
            assert {it.id for it in naming.cited} == citing


def test_search_finds_each_record_by_all_that_it_is_or_was_called(made: list[Made], tmp_path: Path) -> None:
    sent, wanted = [], []
    for registry, records in made:
        files = {
            it.path.removeprefix("search/"): json.loads(it.content)
            for it in search_outputs(searched(registry, NO_LINKS, {}))
        }
        asked = [(id_, word) for id_, record in records.items() for word in called(record)]
        sent.append({"files": files, "queries": [word for _, word in asked]})
        wanted.append(asked)
    answers = answered("tests/scripts/search/found.mjs", tmp_path, sent)
    for (_, records), asked, told in zip(made, wanted, answers, strict=True):
        for (id_, word), found in zip(asked, told, strict=True):
            assert id_ in found, word
            assert all(word in json.dumps(records[other], ensure_ascii=False) for other in found), word


def called(record: Record) -> list[str]:
    """The names of a workshop, its unit and its leader, today's and former ones."""
    leader = [record["leader"]["name"]] if "name" in record.get("leader", {}) else []
    unit = [record["unit"]] if "unit" in record else []
    return [record["name"], *record.get("former_names", []), *unit, *record.get("former_units", []), *leader]


def test_no_filter_shows_what_no_designation_justifies(made: list[Made], tmp_path: Path) -> None:
    rng = Random(349)  # noqa: S311  nothing secret
    sent, choices = [], []
    for registry, _ in made:
        divided = facets(registry)
        slugs = {group.title: group.slug for group in divided["levels"].groups}
        asked = [
            Asked(
                tuple(rng.sample(LEVELS, rng.choice((0, 1, 1, 2)))),
                *(rng.choice(["", *map(str, YEARS)]) for _ in range(2)),
            )
            for _ in range(CHOICES)
        ]
        words: list[dict[str, Any]] = [
            {
                "wanted": {"levels": [slugs[level] for level in one.levels]},
                "span": {"from": one.since, "to": one.until},
            }
            for one in asked
        ]
        sent.append({"data": json.loads(rows_json(registry, divided)), "asked": words})
        choices.append(asked)
    answers = answered("tests/scripts/lists/matched.mjs", tmp_path, sent)
    some = 0
    for (_, records), asked, told in zip(made, choices, answers, strict=True):
        for one, answer in zip(asked, told, strict=True):
            assert answer["found"] == [id_ for id_ in sorted(records) if fits(records[id_], one)], one
            some += 0 < len(answer["found"]) < len(records)
    assert some > REGISTRIES * CHOICES / 3


def fits(record: Record, asked: Asked) -> bool:
    """Whether one designation has both a level and a year that are asked for."""
    if not (asked.levels or asked.since or asked.until):
        return True
    return any(
        (not asked.levels or level in asked.levels)
        and (
            not (asked.since or asked.until)
            or (year and (asked.since or "0") <= year <= (asked.until or "9"))
        )
        for level, year in named(record)
    )


def answered(script: str, folder: Path, sent: Any) -> Any:
    """What a script answers to cases."""
    path = folder / "cases.json"
    path.write_text(json.dumps(sent), "utf-8")
    done = node_in_page(script, path)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
