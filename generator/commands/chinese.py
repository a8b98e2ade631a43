"""What argparse says, in Chinese: it speaks by way of gettext, which has no Chinese for it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from generator.problems.reports import plain

SAID = {
    "usage: ": "用法：",
    "%(heading)s:": "%(heading)s：",
    "positional arguments": "要写的",
    "options": "可以写的",
    "show this help message and exit": "显示这段说明",
    "show program's version number and exit": "显示程序的版本",
    "%(prog)s: error: %(message)s\n": "%(message)s。\n用法不对的，看 %(prog)s --help。\n",
    "%(prog)s: warning: %(message)s\n": "%(message)s。\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "the following arguments are required: %s": "还要写：%s",
    "one of the arguments %s is required": "这几样要写一样：%s",
    "not allowed with argument %s": "不能和 %s 一起写",
    "unrecognized arguments: %s": "不认识：%s",
    "ignored explicit argument %r": "后面不用写 %r",
    "expected one argument": "后面要写一样",
    "expected at most one argument": "后面至多写一样",
    "expected at least one argument": "后面至少写一样",
    "expected %s argument": "后面要写 %s 样",
    "expected %s arguments": "后面要写 %s 样",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 可能是 %(matches)s，请写全",
    "unexpected option string: %s": "不认识：%s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "没有 %(parser_name)r 这个命令，只有 %(choices)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r，只能写 %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)": (
        "没有 %(value)r，是不是 %(suggestion)r？只能写 %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r 的写法不对",
    "can't open '%(filename)s': %(error)s": "打不开 %(filename)s",
    " (default: %(default)s)": "（不写就是 %(default)s）",
    "option '%(option)s' is deprecated": "%(option)s 以后会取消",
    "command '%(parser_name)s' is deprecated": "%(parser_name)s 以后会取消",
    "argument '%(argument_name)s' is deprecated": "%(argument_name)s 以后会取消",
    "subcommands": "命令",
}


class Parser(argparse.ArgumentParser):
    """argparse's, which repeats no word that could deceive a terminal. `completed`: adds what a command takes, once it is chosen."""

    def __init__(
        self, *args: Any, completed: Callable[[Parser], None] | None = None, **settings: Any
    ) -> None:
        super().__init__(*args, **settings)
        self._completed = completed

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does."""
        if self._completed:
            complete, self._completed = self._completed, None
            complete(self)
        return super().parse_known_args(args, namespace)

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(plain(message), file)


def speak_chinese() -> None:
    """From now on argparse says these words; what it may come to say besides stays English."""
    argparse._ = lambda words: SAID.get(words, words)  # type: ignore[attr-defined]
    argparse.ngettext = lambda one, many, count: SAID.get(one if count == 1 else many, many)  # type: ignore[attr-defined]
