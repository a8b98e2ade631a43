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
    """What must hold: `judge` yields a problem wherever it does not. To stand in a module of laws is to be in force."""

    judge: Callable[Asked, Iterator[Problem]]

    def __call__(self, *args: Asked.args, **kwargs: Asked.kwargs) -> Iterator[Problem]:
        """The problems."""
        return self.judge(*args, **kwargs)


def law(judge: Callable[Asked, Iterator[Problem]]) -> Law[Asked]:
    """Make a function a law (a decorator)."""
    return Law(judge)


def laws_of(modules: Iterable[ModuleType]) -> Iterator[Law[Any]]:
    """The laws in the namespaces of the modules, in the order in which they are written; an imported one counts once."""
    found = (it for module in modules for it in vars(module).values() if isinstance(it, Law))
    return iter(dict.fromkeys(found))
