"""The sheet 查重: each application against the register and against the others, by the register's own law of duplicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.drafts.lines import lines
from generator.intake.rounds.applications import Application
from generator.intake.rounds.desksheet import NAME, NUMBER, UNION, DeskColumn, DeskSheet, texts
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import Code
from generator.reading import schema
from generator.reading.placement import path_of, words_of
from generator.reading.read import read_texts
from generator.rules.duplicates import R361, R362, R363, R364, likenesses

SHEET = "查重"
_FIRST = 9_000_000  # ids of applications while they are compared; no record has them
_HOW = {
    R361: "名称和单位都相同",
    R364: "名称相同，单位不同或者有一边没有写",
    R362: "名称几乎一样",
    R363: "领衔人和单位相同，名称不同",
}
_NOTES = (
    "和名册里的、和这次申报的别家像是同一个工作室的。已经在名册里的，命名记到那一份记录上：在“结论”的“名册编号”里写编号；"
    "是另一个工作室的，写“新”。“名称和单位都相同”的不写也记到那一份上。",
)


class Twin(NamedTuple):
    """An application that may be the workshop of a record, or of another application. `other`: an id or an application's number."""

    number: str
    other: str
    name: str
    unit: str
    code: Code


def twins(applications: Iterable[Application], registry: Registry) -> tuple[Twin, ...]:
    """Return all that may be one workshop, in the order of the applications."""
    listed = list(applications)
    numbers = {registry.local.ids.of_number(_FIRST + at): one.number for at, one in enumerate(listed)}
    made = _workshops(dict(zip(numbers, listed, strict=True)), registry)
    found = [
        Twin(numbers[one.id], numbers.get(other.id, other.id), other.name, other.unit or "", code)
        for one, alike in likenesses((*registry.workshops, *made), registry)
        if one.id in numbers
        for other, code in alike
    ]
    return tuple(found)


def sheet(found: Iterable[Twin], applications: Iterable[Application]) -> DeskSheet:
    """Return the sheet: one row for each pair."""
    columns = (
        DeskColumn(NUMBER, 8, key=True),
        DeskColumn("和哪一个", 10, key=True),
        DeskColumn(UNION, 18),
        DeskColumn(NAME, 28),
        DeskColumn("那一个的名称", 28),
        DeskColumn("那一个的单位", 26),
        DeskColumn("怎样相像", 24),
        DeskColumn("核对结果", 24, typed=True),
    )
    by_number = {one.number: one for one in applications}
    rows = (
        texts(
            one.number, one.other, by_number[one.number].recommender, by_number[one.number].says("name"),
            one.name, one.unit, _HOW[one.code], "",
        )
        for one in found
    )  # fmt: skip
    return DeskSheet(SHEET, _NOTES, columns, tuple(rows))


def values_of(application: Application) -> dict[str, Any]:
    """Return what the register would take of an application: of its form, and of its row what the form does not say."""
    found: dict[str, Any] = {}
    for paper in reversed(application.newest):
        own = paper.record.values if paper.record else {}
        leader = {**found.get("leader", {}), **own.get("leader", {})}
        found |= own | ({"leader": leader} if leader else {})
    return found


def _workshops(applications: Mapping[str, Application], registry: Registry) -> Iterator[Workshop]:
    """The applications as records, as far as they can be read."""
    words = words_of(registry.texts)
    drafts = {}
    for id_, application in applications.items():
        own = values_of(application)
        if "name" in own:
            told: dict[str, Any] = {key: own[key] for key in ("name", "kind", "unit") if key in own}
            if name := own.get("leader", {}).get("name"):
                told["leader"] = {"name": name, "basis": {"kind": "公开报道"}}
            told |= {"id": id_, "sources": [{"title": "申报表"}]}
            drafts[path_of(id_)] = "\n".join(lines(schema.WORKSHOP, told)) + "\n"
    return iter(read_texts({**words, **drafts})[0].workshops)
