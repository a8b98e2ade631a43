"""The sheet 总表: every application and every box of its forms: filled, missing, doubtful; and what people corrected there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.intake.filled import Filled
from generator.intake.rounds import papers
from generator.intake.rounds.applications import Application, in_use
from generator.intake.rounds.desksheet import NUMBER, UNION, DeskCell, DeskColumn, DeskSheet
from generator.intake.rounds.ground import UNION_KEY, Ground
from generator.intake.rounds.papers import Paper
from generator.intake.rounds.state import Received
from generator.intake.rounds.typed import Desk
from generator.model.forms import FormField

SHEET, MISSING = "总表", "缺"
_FILLED = "已填"  # of a box whose content is never read out
_NOTES = (
    "一行一个申报的工作室。橙色是缺的，黄色是要核对的，为什么写在“问题”里。问清以后直接改在格子里，别的表、附件1、公示和记录都跟着改；"
    "删空就是不改。浅蓝的列名是给人填的。",
)


def sheet(
    received: Iterable[Application], corrections: Mapping[str, Mapping[str, str]], ground: Ground
) -> DeskSheet:
    """Return the sheet. `received`: the applications as they were sent; `corrections`: by number and key of field."""
    columns = (
        DeskColumn(NUMBER, 8, key=True),
        DeskColumn(UNION, 18),
        *(DeskColumn(field.label, 30 if field.kind == "prose" else 14) for field in ground.fields),
        DeskColumn("缺几栏", 7),
        DeskColumn("问题", 40),
        DeskColumn("来自", 36),
        DeskColumn("办理情况", 20, typed=True),
    )
    rows = (_row(one, corrections.get(one.number, {}), ground) for one in received)
    return DeskSheet(SHEET, _NOTES, columns, tuple(rows))


def corrections(desk: Desk, ground: Ground) -> dict[str, dict[str, str]]:
    """Return what people typed over in the sheet, by number and key of field."""
    keys = {field.label: field.key for field in ground.fields if not field.private} | {UNION: UNION_KEY}
    page, found = desk.pages.get(SHEET), dict[str, dict[str, str]]()
    for (key, head), typed in page.cells.items() if page and desk.written is not None else ():
        was = desk.written.get((SHEET, key, head)) if desk.written else None
        if head in keys and was is not None and typed.text != was:
            found.setdefault(key[0], {})[keys[head]] = typed.text
    return found


def corrected(application: Application, texts: Mapping[str, str], ground: Ground) -> Application:
    """Return an application that says these texts; what no paper has a box for is said by a row of its own."""
    if not texts:
        return application
    heads = {field.key for paper in application.newest for field in paper.filled.form.fields}
    rows = application.rows
    if texts.keys() - heads - {UNION_KEY}:
        received = Received("", "", (SHEET,))
        rows = (
            *rows,
            Paper(f"{application.number}:typed", received, Filled(ground.summary, "", {}), (), None),
        )
    changed = replace(
        application,
        forms=tuple(
            papers.corrected(paper, texts, ground.registry, ground.today) for paper in application.forms
        ),
        rows=tuple(papers.corrected(paper, texts, ground.registry, ground.today) for paper in rows),
    )
    if union := texts.get(UNION_KEY):
        changed = replace(changed, recommender=in_use(union, ground.registry), whence=SHEET)
    return changed


def box(application: Application, field: FormField) -> DeskCell:
    """Return what an application says in a field: its text, that it is missing, or nothing where nobody needs to say it."""
    missing = any(field.key == one.key for paper in application.newest for one in paper.missing)
    if field.private:
        return DeskCell(MISSING, "missing") if missing else DeskCell(_FILLED if application.forms else "")
    for paper in application.newest:
        own = paper.filled.boxes.get(field.key)
        text = papers.written(own) if own else ""
        if own and (text or own.doubtful):
            return DeskCell(text, "doubtful" if own.doubtful or paper.doubts(field.key) else "")
    return DeskCell(MISSING, "missing") if missing else DeskCell()


def _row(application: Application, texts: Mapping[str, str], ground: Ground) -> tuple[DeskCell, ...]:
    boxes = [box(application, field) for field in ground.fields]
    missing = sum(cell.look == "missing" for cell in boxes)
    shown = [_over(cell, texts.get(field.key, "")) for cell, field in zip(boxes, ground.fields, strict=True)]
    union = DeskCell(application.recommender) if application.recommender else DeskCell(MISSING, "missing")
    return (
        DeskCell(application.number),
        _over(union, texts.get(UNION_KEY, "")),
        *shown,
        DeskCell(missing, "missing" if missing else ""),
        DeskCell("；".join(dict.fromkeys(_problems(application)))),
        DeskCell("\n".join([*(paper.origin for paper in application.newest), *_whence(application)])),
        DeskCell(),
    )


def _whence(application: Application) -> list[str]:
    return [f"推荐单位据{application.whence}"] if application.whence else []


def _over(cell: DeskCell, typed: str) -> DeskCell:
    return DeskCell(typed, "typed", was=str(cell.text)) if typed and typed != cell.text else cell


def _problems(application: Application) -> Iterable[str]:
    for paper in application.newest:
        for problem in paper.problems:
            if not problem.message.startswith("空着 "):
                yield f"{problem.place}：{papers.told(problem)}" if problem.place else papers.told(problem)
    for words, several in (("申报表", application.forms), ("汇总表里的行", application.rows)):
        if len(several) > 1:
            yield f"{words}有 {len(several)} 份，用最新的一份"
