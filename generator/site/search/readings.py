"""How names and units are read, character by character, for a search by pinyin or its initials."""

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
    """The syllable of each character of a folded text; a letter or digit reads as itself, anything else not at all."""
    found: list[str] = []
    for run in _HAN.split(text):
        read: Iterable[str] = pinyin.syllables(run) if _HAN.match(run) else run
        found += read if len(list(read)) == len(run) else run
    return tuple(syllable if _READABLE.fullmatch(syllable) else "" for syllable in found)


def person_reading(name: str, written: str | None) -> Reading:
    """As `reading`, for a person: the surname read as one, the record's own pinyin first."""
    folded = fold(name)
    read = pinyin.person(folded, written)
    if len(read) == len(folded) - 1:  # a surname of two characters counts as one syllable there
        first = pinyin.syllables(folded[:2])
        read = (*(first if "".join(first) == read[0] else (read[0], "")), *read[1:])
    if len(read) != len(folded):
        read = (*read[: len(folded)], *[""] * (len(folded) - len(read)))
    return tuple(syllable if _READABLE.fullmatch(syllable) else "" for syllable in read)


def usual_readings(readings: Mapping[str, Reading]) -> dict[str, str]:
    """Of each character the reading it has most often in the texts given (text to reading), by character."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, read in readings.items():
        for character, syllable in zip(text, read, strict=True):
            if character > "\x7f" and syllable:
                counts[character][syllable] += 1
    return {
        character: min(found, key=lambda syllable: (-found[syllable], syllable))
        for character, found in sorted(counts.items())
    }


@cache
def common_readings() -> dict[str, str]:
    """The characters of GB 2312 by how they are usually read: what sounds alike is found by it, whoever bears the name."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    found: defaultdict[str, str] = defaultdict(str)
    for character in "".join(code.decode("gb2312", errors="ignore") for code in codes):
        found["".join(pinyin.syllables(character))] += character
    return dict(sorted(found.items()))


def unusual(text: str, read: Reading, usual: Mapping[str, str]) -> str:
    """Where a text is read otherwise: `3hang 5zhong`, the places counted from 0; empty where all is as usual."""
    told = zip(text, read, strict=True)
    return " ".join(
        f"{place}{syllable}"
        for place, (character, syllable) in enumerate(told)
        if character > "\x7f" and syllable != usual.get(character, "")
    )
