"""call: the call for applications of a new year, made of an old one; of the program's own pattern where there is none."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from generator import ROOT
from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, steps, tell
from generator.doors import build, disk, progress
from generator.drafts.calls import CallWanted, NewCall, call_id, new_call, title_of
from generator.drafts.firstcall import call_of, pattern
from generator.libraries.characters import visible
from generator.model.dates import propose_day
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.code import ERROR
from generator.reading.read import read_texts
from generator.rules.check import check_added
from generator.site.output import outputs

_PATTERN = ROOT / "generator/drafts/pattern"
_PATTERNED = "名册里还没有推荐通知，照程序带的样子写的：条件、程序、要求和表格的各栏都要照本市的办法逐条核对，改好再印发。"


class _Old(NamedTuple):
    """The call that a new one is made of, and the registry that it stands in."""

    registry: Registry
    notice: Notice


def add_call(parser: argparse.ArgumentParser) -> None:
    """Tell its steps."""
    new = steps(parser).add_parser("new", help="照往年的通知写出新一年的通知、正文和表格，供修改")
    on_registry(new, _new)
    new.add_argument("year", type=int, metavar="年度", help="如 2026")
    new.add_argument(
        "--from",
        dest="old",
        metavar="通知",
        help="照哪一份，写它的编号；不写就照最近的一份，一份也没有的照程序带的",
    )
    new.add_argument("--date", required=True, metavar="日期", help="印发的日期，还没有定的先写计划的")
    new.add_argument("--deadline", required=True, metavar="日期", help="截止日期，还没有定的先写计划的")
    new.add_argument("--number", default="", metavar="文号", help="还没有的不写")
    new.add_argument("--title", default="", metavar="标题", help="不写就把往年标题里的年份换成新的")


def _new(chosen: argparse.Namespace) -> int:
    with progress.shown() as step:
        loaded, today = build.load(chosen.registry, step), build.check_day()
    old = _old(chosen.old, loaded.registry)
    wanted = old if isinstance(old, str) else _wanted(chosen, old.notice)
    if isinstance(old, str) or isinstance(wanted, str):
        tell(f"{wanted}\n没有写任何文件。\n")
        return WRONG_USE
    made = new_call(old.registry, old.notice, wanted)
    there = [path for path in made.texts if path in loaded.registry.names]
    refused = [f"{path} 已经有了，没有动它。" for path in there]
    refused += [f"照着它写的文件写不成：{path}，请先检查往年的那一份。" for path in made.unwritten]
    if refused:
        tell("".join(f"{line}\n" for line in [*refused, "没有写任何文件。"]))
        return WRONG_USE
    problems = check_added(loaded.registry, made.texts, today, build.FONTS)
    report = reports.as_text(problems, made.texts, f"{build.shown(chosen.registry)}/")
    if any(problem.severity == ERROR for problem in problems):
        tell("".join(f"{line}\n" for line in [*report, "没有写任何文件。"]))
        return PROBLEMS
    disk.write_new(chosen.registry, outputs(made.texts, "call"))
    told = _told(chosen.registry, made, patterned=old.registry is not loaded.registry)
    say("".join(f"{line}\n" for line in [*report, *told]))
    return FINE


def _told(folder: Path, made: NewCall, *, patterned: bool) -> list[str]:
    """What was written, and what a person still has to do."""
    lines = [f"写好了 {folder / path}" for path in made.texts]
    lines.append("联系人没有照抄，请在通知里写上 contact（原文所印的联系方式）。")
    if patterned:
        lines.append(_PATTERNED)
    if made.to_look_at:
        lines.append("下面这些地方还是往年的说法，或者说到年份、人和会议，请逐处核对：")
        lines += [visible(f"  {folder / path}:{number}: {text}") for path, number, text in made.to_look_at]
    lines.append("改完以后检查：run.py check")
    return lines


def _old(id_: str | None, registry: Registry) -> _Old | str:
    """Return the call that is named, else the newest, else the program's own; or a sentence why there is none."""
    calls = {notice.id: notice for notice in registry.notices if notice.is_call}  # from the oldest
    if id_ and id_ not in calls:
        return f"名册里没有编号是 {visible(id_)} 的推荐通知，有的是：{'、'.join(calls) or '没有'}。"
    if calls:
        return _Old(registry, calls[id_ or list(calls)[-1]])
    ours, _ = read_texts(disk.read_folder(ROOT / "registry"))
    texts = pattern(disk.read_folder(_PATTERN), ours.forms, ours.texts, registry.local.city)
    patterned, _ = read_texts({**registry.texts, **texts})
    return _Old(patterned, call_of(patterned))


def _wanted(chosen: argparse.Namespace, old: Notice) -> CallWanted | str:
    """What is wanted; or a sentence why it cannot be."""
    if refused := _bad_words(chosen, old):
        return refused
    date, deadline = propose_day(chosen.date), propose_day(chosen.deadline)
    if not date or not deadline:
        return "--date 和 --deadline 写到日，如 2026-06-28。"
    if deadline < date or date.year != chosen.year:
        return "截止日期要在印发以后，印发的日期要在这个年度。"
    id_ = call_id(chosen.year, chosen.number)
    return CallWanted(id_, chosen.year, date, deadline, chosen.number, chosen.title)


def _bad_words(chosen: argparse.Namespace, old: Notice) -> str:
    """Return what is wrong with the number or the title."""
    if any(visible(text) != text for text in (chosen.number, chosen.title)):
        return "文号或标题里有看不见的字、不能存的字，请重新输入。"
    if not call_id(chosen.year, chosen.number):
        like = f"如 某工办发〔{chosen.year}〕5号；还没有定的先不写 --number"
        return f"文号“{visible(chosen.number)}”里要有年度 {chosen.year} 和顺序号，{like}。"
    if not chosen.title and not title_of(old, chosen.year):
        return "往年的标题里没有年份，请用 --title 写出新的标题。"
    return ""
