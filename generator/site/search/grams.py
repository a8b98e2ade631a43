"""The grams of texts and where they stand (the door to numpy): in arrays, for one value of Python a place would be millions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.site.search.numbers import LETTERS

# By the length of a gram, from how many letters of postings it is frequent: it keeps no places, longer ones do.
FREQUENT = {2: 6_000, 3: 24_000, 4: 32_000, 5: 1 << 30}
# Places that are sorted at a time, so that arrays of them remain small; of very many a part of them all.
ROOM, PARTS = 1 << 19, 16
MOST = 1 << 63  # numbers of grams and places remain below it
_LETTERS = np.frombuffer(LETTERS.encode("ascii"), np.uint8)
_CODES = 0x110000

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class _Laid(NamedTuple):
    """All parts of all texts one after the other, a place between each two. `signs`: their characters, each once, in order;
    `at`: which of these stands at a place, from 1, and 0 between parts; `text`: whose it is; `start`: where each text starts.
    """

    signs: NDArray[np.uint32]
    at: NDArray[np.uint32]
    text: NDArray[np.int32]
    start: Numbers


class _Found(NamedTuple):
    """Grams in order, and their places: those of the gram of number n from `bounds[n]` to `bounds[n + 1]`."""

    grams: list[str]
    places: Numbers
    bounds: Numbers


class _Postings(NamedTuple):
    """The postings of grams in order: for each place the step of its text, and its own, both written in letters."""

    texts: list[str]
    steps: list[str]

    def whole(self, number: int) -> str:
        """Return both rows of a gram, with a space between."""
        return f"{self.texts[number]} {self.steps[number]}"

    def only_texts(self, number: int) -> str:
        """Return each text of a gram once. A step of 0 is a further place in a text; it is written as the letter A, which is never
        a part of another number.
        """
        return self.texts[number].replace("A", "")


def grams(texts: Sequence[Sequence[str]]) -> tuple[dict[str, str], list[str]]:
    """Return the postings of all grams that a browser may ask for, and the frequent ones, which keep only workshops.

    Single characters keep only workshops, too. All pairs are included; of longer grams, those that begin or end with a
    frequent one. Postings are two rows of numbers with a space between: each place's workshop as the step from the last (0 is
    the same), then its place as the step from the last in that workshop.
    """
    laid = _laid(texts)
    near = np.ones(len(laid.at) + 1, np.bool_)
    written: dict[str, str] = {}
    for found in _found(laid, 1, near):
        postings = _postings(laid, found)
        written |= {gram: postings.only_texts(number) for number, gram in enumerate(found.grams)}
    frequent: list[str] = []
    for length, most in FREQUENT.items():
        shorter, near = near, np.zeros(len(laid.at) + 1, np.bool_)
        for found in _found(laid, length, shorter):
            postings = _postings(laid, found)
            for number, gram in enumerate(found.grams):
                written[gram] = postings.whole(number)
                if len(written[gram]) > most:
                    written[gram] = postings.only_texts(number)
                    frequent.append(gram)
                    near[found.places[found.bounds[number] : found.bounds[number + 1]]] = True
        if not near.any():
            break
    return written, frequent


def _laid(texts: Sequence[Sequence[str]]) -> _Laid:
    whole = "".join(f"{part}\0" for parts in texts for part in parts)
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), "<u4")
    seen = np.zeros(_CODES, np.bool_)
    seen[codes] = True
    rank = np.cumsum(seen, dtype=np.uint32)
    at = rank[codes]
    at[np.cumsum([len(part) + 1 for parts in texts for part in parts], dtype=np.int64) - 1] = 0
    sizes = [sum(map(len, parts)) + len(parts) for parts in texts]
    start = np.cumsum([0, *sizes], dtype=np.int64)[:-1]
    text = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)
    return _Laid(np.flatnonzero(seen).astype("<u4"), at, text, start)


def _found(laid: _Laid, length: int, near: Flags) -> Iterator[_Found]:
    """Yield the grams of a length in order, some at a time. `near`: where the grams stand that one of them begins or ends with."""
    end = max(0, len(laid.at) - length + 1)
    first = laid.at[:end]
    whole = (near[:end] | near[1 : end + 1]) & (laid.at[length - 1 :] > 0)
    for low, high in _portions(laid):
        places = np.flatnonzero(whole & (first >= low) & (first < high))
        if len(places):
            yield _sorted(laid, length, places)


def _portions(laid: _Laid) -> Iterator[tuple[int, int]]:
    """Yield ranges of characters that stand in so many places together as are sorted at a time, or a single one that stands in more."""
    before = np.cumsum(np.bincount(laid.at, minlength=1))  # places of it and all before it
    room = max(ROOM, len(laid.at) // PARTS)
    low = 1
    while low < len(before):
        high = max(low + 1, int(np.searchsorted(before, before[low - 1] + room, "right")))
        yield low, high
        low = high


def _sorted(laid: _Laid, length: int, places: Numbers) -> _Found:
    """Return the grams that start at places. `places`: in order, at least one."""
    base = len(laid.signs) + 1
    keys, span = laid.at[places].astype(np.int64), base
    for further in range(1, length):
        keys, span = _joined(keys, span, laid.at[places + further], base)
    keys, _ = _joined(keys, span, places, len(laid.at))
    keys.sort()
    places = keys % len(laid.at)
    keys //= len(laid.at)
    bounds = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True])))
    signs = laid.signs[laid.at[places[bounds[:-1], None] + np.arange(length)] - 1]
    text = signs.tobytes().decode("utf-32-le", "surrogatepass")
    return _Found([text[at : at + length] for at in range(0, len(text), length)], places, bounds)


def _joined(keys: Numbers, span: int, further: NDArray[np.integer], base: int) -> tuple[Numbers, int]:
    """Return one number for each of two numbers below `span` and `base`, in the same order, and what they are all below."""
    if span * base > MOST:
        distinct, keys = np.unique(keys, return_inverse=True)
        span = len(distinct)
    return keys * base + further, span * base


def _postings(laid: _Laid, found: _Found) -> _Postings:
    texts = laid.text[found.places].astype(np.int64)
    places = found.places - laid.start[texts]
    leaps = np.diff(texts, prepend=-1)
    leaps[found.bounds[:-1]] = texts[found.bounds[:-1]] + 1
    steps = np.where(leaps == 0, np.diff(places, prepend=0), places)
    return _Postings(_in_letters(leaps, found.bounds), _in_letters(steps, found.bounds))


def _in_letters(numbers: Numbers, bounds: Numbers) -> list[str]:
    """Return numbers one after the other as `digits` writes them, from each bound to the next."""
    sizes = np.ones(len(numbers), np.int64)
    rest = numbers >> 5
    while rest.any():
        sizes += rest > 0
        rest >>= 5
    ends = np.cumsum(sizes)
    letters = np.empty(ends[-1], np.uint8)
    at, rest = ends - sizes, numbers
    while len(rest):
        more = rest > 31
        letters[at] = _LETTERS[(rest & 31) + 32 * more]
        at, rest = at[more] + 1, rest[more] >> 5
    text = letters.tobytes().decode("ascii")
    cuts = np.concatenate(([0], ends))[bounds].tolist()
    return [text[one:two] for one, two in pairwise(cuts)]
