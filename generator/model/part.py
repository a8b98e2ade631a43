"""What every part of a record shares: it knows where it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.problems.problem import FILE_START, Mark

Places = Mapping[str, Mark]


class KeyPlaces(Places):
    """The places of keys, kept as numbers: a large registry has a million places, of which hardly one is asked for.

    `keys`: in the order of the file; `numbers`: line, column and end of the first key, of the second, and so on.
    """

    __slots__ = ("_keys", "_numbers")

    def __init__(self, keys: tuple[str, ...], numbers: tuple[int, ...]) -> None:
        self._keys = keys
        self._numbers = numbers

    def __getitem__(self, key: str) -> Mark:
        if key not in self._keys:
            raise KeyError(key)
        first = 3 * self._keys.index(key)
        return Mark(*self._numbers[first : first + 3])

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __reduce__(self) -> tuple[type[KeyPlaces], tuple[tuple[str, ...], tuple[int, ...]]]:
        """Let pickles hold the numbers and nothing else."""
        return KeyPlaces, (self._keys, self._numbers)


@dataclass(frozen=True)
class Part:
    """A part of a record; `at` holds the places of its keys."""

    at: Places = field(repr=False, compare=False)

    def mark(self, key: str = "") -> Mark:
        """Return the place of a key's value, or of the part itself."""
        return self.at.get(key) or self.at.get("", FILE_START)


@dataclass(frozen=True)
class Filed(Part):
    """The content of one file of the registry. `path`: of that file, below the registry's folder."""

    path: str = field(default="", kw_only=True)
