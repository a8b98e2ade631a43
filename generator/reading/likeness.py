"""How alike two texts are: one measure for every 是不是…？, followed here and in a browser by record/likeness.js."""

from __future__ import annotations

from collections.abc import Iterable

LEAST = 0.6  # below, two words have little in common


def likeness(one: str, other: str) -> float:
    """From 0 to 1: of all characters of both texts, the share that stands in their longest common subsequence.

    The normalised indel similarity: 2 * |LCS| / (|one| + |other|). It does not depend on which text is the first, and a
    word that is missing at either end (本科, 大学本科) or a character too few or too many lowers it little.
    """
    both = len(one) + len(other)
    return 2 * _common(one, other) / both if both else 1.0


def nearest(text: str, words: Iterable[str], least: float = LEAST) -> str:
    """The word that is most like the text, the first of several; nothing where none is like it."""
    return next(iter(nearest_few(text, words, 1, least)), "")


def nearest_few(text: str, words: Iterable[str], most: int, least: float = LEAST) -> list[str]:
    """At most so many words that are like the text, the most alike first, in their own order where two are alike as much."""
    found = [(likeness(text, word), word) for word in words if _can_reach(text, word, least)]
    close = sorted((it for it in found if it[0] >= least), key=lambda it: -it[0])
    return [word for _, word in close[:most]]


def guess(text: str, words: Iterable[str]) -> str:
    """是不是…？ with the nearest word, or nothing."""
    close = nearest(text, words)
    return f"是不是“{close}”？" if close else ""


def _common(one: str, other: str) -> int:
    """The length of the longest common subsequence, row by row."""
    row = [0] * (len(other) + 1)
    for sign in one:
        above, row = row, [0]
        for place, again in enumerate(other):
            row.append(above[place] + 1 if sign == again else max(above[place + 1], row[place]))
    return row[-1]


def _can_reach(text: str, word: str, least: float) -> bool:
    """Whether the lengths alone leave room for it: what spares the measure for most words of a long list."""
    both = len(text) + len(word)
    return not both or 2 * min(len(text), len(word)) / both >= least
