"""The sheet 条件: what the forms show of each condition of the call, and what a person must look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.intake.rounds.applications import Application
from generator.intake.rounds.desksheet import NAME, NUMBER, UNION, DeskCell, DeskColumn, DeskSheet, texts
from generator.intake.rounds.ground import Ground
from generator.intake.rounds.twins import values_of
from generator.model.dates import PartialDate, has_run, parse_date
from generator.model.noticetext import blocks
from generator.model.registry import Registry
from generator.rules.leaders import MODEL_WORKERS, serving
from generator.rules.names import category_of
from generator.site.notices import calls
from generator.site.notices.calls import Requirement

SHEET = "条件"
ANSWERS = ("符合", "基本符合", "不符合", "待核")
_IN_PRINCIPLE = "原则上"
_LOOK = "看材料和现场"
_OTHERS = "另一类的条件"


class CallCondition(NamedTuple):
    """A condition of a call. `head`: how sheets call it; `requirement`: its words; `number`: 0 for what every workshop must have."""

    head: str
    requirement: Requirement
    number: int

    @property
    def is_in_principle(self) -> bool:
        """Whether the call itself lets exceptions be: 原则上."""
        return _IN_PRINCIPLE in self.requirement.text

    def applies(self, category: str | None) -> bool:
        """Whether it is asked of workshops of a category; where that is not known, it may be."""
        return self.requirement.category in (None, category) or category is None


def conditions_of(ground: Ground) -> tuple[CallCondition, ...]:
    """Return the conditions of a call, out of its text."""
    text = ground.registry.texts.get(f"notices/{ground.call.text}", "")
    required = calls.conditions(blocks(text, ground.call.contact))
    found: list[CallCondition] = []
    for one in required:
        number = sum(it.number > 0 for it in found) + 1
        is_item = (
            len(one.text) > 12 or one.category is not None
        )  # what every workshop must have is said in a word
        found.append(CallCondition(f"条件{number}" if is_item else one.text, one, number if is_item else 0))
    return tuple(found)


def category(application: Application) -> str | None:
    """Return the category that an application is for, as far as it says."""
    said = values_of(application).get("category") or category_of(application.says("name"))
    return str(said) if said else None


def sheet(
    applications: Iterable[Application], conditions: tuple[CallCondition, ...], ground: Ground
) -> DeskSheet:
    """Return the sheet: of each condition what the forms show, and a column for who looked."""
    notes = [
        f"{one.head}：{one.requirement.text}{'（原则上，不合的也可以报，由人定）' if one.is_in_principle else ''}"
        for one in conditions
        if one.number
    ]
    columns = [
        DeskColumn(NUMBER, 8, key=True),
        DeskColumn(UNION, 18),
        DeskColumn(NAME, 28),
        DeskColumn("类别", 6),
    ]
    for one in conditions:
        shown = [DeskColumn(f"{one.head} 表上", 24)] if one.number else []
        columns += [
            *shown,
            DeskColumn(f"{one.head} 核对" if one.number else one.head, 11, typed=True, choices=ANSWERS),
        ]
    rows = (_row(it, conditions, ground) for it in applications)
    head = f"依据《{ground.call.title}》。表上只看得出一部分，其余要看材料、看现场；“表上”写的不是结论。"
    return DeskSheet(SHEET, (head, *notes), tuple(columns), tuple(rows))


def _row(
    application: Application, conditions: tuple[CallCondition, ...], ground: Ground
) -> tuple[DeskCell, ...]:
    own = category(application)
    cells = [*texts(application.number, application.recommender, application.says("name"), own or "")]
    for one in conditions:
        if not one.applies(own):
            cells += [DeskCell(_OTHERS, "off"), DeskCell("", "off")]
        else:
            cells += [shown(one, application, ground)] if one.number else []
            cells += [DeskCell()]
    return tuple(cells)


def shown(condition: CallCondition, application: Application, ground: Ground) -> DeskCell:
    """Return what the forms show of a condition."""
    own = values_of(application)
    years = calls.years((condition.requirement,))
    if years:
        return _run_for(own.get("established"), years, ground.call.deadline or ground.call.date)
    if condition.requirement.category == MODEL_WORKERS:
        return _honoured(own.get("leader", {}).get("honours", []), ground.registry)
    if condition.requirement.category:
        said = application.says("leader.skill_grade")
        return DeskCell(f"技术等级写的是{said}") if said else DeskCell("没有写技术等级", "missing")
    return DeskCell(_LOOK)


def _honoured(honours: Iterable[dict[str, str]], registry: Registry) -> DeskCell:
    names = [honour["name"] for honour in honours]
    enough = [name for name in names if name in set(serving(registry))]
    if enough:
        return DeskCell(f"写了{'、'.join(enough)}")
    if names:
        return DeskCell(f"写了{'、'.join(names)}，都不到市级个人荣誉；原则上的条件，由人定", "doubtful")
    return DeskCell("没有写荣誉，要核对", "missing")


def _run_for(established: object, years: int, until: PartialDate) -> DeskCell:
    """Whether a workshop had run for so many years by a day; a year alone may leave it open."""
    day = parse_date(str(established)) if established else None
    if day is None:
        return DeskCell("没有写成立时间", "missing")
    has = has_run(day, years, until)
    if has:
        return DeskCell(f"{day.chinese}成立，满 {years} 年")
    if has is False:
        return DeskCell(f"{day.chinese}成立，到{until.chinese}不满 {years} 年", "doubtful")
    return DeskCell(f"{day.chinese}成立，满不满 {years} 年要看月份", "doubtful")


def scored(conditions: Iterable[CallCondition]) -> Iterator[tuple[str, tuple[CallCondition, ...]]]:
    """Yield what marks are given for: each numbered condition; those of which a workshop has to meet one alone together."""
    items = [one for one in conditions if one.number]
    bound = tuple(one for one in items if one.requirement.category)
    if bound:
        yield f"条件{'、'.join(str(one.number) for one in bound)}", bound
    yield from ((one.head, (one,)) for one in items if one not in bound)
