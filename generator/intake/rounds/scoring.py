"""The sheet 考核打分: marks of each assessor by condition; sums, the mean and the order are computed by Excel."""

from __future__ import annotations

from collections.abc import Iterable

from generator.intake.rounds.applications import Application
from generator.intake.rounds.conditions import CallCondition, category, scored
from generator.intake.rounds.deskbook import FULL_MARKS
from generator.intake.rounds.desksheet import NAME, NUMBER, UNION, DeskCell, DeskColumn, DeskSheet, texts
from generator.libraries.workbook import letter

SHEET, TOTAL, PLACE = "考核打分", "总分", "名次"
WHO = "评委姓名"
_HUNDRED = 100
_NOTES = (
    "通知没有规定分值：“满分”一行的数只是把 100 分平均分到各项，请照自己的办法改。每位评委一组，评委不够或多了的，另加列也会留着。",
    "合计是一位评委各项之和，总分是各位评委合计的平均（没有打分的评委不算），名次照总分排；这三样由 Excel 算，不用填。",
)


def sheet(
    applications: Iterable[Application], conditions: tuple[CallCondition, ...], assessors: int
) -> DeskSheet:
    """Return the sheet: first who the assessors are and the full marks, then a row for each application."""
    parts = [head for head, _ in scored(conditions)]
    columns = [
        DeskColumn(NUMBER, 9, key=True),
        DeskColumn(UNION, 18),
        DeskColumn(NAME, 28),
        DeskColumn("类别", 6),
    ]
    first = len(columns)
    for number in range(1, assessors + 1):
        columns += [DeskColumn(f"评委{number} {part}", 8, typed=True, score=True) for part in parts]
        columns.append(DeskColumn(f"评委{number} 合计", 8))
    columns += [DeskColumn(TOTAL, 8), DeskColumn(PLACE, 6)]
    sums = [_sum(first + at * (len(parts) + 1), len(parts)) for at in range(assessors)]
    where = [letter(first + at * (len(parts) + 1) + len(parts)) for at in range(assessors)]
    mean = _mean(where)
    full = _HUNDRED // len(parts) if parts else 0
    head = [*texts(WHO, "", "", ""), *[DeskCell() for _ in columns[first:]]]
    marks = [*texts(FULL_MARKS, "", "", "")]
    for total in sums:
        marks += [*(DeskCell(full) for _ in parts), total]
    rows = [tuple(head), (*marks, mean, DeskCell())]
    listed = list(applications)
    top = len(_NOTES) + 2 + len(rows)  # the number in Excel of the first application's row
    at = letter(first + assessors * (len(parts) + 1))
    place = _place(at, top, max(top, top + len(listed) - 1))
    for one in listed:
        about = texts(one.number, one.recommender, one.says("name"), category(one) or "")
        given = [cell for total in sums for cell in (*(DeskCell() for _ in parts), total)]
        rows.append((*about, *given, mean, place))
    return DeskSheet(SHEET, _NOTES, tuple(columns), tuple(rows))


def total_of(head: str, sheet: DeskSheet) -> DeskCell:
    """Return the cell of another sheet that shows a column of this one, by the application's number in its column A."""
    at = letter(sheet.heads.index(head))
    found = f"INDEX('{SHEET}'!${at}:${at},MATCH($A{{row}},'{SHEET}'!$A:$A,0))"
    return DeskCell("", formula=f'=IFERROR({found},"")')


def _sum(first: int, many: int) -> DeskCell:
    if not many:
        return DeskCell()
    cells = f"{letter(first)}{{row}}:{letter(first + many - 1)}{{row}}"
    return DeskCell("", formula=f'=IF(COUNT({cells})=0,"",SUM({cells}))')


def _mean(columns: Iterable[str]) -> DeskCell:
    cells = ",".join(f"{at}{{row}}" for at in columns)
    return DeskCell("", formula=f'=IF(COUNT({cells})=0,"",ROUND(AVERAGE({cells}),2))')


def _place(at: str, first: int, last: int) -> DeskCell:
    return DeskCell("", formula=f'=IF({at}{{row}}="","",RANK({at}{{row}},${at}${first}:${at}${last}))')
