"""diff: the effect of a change, for who reviews it."""

from __future__ import annotations

import argparse
import sys

from generator.commands import FINE, on_registry, say
from generator.commands.sides import add_sides, compared
from generator.review import difference
from generator.review.comment import FORMATS, review


def add_diff(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _diff)
    parser.add_argument("since", metavar="BASE", help="和哪个版本比，如 main")
    parser.add_argument(
        "--format", choices=FORMATS, help="输出的样子；不写的，在命令行窗口里是 text，别处是 markdown"
    )
    add_sides(parser)


def _diff(chosen: argparse.Namespace) -> int:
    sides = compared(chosen)
    loaded = sides.loaded
    change = difference.difference(sides.changes[0], loaded.problems) if sides.changes else None
    form = chosen.format or ("text" if sys.stdout.isatty() else "markdown")
    say(review(form, change, loaded.problems, f"{loaded.folder}/", loaded.records))
    return FINE
