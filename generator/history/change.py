"""A change to the registry as one value: what stood before, what would stand after, and what was ever published."""

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
    """A record that stood and still stands under its id."""

    before: Workshop
    after: Workshop


@dataclass(frozen=True)
class Change:
    """Paths are written from the registry's folder; those outside it begin with `../`.

    `before`: the touched files as they stood, and all vocabularies; a file that was deleted earlier and comes back
    stands in it as it stood last. `after`: the whole registry. `modes`: git's mode of every file below the registry
    and of every touched one outside it. `touched`: the paths that the change adds, removes or alters. `published`:
    the paths that the base, the branch to be joined or its past ever held. `elsewhere`: the paths that the change adds and
    that the branch to be joined has since been given, with other words.
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
        """The touched records that stood and stand, by id; an id that stands twice is R303's problem and left out."""
        before, after = _by_id(self.before), _by_id(self.after)
        return tuple(Pair(one, after[id_]) for id_, one in before.items() if id_ in after)

    @cached_property
    def swapped(self) -> frozenset[str]:
        """The ids whose record now tells of another workshop, one that stood under another id and has left it."""
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
        """The pairs of which the first was deleted in the past, and the second is another workshop."""
        back = [pair for pair in self.pairs if pair.before.path in self.returned]
        return tuple(pair for pair in back if pair.before.name not in _names(pair.after))

    @cached_property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs whose words are compared one by one."""
        others = {pair.after.id for pair in self.reused} | self.swapped
        return tuple(pair for pair in self.pairs if pair.after.id not in others)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The names of leaders who asked to be taken down by this change: they may go wherever they stood."""
        return frozenset(
            pair.before.leader.name
            for pair in self.pairs
            if pair.before.leader and pair.before.leader.name and _asked_to_go(pair.after)
        )

    def is_withdrawn(self, text: str) -> bool:
        """Whether a text holds the name of a leader who asked to be taken down."""
        return any(name in text for name in self.withdrawn)

    def records(self) -> Iterator[str]:
        """The touched records."""
        return (path for path in sorted(self.touched) if number(path))


def number(path: str) -> int | None:
    """The number in the path of a workshop's record; None for other files, and for hidden ones, which are not read."""
    name = PurePosixPath(path)
    if is_passed_over(path):
        return None
    digits = name.stem.removeprefix("DL")
    placed = name.parts[0] == "workshops" and name.suffix == ".yml" and name.stem.startswith("DL")
    return int(digits) if placed and digits.isascii() and digits.isdecimal() and len(digits) < 10 else None


def _by_id(registry: Registry) -> dict[str, Workshop]:
    found: dict[str, Workshop] = {}
    twice = set()
    for workshop in registry.workshops:
        twice |= {workshop.id} & found.keys()
        found[workshop.id] = workshop
    return {id_: workshop for id_, workshop in found.items() if id_ not in twice}


def _names(workshop: Workshop) -> set[str]:
    return {workshop.name, *workshop.former_names}


def _asked_to_go(workshop: Workshop) -> bool:
    leader = workshop.leader
    return bool(leader and not leader.name and leader.basis.kind == "本人要求撤下")
