"""Laws: functions that yield problems, found in the modules that define them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Generic, ParamSpec

from generator.problems.problem import Problem

Asked = ParamSpec("Asked")


@dataclass(frozen=True)
class Law(Generic[Asked]):
    """A rule: `judge` yields a problem for each breach. A law is in force by being defined in a module of laws.

    `alone`: what it says of a record follows from this record and from what is no record (vocabularies, notices, forms),
    at any day of a year.
    """

    judge: Callable[Asked, Iterator[Problem]]
    alone: bool = False

    def __call__(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Iterator[Problem]:
        """Yield the problems."""
        return self.judge(*args, **kwargs)


def law(judge: Callable[Asked, Iterator[Problem]]) -> Law[Asked]:
    """Make a function a law (decorator)."""
    return Law(judge)


def law_of_one(judge: Callable[Asked, Iterator[Problem]]) -> Law[Asked]:
    """Make a function a law that judges each record alone (decorator): it may not ask about other records, photographs, names
    of files or the day; of the day it is told the year only."""
    return Law(judge, alone=True)


def laws_of(modules: Iterable[ModuleType]) -> Iterator[Law[Any]]:
    """Return the laws defined in the modules, in the order in which they are written; an imported one counts once."""
    laws = (it for module in modules for it in vars(module).values() if isinstance(it, Law))
    return iter(dict.fromkeys(laws))
