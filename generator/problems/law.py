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
    """A rule: `judge` yields a problem for each breach. A law is in force by being defined in a module of laws."""

    judge: Callable[Asked, Iterator[Problem]]

    def __call__(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Iterator[Problem]:
        """Yield the problems."""
        return self.judge(*args, **kwargs)


def law(judge: Callable[Asked, Iterator[Problem]]) -> Law[Asked]:
    """Make a function a law (decorator)."""
    return Law(judge)


def laws_of(modules: Iterable[ModuleType]) -> Iterator[Law[Any]]:
    """Return the laws defined in the modules, in the order in which they are written; an imported one counts once."""
    laws = (it for module in modules for it in vars(module).values() if isinstance(it, Law))
    return iter(dict.fromkeys(laws))
