"""What was read can be kept as a pickle: it comes back as the same values at the same places, in few bytes."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.part import Filed, KeyPlaces, Part
from generator.problems.problem import Mark
from generator.reading.read import read_texts
from tests.made import casefiles, miniature, samples
from tests.reading.test_properties import bounded

REDIRECTS = {"redirects.yml": "redirects:\n  - from: a/\n    to: b/\n    date: 2026-01-02\n    why: 改名\n"}
TOTALS = {
    "totals.yml": "totals:\n  - date: 2026-01-02\n    workshops: 3\n    levels: {全国: 1}\n    sources: [{title: 示例（虚构）}]\n"
}
REGISTRY = read_texts(miniature.texts() | REDIRECTS | TOTALS, samples.names())[0]
FILES: tuple[Filed, ...] = (
    *REGISTRY.workshops,
    *REGISTRY.notices,
    *REGISTRY.forms,
    *REGISTRY.vocabularies.values(),
)


def parts(value: Any) -> Iterator[Part]:
    """Each part in a value, itself first."""
    if isinstance(value, Part):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from parts(item)


def _again(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value, protocol=5))  # noqa: S301 (made right here)


def _is_same(value: Any) -> bool:
    places = [(type(part), dict(part.at)) for part in parts(value)]
    again = _again(value)
    return bool(again == value) and [(type(part), dict(part.at)) for part in parts(again)] == places


@pytest.mark.parametrize("filed", FILES, ids=lambda filed: filed.path)
def test_a_file_comes_back_with_its_places(filed: Filed) -> None:
    assert _is_same(filed)


def test_redirects_and_totals_come_back_with_their_places() -> None:
    assert REGISTRY.redirects and _is_same(REGISTRY.redirects)
    assert REGISTRY.totals and _is_same(REGISTRY.totals)
    assert REGISTRY.local.city.name and _is_same(REGISTRY.local)


def test_every_kind_of_part_is_among_them() -> None:
    known = {type(part) for part in parts((*FILES, *REGISTRY.redirects, *REGISTRY.totals, REGISTRY.local))}
    made = {cls for cls in _below(Part) if cls.__module__.startswith("generator.model.")}
    assert {cls.__name__ for cls in made - known} <= {"Filed", "Redirects", "Totals"}


def _below(cls: type[Part]) -> Iterator[type[Part]]:
    for below in cls.__subclasses__():
        yield below
        yield from _below(below)


def test_problems_come_back_with_their_codes() -> None:
    told = [one for path in casefiles.paths()[::12] for one in casefiles.problems_of(casefiles.load(path))[1]]
    again = _again(told)
    assert again == told
    assert [(vars(one.code), one.hidden) for one in again] == [(vars(one.code), one.hidden) for one in told]


@bounded
@given(st.dictionaries(st.text(max_size=3), st.tuples(*[st.integers(1, 70_000)] * 3).map(Mark._make)))
def test_places_are_a_mapping_like_any_other(marks: dict[str, Mark]) -> None:
    places = KeyPlaces(tuple(marks), tuple(number for mark in marks.values() for number in mark))
    assert places == marks and [*places] == [*marks] and len(places) == len(marks)
    assert all(type(mark) is Mark for mark in places.values())
    assert "keys.9" not in places and places.get("keys.9") is None
