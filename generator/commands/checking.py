"""check: the problems of the records, and of a change of them."""

from __future__ import annotations

import argparse

from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, tell
from generator.commands.sides import add_sides, compared
from generator.commands.watching import add_profile, watched
from generator.doors import build, progress
from generator.problems import reports


def add_check(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _check)
    parser.add_argument("--format", choices=reports.FORMATS, default="text", help="输出的样子")
    parser.add_argument(
        "--fix",
        action="store_true",
        help="先改好不用动脑的：空格、冒号、换行、键的次序，提示里写明了怎样改的（2018.5 改成 2018-05）",
    )
    parser.add_argument(
        "--since", metavar="REV", help="还检查从这个版本以来的改动：已公布的内容有没有无故改动"
    )
    add_sides(parser)
    add_profile(parser)


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
        say("没有能自动改的。\n" if chosen.fix and not mended else "")
    loaded = _loaded(chosen)
    say(loaded.report(chosen.format))
    return PROBLEMS if loaded.refused else FINE


def _loaded(chosen: argparse.Namespace) -> build.Loaded:
    with watched(chosen) as watch:
        if chosen.since is not None:
            return compared(chosen, watch).loaded
        with progress.shown() as step:
            return build.load(chosen.registry, watch.steps(step))
