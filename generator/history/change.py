"""A change to the registry as one value: the files before and after it, and all paths ever published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from generator.model.addresses import addresses, redirected
from generator.model.local import PREFIX
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.decoding import is_passed_over
from generator.rules.takedown import spelt

_RECORD = re.compile(rf"workshops/(?:.*/)?{PREFIX}([0-9]{{1,9}})\.yml")
SYMLINK, SUBMODULE, EXECUTABLE = "120000", "160000", "100755"


class Pair(NamedTuple):
    """A record before and after the change, with the same id."""

    before: Workshop
    after: Workshop


@dataclass(frozen=True)
class Change:
    """Paths start at the registry's folder; those outside it begin with `../`.

    `before`: the touched files before the change, and all vocabularies; a file that was deleted earlier and comes back is
    in it with its last content. `after`: the whole registry. `modes`: git's mode of every file. `touched`: the paths that
    the change adds, removes or alters. `published`:
    the paths that the base, the branch to be joined or its past ever contained. `elsewhere`: the paths that the change adds
    and that the branch to be joined has got since, with another content; `meanwhile`: what it has there. `long_gone`: by id
    the names that people withdrew before this change, from git's history. `folder`: the registry's from the top of its
    repository (`registry/`). `attributes`: the texts of the touched `.gitattributes` outside the registry.
    """

    before: Registry
    after: Registry
    modes: Mapping[str, str]
    touched: frozenset[str]
    published: frozenset[str]
    elsewhere: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    long_gone: Mapping[str, Collection[str]] = field(default_factory=dict)
    meanwhile: Sequence[Workshop] = ()
    folder: str = "registry/"
    attributes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The touched records before and after, by id; an id that occurs twice is R303's and left out, a new one H407's."""
        before, after = _by_id(self.before), _by_id(self.after)
        other = {one.id for pair in self.renumbered for one in pair}
        return tuple(Pair(one, after[id_]) for id_, one in before.items() if id_ in after.keys() - other)

    @cached_property
    def renumbered(self) -> tuple[Pair, ...]:
        """The records that stand where they stood and have another id."""
        stood = {one.path: one for one in self.before.workshops}
        now = [one for one in self.after.workshops if one.path in stood and one.id != stood[one.path].id]
        return tuple(Pair(stood[one.path], one) for one in now if stood[one.path].name in names_of(one))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of pages after the change."""
        return addresses(self.after)

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The former addresses that lead to others after the change."""
        return redirected(self.after)

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
        return tuple(pair for pair in back if pair.before.name not in names_of(pair.after))

    @cached_property
    def compared(self) -> tuple[Pair, ...]:
        """The pairs whose facts are compared one by one."""
        others = {pair.after.id for pair in self.reused} | self.swapped
        return tuple(pair for pair in self.pairs if pair.after.id not in others)

    @cached_property
    def taken_down(self) -> Mapping[str, frozenset[str]]:
        """By id the names, and their readings, that people asked to have removed: by this change and in the past."""
        found: dict[str, set[str]] = {id_: set(names) for id_, names in self.long_gone.items()}
        for pair in self.pairs:
            for name in _withdrawn(pair):
                found.setdefault(pair.after.id, set()).add(name)
        return {id_: frozenset(names) for id_, names in found.items()}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """All of these names: they may go wherever they stood, and nothing that is told says them."""
        return frozenset[str]().union(*self.taken_down.values())

    def is_withdrawn(self, text: str) -> bool:
        """Whether a text holds such a name."""
        return any(spelt(name).search(text) for name in self.withdrawn)

    def is_rewritten(self, old: str, new: str) -> bool:
        """Whether a text says what it said, but for such a name."""
        frames = (re.split(spelt(name), old) for name in self.withdrawn)
        return any(
            len(frame) > 1 and re.fullmatch(".*".join(map(re.escape, frame)), new, re.DOTALL)
            for frame in frames
        )

    def records(self) -> Iterator[str]:
        """Yield the paths of the touched records."""
        return (path for path in sorted(self.touched) if number(path))


@cache
def number(path: str) -> int | None:
    """Return the number in the path of a workshop's record; None for other files, and for hidden ones, which are not read."""
    found = _RECORD.fullmatch(path)
    return int(found[1]) if found and not is_passed_over(path) else None


def _by_id(registry: Registry) -> dict[str, Workshop]:
    by_id: dict[str, Workshop] = {}
    twice = set()
    for workshop in registry.workshops:
        twice |= {workshop.id} & by_id.keys()
        by_id[workshop.id] = workshop
    return {id_: workshop for id_, workshop in by_id.items() if id_ not in twice}


def names_of(workshop: Workshop) -> set[str]:
    """All names of a workshop."""
    return {workshop.name, *workshop.former_names}


def _withdrawn(pair: Pair) -> Iterator[str]:
    """The names and readings that a change of a record takes down."""
    before, after = pair.before.leader, pair.after.leader
    if before and after and after.is_taken_down and not after.name:
        yield from filter(None, (before.name, before.pinyin))
