"""The real registry and a large made-up one break no law; what is told depends on nothing but the texts."""

from __future__ import annotations

from datetime import date

from generator.doors import disk
from generator.problems.code import ERROR
from generator.reading.read import read_texts
from generator.rules.check import check
from tests import ROOT
from tests.made import samples
from tests.made.synthetic import outputs


def test_good_records_break_no_law() -> None:
    made = list(outputs(400))
    texts = {one.path: one.content.decode() for one in made if not one.path.endswith(".png")}
    names = frozenset(one.path for one in made) - frozenset(texts)
    registry, problems = read_texts(texts, names)
    found = check(registry, problems, samples.TODAY)
    assert [problem for problem in found if problem.severity == ERROR] == []


def test_the_real_registry_breaks_no_law() -> None:
    texts, names, unread = disk.read_registry(ROOT / "registry")
    registry, problems = read_texts(texts, names)
    found = check(registry, [*unread, *problems], date(2999, 1, 1))
    assert [problem for problem in found if problem.severity == ERROR] == []


def test_order_of_files_does_not_matter() -> None:
    texts = samples.texts() | {"workshops/0000/DL0002.yml": samples.texts()[samples.RECORD]}
    backwards = dict(reversed(texts.items()))
    told = [check(*read_texts(given, samples.names()), samples.TODAY) for given in (texts, backwards)]
    assert told[0] == told[1] and told[0]


def test_a_problem_is_told_once() -> None:
    registry, problems = read_texts(samples.texts() | {"x.txt": ""}, samples.names())
    once = check(registry, problems, samples.TODAY)
    assert check(registry, [*problems, *problems, *once], samples.TODAY) == once
