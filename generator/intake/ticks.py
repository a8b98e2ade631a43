"""The options that are ticked, however people tick: ☑ in the box, √ before or after the words, the other options deleted."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TICKS = "☑☒✓✔√■●◉"
_BOXES = "□☐▢○◯"
_MARK = re.compile(rf"[{_TICKS}{_BOXES}]|[\[(（【][\s√✓✔xXvV]*[\])）】]")


def is_ticked(mark: str) -> bool:
    """Return whether a mark is a tick and not an empty box."""
    return bool(re.search(rf"[{_TICKS}]|[xXvV]", mark))


def ticked(text: str, options: Sequence[str]) -> list[str]:
    """Return the options that a text ticks. A single option without any mark counts: the others were deleted."""
    options_ticked: list[str] = []
    for line in _lines(text, options):
        options_ticked += _in_line(line, options)
    left = [option for option in options if option in "".join(text.split())]
    if not options_ticked and len(left) == 1 and not _MARK.search(text):
        return left
    return options_ticked


def leftover(text: str, options: Sequence[str]) -> str:
    """Return the rest of a text without options and marks."""
    words = re.sub("|".join(map(re.escape, options)), "", "".join(text.split()))
    return re.sub(r"[、，,;；:：。./\\]", "", _MARK.sub("", words))


def _lines(text: str, options: Sequence[str]) -> list[str]:
    """Return lines with an option; a line without one belongs to the line before, the first to the next."""
    lines: list[str] = []
    for line in ("".join(part.split()) for part in text.split("\n")):
        if lines and not (
            any(option in line for option in options) and any(option in lines[-1] for option in options)
        ):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _in_line(line: str, options: Sequence[str]) -> list[str]:
    """A mark between two options belongs to the next one if the line begins with a mark."""
    pieces = re.split(f"({'|'.join(map(re.escape, options))})", line)
    marks = [_MARK.findall(piece) for piece in pieces[::2]]
    before = bool(marks[0]) and not pieces[0].strip("".join(marks[0]))
    named = pieces[1::2]
    chosen = []
    for number, option in enumerate(named):
        last = number + 1 == len(named)
        own = list(marks[0]) if number == 0 else []
        if before and number:
            own += marks[number][-1:]
        own += marks[number + 1] if last or not before else marks[number + 1][:-1]
        if any(is_ticked(mark) for mark in own):
            chosen.append(option)
    return chosen
