"""--profile: where the time of a command goes."""

from __future__ import annotations

import argparse
import contextlib

from generator.commands import tell
from generator.libraries.watch import UNWATCHED, Watch


def add_profile(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--profile", action="store_true", help="做完以后列出每个阶段用了多少时间，内存最多用到多少"
    )


def watched(chosen: argparse.Namespace) -> contextlib.AbstractContextManager[Watch]:
    """Return the watch over the work of the block, which tells its table on stderr when that is over, if it was asked for."""
    if not chosen.profile:
        return contextlib.nullcontext(UNWATCHED)
    from generator.doors import profile

    return profile.told(tell)
