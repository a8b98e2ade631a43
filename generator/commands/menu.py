"""menu: what is done every day, chosen by a number, for whoever knows no command line."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator import HOME
from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, tell
from generator.drafts.interview import NO

Words = Sequence[str]
Carry = Callable[[Words], int]  # runs a command of the program
_LEAVE = ("0", "q", "Q")
_SITE, _PACKED = HOME / "site", HOME / "名册网站.zip"
_PATHS = re.compile(
    r""""([^"]+)"|'([^']+)'|((?:\\.|[^\s\\])+)"""
)  # as terminals write a file that is dropped on them


def add_menu(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _menu)


def _menu(chosen: argparse.Namespace) -> int:
    if sys.stdin is None or not sys.stdin.isatty():
        tell("菜单要在命令行窗口里用。请双击“开始”，或者运行 run.py menu。\n")
        return WRONG_USE

    def carry(words: Words) -> int:
        code: int = chosen.main([words[0], *words[1:], "--registry", str(chosen.registry)])
        return code

    try:
        while (step := _asked()) is not None:
            _carried_out(step, carry, chosen.main)
    except (EOFError, KeyboardInterrupt):
        say("\n")
    return FINE


def _asked() -> str | None:
    """The number of a step; None to leave."""
    listed = "".join(f"  {number}  {words}\n" for number, (words, _) in STEPS.items())
    say(f"\n要做什么？输入数字，按回车：\n{listed}  0  退出\n")
    while (number := input("> ").strip().translate(_DIGITS)) not in STEPS:
        if number in _LEAVE:
            return None
        say("没有这一项。请输入上面的一个数字。\n")
    return number


def _carried_out(number: str, carry: Carry, bare: Carry) -> None:
    """Do a step; when somebody stops it, the menu comes back."""
    try:
        STEPS[number][1](carry, bare)
    except (KeyboardInterrupt, EOFError):
        say("\n停下了。\n")


def _check(carry: Carry, _bare: Carry) -> None:
    if carry(["check"]) != PROBLEMS:
        return
    if input("写法上的小毛病可以自动改好。回车就改，输入 n 不改：\n> ").strip() not in NO:
        carry(["check", "--fix"])


def _serve(carry: Carry, _bare: Carry) -> None:
    say("网站会在浏览器里打开。看完了，回到这里按 Ctrl-C。\n")
    carry(["serve", "--open"])


def _new(carry: Carry, _bare: Carry) -> None:
    carry(["new"])


def _import(carry: Carry, _bare: Carry) -> None:
    """First tell what would come of the files; they are read in when that is wanted."""
    files = _dropped(input("把填好的表拖进这个窗口，可以一次拖几份，再按回车；只按回车就返回：\n> "))
    if files:
        carry(["import", "--ask", *files])


def _pack(carry: Carry, bare: Carry) -> None:
    if carry(["build", "--site", str(_SITE)]) == FINE:
        bare(["archive", "--site", str(_SITE), "--out", str(_PACKED)])


def _dropped(line: str) -> list[str]:
    """The files that somebody dropped on the window, or typed there."""
    whole = line.strip().strip("\"'")
    if whole and Path(whole).exists():
        return [whole]
    found = _PATHS.findall(line)
    return [first or second or re.sub(r"\\(.)", r"\1", bare) for first, second, bare in found]


_DIGITS = {ord("０") + number: str(number) for number in range(10)}
STEPS: dict[str, tuple[str, Callable[[Carry, Carry], None]]] = {
    "1": ("检查记录", _check),
    "2": ("在浏览器里预览网站，边改边看", _serve),
    "3": ("新增一个工作室，一项一项地问", _new),
    "4": ("读入填好的申报表、汇总表、台账", _import),
    "5": (f"打包网站（{_PACKED.name}，解压双击就能看）", _pack),
}
