"""Parts of full texts that many workshops share, as titles, publishers and days are: indexed once, with a list of who has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.site.search.columns import digits

SHARE = 50  # of so many workshops one at least has a shared part
FEWEST = 8  # workshops
ROOM = 3_000  # letters of the lists in one file: most are asked for one at a time


class Shared(NamedTuple):
    """The folded texts of each workshop without what it shares; the shared parts in order, and who has each."""

    own: list[list[str]]
    parts: list[str]
    holders: list[list[int]]


def shared(texts: Sequence[Sequence[str]]) -> Shared:
    """Part the folded texts of all workshops. In the index the shared parts follow on the workshops, as if each were one."""
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, parts in enumerate(texts):
        for part in set(parts):
            held[part].append(number)
    least = max(FEWEST, len(texts) // SHARE)
    common = {part: holders for part, holders in sorted(held.items()) if len(holders) >= least}
    own = [[part for part in parts if part not in common] for parts in texts]
    return Shared(own, list(common), list(common.values()))


def lists(holders: Sequence[Sequence[int]]) -> Iterator[list[str]]:
    """The holders of each shared part as steps written in letters, as many parts in a file as have room in it."""
    file: list[str] = []
    for numbers in holders:
        letters = "".join(
            digits(number - last) for last, number in zip([-1, *numbers], numbers, strict=False)
        )
        if file and sum(map(len, file)) + len(letters) > ROOM:
            yield file
            file = []
        file.append(letters)
    if file:
        yield file
