"""What was published is altered with a reason: two cells of the row become the correction or the event that the gate asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from generator.drafts.alteration import Alteration
from generator.drafts.altering import altered
from generator.drafts.explaining import Reason, entries, unexplained
from generator.forms.sheets.columns import in_words
from generator.history import kept, persons, records
from generator.history.explained import Lacking
from generator.intake.notes import FormNotes
from generator.intake.plain import half, squeezed
from generator.intake.returned import tellings
from generator.intake.returned.places import path_at
from generator.intake.returned.plan import ChangedCell, Plan, told
from generator.model.dates import propose_date
from generator.model.registry import Registry

_PROTECTED = (*records.PROTECTED, *persons.PROTECTED, *kept.PROTECTED)
_EVENTS = frozenset(item.event for item in _PROTECTED if item.event)
_BESIDE = re.compile(r"[\s，,。；;：:（）()于在日起]+")
_DATED = re.compile(r"[0-9〇○零一二三四五六七八九十]{4}[0-9〇○零一二三四五六七八九十年月日号./-]*")


def explain(plan: Plan, registry: Registry, notes: Mapping[str, FormNotes], today: date) -> None:
    """Add to a plan the corrections and events that its changes need; what lacks a reason is told (I655)."""
    workshop = plan.workshop
    text = altered(registry.texts[workshop.path], plan.alterations) if workshop else None
    if workshop is None or text is None:
        return
    answered: list[tuple[Lacking, Reason]] = []
    for it in unexplained(registry, workshop.path, text):
        if it.item.kept and _is_added(plan, it.item.event):
            keeping = Alteration((it.item.kept, len(getattr(workshop, it.item.kept))), it.fact.old)
            plan.added.append((keeping, _words(keeping)))
            continue
        cell = _cell(plan, text, it)
        reason = _reason(plan, cell, it, notes) if cell else None
        if reason:
            answered.append((it, reason))
    plan.added += [(alteration, _words(alteration)) for alteration in entries(text, answered, today)]


def _is_added(plan: Plan, event: str) -> bool:
    """Return whether a row of its own adds an event of that kind."""
    added = [cell.value for cell in plan.cells if cell.path[:1] == ("events",) and cell.held is None]
    return bool(event) and any(isinstance(it, dict) and it.get("kind") == event for it in added)


def _cell(plan: Plan, text: str, it: Lacking) -> ChangedCell | None:
    """Return the cell that alters a fact: one that held its old text in that part of the record, else the nearest."""
    head = it.item.key.split(".", maxsplit=1)[0]
    held = (cell for cell in plan.cells if cell.path[0] == head and it.fact.old in cell.before)
    return next(held, None) or plan.cell_at(path_at(text, it.problem.mark)) or next(iter(plan.cells), None)


def _reason(plan: Plan, cell: ChangedCell, it: Lacking, notes: Mapping[str, FormNotes]) -> Reason | None:
    """Return the reason that a cell's row gives; None if it gives none that explains the fact, which is told."""
    row, place = cell.row, cell.place
    why, basis = told(row.why), told(row.basis)
    kind, day = _event(why)
    telling = None
    if not (why and basis):
        telling = tellings.unexplained(cell.words, it.fact.old, it.item.event)
    elif kind and it.item.event != kind:
        telling = tellings.otherwise(cell.words, kind)
    elif kind and not day:
        place = row.why.place if row.why else place
        telling = tellings.undated(kind)
    if telling:
        notes[row.path].add(place, *telling)
        plan.blocked = True
        return None
    return Reason("" if kind else why, basis, day)


def _event(why: str) -> tuple[str, str]:
    """Return the kind of event that a reason is, and its date as records write it; a reason that says more is none."""
    plain = half(why)
    dated = _DATED.search(plain)
    rest = _BESIDE.sub("", _DATED.sub("", plain))
    kind = rest if rest in _EVENTS else ""
    return kind, (propose_date(squeezed(dated[0])) or "") if dated and kind else ""


def _words(alteration: Alteration) -> str:
    """Return what is added, in words."""
    key, value = str(alteration.path[0]), alteration.value
    if not isinstance(value, dict):
        return f"旧的写法“{value}”记为{in_words(key)}"
    if key == "events":
        return f"加一条后续情况：{value['kind']}，{value['date']}，依据“{value['source']}”"
    return f"加一条更正：{value['what']}，原因“{value['why']}”，依据“{value['source']}”"
