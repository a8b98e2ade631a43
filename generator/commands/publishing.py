"""round publish: the naming notice and its workshops into the register, all or nothing, what only a person can add told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.commands import roundwork
from generator.commands.roundpapers import named_in
from generator.commands.roundwork import Work
from generator.doors import build, disk, gitlog, revisions
from generator.doors.progress import Step
from generator.doors.trouble import Trouble, told_as
from generator.intake.naming.imported import Imported, judged
from generator.intake.naming.registering import I642
from generator.intake.notes import FormNotes, FormProblem
from generator.intake.rounds import publishing
from generator.intake.rounds.concluding import Conclusion
from generator.intake.rounds.publishing import Publication
from generator.intake.rounds.state import Issued
from generator.intake.standing import Standing
from generator.libraries.characters import visible
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.reading.read import read_texts
from generator.reading.schema.patterns import SLUG
from generator.site.output import outputs


def run(folder: Path, registry: Path, id_: str, step: Step) -> tuple[str, bool]:
    """Return the report, and whether anything is left unwritten."""
    if not re.fullmatch(SLUG, id_):
        raise Trouble(
            f"--notice 写的“{visible(id_[:40])}”不能作编号：用小写字母、数字和减号，如 naming-2026。"
        )
    work, made = roundwork.at_desk(folder, registry, step)
    named = named_in(made)
    issued = _issued(work, named)
    loaded = work.loaded
    text = publishing.notice_text(id_, issued, named)
    whole, notice = _with_notice(loaded.registry, id_, text)
    entries = publishing.entries(named, issued, whole)
    past, words = gitlog.ever(registry)
    step("对照名册")
    standing = Standing(
        whole,
        [*whole.names, *past],
        work.ground.today,
        lambda: loaded.problems,
        build.FONTS,
        revisions.taken_down(registry, whole),
    )
    notes = FormNotes("本轮.xlsx", work.ground.today)
    made_of = judged(notice, [entry.named for entry in entries], notes, standing)
    if made_of.is_good and not made_of.result.open:
        _write(registry, loaded.registry, made_of, {notice.path: text})
    told = f"{words}\n" if words else ""
    return told + _report(made_of, entries, loaded.folder), made_of.failed


def _issued(work: Work, named: list[Conclusion]) -> Issued:
    """The naming notice that was written last. Trouble where there is none, or where conclusions came to be others since."""
    issued = work.round_.issued
    if issued is None or not issued.date or not issued.issuer:
        raise Trouble(
            "还没有写命名通报，或者写的时候没有写明日期和发文单位。请先运行 run.py round notice … --kind 通报 --date … --issuer …。"
        )
    now = publishing.names_in_order(named, issued.grouping)
    if now != issued.names:
        changed = "、".join(sorted({*now} ^ {*issued.names})[:8]) or "次序"
        raise Trouble(
            f"写了命名通报以后，“结论”又改过（{changed}）。请重写通报（round notice），或者改回来，再运行一次。"
        )
    untitled = publishing.without_title(named, work.ground.registry)
    if untitled:
        shown = "、".join(f"{one.application.number}（{one.level}）" for one in untitled)
        raise Trouble(
            f"词表 designation_titles.yml 里没有这一级的称号：{shown}。请先加上称号，或者改“命名级别”。"
        )
    return issued


def _with_notice(registry: Registry, id_: str, text: str) -> tuple[Registry, Notice]:
    """The registry with the notice in it. Trouble where another one stands there."""
    path = f"notices/{id_}.yml"
    there = registry.texts.get(path)
    if there is not None and there != text:
        raise Trouble(f"名册里已经有 {path}，和这次的通报不一样，没有动它。请换一个编号，或者先把它移走。")
    if path in registry.names and there is None:
        raise Trouble(f"名册里已经有 {path}，读不懂。请先运行 run.py check，改好再运行一次。")
    whole, _ = read_texts({**registry.texts, path: text}, registry.names, registry.photos)
    notice = whole.notice_by_id.get(id_)
    if notice is None:
        raise Trouble(
            f"写不成通报 {id_}：文号、标题或发文单位里有名册收不了的写法。请改好 round notice 的写法，再运行一次。"
        )
    return whole, notice


def _write(folder: Path, registry: Registry, made: Imported, notice: Mapping[str, str]) -> None:
    """Write new records and the notice, alter those that stand: all or none."""
    altered = {path: text for path, text in made.result.altered.items() if path in registry.texts}
    fresh = {
        path: made.result.altered.get(path, text)
        for path, text in notice.items()
        if path not in registry.texts
    }
    with told_as("写不了名册，一份也没有改"):
        disk.write_changes(
            folder, outputs({**fresh, **made.result.new}, "round publish"), outputs(altered, "round publish")
        )


def _report(made: Imported, entries: Iterable[Publication], folder: str) -> str:
    asked = tuple(_for_the_desk(problem) for problem in made.told)
    report = replace(made, told=asked).report(folder)
    if made.result.open:
        report += "有的要先回答（见上），所以什么也没有写。\n"
        return report
    return report + "".join(f"{visible(line)}。\n" for line in _left(list(entries)))


def _left(entries: list[Publication]) -> Iterator[str]:
    """What only a person can add, each once with the workshops of which it holds."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        for line in entry.told:
            found.setdefault(line, []).append(entry.named.name)
    for line, names in found.items():
        whose = f"{len(names)} 个都这样" if len(names) == len(entries) > 1 else "、".join(names)
        yield f"要人来补的：{line}（{whose}）"


def _for_the_desk(problem: FormProblem) -> FormProblem:
    """Say where an officer answers: in the desk."""
    if problem.code != I642:
        return problem
    remedy = "请在“结论”的“名册编号”里写：是同一个的写它的编号，不是的写“新”；存好再运行一次。"
    return problem._replace(remedy=remedy)
