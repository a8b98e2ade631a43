"""Readings of names and units, character by character, to search by pinyin or its initials."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from generator.libraries import pinyin
from generator.site.search.words import fold

_HAN = re.compile("([〇\u3400-\u9fff\U00020000-\U0003ffff]+)")
_READABLE = re.compile("[a-z0-9]+")
Reading = tuple[str, ...]


def reading(text: str) -> Reading:
    """Return the syllable of each character of a folded text; a letter or digit is its own reading, other signs have none."""
    syllables: list[str] = []
    for run in _HAN.split(text):
        read: Iterable[str] = pinyin.syllables(run) if _HAN.match(run) else run
        syllables += read if len(list(read)) == len(run) else run
    return tuple(syllable if _READABLE.fullmatch(syllable) else "" for syllable in syllables)


def person_reading(name: str, written: str | None) -> Reading:
    """Return the `reading` of a person: the surname is read as a surname, and the record's own pinyin comes first."""
    folded = fold(name)
    read = pinyin.person(folded, written)
    if len(read) == len(folded) - 1:  # a surname of two characters counts as one syllable there
        first = pinyin.syllables(folded[:2])
        read = (*(first if "".join(first) == read[0] else (read[0], "")), *read[1:])
    if len(read) != len(folded):
        read = (*read[: len(folded)], *[""] * (len(folded) - len(read)))
    return tuple(syllable if _READABLE.fullmatch(syllable) else "" for syllable in read)


def usual_readings(readings: Mapping[str, Reading]) -> dict[str, str]:
    """Return the most frequent reading of each character in the texts (text to reading)."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, read in readings.items():
        for character, syllable in zip(text, read, strict=True):
            if character > "\x7f" and syllable:
                counts[character][syllable] += 1
    return {
        character: min(counted, key=lambda syllable: (-counted[syllable], syllable))
        for character, counted in sorted(counts.items())
    }


@cache
def common_readings() -> dict[str, str]:
    """Return the characters of GB 2312 by their usual reading: a name is found by characters of the same sound."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    by_reading: defaultdict[str, str] = defaultdict(str)
    for character in "".join(code.decode("gb2312", errors="ignore") for code in codes):
        by_reading["".join(pinyin.syllables(character))] += character
    return dict(sorted(by_reading.items()))


def unusual(text: str, read: Reading, usual: Mapping[str, str]) -> str:
    """Return the unusual readings in a text: `3hang 5zhong`, the places counted from 0; empty if there are none."""
    pairs = zip(text, read, strict=True)
    return " ".join(
        f"{place}{syllable}"
        for place, (character, syllable) in enumerate(pairs)
        if character > "\x7f" and syllable != usual.get(character, "")
    )
