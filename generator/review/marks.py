"""What differs within two texts, word by word: a Chinese character is a word, so are letters and digits that stand together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z0-9]+|\s|.", re.DOTALL)
_AROUND = 16  # so many characters of what stayed are shown on each side of a change
_LEAST = (
    3  # what stayed between two changes is part of them if it is shorter: single characters agree by chance
)
_ALIKE = 0.3  # below this nothing is marked: it is another text
_LARGEST = 400_000  # pairs of words: two texts of some 600
CUT = "…"


class Piece(NamedTuple):
    """A passage of a text, and whether the other text lacks it."""

    text: str
    differs: bool


def pieces(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Return both texts in pieces that differ and pieces that stayed; of the latter only what stands near a change.

    All of a text is one piece that stayed where the other is empty, or where the two have too little in common.
    """
    words = [_WORD.findall(text) for text in (before, after)]
    if not all(words) or len(words[0]) * len(words[1]) > _LARGEST:
        return [Piece(before, differs=False)], [Piece(after, differs=False)]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    steps = list(_joined(matcher.get_opcodes(), words[0]))
    stayed = sum(stop - start for same, (start, stop), _ in steps if same)
    if stayed < _ALIKE * min(map(len, words)):
        return [Piece(before, differs=False)], [Piece(after, differs=False)]
    sides = []
    for side, own in enumerate(words):
        cut = [Piece("".join(own[slice(*spans[side])]), not same) for same, *spans in steps]
        sides.append(list(_shortened([piece for piece in cut if piece.text])))
    return sides[0], sides[1]


_Step = tuple[bool, tuple[int, int], tuple[int, int]]


def _joined(codes: Iterable[tuple[str, int, int, int, int]], old: list[str]) -> Iterator[_Step]:
    """Yield what stayed and what differs in turn, as the places of words on both sides."""
    steps = [(kind == "equal", (start, stop), (its, end)) for kind, start, stop, its, end in codes]
    held: _Step | None = None
    for number, step in enumerate(steps):
        same, own, _ = step
        inside = 0 < number < len(steps) - 1
        short = same and inside and len("".join(old[slice(*own)])) < _LEAST
        if same and not short:
            if held:
                yield held
                held = None
            yield step
        else:
            held = (False, (held[1][0], own[1]), (held[2][0], step[2][1])) if held else (False, *step[1:])
    if held:
        yield held


def _shortened(cut: list[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(cut):
        first, last = number == 0, number == len(cut) - 1
        head = "" if first else piece.text[:_AROUND]
        tail = "" if last else piece.text[-_AROUND:]
        if piece.differs or len(piece.text) <= len(head) + len(tail) + len(CUT) or len(cut) == 1:
            yield piece
        else:
            yield Piece(f"{head}{CUT}{tail}", differs=False)
