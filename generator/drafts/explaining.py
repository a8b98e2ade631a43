"""An alteration of a published record, with the correction or the event by which the history gate lets it pass.

Which of the two a fact needs is told once, with the gate: `event`, `kept` and `tells` of history.explained.Protected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator import history
from generator.drafts.alteration import Alteration
from generator.drafts.altering import altered, values
from generator.history.change import Change
from generator.history.explained import Lacking
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.problem import Problem
from generator.reading.read import read_record
from generator.reading.spans import Plain


class Reason(NamedTuple):
    """Why something published is altered. `why`: 原因; `basis`: 依据, a document or a public text; `notice`: the id of a notice.

    `happened`: the day on which it really changed (a date of a record); empty where it was written wrongly.
    """

    why: str
    basis: str
    happened: str = ""
    notice: str = ""


class Explained(NamedTuple):
    """What came of it. `text`: the new text of the record, None where `altered` cannot make it.

    `problems`: those of the reader in the new text; else what the gate asks and the reason does not answer.
    """

    text: str | None
    problems: list[Problem]


def explained(
    registry: Registry,
    path: str,
    alterations: Iterable[Alteration],
    reason: Reason | None,
    today: date,
) -> Explained:
    """Return the record at a path of the registry, altered. Without a reason nothing is explained, only told."""
    before = next(one for one in registry.workshops if one.path == path)
    text = altered(registry.texts[path], alterations)
    if text is None:
        return Explained(None, [])
    after, problems = read_record(path, text, registry.vocabularies)
    if after is None or problems:
        return Explained(text, problems)
    if reason and (lacking := history.lacking(_change(registry, before, after, text))):
        further = altered(text, entries(text, [(it, reason) for it in lacking], today))
        again, problems = read_record(path, further, registry.vocabularies) if further else (None, [])
        if further is None or again is None or problems:
            return Explained(further, problems)
        text, after = further, again
    told = history.judge(_change(registry, before, after, text), history.OF_FACTS)
    return Explained(text, sorted(told))


def unexplained(registry: Registry, path: str, text: str) -> list[Lacking]:
    """Return the published facts that the new text of the record at a path alters without an explanation; none if it cannot be read."""
    before = next(one for one in registry.workshops if one.path == path)
    after, problems = read_record(path, text, registry.vocabularies)
    return [] if after is None or problems else history.lacking(_change(registry, before, after, text))


def entries(text: str, answered: Iterable[tuple[Lacking, Reason]], today: date) -> list[Alteration]:
    """Return the alterations of a text that explain each fact by its reason."""
    by_reason: dict[Reason, list[Lacking]] = {}
    for it, reason in answered:
        by_reason.setdefault(reason, []).append(it)
    events = [entry for reason, found in by_reason.items() for entry in _events(found, reason)]
    corrections = [
        entry for reason, found in by_reason.items() for entry in _corrections(found, reason, today)
    ]
    held = values(text)
    return _appended(held if isinstance(held, dict) else {}, [*events, *corrections])


def _happened(it: Lacking, reason: Reason) -> bool:
    """Whether an event tells of it."""
    return bool(reason.happened and it.item.event)


def _corrections(lacking: list[Lacking], reason: Reason, today: date) -> Iterable[tuple[str, Plain]]:
    for it in lacking:
        if not _happened(it, reason):
            fact = {"what": it.fact.words[0], "before": it.fact.old, "after": it.fact.new}
            entry = {
                "date": today.isoformat(),
                **fact,
                "why": reason.why,
                "source": reason.basis or reason.notice,
            }
            yield "corrections", _known(entry)


def _events(lacking: list[Lacking], reason: Reason) -> Iterable[tuple[str, Plain]]:
    """Yield one event of each kind, and the old names that stay."""
    told = {it.item.event: it for it in lacking if _happened(it, reason)}
    for kind, it in told.items():
        proof = {"notice": reason.notice, "source": reason.basis, "note": reason.why}
        says = {it.item.tells: it.fact.old} if it.item.tells else {}
        yield "events", _known({"kind": kind, "date": reason.happened, **proof, **says})
        if it.item.kept:
            yield it.item.kept, it.fact.old


def _known(entry: dict[str, str]) -> dict[str, Plain]:
    return {key: value for key, value in entry.items() if value}


def _appended(held: dict[str, Plain], entries: Iterable[tuple[str, Plain]]) -> list[Alteration]:
    """Return the alterations that put each entry behind those of its list; a text that stands there already is left out."""
    lists = {key: list(value) for key, value in held.items() if isinstance(value, list)}
    found = []
    for key, entry in entries:
        there = lists.setdefault(key, [])
        if isinstance(entry, dict) or entry not in there:
            found.append(Alteration((key, len(there)), entry))
            there.append(entry)
    return found


def _change(registry: Registry, before: Workshop, after: Workshop, text: str) -> Change:
    """The change of one record by itself."""
    old = replace(registry, workshops=(before,))
    new = replace(registry, workshops=(after,), texts={**registry.texts, after.path: text})
    only = frozenset({after.path})
    return Change(old, new, {after.path: "100644"}, only, only)
