"""All problems of a registry, in one sorted list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from generator.libraries.kept import NOTHING, Kept
from generator.libraries.typeset import PACKAGED, Fonts
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.reading.decoding import S101, S102, S103, S104
from generator.reading.placement import words_of
from generator.reading.read import S131, in_order, read_texts
from generator.reading.tables import F201
from generator.rules import LAWS
from generator.rules.alone import said_alone
from generator.rules.namings import R348, R349
from generator.rules.privacy import repeats_personal_data
from generator.rules.sources import R393
from generator.rules.takedown import given_away, hushed

_OF_ALL = tuple(law for law in LAWS if not law.alone)
_UNREAD = (S101, S102, S103, S104)


def check_added(
    registry: Registry,
    added: Mapping[str, str],
    today: date,
    fonts: Fonts = PACKAGED,
) -> list[Problem]:
    """Return the problems of new or altered records, of new notices and forms, by path and text, among all of the registry.

    Only these are read; the others stay as they were read. `today`, `fonts`: as for `check`.
    """
    found = check(*with_added(registry, added), today, fonts)
    return [problem for problem in found if problem.path in added]


def with_added(registry: Registry, added: Mapping[str, str]) -> tuple[Registry, list[Problem]]:
    """Return the registry with new or altered records, new notices and forms, and the reader's problems of these."""
    words = words_of(registry.texts)
    read, problems = read_texts({**words, **added}, registry.names)
    stay = (workshop for workshop in registry.workshops if workshop.path not in added)
    whole = replace(
        registry,
        workshops=tuple(sorted((*stay, *read.workshops), key=in_order)),
        notices=(*registry.notices, *read.notices),
        forms=(*registry.forms, *read.forms),
        texts={**registry.texts, **added},
        names=registry.names | added.keys(),
    )
    return whole, problems


def check(
    registry: Registry,
    problems: Iterable[Problem],
    today: date,
    fonts: Fonts = PACKAGED,
    kept: Kept = NOTHING,
) -> list[Problem]:
    """Return the reader's problems and those of every law, by file, line and column, each once.

    A file that cannot be read counts as present: nothing that needs it gets a problem that it is missing.
    `today` is the day of the check; nothing below asks the clock. `fonts`: what PDFs are set in.
    `kept`: what was said before of records alone.
    A problem whose message would repeat personal data is replaced by the problem of that data.
    """
    every = set(problems)
    unread = {problem.path for problem in every if problem.code in _UNREAD}
    every -= {problem for problem in every if problem.code == S131 and problem.path in unread}
    there = replace(registry, names=registry.names | unread)
    for law in _OF_ALL:
        every.update(law(there, today))
    every.update(said_alone(there, today, fonts, kept))
    misspelt = {problem.path for problem in every if problem.code == F201}
    every -= {problem for problem in every if problem.code == R393 and problem.path in misspelt}
    unsaid = {problem.path for problem in every if problem.code == R349}
    every -= {problem for problem in every if problem.code == R348 and problem.path in unsaid}
    every = hush(every, frozenset[str]().union(*given_away(there).values()))
    personal = {(problem.path, problem.mark.line) for problem in every if problem.hidden}
    return sorted(
        problem
        for problem in every
        if (problem.path, problem.mark.line) not in personal or not repeats_personal_data(problem, today)
    )


def hush(problems: Iterable[Problem], names: Collection[str]) -> set[Problem]:
    """The problems, none of which says a name that was withdrawn: what is told is public too."""
    if not names:
        return set(problems)
    return {
        problem._replace(
            message=hushed(problem.message, names),
            remedy=hushed(problem.remedy, names),
            lines=tuple(hushed(line, names) for line in problem.lines),
        )
        for problem in problems
    }
