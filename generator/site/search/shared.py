"""Parts that many full texts share, such as titles, publishers and days: indexed once, with a list of their workshops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.site.search.numbers import digits

SHARE = 50  # a shared part occurs in at least one of so many workshops
FEWEST = 8  # workshops
ROOM = 3_000  # letters of the lists in one file: most queries need one list


class Shared(NamedTuple):
    """The folded texts of each workshop without the shared parts; the shared parts in order, and the holders of each."""

    own: list[list[str]]
    parts: list[str]
    holders: list[list[int]]


def shared(texts: Sequence[Sequence[str]]) -> Shared:
    """Separate the shared parts of the folded texts. In the index they follow the workshops, as if each were one."""
    by_part: defaultdict[str, list[int]] = defaultdict(list)
    for number, parts in enumerate(texts):
        for part in set(parts):
            by_part[part].append(number)
    least = max(FEWEST, len(texts) // SHARE)
    common = {part: holders for part, holders in sorted(by_part.items()) if len(holders) >= least}
    own = [[part for part in parts if part not in common] for parts in texts]
    return Shared(own, list(common), list(common.values()))


def lists(holders: Sequence[Sequence[int]]) -> Iterator[list[str]]:
    """Yield the holders of each shared part as steps written in letters, as many parts a file as it has room for."""
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
