"""The history gate, which protects what was published from a change: one law a function, in the order of its codes."""

from __future__ import annotations

from collections.abc import Iterable

from generator.history import (
    addresses,
    designations,
    drafts,
    files,
    forms,
    identity,
    kept,
    notices,
    one_change,
    persons,
    records,
    takedown,
    terms,
    texts,
)
from generator.history.change import Change
from generator.history.explained import FactLaw, Lacking
from generator.problems.law import Law, laws_of
from generator.problems.problem import Problem
from generator.rules.check import hush
from generator.rules.identity import R301

MODULES = (
    identity,
    drafts,
    records,
    designations,
    persons,
    kept,
    texts,
    notices,
    forms,
    addresses,
    terms,
    takedown,
    files,
    one_change,
)
# Laws for one change under review, not for everything since the last publication.
OF_ONE_CHANGE: tuple[Law[[Change]], ...] = tuple(laws_of((one_change,)))
LAWS: tuple[Law[[Change]], ...] = tuple(laws_of(module for module in MODULES if module is not one_change))
# Laws of what one record says, before and after.
OF_FACTS: tuple[Law[[Change]], ...] = tuple(laws_of((records, designations, persons, kept)))


def judge(change: Change, laws: Iterable[Law[[Change]]] = (*LAWS, *OF_ONE_CHANGE)) -> set[Problem]:
    """Return all H problems of a change, none of which contains a name that was taken down: logs are public too."""
    return hush((problem for law in laws for problem in law(change)), change.withdrawn)


def lacking(change: Change) -> list[Lacking]:
    """Return the published facts that a change alters without an explanation, in the order of the laws."""
    judges = (law.judge for law in OF_FACTS)
    return [it for judge in judges if isinstance(judge, FactLaw) for it in judge.lacks(change)]


def settled(problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those of which the gate, which knows what stood there, says better what to do."""
    told = list(problems)
    known = {problem.path for problem in told if problem.code == identity.H407}
    return [problem for problem in told if problem.code != R301 or problem.path not in known]
