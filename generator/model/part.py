"""What every part of a record shares: it knows where it stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problems.problem import FILE_START, Mark

Places = Mapping[str, Mark]


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
