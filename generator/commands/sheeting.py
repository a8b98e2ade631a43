"""sheet: the table of records that goes out to be filled in, and comes back by import."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, tell
from generator.commands.choosing import add_choice, choose
from generator.doors import build, disk, progress
from generator.forms.sheets.book import SHEET_TITLE, TableWanted, table_xlsx
from generator.model.gaps import gaps

_ENDING = ".xlsx"

_EMPTY = "名册里还没有工作室。新增的在“工作室”那张表里一行写一个，编号空着，填好用 import 读回。\n"


def add_sheet(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _sheet)
    add_choice(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="写到哪个文件，以 .xlsx 结尾")
    parser.add_argument("--missing", action="store_true", help="只要还缺内容的")


def _sheet(chosen: argparse.Namespace) -> int:
    if refused := _wrong_target(chosen.out):
        tell(f"{refused}\n")
        return WRONG_USE
    with progress.shown() as step:
        loaded = build.load(chosen.registry, step)
        if loaded.refused:
            tell(loaded.report("text"))
            tell("名册里有错误，表没有写。请先改正上面的错误。\n")
            return PROBLEMS
        workshops, refused = choose(loaded.registry, chosen)
        if refused:
            tell(f"{refused}\n")
            return WRONG_USE
        step("写表")
        today = build.check_day()
        chosen_ones = [it for it in workshops if not chosen.missing or gaps(it, today)]
        wanted = TableWanted(chosen_ones, SHEET_TITLE, today, loaded.registry.newest_day)
        made = table_xlsx(loaded.registry, wanted) if chosen_ones or not chosen.missing else b""
    if not made:
        tell("没有缺内容的工作室，表没有写。\n")
        return WRONG_USE
    disk.replace(chosen.out, made)
    say(f"写好了 {chosen.out}，{len(chosen_ones)} 个工作室\n{'' if chosen_ones else _EMPTY}")
    return FINE


def _wrong_target(target: Path) -> str:
    """Return why nothing may be written there: somebody may have filled in the file that is there."""
    if target.suffix.lower() != _ENDING:
        return f"表只写成 {_ENDING}，请把 --out 的文件名改成以 {_ENDING} 结尾，如 台账{_ENDING}。"
    if os.path.lexists(target):
        return f"{target} 已经有了，里面也许有人填过，没有动它。请换一个文件名，或者先把它移走。"
    return ""
