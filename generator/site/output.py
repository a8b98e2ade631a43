"""Outputs: the files of the site before they are written."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from typing import NamedTuple

from generator.libraries.characters import is_printable
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem


class Output(NamedTuple):
    """One file of the site: `path` below its root, its bytes, and the record or module it comes from."""

    path: str
    content: bytes
    source: str


def text_output(path: str, text: str, source: str) -> Output:
    """Return an output of UTF-8 text."""
    return Output(path, text.encode("utf-8"), source)


def outputs(texts: Mapping[str, str], source: str) -> list[Output]:
    """Return outputs of UTF-8 texts by path."""
    return [text_output(path, text, source) for path, text in texts.items()]


P505 = Code(
    "P505",
    ERROR,
    "有两份内容要写到同一个地址",
    meaning="后写的会盖掉先写的。",
    bad="两个词条的网址用名都是 zhongshan",
    remedy="检查编号和网址用名有没有重复。",
)
P508 = Code(
    "P508",
    ERROR,
    "文件要写到网站以外",
    meaning="网站的文件只能写在网站的文件夹里，名字里不能有上一级（..）、盘符、反斜线和控制字符。",
    bad="某个产出的地址是 districts/../../x/index.html",
    remedy="检查编号、名称和网址用名；查不到的请告诉维护者。",
)


def misplaced(path: str, taken: Collection[str]) -> Problem | None:
    """Return the problem of a path that is taken already (P505) or does not lie inside the site (P508)."""
    if path in taken:
        remedy = "请检查编号和网址用名有没有重复。"
        return Problem(path, FILE_START, P505, "有两份内容要写到这个地址", remedy)
    remedy = "请检查编号、名称和网址用名；查不到的请告诉维护者。"
    return None if _is_inside(path) else Problem(path, FILE_START, P508, "文件要写到网站以外", remedy)


def _is_inside(path: str) -> bool:
    """Whether a path lies below the site's root on every system, written in one way only."""
    plain = posixpath.normpath(path) == path and is_printable(path)
    return (
        plain
        and not path.startswith(("/", "../"))
        and path not in (".", "..")
        and not {"\\", ":"} & set(path)
    )
