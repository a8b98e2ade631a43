"""What explains a changed fact: a correction that is new and names it, with its old and its new words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.workshop import Correction
from generator.reading.kind import short

Value = str | int | PartialDate | None


class Protected(NamedTuple):
    """A published key that is altered only with an explanation. `words`: how a correction names it; the first is proposed.

    `event`: the kind of event that explains it too; `kept`: the key that then keeps the old value. `parts`: of a list,
    the keys of its items that are protected, with what a correction calls each.
    """

    key: str
    words: tuple[str, ...]
    event: str = ""
    kept: str = ""
    parts: Mapping[str, str] = {}


class PublishedFact(NamedTuple):
    """A published fact that a change alters. `words`: how a correction may name it, the first one is proposed."""

    words: tuple[str, ...]
    old: str
    new: str


def told(value: Value) -> str:
    """A value as a record writes it; empty where it is not known."""
    return value.iso if isinstance(value, PartialDate) else "" if value is None else str(value)


def completes(old: Value, new: Value) -> bool:
    """Whether nothing that was said is altered: the same, first said now, or a date told more exactly."""
    if isinstance(old, PartialDate) and isinstance(new, PartialDate):
        return old.first <= new.first and new.last <= old.last
    return old is None or old == new


def added(before: Sequence[Correction], after: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections that this change adds; of equal ones each counts."""
    left = list(before)
    new = []
    for correction in after:
        if correction in left:
            left.remove(correction)
        else:
            new.append(correction)
    return tuple(new)


def remedy(fact: PublishedFact, corrections: Iterable[Correction]) -> str | None:
    """None if one of the corrections explains the fact; else what to write, or what the nearest one lacks."""
    naming = [correction for correction in corrections if _names(correction, fact)]
    lacking = sorted((_lacks(correction, fact) for correction in naming), key=len)
    if lacking and not lacking[0]:
        return None
    if lacking:
        return f"corrections 里“{fact.words[0]}”的那一条还要{'、'.join(lacking[0])}。"
    after = f"，after 写“{short(fact.new)}”" if fact.new else ""
    return (
        f"原来写错的，请在 corrections 里加一条：what 写“{fact.words[0]}”，before 写“{short(fact.old)}”{after}，"
        "再写 date（今天）、why（原因）和 source（依据）；无意改的，请改回“"
        f"{short(fact.old)}”。"
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
