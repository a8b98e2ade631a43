"""The sheet 与附件1核对: the form against the union's row of the summary, field by field, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.intake.labels import key
from generator.intake.rounds.applications import Application
from generator.intake.rounds.desksheet import NAME, NUMBER, UNION, DeskCell, DeskColumn, DeskSheet, texts
from generator.intake.rounds.ground import Ground
from generator.intake.rounds.papers import Paper

SHEET = "与附件1核对"
_NOTES = (
    "申报表（附件2）和汇总表（附件1）写得不一样的，一行一处。以哪个为准，问清后改在“总表”里，这一行就没有了。",
)
_WHOLE = "整份"


def sheet(applications: Iterable[Application], ground: Ground) -> DeskSheet:
    """Return the sheet: one row for each difference."""
    columns = (
        DeskColumn(NUMBER, 8, key=True),
        DeskColumn("栏目", 16, key=True),
        DeskColumn(UNION, 18),
        DeskColumn(NAME, 28),
        DeskColumn("申报表写的", 30),
        DeskColumn("汇总表写的", 30),
        DeskColumn("怎样不同", 24),
        DeskColumn("处理", 24, typed=True),
    )
    rows = (row for application in applications for row in _rows(application, ground))
    return DeskSheet(SHEET, _NOTES, columns, tuple(rows))


def differences(application: Application, ground: Ground) -> Iterator[tuple[str, str, str, str]]:
    """Yield where form and row differ: the field's label, what the form says, what the row says, in what way."""
    if not application.forms or not application.rows:
        there, absent = ("申报表", "汇总表") if application.forms else ("汇总表", "申报表")
        yield (
            _WHOLE,
            *(("有", "") if application.forms else ("", "有")),
            f"{there}里有，没有收到{absent}里的",
        )
        return
    form, row = application.forms[0], application.rows[0]
    shared = {field.key for field in ground.summary.fields}
    for field in ground.application.fields:
        if field.key in shared and field.key in row.filled.boxes and field.key in form.filled.boxes:
            one, other = (_said(paper, field.key) for paper in (form, row))
            if one != other and not _means_the_same(form, row, field.feeds):
                yield field.label, one, other, _how(one, other)


def _rows(application: Application, ground: Ground) -> Iterator[tuple[DeskCell, ...]]:
    about = application.recommender, application.says("name")
    for label, one, other, how in differences(application, ground):
        first = texts(application.number, label, *about)
        yield (*first, DeskCell(one, "differs"), DeskCell(other, "differs"), *texts(how, ""))


def _said(paper: Paper, field: str) -> str:
    box = paper.filled.boxes[field]
    return paper.fed(box.field.feeds[0]) if box.field.feeds else ""


def _means_the_same(form: Paper, row: Paper, feeds: tuple[str, ...]) -> bool:
    """Whether the register would take the same of both: 本科 and 大学本科."""
    taken = [[_value(paper, feed) for feed in feeds] for paper in (form, row)]
    return taken[0] == taken[1] and any(taken[0])


def _value(paper: Paper, feed: str) -> object:
    first, _, rest = feed.partition(".")
    value = paper.record.values.get(first) if paper.record else None
    return value.get(rest) if rest and isinstance(value, dict) else None if rest else value


def _how(one: str, other: str) -> str:
    if not one or not other:
        return f"{'申报表' if not one else '汇总表'}空着"
    if key(one) == key(other):
        return "只差标点、括号或空格"
    if key(one) in key(other) or key(other) in key(one):
        return "一个写得全，一个写得简"
    return "写的不同"
