"""What a problem itself knows to be right, written into the text in the place of what is wrong: a file's part of `check --fix`.

Nothing is taken on trust: the text is read again, and stays as it was where a problem is left at that place, or another has come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.problems.problem import Problem

Read = Callable[[str], list[Problem]]  # the problems of a text in the place of this one
_MOST = 1000  # replacements in one file; one may bring to light what the next mends (a key, then its value)


def replaced(text: str, problems: Iterable[Problem], read: Read) -> str:
    """Return the text with what its problems know to be right."""
    left, tried = list(problems), set[Problem]()
    for _ in range(_MOST):
        problem = next((one for one in left if one.right and one not in tried), None)
        if problem is None:
            break
        tried.add(problem)
        new = _with(text, problem)
        after = read(new)
        if _is_better(left, problem, after):
            text, left = new, after
    return text


def _with(text: str, problem: Problem) -> str:
    lines = text.split("\n")
    at, first, after = problem.mark.line - 1, problem.mark.column - 1, problem.mark.end - 1
    lines[at] = lines[at][:first] + problem.right + lines[at][after:]
    return "\n".join(lines)


def _is_better(before: list[Problem], mended: Problem, after: list[Problem]) -> bool:
    """Whether nothing is left there that was told, and nothing has come that does not know what is right."""
    there = {(one.mark.line, one.mark.column, one.code) for one in after}
    if (mended.mark.line, mended.mark.column, mended.code) in there or len(after) > len(before):
        return False
    old, new = (
        Counter((one.mark.line, one.code) for one in all_ if not one.right) for all_ in (before, after)
    )
    return not new - old
