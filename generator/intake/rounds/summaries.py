"""附件1 of each union, filled from what its workshops' forms say and people corrected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.forms.layout import Summary
from generator.intake.rounds.applications import Application
from generator.intake.rounds.concluding import WITHDRAWN, Conclusion
from generator.intake.rounds.conditions import category
from generator.intake.rounds.ground import UNION_KEY, Ground
from generator.intake.rounds.overview import MISSING, box


class UnionsTable(NamedTuple):
    """A filled summary; `empty`: of how many workshops a field is empty, by its label; `numbers`: their applications."""

    summary: Summary
    numbers: tuple[str, ...]
    empty: dict[str, int]


def by_union(conclusions: Iterable[Conclusion]) -> dict[str, list[Application]]:
    """Return the applications that were not withdrawn by their unions, in the order in which unions came; nobody's under ''."""
    found: dict[str, list[Application]] = {}
    for one in conclusions:
        if one.word != WITHDRAWN:
            found.setdefault(one.application.recommender, []).append(one.application)
    return found


def table_of(union: str, applications: Iterable[Application], ground: Ground) -> UnionsTable:
    """Return the table of a union."""
    listed = list(applications)
    rows = tuple(
        {field.key: _said(one, field.key, union, ground) for field in ground.summary.fields} for one in listed
    )
    asked = [field for field in ground.summary.fields if field.feeds]
    empty = {field.label: count for field in asked if (count := sum(not row[field.key] for row in rows))}
    return UnionsTable(Summary(union, rows), tuple(one.number for one in listed), empty)


def _said(application: Application, key: str, union: str, ground: Ground) -> str:
    if key == UNION_KEY:
        return union
    field = next(one for one in ground.summary.fields if one.key == key)
    said = str(box(application, field).text)
    if said and said != MISSING:
        return said
    return (category(application) or "") if field.feeds == ("category",) else ""
