"""What laws say of each record alone, which is asked once: of a record that stayed as it was they say what they said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from generator.libraries.kept import Kept, dumped, key_of, recalled
from generator.libraries.typeset import Fonts
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.rules import LAWS
from generator.rules.printing import fonts_show_what_is_printed

ALONE = tuple(law for law in LAWS if law.alone)
_FOLDER = "workshops/"
_REST = ""  # the group of what is no record
_ENDING = -len("00.yml")


def said_alone(registry: Registry, today: date, fonts: Fonts, kept: Kept) -> Iterator[Problem]:
    """Yield what the laws of ALONE say, and whether the fonts show what is printed. `registry`: as its texts were read.

    Records are asked about by the hundred: what is kept of a hundred is told by their texts, by all texts that are no
    records, by the fonts and by the year.
    """
    keys = _keys(registry, today, fonts)
    unknown = set()
    for group, key in keys.items():
        problems = recalled(kept, key)
        if problems is None:
            unknown.add(group)
        else:
            yield from problems
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in _asked(registry, unknown, today, fonts) if unknown else ():
        found[_group(problem.path)].append(problem)
    for group in sorted(unknown):
        kept.keep(keys[group], dumped(tuple(found[group])))
        yield from found[group]


def _asked(registry: Registry, groups: Collection[str], today: date, fonts: Fonts) -> Iterator[Problem]:
    """Ask the laws about the records of some groups, and about what is no record."""
    asked = {*groups, _REST}
    part = replace(
        registry,
        workshops=tuple(it for it in registry.workshops if _group(it.path) in asked),
        texts={path: text for path, text in registry.texts.items() if _group(path) in asked},
    )
    for law in ALONE:
        yield from law(part, date(today.year, 12, 31))
    yield from fonts_show_what_is_printed(part, fonts)


def _keys(registry: Registry, today: date, fonts: Fonts) -> dict[str, bytes]:
    """By group the digest of all that decides what is said of it."""
    files: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, text in sorted(registry.texts.items()):
        files[_group(path)].append((path, text))
    rest = key_of("said alone", files.pop(_REST, []), today.year, fonts.digest)
    return {_REST: rest} | {group: key_of(rest, held) for group, held in files.items()}


def _group(path: str) -> str:
    """Records are of one group where their paths differ in the last two digits only."""
    return path[:_ENDING] if path.startswith(_FOLDER) else _REST
