"""A change to the registry as one value: the files before and after it, and all paths ever published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.decoding import is_passed_over

SYMLINK, SUBMODULE, EXECUTABLE = "120000", "160000", "100755"


class Pair(NamedTuple):
    """A record before and after the change, with the same id."""

    before: Workshop
    after: Workshop


@dataclass(frozen=True)
class Change:
    """Paths start at the registry's folder; those outside it begin with `../`.

    `before`: the touched files before the change, and all vocabularies; a file that was deleted earlier and comes back is
    in it with its last content. `after`: the whole registry. `modes`: git's mode of every file below the registry
    and of every touched one outside it. `touched`: the paths that the change adds, removes or alters. `published`:
    the paths that the base, the branch to be joined or its past ever contained. `elsewhere`: the paths that the change adds
    and that the branch to be joined has got since, with another content.
    """

    before: Registry
    after: Registry
    modes: Mapping[str, str]
    touched: frozenset[str]
    published: frozenset[str]
    elsewhere: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The touched records before and after, by id; an id that occurs twice is R303's and left out."""
        before, after = _by_id(self.before), _by_id(self.after)
        return tuple(Pair(one, after[id_]) for id_, one in before.items() if id_ in after)

    @cached_property
    def swapped(self) -> frozenset[str]:
        """The ids whose record now describes another workshop, one that had another id and has left it."""
        names = {pair.before.name: pair for pair in self.pairs}
        return frozenset(
            pair.after.id
            for pair in self.pairs
            if (other := names.get(pair.after.name))
            and other.before.id != pair.before.id
            and other.after.name != other.before.name
        )

    @cached_property
    def reused(self) -> tuple[Pair, ...]:
        """The pairs whose first record was deleted in the past, and whose second is another workshop."""
        back = [pair for pair in self.pairs if pair.before.path in self.returned]
        return tuple(pair for pair in back if pair.before.name not in _names(pair.after))

    @cached_property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs whose facts are compared one by one."""
        others = {pair.after.id for pair in self.reused} | self.swapped
        return tuple(pair for pair in self.pairs if pair.after.id not in others)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The names of leaders who asked for removal in this change: they may be removed everywhere."""
        return frozenset(
            pair.before.leader.name
            for pair in self.pairs
            if pair.before.leader and pair.before.leader.name and _asked_to_go(pair.after)
        )

    def is_withdrawn(self, text: str) -> bool:
        """Return whether a text contains the name of a leader who asked for removal."""
        return any(name in text for name in self.withdrawn)

    def records(self) -> Iterator[str]:
        """Yield the paths of the touched records."""
        return (path for path in sorted(self.touched) if number(path))


def number(path: str) -> int | None:
    """Return the number in the path of a workshop's record; None for other files, and for hidden ones, which are not read."""
    name = PurePosixPath(path)
    if is_passed_over(path):
        return None
    digits = name.stem.removeprefix("DL")
    placed = name.parts[0] == "workshops" and name.suffix == ".yml" and name.stem.startswith("DL")
    return int(digits) if placed and digits.isascii() and digits.isdecimal() and len(digits) < 10 else None


def _by_id(registry: Registry) -> dict[str, Workshop]:
    by_id: dict[str, Workshop] = {}
    twice = set()
    for workshop in registry.workshops:
        twice |= {workshop.id} & by_id.keys()
        by_id[workshop.id] = workshop
    return {id_: workshop for id_, workshop in by_id.items() if id_ not in twice}


def _names(workshop: Workshop) -> set[str]:
    return {workshop.name, *workshop.former_names}


def _asked_to_go(workshop: Workshop) -> bool:
    leader = workshop.leader
    return bool(leader and not leader.name and leader.basis.kind == "本人要求撤下")
