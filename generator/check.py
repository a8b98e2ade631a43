"""All problems of a registry, in one sorted list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.problems import Problem
from generator.reading import Registry
from generator.rules import RULES


def check(registry: Registry, problems: Iterable[Problem], today: date) -> list[Problem]:
    """The reader's problems and those of every law, by file, line and column, none of them twice.

    `today` is the day on which the registry is judged; nothing below asks the clock.
    """
    found = set(problems)
    for rule in RULES:
        found.update(rule(registry, today))
    return sorted(found)
