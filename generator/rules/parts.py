"""Laws within one record as data: checked here, and in a browser by record/laws.js before anything is sent."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from generator.model.dates import PartialDate
from generator.model.part import Part
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import Code
from generator.problems.problem import Mark, Problem, choices
from generator.problems.wording import fill
from generator.rules.sources import supports_are_whole


class Condition(NamedTuple):
    """A test of one key of a part (`basis.kind`): one of the tests in `_holds`, with the words that it compares."""

    test: str
    key: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartLaw:
    """A problem of each part at `of` (empty: of the record itself) that meets all conditions, at its key `at`.

    Messages contain places: keys of the part, {item} (designations.2), {known} (the existing notices) and
    {level_of_title} (the level that the vocabulary gives the part's title).
    """

    code: Code
    of: str
    when: tuple[Condition, ...]
    at: str
    message: str
    remedy: str

    def __call__(self, registry: Registry, today: date) -> Iterator[Problem]:
        """Yield the problems; the day is not used, but other laws need it."""
        for workshop in registry.workshops:
            for item, part in _parts(workshop, self.of):
                if all(_holds(condition, registry, workshop, item, part) for condition in self.when):
                    facts = {**_values(part), "item": item, "known": known_notices(registry)}
                    facts["level_of_title"] = level_of_title(registry, part)
                    message, remedy = fill(self.message, facts), fill(self.remedy, facts)
                    yield Problem(workshop.path, _mark(part, self.at), self.code, message, remedy)


def is_(key: str, *words: str) -> Condition:
    """The key's value is one of the words."""
    return Condition("is", key, words)


def is_not(key: str, *words: str) -> Condition:
    """The key's value is known and none of the words."""
    return Condition("is_not", key, words)


def written(key: str) -> Condition:
    """The key is written, whether or not its value could be read."""
    return Condition("written", key)


def unwritten(key: str) -> Condition:
    """The key is not written."""
    return Condition("unwritten", key)


def known(key: str) -> Condition:
    """The key has a value."""
    return Condition("known", key)


def level_of_title(registry: Registry, part: Part) -> str:
    """Return the level that the vocabulary of titles gives the part's title; nothing for a free title."""
    term = registry.title(getattr(part, "title", None))
    return (term.level if term else None) or ""


def known_notices(registry: Registry) -> str:
    """Return the existing notices, the newest ids first."""
    return choices(sorted(registry.notice_by_id, reverse=True))


def is_whole(workshop: Workshop, of: str) -> bool:
    """Whether each item of a list could be read."""
    return sum(1 for key in workshop.at if key.startswith(f"{of}.")) == len(getattr(workshop, of))


def _parts(workshop: Workshop, of: str) -> Iterator[tuple[str, Part]]:
    """Yield the parts with their names in `supports`; if one of a list could not be read, its numbers would be wrong."""
    value = getattr(workshop, of) if of else workshop
    if isinstance(value, Part):
        yield of, value
    elif value:
        whole = is_whole(workshop, of)
        for number, part in enumerate(value, start=1):
            yield f"{of}.{number}" if whole else of, part


_OF_VALUES: dict[str, Callable[[Any, tuple[str, ...]], bool]] = {
    "known": lambda value, words: value is not None,
    "is": lambda value, words: value in words,
    "is_not": lambda value, words: value is not None and value not in words,
    "holds": lambda value, words: any(word in (value or "") for word in words),
    "lacks": lambda value, words: not any(word in (value or "") for word in words),
}


def _holds(condition: Condition, registry: Registry, workshop: Workshop, item: str, part: Part) -> bool:
    test, key, words = condition
    if test == "unsupported":
        return not workshop.supporting(item) and supports_are_whole(workshop)
    owner, last = _owner(part, key)
    value = getattr(owner, last, None)
    if test in ("written", "unwritten"):
        return (owner is not None and last in owner.at) == (test == "written")
    if test == "not_of_title":
        return value is not None and level_of_title(registry, part) not in ("", value)
    if test == "no_notice":
        return value is not None and f"notices/{value}.yml" not in registry.texts
    return _OF_VALUES[test](value, words)


def _owner(part: Part, key: str) -> tuple[Part | None, str]:
    head, _, tail = key.partition(".")
    return (getattr(part, head), tail) if tail else (part, head)


def _mark(part: Part, key: str) -> Mark:
    owner, last = _owner(part, key)
    return (owner or part).mark(last)


def _values(part: Part) -> dict[str, str]:
    """Return the values of a part and of the groups in it, as a record writes them."""
    values: dict[str, str] = {}
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if isinstance(value, PartialDate):
            values[field.name] = value.iso
        elif isinstance(value, Part):
            values |= {f"{field.name}.{key}": word for key, word in _values(value).items()}
        elif isinstance(value, str):
            values[field.name] = value
    return values
