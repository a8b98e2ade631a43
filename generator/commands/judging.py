"""check and diff: the problems of the records, and the effect of a change."""

from __future__ import annotations

import argparse

from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, on_registry, say, tell
from generator.doors import build, progress, revisions
from generator.problems import reports
from generator.review import difference
from generator.review.comment import FORMATS, review


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add both."""
    check = on_registry(commands, "check", "检查全部记录", _check)
    check.add_argument("--format", choices=reports.FORMATS, default="text", help="输出的样子")
    check.add_argument("--fix", action="store_true", help="先改好不用动脑的：空格、冒号、换行、键的次序等")
    check.add_argument(
        "--since", metavar="REV", help="还检查从这个版本以来的改动：已公布的内容有没有无故改动"
    )
    _sides(check)
    comparing = on_registry(commands, "diff", "说明一次修改改了什么，给审核的人看", _diff)
    comparing.add_argument("since", metavar="BASE", help="和哪个版本比，如 main")
    comparing.add_argument("--format", choices=FORMATS, default="markdown", help="输出的样子")
    _sides(comparing)


def _sides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", metavar="REV", help="改动以后是哪个版本；不写就是文件夹里现在的样子")
    parser.add_argument("--direct", action="store_true", help="直接和那个版本比，不从两边分开的地方比起")


def _check(chosen: argparse.Namespace) -> int:
    if chosen.since is None and (chosen.at or chosen.direct):
        tell("--at 和 --direct 要和 --since 一起用。\n")
        return WRONG_USE
    if chosen.fix and chosen.at:
        tell("--fix 改的是文件夹里的文件，不能和 --at 一起用。\n")
        return WRONG_USE
    mended = build.mend(chosen.registry) if chosen.fix else []
    if chosen.format == "text":
        say("".join(f"改好了 {path}\n" for path in mended))
    loaded = _loaded(chosen)
    say(loaded.report(chosen.format))
    return PROBLEMS if loaded.refused else FINE


def _loaded(chosen: argparse.Namespace) -> build.Loaded:
    if chosen.since is None:
        with progress.shown() as step:
            return build.load(chosen.registry, step)
    return _compared(chosen).loaded


def _compared(chosen: argparse.Namespace) -> revisions.Compared:
    with progress.shown() as step:
        return revisions.compare(chosen.registry, chosen.since, chosen.at, direct=chosen.direct, step=step)


def _diff(chosen: argparse.Namespace) -> int:
    compared = _compared(chosen)
    loaded = compared.loaded
    change = difference.difference(compared.changes[0], loaded.problems) if compared.changes else None
    say(review(chosen.format, change, loaded.problems, f"{loaded.folder}/", loaded.records))
    return FINE
