"""The command line: joins the commands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.commands import (
    WRONG_USE,
    calling,
    carried_out,
    drafting,
    explaining,
    judging,
    making,
    printing,
    rounds,
    sheeting,
)
from generator.commands.chinese import Parser, speak_chinese


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 fine, 1 problems in the data, 2 wrong use or a trouble of the machine, told in one line; a bug raises,
    and Python's traceback tells of it."""
    speak_chinese()
    parser = Parser(prog="python -m generator", description="工作室名册：检查记录，生成网站。")
    commands = parser.add_subparsers(title="命令", metavar="命令")
    for family in (judging, making, printing, drafting, sheeting, calling, rounds, explaining):
        family.add(commands)
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        return WRONG_USE
    return carried_out(chosen)
