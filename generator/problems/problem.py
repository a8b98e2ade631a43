"""Problems: values that say what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from typing import NamedTuple

from generator.problems.code import ERROR, WARNING, Code


class Mark(NamedTuple):
    """A place in a file: line and column from 1, `end` the column after it on the same line."""

    line: int
    column: int
    end: int


FILE_START = Mark(1, 1, 1)


class Problem(NamedTuple):
    """One problem with its place. Problems sort by file, line, column and code.

    `lines`: what to write into the file, line by line; the remedy says where. `right`: what to write in the place of what is
    marked, where the remedy names it and leaves nothing to think about.
    """

    path: str
    mark: Mark
    code: Code
    message: str
    remedy: str
    lines: tuple[str, ...] = ()
    right: str = ""

    @property
    def severity(self) -> str:
        """错误 or 警告, from its code."""
        return self.code.level

    @property
    def hidden(self) -> bool:
        """Whether the line of the problem must not be shown."""
        return self.code.hidden


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return the number of errors and of warnings."""
    severities = [problem.severity for problem in problems]
    return severities.count(ERROR), severities.count(WARNING)


def gathered(problems: Iterable[Problem], codes: Container[Code], most: int = 5) -> list[Problem]:
    """Merge the problems of one file: if a code of `codes` occurs more than `most` times, its first problem counts them all."""
    listed = list(problems)
    if len(listed) <= most:
        return listed
    many = Counter(problem.code for problem in listed if problem.code in codes)
    kept: list[Problem] = []
    gone: set[Code] = set()  # codes of which one problem counts all
    for problem in listed:
        number = many[problem.code]
        if number <= most:
            kept.append(problem)
        elif problem.code not in gone:
            gone.add(problem.code)
            kept.append(problem._replace(message=f"{problem.message}；这个文件里共有 {number} 处这样"))
    return kept


def choices(words: Iterable[str], most: int = 8) -> str:
    """List at most `most` words in Chinese quotation marks, and the number of all if there are more."""
    listed = list(words)
    shown = "、".join(f"“{word}”" for word in listed[:most])
    return f"{shown}等 {len(listed)} 种" if len(listed) > most else shown
