"""new and import: drafts of records, from questions, from options, from filled forms."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, tell
from generator.doors import build, disk, gitlog, progress, unfinished
from generator.drafts import interview
from generator.drafts.questions import QUESTIONS
from generator.intake.datum import DATUMS
from generator.libraries.characters import visible
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.code import ERROR
from generator.problems.problem import Problem
from generator.reading.placement import path_of
from generator.rules.check import check_added
from generator.site.output import text_output

_INTERRUPTED = 130
_NOTHING = "没有写任何文件。\n"
_NO_NAME = (
    "不知道工作室的名称。请写在 new 后面，如：run.py new 周示例职工创新工作室；"
    "或者在命令行窗口里直接运行 run.py new，程序会一项一项地问。\n"
)


def add_new(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _new)
    parser.add_argument("name", nargs="?", help="工作室名称")
    for question in QUESTIONS[1:]:
        words = f"{question.words}（{question.field.kind.words}）"
        parser.add_argument(f"--{question.option}", metavar="…", help=words.replace("%", "%%"))


def add_import(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _import)
    parser.add_argument("files", nargs="+", type=Path, metavar="文件", help="填好的 .docx 或 .xlsx")
    parser.add_argument("--datum", choices=DATUMS, default="wgs84", help="表里经纬度所用的坐标系")
    parser.add_argument("--out", type=Path, metavar="文件夹", help="草稿写到哪个文件夹；不写就写进名册")
    parser.add_argument("--columns", type=Path, metavar="文件", help="对照表：收集表的列名各是汇总表的哪一栏")
    parser.add_argument(
        "--notice", metavar="编号", help="文件是这份命名通报的名单：有记录的加上命名，没有的写新记录"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="只说要改什么、写什么，什么也不写")
    how.add_argument("--ask", action="store_true", help="说了要改什么、写什么，问一声再写")


def _new(chosen: argparse.Namespace) -> int:
    with progress.shown() as step:
        loaded, today = build.load(chosen.registry, step), build.check_day()
    options = {question.key: getattr(chosen, question.option.replace("-", "_")) for question in QUESTIONS}
    known = interview.known_from(loaded.registry, {key: text for key, text in options.items() if text})
    refused = interview.problems_of(loaded.registry, known, today)
    for option, problems in refused.items():
        named = "名称" if option == "name" else f"--{option}"
        tell("".join(f"{named}：{_line(problem)}" for problem in problems))
    if refused:
        tell(_NOTHING)
        return WRONG_USE
    past, words = gitlog.ever(chosen.registry)
    sys.stderr.write(f"{words}\n" if words else "")
    id_ = loaded.registry.local.ids.next([*loaded.registry.names, *past])
    if "name" in known:
        return _write(chosen.registry, loaded.registry, id_, interview.draft(id_, known), today)
    if sys.stdin is None or not sys.stdin.isatty():
        tell(_NO_NAME)
        return WRONG_USE
    typed: dict[str, str] = {}
    try:
        if not known:
            typed = _resumed(chosen.registry, loaded.registry, today)
        talk = interview.conversation(loaded.registry, id_, known, today, typed)
        return _talk(chosen.registry, talk, id_, today)
    except (KeyboardInterrupt, EOFError):
        left = [key for key, text in typed.items() if text]
        if left and unfinished.keep(chosen.registry, typed):
            say(f"\n写过的 {len(left)} 项留在这台电脑上，下次再新增（run.py new），可以接着写。")
        say(f"\n{_NOTHING}")
        return _INTERRUPTED


def _resumed(folder: Path, registry: Registry, today: date) -> dict[str, str]:
    """The answers of last time, those that are still good, if they are wanted."""
    typed = interview.still_good(unfinished.taken(folder), registry, today)
    if not typed:
        return {}
    name = visible(typed.get("name", ""))
    if input(f"上次写了一半：{name}。回车接着写，输入 n 从头来：\n> ").strip() not in interview.NO:
        return typed
    unfinished.forget(folder)
    return {}


def _talk(folder: Path, talk: interview.Conversation, id_: str, today: date) -> int:
    """Carry a conversation to its end, and write what came of it if that is wanted."""
    known: dict[str, str] | None
    try:
        shown = next(talk)
        while True:
            shown = talk.send(input(shown))
    except StopIteration as end:
        known = end.value
    if known is None:
        unfinished.forget(folder)
        say(_NOTHING)
        return FINE
    text = interview.draft(id_, known)
    say(f"\n草稿是这样的：\n\n{text}\n")
    wanted = input("写下来吗？回车写下，输入 n 不写：\n> ").strip() not in interview.NO
    unfinished.forget(folder)
    if not wanted:
        say(_NOTHING)
        return FINE
    return _write(folder, build.load(folder).registry, id_, text, today)


def _write(folder: Path, registry: Registry, id_: str, text: str, today: date) -> int:
    """Write a draft, and tell what the check says of it; nothing is written of a workshop that has a record."""
    path = path_of(id_)
    problems = check_added(registry, {path: text}, today, build.FONTS)
    same = [problem for problem in problems if problem.code == interview.CERTAINLY_THE_SAME]
    if same:
        tell("".join(map(_line, same)))
        tell(_NOTHING)
        return PROBLEMS
    disk.write_new(folder, [text_output(path, text, "new")])
    say(_report(problems, path, text, folder))
    return FINE


def _report(problems: Iterable[Problem], path: str, text: str, folder: Path) -> str:
    listed = list(problems)
    shown = build.shown(folder)
    report = reports.as_text(listed, {path: text}, f"{shown}/")
    left = any(problem.severity == ERROR for problem in listed)
    then = (
        "请打开它补全，再检查（菜单里选 1，或者 run.py check）。"
        if left
        else "它已经通过检查；打开它核对一遍，就可以提交了。"
    )
    return "\n".join([*report, f"写好了草稿 {folder / path}", then]) + "\n"


def _line(problem: Problem) -> str:
    return visible(f"{problem.severity} {problem.code}：{problem.message}。改法：{problem.remedy}") + "\n"


def _import(chosen: argparse.Namespace) -> int:
    from generator.commands import importing
    from generator.intake.naming.imported import REHEARSED

    if chosen.notice:
        return _named(chosen)
    with progress.shown() as step:
        asked = importing.Asked(chosen.datum, chosen.out, chosen.columns)
        imported = importing.read(chosen.files, chosen.registry, asked, step)
    say(imported.told)
    if chosen.dry_run or chosen.ask:
        say(imported.planned)
    if chosen.dry_run:
        say(f"{REHEARSED}\n")
    elif chosen.ask and (imported.empty or not _wanted()):
        say(_NOTHING)
    else:
        imported.write()
        say(imported.done)
    return PROBLEMS if imported.failed else FINE


def _wanted() -> bool:
    try:
        return input("照上面说的写进名册吗？回车写，输入 n 不写：\n> ").strip() not in interview.NO
    except (KeyboardInterrupt, EOFError):
        say("\n")
        return False


def _named(chosen: argparse.Namespace) -> int:
    """Read the list of a naming notice."""
    from generator.commands import naming

    if chosen.ask:
        tell("--ask 不和 --notice 一起用。先看看要改什么，用 --dry-run。\n")
        return WRONG_USE
    if chosen.out:
        tell("--out 不和 --notice 一起用：命名要写进名册里的记录。先看看要改什么，用 --dry-run。\n")
        return WRONG_USE
    with progress.shown() as step:
        asked = naming.AskedNames(chosen.notice, chosen.columns, chosen.dry_run)
        words, failed = naming.run(chosen.files, chosen.registry, asked, step)
    say(words)
    return PROBLEMS if failed else FINE
