"""Mutations: a good registry, form or table spoiled at random, always the same way for the same random numbers.

Each takes the files by path and the source of chance, changes the files, and says what it did; nothing where it found nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.made.mutations.texts import (
    Files,
    another,
    cut,
    line,
    noise,
    plausible,
    recoded,
    structure,
    value,
    without,
)
from tests.made.mutations.whole import moved, packed

Mutation = Callable[[Files, Random], str]
REGISTRY: tuple[Mutation, ...] = (
    cut, noise, recoded, line, line, value, value, structure, structure, moved, another, without, without, *(plausible,) * 9,
)  # fmt: skip
FORMS: tuple[Mutation, ...] = (
    cut,
    noise,
    packed,
    packed,
    packed,
    packed,
    packed,
    packed,
    value,
    line,
    recoded,
    moved,
)


def mutated(files: Files, chance: Random, mutations: tuple[Mutation, ...]) -> tuple[Files, list[str]]:
    """A copy of files with one to four mutations, most often one; and what was done."""
    spoiled, done = dict(files), []
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        done.append(chance.choice(mutations)(spoiled, chance) if spoiled else "")
    return spoiled, [words for words in done if words]
