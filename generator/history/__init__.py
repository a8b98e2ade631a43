"""What a change may not do to what was published: the history gate, one function a law, with its code beside it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.history import addresses, files, identity, notices, one_change, records, texts
from generator.history.change import Change
from generator.problems.law import Law, laws_of
from generator.problems.problem import Problem

MODULES = (identity, records, texts, notices, addresses, files, one_change)
# What holds for one change that somebody reviews, not for all that came since something was published.
OF_ONE_CHANGE: tuple[Law[[Change]], ...] = tuple(laws_of((one_change,)))
LAWS: tuple[Law[[Change]], ...] = tuple(laws_of(module for module in MODULES if module is not one_change))


def judge(change: Change, laws: Iterable[Law[[Change]]] = (*LAWS, *OF_ONE_CHANGE)) -> set[Problem]:
    """All H problems of a change."""
    return {problem for law in laws for problem in law(change)}
