"""The made-up registry is readable, the same each time, uses every field, and says that it is made up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any

import yaml

from generator.model.registry import Registry
from generator.problems.code import ERROR
from generator.reading import schema
from generator.reading.read import read_texts
from generator.reading.tables import Table
from generator.rules.check import check
from generator.site.output import Output
from tests import ROOT
from tests.made.synthetic import outputs
from tests.made.synthetic.people import People
from tests.made.synthetic.prose import LEAST, MOST

_DIGEST = "5bb7ed6b9c653db4133453fd5332b3db6d55d19f865e5eb57927f2ef2cc25320"


@cache
def _made(count: int) -> tuple[Output, ...]:
    return tuple(outputs(count))


@cache
def _registry(count: int) -> Registry:
    texts = {made.path: made.content.decode() for made in _made(count) if not made.path.endswith(".png")}
    names = frozenset(made.path for made in _made(count)) - frozenset(texts)
    registry, problems = read_texts(texts, names)
    assert problems == []
    return registry


@cache
def _records(count: int) -> list[dict[str, Any]]:
    texts = [made.content.decode() for made in _made(count) if made.path.startswith("workshops/")]
    return [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]


def test_records_read_without_a_problem() -> None:
    assert [workshop.id for workshop in _registry(60).workshops] == [f"DL{n:04}" for n in range(1, 61)]


def test_no_law_is_broken_and_few_warnings_are_given() -> None:
    problems = check(_registry(300), [], date(2026, 1, 1))
    assert [problem for problem in problems if problem.severity == ERROR] == []
    assert len(problems) < 10


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert tuple(outputs(60)) == _made(60)
    assert tuple(outputs(60, seed=1)) != _made(60)


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """Whoever changes the made-up words writes the new digest here."""
    records = b"".join(made.content for made in _made(60) if made.path.startswith(("workshops/", "photos/")))
    assert hashlib.sha256(records).hexdigest() == _DIGEST


def test_a_larger_registry_begins_with_the_smaller_one() -> None:
    small, large = ([made for made in _made(n) if made.path.startswith("workshops/")] for n in (60, 300))
    assert large[:60] == small


def test_every_field_of_the_schema_occurs() -> None:
    used = {key for record in _records(300) for key in _keys(record)}
    assert sorted(set(_fields(schema.WORKSHOP)) - used) == []


def test_keys_stand_in_the_order_of_the_schema() -> None:
    order = [field.key for field in schema.WORKSHOP.fields]
    for record in _records(300):
        assert list(record) == sorted(record, key=order.index)


def test_everything_says_that_it_is_made_up() -> None:
    registry = _registry(300)
    units = [workshop.unit for workshop in registry.workshops if workshop.unit]
    titles = [source.title for workshop in registry.workshops for source in workshop.sources]
    notices = [notice.title for notice in registry.notices if notice.id.startswith("synthetic-")]
    assert [unit for unit in units if "虚构" not in unit] == []
    assert [title for title in titles if "合成数据" not in title] == []
    assert [title for title in notices if "虚构数据" not in title] == []


def test_summaries_fill_the_form() -> None:
    lengths = [
        len("".join(workshop.summary.split())) for workshop in _registry(300).workshops if workshop.summary
    ]
    assert min(lengths) >= LEAST and max(lengths) <= MOST


def test_notices_list_whom_they_named() -> None:
    registry = _registry(300)
    cited = {
        (named.notice, [*workshop.former_names, workshop.name][0])
        for workshop in registry.workshops
        for named in workshop.designations
        if named.notice
    }
    made = [notice for notice in registry.notices if notice.id.startswith("synthetic-")]
    assert {(notice.id, entry.name) for notice in made for entry in notice.names} == cited
    assert [notice.id for notice in made if sum((notice.counts or {}).values()) != len(notice.names)] == []


def test_no_two_are_alike_but_namesakes() -> None:
    every = _registry(300).workshops
    namesakes = [it for it in every if it.not_same_as]
    named = {it.name: {other.unit for other in namesakes if other.name == it.name} for it in namesakes}
    assert named and all(len(units) == 2 for units in named.values())
    workshops = [it for it in every if not it.not_same_as]
    leaders = [workshop.leader.name for workshop in workshops if workshop.leader and workshop.leader.name]
    assert len(set(leaders)) == len(leaders)
    assert len({workshop.name for workshop in workshops}) == len(workshops)


def _fields(table: Table[object], path: str = "") -> Iterator[str]:
    for field in table.fields:
        yield path + field.key
        if field.table:
            yield from _fields(field.table, f"{path}{field.key}.")


def _keys(value: Any, path: str = "") -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            for key, inner in item.items():
                yield path + key
                yield from _keys(inner, f"{path}{key}.")


def test_nobody_made_up_bears_the_name_of_a_real_leader() -> None:
    """Else a made-up workshop stands on the list of a real notice; the hundred and ninth name drawn is one, if nothing is refused."""
    drawn = [name for _, name in zip(range(200), _names(()), strict=False)]
    real = [f"{drawn[108]}劳模创新工作室"]
    refused = [name for _, name in zip(range(200), _names(real), strict=False)]
    assert refused[:108] == drawn[:108]
    assert refused[108] == drawn[109]
    made_up = {record.get("leader", {}).get("name") for record in _records(300)}
    assert made_up.isdisjoint(_real_leaders())


def _names(real: Iterable[str]) -> Iterator[str]:
    people = People(Random(1), real)  # noqa: S311  nothing secret
    while True:
        yield people.draw()[0]


def _real_leaders() -> Iterator[str]:
    for path in (ROOT / "registry/workshops").rglob("*.yml"):
        yield yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)["leader"]["name"]
