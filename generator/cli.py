"""The command line: joins the commands, and imports of each only what it needs, once it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module

from generator.commands import WRONG_USE, carried_out
from generator.commands.chinese import Parser, speak_chinese

# Of each the module in `commands/`, and what it does. `add_check` there tells what `check` takes; it is asked once that is chosen.
COMMANDS = {
    "menu": ("menu", "常用的几步，输入数字来选"),
    "check": ("checking", "检查全部记录"),
    "diff": ("comparing", "说明一次修改改了什么，给审核的人看"),
    "build": ("making", "检查并生成网站"),
    "serve": ("making", "在本机预览网站，边改边看"),
    "archive": ("making", "把生成好的网站打成一个包：解压双击就能看，也可以放到服务器上"),
    "status": ("surveying", "看公布的网站还在不在、多旧、证书到哪天，给看管它的人和程序"),
    "edition": ("printing", "印一个年度的名录（PDF）"),
    "print": ("printing", "印证书、铜牌的设计稿、核验标签（PDF），一个工作室一份"),
    "new": ("drafting", "取下一个编号，写一份新记录的草稿；不写名称就一项一项地问"),
    "import": ("drafting", "把填好的申报表、汇总表读成记录的草稿，把填好的台账读成记录的改动"),
    "sheet": ("sheeting", "把记录做成一张 Excel 表，发下去填写，填好用 import 读回"),
    "call": ("calling", "推荐通知：照往年的一份起草新的一年"),
    "round": ("rounds", "一年的推荐申报：收材料、核对、公示、命名"),
    "init": ("beginning", "给一个城市建一份名册：一个文件夹，空的，可以生成网站"),
    "update": ("beginning", "把旧的名册改成现在的写法，说明改了什么"),
    "explain": ("explaining", "说明一个问题代码，如 F204"),
    "generate": ("generating", "由字段表重新生成 registry/schema 和 README.md 里的各表"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 fine, 1 problems in the data, 2 wrong use or a trouble of the machine, told in one line; a bug raises,
    and Python's traceback tells of it."""
    speak_chinese()
    parser = Parser(prog="python -m generator", description="工作室名册：检查记录，生成网站。")
    commands = parser.add_subparsers(title="命令", metavar="命令")
    for name, (module, words) in COMMANDS.items():
        commands.add_parser(name, help=words, completed=partial(_completed, module, f"add_{name}"))
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        return WRONG_USE
    chosen.main = main  # by which the menu runs the others
    return carried_out(chosen)


def _completed(module: str, function: str, parser: Parser) -> None:
    """Let the module of a command tell what it takes and what runs it."""
    getattr(import_module(f"generator.commands.{module}"), function)(parser)
