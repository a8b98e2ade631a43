"""Pairs of characters of the full texts by how they sound: what was mistyped is guessed from them, and from nothing rarer than them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.site.search.readings import common_readings

MOST = 6  # pairs of one sound, those that stand in most places


def sounds(written: Mapping[str, str]) -> dict[str, str]:
    """Return the pairs of characters by their sound, `han jie`: 焊接含接, those with most places first. `written`: the postings of grams.

    Each character is read as it is read most: a browser reads what was typed in the same way.
    """
    read = {character: syllable for syllable, held in common_readings().items() for character in held}
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for gram in sorted(written, key=lambda gram: (-len(written[gram]), gram)):
        if len(gram) == 2 and gram[0] in read and gram[1] in read:
            by_sound[f"{read[gram[0]]} {read[gram[1]]}"].append(gram)
    return {sound: "".join(pairs[:MOST]) for sound, pairs in sorted(by_sound.items())}
