"""The explanation of a changed fact: a new correction that names it, with its old and its new text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.history.change import Change, Pair
from generator.model.dates import PartialDate
from generator.model.workshop import Correction
from generator.problems.problem import Problem
from generator.problems.wording import short

Value = str | int | PartialDate | None


class Protected(NamedTuple):
    """A published key that may only change with an explanation.

    `words`: its names in a correction, the proposed one first; `event`: the kind of event that also explains it;
    `tells`: the key of such an event that names the old value; `kept`: the
    key that then keeps the old value; `parts`: of a list, the protected keys of its items and their names in a correction;
    `loss`: it may change, only its loss must be explained; `alike`: of such a list, an item stays if another of its kind
    has one of these in common.
    """

    key: str
    words: tuple[str, ...]
    event: str = ""
    kept: str = ""
    tells: str = ""
    parts: Mapping[str, str] = {}
    loss: bool = False
    alike: tuple[str, ...] = ()


class PublishedFact(NamedTuple):
    """A published fact that a change alters. `words`: its names in a correction, the proposed one first."""

    words: tuple[str, ...]
    old: str
    new: str


class Lacking(NamedTuple):
    """A published fact that a change alters and nothing explains yet: the key that it belongs to, and what is told of it."""

    item: Protected
    fact: PublishedFact
    problem: Problem


@dataclass(frozen=True)
class FactLaw:
    """The judge of a law of published facts: `lacks` yields each that lacks its explanation."""

    lacks: Callable[[Change], Iterator[Lacking]]

    def __call__(self, change: Change) -> Iterator[Problem]:
        """Yield the problems."""
        return (it.problem for it in self.lacks(change))


def as_written(value: Value) -> str:
    """Return a value as a record writes it; empty if it is unknown."""
    return value.iso if isinstance(value, PartialDate) else "" if value is None else str(value)


def completes(old: Value, new: Value) -> bool:
    """Return whether the old value stays true: it is equal, was unknown, or is a date that is now more exact."""
    if isinstance(old, PartialDate) and isinstance(new, PartialDate):
        return old.first <= new.first and new.last <= old.last
    return old is None or old == new


def added(before: Sequence[Correction], after: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections that this change adds; of equal ones each counts."""
    left = list(before)
    new = []
    for correction in after:
        if correction in left:
            left.remove(correction)
        else:
            new.append(correction)
    return tuple(new)


def remedy(fact: PublishedFact, corrections: Iterable[Correction]) -> str | None:
    """Return None if one of the corrections explains the fact; else what to write, or what the nearest one lacks."""
    naming = [correction for correction in corrections if _names(correction, fact)]
    lacking = sorted((_lacks(correction, fact) for correction in naming), key=len)
    if lacking and not lacking[0]:
        return None
    if lacking:
        return f"corrections 里“{fact.words[0]}”的那一条还要{'、'.join(lacking[0])}。"
    after = f"，after 写“{short(fact.new)}”" if fact.new else ""
    back = "无意改的，请改回" if fact.new else "无意删的，请放回"
    return (
        f"原来写错的，请在 corrections 里加一条：what 写“{fact.words[0]}”，before 写“{short(fact.old)}”{after}，"
        f"再写 date（今天）、why（原因）和 source（依据）；{back}“{short(fact.old)}”。"
    )


def _names(correction: Correction, fact: PublishedFact) -> bool:
    return any(word in correction.what for word in fact.words)


def _lacks(correction: Correction, fact: PublishedFact) -> list[str]:
    lacking = []
    if fact.old not in (correction.before or ""):
        lacking.append(f"在 before 写上“{short(fact.old)}”")
    if fact.new and fact.new not in (correction.after or ""):
        lacking.append(f"在 after 写上“{short(fact.new)}”")
    if not correction.source:
        lacking.append("写上 source（依据）")
    return lacking


def unexplained(pair: Pair, fact: PublishedFact) -> str | None:
    """Return the remedy for a fact that changed without a correction that the change adds; None where one explains it."""
    return remedy(fact, added(pair.before.corrections, pair.after.corrections))
