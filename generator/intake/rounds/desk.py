"""The officer's desk made anew: what the papers say now, and in their places what people typed before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.intake.notes import Refusal
from generator.intake.rounds import comparing, concluding, conditions, overview, scoring, twins, typed, unsent
from generator.intake.rounds.applications import Application, applications
from generator.intake.rounds.concluding import Conclusion
from generator.intake.rounds.deskbook import deskbook
from generator.intake.rounds.desksheet import DeskCell, DeskColumn, DeskSheet, texts
from generator.intake.rounds.ground import Ground
from generator.intake.rounds.papers import Paper
from generator.intake.rounds.state import Round
from generator.intake.rounds.twins import Twin
from generator.intake.rounds.typed import KEPT, Desk, Typed, TypedSheet

Changes = Mapping[str, Mapping[str, str]]  # by number and key of field, what people wrote in 总表

_LEFT = "这里是没有地方放了的内容：那一行的申报不在了，或者写在了程序填的格子里。看过可以删掉这一页。"
_FORGOTTEN = (
    "本轮.xlsx 里程序自己记的一页没有了（多半另存成了别的格式）：“总表”里改过的格子这次认不出来，请再核对一遍"
)


@dataclass(frozen=True)
class Made:
    """The desk and what stands on it. `applications`: as people corrected them; `told`: what an officer must know, in sentences.

    `unclear`: those of them that say which conclusion cannot be understood.
    """

    content: bytes
    applications: tuple[Application, ...]
    conclusions: tuple[Conclusion, ...]
    twins: tuple[Twin, ...]
    told: tuple[str, ...]
    unclear: tuple[str, ...]


def made(round_: Round, papers: list[Paper], before: bytes | None, ground: Ground) -> Made | Refusal:
    """Return the desk; `before`: the workbook as people left it, None at first. A Refusal where that cannot be read."""
    received = applications(papers, round_.numbers, ground.registry)
    plain, now, found = _sheets(round_, received, {}, ground)
    came = typed.read(before, {sheet.name: sheet for sheet in plain}) if before is not None else Desk()
    if isinstance(came, Refusal):
        return came
    there = {one.number for one in received}
    changes = {
        number: texts for number, texts in overview.corrections(came, ground).items() if number in there
    }
    if changes:
        plain, now, found = _sheets(round_, received, changes, ground)
    sheets = [_with_typed(sheet, came) for sheet in plain]
    loose = list(_loose(sheets, came))
    told = [*came.told, *(f"{one.place}写的“{one.text[:40]}”没有地方放了，抄在“{KEPT}”里" for one in loose)]
    if before is not None and came.written is None:
        told.append(_FORGOTTEN)
    unclear: list[str] = []
    concluded = concluding.conclusions(came, now, unclear)
    kept = _kept([*came.kept, *((one.place, one.text) for one in loose)])
    content = deskbook(f"{round_.year} 年推荐申报", ground.call.date.first, [*sheets, *kept], came.added)
    return Made(content, now, concluded, found, (*told, *unclear), tuple(unclear))


def _sheets(
    round_: Round, received: tuple[Application, ...], changes: Changes, ground: Ground
) -> tuple[list[DeskSheet], tuple[Application, ...], tuple[Twin, ...]]:
    """Return the sheets as the program says them, the applications as people corrected them, and which may be one."""
    now = tuple(overview.corrected(one, changes.get(one.number, {}), ground) for one in received)
    found = twins.twins(now, ground.registry)
    asked = conditions.conditions_of(ground)
    marks = scoring.sheet(now, asked, round_.assessors)
    sheets = [
        overview.sheet(received, changes, ground),
        comparing.sheet(now, ground),
        twins.sheet(found, now),
        conditions.sheet(now, asked, ground),
        marks,
        concluding.sheet(now, found, marks),
        unsent.unions(now, ground.registry),
        unsent.unread(round_.skipped),
    ]
    return sheets, now, found


def _with_typed(sheet: DeskSheet, came: Desk) -> DeskSheet:
    """Return the sheet with what people typed in their columns, and with the columns that they added."""
    page = came.pages.get(sheet.name)
    if page is None:
        return sheet
    own = {*sheet.heads, *(head for name, _, head in came.written or () if name == sheet.name)}
    added = tuple(DeskColumn(head, 20, typed=True) for head in page.heads if head not in own)
    rows = []
    for key, row in sheet.keyed():
        cells = [
            _typed_over(cell, page.cells.get((key, column.head))) if column.typed else cell
            for column, cell in zip(sheet.columns, row, strict=True)
        ]
        rows.append((*cells, *(_typed_over(DeskCell(), page.cells.get((key, one.head))) for one in added)))
    return sheet._replace(columns=(*sheet.columns, *added), rows=tuple(rows))


def _typed_over(cell: DeskCell, typed_: Typed | None) -> DeskCell:
    return cell if typed_ is None else DeskCell(typed_.value, cell.look)


def _loose(sheets: list[DeskSheet], came: Desk) -> Iterator[Typed]:
    """What people typed and has no place any more: rows that are gone, and what the program's to say is."""
    for sheet in sheets:
        page = came.pages.get(sheet.name, TypedSheet())
        yield from page.loose
        keys = {key for key, _ in sheet.keyed()}
        typed_heads = {column.head for column in sheet.columns if column.typed}
        for (key, head), cell in page.cells.items():
            if head in typed_heads and key not in keys:
                yield cell._replace(text=f"{'、'.join(key)}：{cell.text}")
            elif head not in typed_heads and sheet.name != overview.SHEET:
                was = (came.written or {}).get((sheet.name, key, head))
                if was is not None and cell.text.split() != was.split():
                    yield cell


def _kept(lines: list[tuple[str, str]]) -> list[DeskSheet]:
    columns = (DeskColumn("原来的地方", 50, key=True), DeskColumn("写的", 80, typed=True))
    rows = tuple(texts(*line) for line in dict.fromkeys(lines))
    return [DeskSheet(KEPT, (_LEFT,), columns, rows)] if rows else []
