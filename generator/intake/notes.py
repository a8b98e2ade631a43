"""Problems of a filled form: the place is a field or a cell, and their words contain no personal data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.libraries.characters import visible
from generator.problems.code import ERROR, Code
from generator.problems.wording import short
from generator.rules.personal import find

I623 = Code(
    "I623",
    ERROR,
    "像是个人信息",
    meaning="身份证号、手机号、出生日期等不能进入公开的记录，连草稿里也不写。",
    bad="简介里写了手机号",
    remedy="删去个人信息，把其余内容补进草稿。",
)

_LINE_AND_CELL = (
    "删去这一行",
    "让这一格空着",
)  # what the reader of records says of a value, and what is right in a table


class FormProblem(NamedTuple):
    """One problem of a filled form. `path`: the file; `place`: “学历”栏 or 汇总表!C7, empty for the whole file."""

    path: str
    place: str
    code: Code
    message: str
    remedy: str

    @property
    def severity(self) -> str:
        """错误 or 警告, from its code."""
        return self.code.level


class UnknownHead(NamedTuple):
    """The head of a column that is not understood. `others`: the keys of the fields that other columns are."""

    text: str
    others: frozenset[str] = frozenset()


class Refusal(NamedTuple):
    """Why a file cannot be read at all."""

    code: Code
    message: str
    remedy: str


class FormNotes:
    """The problems of one file while it is read; `today` is the day for finding personal data.

    `heads`: of columns that are not understood; `remarks`: what stands in them becomes remarks of drafts.
    """

    def __init__(self, path: str, today: date, *, remarks: bool = True) -> None:
        self.path = path
        self.today = today
        self.problems: list[FormProblem] = []
        self.heads: list[UnknownHead] = []
        self.remarks = remarks

    def add(self, place: str, code: Code, message: str, remedy: str) -> None:
        """Note a problem, its words without personal data, and as one says it of a table, where a row is a whole workshop."""
        remedy = remedy.replace(*_LINE_AND_CELL)
        self.problems.append(FormProblem(self.path, place, code, self.masked(message), self.masked(remedy)))

    def masked(self, text: str) -> str:
        """Return the text without anything that looks like personal data."""
        for found in sorted(find(text, self.today), reverse=True):
            text = f"{text[: found.start]}〔略〕{text[found.end :]}"
        return text

    def is_personal(self, text: str) -> bool:
        """Return whether the text contains something that looks like personal data."""
        return any(True for _ in find(text, self.today))


def as_lines(problems: Iterable[FormProblem]) -> list[str]:
    """Return the problems as text: `文件 位置: 级别 码: message`, and the remedy."""
    listed = []
    for problem in problems:
        where = f"{problem.path} {problem.place}" if problem.place else problem.path
        listed.append(f"{visible(where)}: {problem.severity} {problem.code}: {visible(problem.message)}")
        listed.append(f"  改法：{visible(problem.remedy)}")
    return listed


def quoted(text: str) -> str:
    """Return a text of the form for a message: on one line, not too long, in quotation marks."""
    return f"“{short(' '.join(text.split()))}”"
