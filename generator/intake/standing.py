"""What a list or a table is put into: the registry as it stands, and what is wrong with it already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.libraries.typeset import PACKAGED, Fonts
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.rules.takedown import Names


@dataclass(frozen=True)
class Standing:
    """`taken`: the names of records in use (as for next_id); `today`: the day of the check; `problems`: finds those that the
    registry has already, and is asked only when something is wrong; `fonts`: what PDFs are set in; `withdrawn`: the names that
    leaders withdrew, by the ids of their records."""

    registry: Registry
    taken: Collection[str]
    today: date
    problems: Callable[[], Iterable[Problem]]
    fonts: Fonts = PACKAGED
    withdrawn: Names = field(default_factory=dict)

    def new(self, found: Iterable[Problem]) -> list[Problem]:
        """Return the problems that the registry has not already."""
        return [problem for problem in found if _of(problem) not in self._had]

    @cached_property
    def _had(self) -> frozenset[tuple[str, str, str]]:
        return frozenset(map(_of, self.problems()))


def _of(problem: Problem) -> tuple[str, str, str]:
    """What tells a problem from others, wherever it stands by now."""
    return problem.path, problem.code, problem.message
