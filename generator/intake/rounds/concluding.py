"""The sheet 结论, and what was concluded: which workshops are named, at which level, as which record; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.intake.rounds import scoring
from generator.intake.rounds.applications import Application
from generator.intake.rounds.conditions import category
from generator.intake.rounds.desksheet import NAME, NUMBER, UNION, DeskCell, DeskColumn, DeskSheet, texts
from generator.intake.rounds.twins import Twin
from generator.intake.rounds.typed import Desk, Typed
from generator.libraries.characters import nfkc
from generator.model.local import ID
from generator.model.workshop import LEVELS
from generator.rules.names import IN_NAMES

SHEET = "结论"
NAMED, REFUSED, OPEN, WITHDRAWN = CHOICES = ("拟命名", "不命名", "待定", "已撤回")
CONCLUSION, LEVEL, CATEGORY, RECORD = "结论", "命名级别", "命名类别", "名册编号"
USUAL_LEVEL = "市级"
NEW = "新"
# Other words for the four, as people type them.
_MEANS = {
    NAMED: ("命名", "同意", "同意命名", "拟同意命名", "拟定命名", "通过", "是"),
    REFUSED: ("不予命名", "不拟命名", "不同意", "不同意命名", "未通过", "不通过", "否"),
    OPEN: ("待议", "暂缓", "再议", "待研究"),
    WITHDRAWN: ("撤回", "撤销申报", "退出", "已退出"),
}
_NOTES = (
    "“结论”从下拉列表里选；空着等于“待定”。单位自己撤回的选“已撤回”。级别和类别不写，就是市级和名称里的类别。",
    "“名册编号”：已经在名册里的写它的编号，是另一个工作室的写“新”。名称、单位写错的，在“总表”里改。",
)


class Conclusion(NamedTuple):
    """What was concluded of an application. `record`: the id of its record, 新 for a new one, empty where nobody said."""

    application: Application
    word: str
    level: str
    category: str
    record: str

    @property
    def is_named(self) -> bool:
        """Whether the workshop is to be named."""
        return self.word == NAMED


def sheet(applications: Iterable[Application], found: Iterable[Twin], marks: DeskSheet) -> DeskSheet:
    """Return the sheet; `found`: what may be one workshop, `marks`: the sheet 考核打分."""
    columns = (
        DeskColumn(NUMBER, 8, key=True), DeskColumn(UNION, 18), DeskColumn(NAME, 28), DeskColumn("类别", 6),
        DeskColumn("所在单位", 26), DeskColumn("领衔人", 9), DeskColumn(scoring.TOTAL, 7), DeskColumn(scoring.PLACE, 6),
        DeskColumn("像是同一个", 22),
        DeskColumn(CONCLUSION, 9, typed=True, choices=CHOICES), DeskColumn(LEVEL, 10, typed=True, choices=LEVELS),
        DeskColumn(CATEGORY, 9, typed=True, choices=tuple(IN_NAMES)), DeskColumn(RECORD, 10, typed=True),
        DeskColumn("说明", 30, typed=True),
    )  # fmt: skip
    alike: dict[str, list[str]] = {}
    for twin in found:
        alike.setdefault(twin.number, []).append(f"{twin.other} {twin.name}")
    shown = [scoring.total_of(head, marks) for head in (scoring.TOTAL, scoring.PLACE)]
    rows = (
        (
            *texts(one.number, one.recommender, one.says("name"), category(one) or ""),
            *texts(one.says("unit"), one.says("leader.name")),
            *shown,
            DeskCell("\n".join(alike.get(one.number, [])), "doubtful" if one.number in alike else ""),
            *texts("", "", "", "", ""),
        )
        for one in applications
    )
    return DeskSheet(SHEET, _NOTES, columns, tuple(rows))


def conclusions(desk: Desk, applications: Iterable[Application], told: list[str]) -> tuple[Conclusion, ...]:
    """Return the conclusion of each application, and tell (`told`) each cell that cannot be understood: it counts as 待定."""
    return tuple(_conclusion(desk, one, told) for one in applications)


def _conclusion(desk: Desk, application: Application, told: list[str]) -> Conclusion:
    cells = {
        head: desk.typed(SHEET, (application.number,), head) for head in (CONCLUSION, LEVEL, CATEGORY, RECORD)
    }
    own = category(application) or ""
    return Conclusion(
        application,
        _one_of(cells[CONCLUSION], {word: word for word in CHOICES} | dict(_aliases()), OPEN, told),
        _one_of(cells[LEVEL], {level: level for level in LEVELS}, USUAL_LEVEL, told),
        _one_of(cells[CATEGORY], {word: word for word in IN_NAMES} | {long: word for word, long in IN_NAMES.items()}, own, told),
        _record(cells[RECORD], told),
    )  # fmt: skip


def _aliases() -> Iterator[tuple[str, str]]:
    yield from ((other, word) for word, others in _MEANS.items() for other in others)


def _plain(typed: Typed | None) -> str:
    """What was typed, without white space, quotation marks and full stops, half-width."""
    return re.sub(r"[\s“”\"'。.，,]", "", nfkc(typed.text)) if typed else ""


def _one_of(typed: Typed | None, words: dict[str, str], usual: str, told: list[str]) -> str:
    said = _plain(typed)
    if said and said not in words:
        listed = "、".join(dict.fromkeys(words.values()))
        told.append(f"{typed.place if typed else ''}写的是“{said[:20]}”，看不懂：请写{listed}之一")
        return OPEN if OPEN in words else usual
    return words.get(said, usual)


def _record(typed: Typed | None, told: list[str]) -> str:
    said = _plain(typed).upper()
    if said in ("", NEW, "新建", "新增", "新的"):
        return NEW if said else ""
    if not re.fullmatch(ID, said):
        told.append(
            f"{typed.place if typed else ''}写的是“{said[:20]}”，不是名册编号：请写名册里的编号，或者“新”"
        )
        return ""
    return said
