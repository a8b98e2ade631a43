"""The watch over work: told what is being done, it may measure it. Without one, `UNWATCHED`, everything runs as if it were not watched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Watch(Protocol):
    """What watches. Each method gives back what does the same as what it was given, and is watched meanwhile."""

    def steps(self, step: Callable[[str], None], /) -> Callable[[str], None]:
        """Watch the steps of the work: each lasts until the next is named."""

    def items(self, items: Iterable[T], words: Callable[[T], str], /) -> Iterable[T]:
        """Watch how long each item is in coming; `words` names its stage."""

    def calls(self, words: str, function: Callable[P, T], /) -> Callable[P, T]:
        """Watch the calls of a function, which are a stage."""


class Unwatched:
    """Measures nothing and costs nothing: gives back what it was given."""

    def steps(self, step: Callable[[str], None], /) -> Callable[[str], None]:
        """Return the same."""
        return step

    def items(self, items: Iterable[T], words: Callable[[T], str], /) -> Iterable[T]:
        """Return the same."""
        del words
        return items

    def calls(self, words: str, function: Callable[P, T], /) -> Callable[P, T]:
        """Return the same."""
        del words
        return function


UNWATCHED = Unwatched()
