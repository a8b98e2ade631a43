"""Which options are ticked, however people tick: ☑ in the box, √ before or behind the words, the other one deleted."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TICKS = "☑☒✓✔√■●◉"
_BOXES = "□☐▢○◯"
_MARK = re.compile(rf"[{_TICKS}{_BOXES}]|[\[(（【][\s√✓✔xXvV]*[\])）】]")


def is_ticked(mark: str) -> bool:
    """Whether a mark is a tick and no empty box."""
    return bool(re.search(rf"[{_TICKS}]|[xXvV]", mark))


def ticked(text: str, options: Sequence[str]) -> list[str]:
    """The options that a text ticks. A single option without any mark counts: the others were deleted."""
    found: list[str] = []
    for line in _lines(text, options):
        found += _in_line(line, options)
    standing = [option for option in options if option in "".join(text.split())]
    if not found and len(standing) == 1 and not _MARK.search(text):
        return standing
    return found


def leftover(text: str, options: Sequence[str]) -> str:
    """What a text says besides options and marks."""
    words = re.sub("|".join(map(re.escape, options)), "", "".join(text.split()))
    return re.sub(r"[、，,;；:：。./\\]", "", _MARK.sub("", words))


def _lines(text: str, options: Sequence[str]) -> list[str]:
    """Lines that name an option; a line without one belongs to the line before, the first to the next."""
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
    """In a line with several options a mark between two belongs to the next one where the line begins with a mark."""
    pieces = re.split(f"({'|'.join(map(re.escape, options))})", line)
    marks = [_MARK.findall(piece) for piece in pieces[::2]]
    before = bool(marks[0]) and not pieces[0].strip("".join(marks[0]))
    named = pieces[1::2]
    told = []
    for number, option in enumerate(named):
        last = number + 1 == len(named)
        own = list(marks[0]) if number == 0 else []
        if before and number:
            own += marks[number][-1:]
        own += marks[number + 1] if last or not before else marks[number + 1][:-1]
        if any(is_ticked(mark) for mark in own):
            told.append(option)
    return told
