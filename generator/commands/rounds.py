"""round: a year's applications, from the call to the naming notice, in a folder of their own."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, Run, added, on_registry, say, tell
from generator.doors import build, progress, roundfolder
from generator.model.registry import Registry
from generator.rounds.state import MOST_ASSESSORS, Round

_CALL = "推荐通知"
_YEARS = range(2000, 2100)


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the family; each step is a command of its own."""
    family = added(commands, "round", "一年的推荐申报：收材料、核对、公示、命名", _unsaid)
    family.set_defaults(family=family)
    steps = family.add_subparsers(title="步骤", metavar="步骤")
    beginning = on_registry(steps, "new", "建一个放本轮材料的文件夹", _new)
    beginning.add_argument("year", type=int, metavar="年度", help="如 2026")
    beginning.add_argument("--call", required=True, metavar="通知", help="名册里推荐通知的编号，如 2019-24")
    beginning.add_argument("--dir", type=Path, required=True, metavar="文件夹", help="在名册和 git 以外")
    beginning.add_argument("--assessors", type=int, default=3, metavar="人数", help="考核的评委人数")
    taking = _step(steps, "collect", "收下申报表和汇总表：文件、文件夹、压缩包都行", _collect)
    taking.add_argument("sent", nargs="+", metavar="文件", help="文件、文件夹、压缩包，或 *.docx")
    taking.add_argument("--recommender", default="", metavar="工会", help="这些材料是哪个推荐单位报送的")
    _step(steps, "desk", "重做本轮.xlsx：填过的留着，材料和名册的变化都写进去", _desk)


def _step(
    steps: Commands[argparse.ArgumentParser], name: str, words: str, run: Run
) -> argparse.ArgumentParser:
    """Add a step that works on the folder of a round."""
    parser = on_registry(steps, name, words, run)
    parser.add_argument("dir", type=Path, metavar="本轮文件夹", help="round new 建好的文件夹")
    return parser


def _unsaid(chosen: argparse.Namespace) -> int:
    """No step was named."""
    chosen.family.print_help()
    return WRONG_USE


def _new(chosen: argparse.Namespace) -> int:
    with progress.shown() as step:
        registry = build.load(chosen.registry, step).registry
    refused = _refused(chosen, registry)
    if refused:
        tell(f"{refused}\n")
        return WRONG_USE
    roundfolder.make(chosen.dir, chosen.registry, Round(chosen.year, chosen.call, chosen.assessors))
    say(
        f"建好了 {chosen.dir}。里面会有个人信息：不要放进名册、网站和代码托管的仓库。\n"
        f"接下来收材料：run.py round collect {chosen.dir} 收到的文件、文件夹和压缩包\n"
    )
    return FINE


def _refused(chosen: argparse.Namespace, registry: Registry) -> str:
    """Why there is no such round; empty if there may be."""
    calls = [notice.id for notice in registry.notices if notice.kind == _CALL]
    if chosen.call not in calls:
        return f"名册里没有编号为“{chosen.call}”的推荐通知，有的是：{'、'.join(calls) or '没有'}。请先加上，或改正 --call。"
    if chosen.year not in _YEARS:
        return f"年度写四位数字，如 2026，不是 {chosen.year}。"
    if chosen.assessors not in range(1, MOST_ASSESSORS + 1):
        return f"评委写 1 到 {MOST_ASSESSORS} 人，不是 {chosen.assessors}。"
    return ""


def _collect(chosen: argparse.Namespace) -> int:
    from generator.commands.collecting import run

    with progress.shown() as step:
        words, all_read = run(chosen.dir, chosen.registry, chosen.sent, chosen.recommender, step)
    say(words)
    return FINE if all_read else PROBLEMS


def _desk(chosen: argparse.Namespace) -> int:
    from generator.commands import roundwork

    with progress.shown() as step:
        work = roundwork.opened(chosen.dir, chosen.registry, step)
        made = roundwork.desk_anew(work, roundwork.read_all(work, work.round_.received, step))
    say(
        f"{roundwork.told(made)}写好了 {chosen.dir / roundfolder.DESK}：{len(made.applications)} 个工作室申报\n"
    )
    return PROBLEMS if made.told else FINE
