"""The two sides of a change, for the commands that compare them: how they are named, and how they are read."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from generator.doors import progress
from generator.libraries.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from generator.doors.revisions import Compared


def add_sides(parser: argparse.ArgumentParser) -> None:
    """Add the options by which the later side is chosen, and the way to the earlier one."""
    parser.add_argument("--at", metavar="REV", help="改动以后是哪个版本；不写就是文件夹里现在的样子")
    parser.add_argument("--direct", action="store_true", help="直接和那个版本比，不从两边分开的地方比起")


def compared(chosen: argparse.Namespace, watch: Watch = UNWATCHED) -> Compared:
    """Return the sides that were chosen, the later one judged. `watch`: over the work."""
    from generator.doors.revisions import compare

    with progress.shown() as step:
        return compare(chosen.registry, chosen.since, chosen.at, direct=chosen.direct, step=watch.steps(step))
