"""Finds in a text what signs.py tells of: a character or a word that no text may contain; and mends what has one meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from generator.libraries.characters import Ranges, inside, nfkc, read_ranges
from generator.problems.code import Code
from generator.problems.problem import Mark, Problem
from generator.problems.wording import Check, Facts, fill, short
from generator.reading.alike import pairs
from generator.reading.signs import CHARACTERS, S106

_LOST = "锟斤拷"  # the sign for an unreadable byte, read as GBK


class Fault(NamedTuple):
    """A fault of a line: its index, its length in characters, and the words of the problem."""

    start: int
    length: int
    code: Code
    message: str
    remedy: str


class _Sign(NamedTuple):
    """A check of single characters, ready for use."""

    check: Check
    ranges: Ranges
    alike: Mapping[str, str]


class _Word(NamedTuple):
    """A check of words, ready for use."""

    check: Check
    find: re.Pattern[str]
    faulty: re.Pattern[str]
    odd: re.Pattern[str]
    alike: Mapping[str, str]


_SIGNS = tuple(
    _Sign(check, read_ranges(check.given["ranges"]), pairs(check.given["alike"]))
    for check in CHARACTERS
    if check.test == "sign"
)
_WORDS = tuple(
    _Word(
        check,
        re.compile(check.given["find"]),
        re.compile(check.given["faulty"]),
        re.compile(check.given["odd"]),
        pairs(check.given["alike"]),
    )
    for check in CHARACTERS
    if check.test == "word"
)
_FULL_WIDTH_SPACE = "\u3000"  # a fault at the start of a line
# The first look at a text: a character that one of the checks may be about. Of those beyond U+FFFF it is any, since
# `re` has one table for all below and goes through the ranges beyond one by one.
_BELOW = ((first, min(last, 0xFFFF)) for sign in _SIGNS for first, last in sign.ranges if first <= 0xFFFF)
_DOUBTFUL = re.compile(
    "|".join(
        (
            *(f"[\\u{first:04x}-\\u{last:04x}]" for first, last in _BELOW),
            *(word.odd.pattern for word in _WORDS),
            _FULL_WIDTH_SPACE,
            "[\U00010000-\U0010ffff]",
        )
    )
)


@cache
def _check_of(character: str) -> _Sign | None:
    """Return the check of single characters that a character meets."""
    return next((sign for sign in _SIGNS if inside(ord(character), sign.ranges)), None)


@cache
def _is_ordinary(character: str) -> bool:
    """Return whether no check can be about a character."""
    return (
        character != _FULL_WIDTH_SPACE
        and not _check_of(character)
        and not any(word.odd.match(character) for word in _WORDS)
    )


def is_clean(text: str) -> bool:
    """Return whether a text without line breaks contains nothing that a check may be about; most do not."""
    return _LOST not in text and _is_plain(text)


def _is_plain(text: str) -> bool:
    """Return whether no check of single characters or words can be about any character of a text."""
    return not _DOUBTFUL.search(text) or all(map(_is_ordinary, set(text)))


def scan_prose(path: str, text: str) -> Iterator[Problem]:
    """Yield S problems of a notice's text, which is not YAML: the first of each line."""
    for number, line in enumerate(text.split("\n"), start=1):
        fault = odd_character(line)
        if fault:
            place = Mark(number, fault.start + 1, fault.start + 1 + fault.length)
            yield Problem(path, place, fault.code, fault.message, fault.remedy)


def odd_character(line: str) -> Fault | None:
    """Return the first fault of a line: of a character, of a word, of lost bytes; the tree also asks it about escapes in quotes."""
    if is_clean(line):
        return None
    return _odd_sign(line) or _odd_word(line) or _lost(line)


def mended(text: str) -> str:
    """Return the text with each character that looks like another as that other: its meaning is certain, its reader sees no change."""
    if _is_plain(text):
        return text
    plain = "".join(
        _right(sign, character) if (sign := _check_of(character)) else character for character in text
    )
    for word in _WORDS:
        plain = word.find.sub(partial(_mended_word, word), plain)
    return plain


def _right(sign: _Sign, character: str) -> str:
    """What a character should be where its check tells it, else the character."""
    return sign.alike.get(character, nfkc(character)) if "{right}" in sign.check.message else character


def _mended_word(word: _Word, found: re.Match[str]) -> str:
    faulty = word.faulty.fullmatch(found[0])
    return "".join(word.alike.get(c, c) for c in found[0]) if faulty else found[0]


def _odd_sign(line: str) -> Fault | None:
    for index, character in enumerate(line):
        sign = _check_of(character)
        if sign:
            return _fault(sign.check, index, character, {"right": _right(sign, character)})
    return None


def _odd_word(line: str) -> Fault | None:
    for word in _WORDS:
        for found in word.find.finditer(line):
            odd = word.odd.search(found[0]) if word.faulty.fullmatch(found[0]) else None
            if odd:
                script = next(name for name, form in word.check.given["scripts"] if re.match(form, odd[0]))
                facts = {"word": short(found[0]), "script": script, "right": word.alike.get(odd[0], "")}
                return _fault(word.check, found.start() + odd.start(), odd[0], facts)
    return None


def _fault(check: Check, index: int, character: str, facts: Facts) -> Fault:
    told = {"sign": character, "number": f"{ord(character):04X}", **facts}
    return Fault(index, 1, check.code, fill(check.message, told), check.remedy)


def _lost(line: str) -> Fault | None:
    """Return the fault of bytes that were read in a wrong encoding twice."""
    if _LOST not in line:
        return None
    check = next(check for check in CHARACTERS if check.code == S106)
    return Fault(line.index(_LOST), len(_LOST), check.code, check.message, check.remedy)
