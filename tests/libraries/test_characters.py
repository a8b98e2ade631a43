"""What a character is does not depend on the Python that runs."""

from __future__ import annotations

import unicodedata

import pytest

from generator.libraries import characters
from generator.libraries.characters import inside, is_printable, is_word, nfkc, read_ranges, unseen, written

YOUNGER_THAN_PYTHON_3_11 = "\U0003218e\U0002ebf0\U000323b0\U00033479"  # of extensions H, I, J


@pytest.mark.parametrize("character", YOUNGER_THAN_PYTHON_3_11)
def test_a_young_ideograph_is_a_word_that_everybody_sees(character: str) -> None:
    assert is_word(character)
    assert is_printable(character)
    assert characters.visible(f"王{character}") == f"王{character}"


def test_what_every_python_knows_is_seen_or_not_as_python_says() -> None:
    """Of categories that never change; but for what has an empty glyph, and selectors and fillers, which Python takes for letters."""
    asked = [chr(code) for code in range(0x110000) if not inside(code, characters.SELECTORS)]
    wrong = [
        f"{ord(character):04X}"
        for character in asked
        if unicodedata.category(character) not in ("Cn", "Zs", "Zl", "Zp")
        and inside(ord(character), unseen()) != (unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"))
    ]
    assert wrong == [
        *("034F", "115F", "1160", "17B4", "17B5", "2800", "3164", "FFA0", "FFFC", "16FE4", "1D159"),
    ]


def test_marks_are_those_that_combine_with_any_character() -> None:
    marks = [
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Mn", "Me")
        and inside(code, ((0x300, 0x36F), (0x20D0, 0x20F0), (0x1AB0, 0x1ACE)))
    ]
    assert [hex(code) for code in marks if not inside(code, (*characters.MARKS, (0x34F, 0x34F)))] == []


def test_ranges_are_read_as_they_are_written() -> None:
    assert read_ranges(written(unseen())) == unseen()
    assert all(before[1] + 1 < after[0] for before, after in zip(unseen(), unseen()[1:], strict=False))


def test_planes_of_ideographs_are_never_unseen() -> None:
    assert not any(inside(code, unseen()) for code in (*range(0x20000, 0x2FFFE), *range(0x30000, 0x3FFFE)))


def test_a_character_younger_than_the_oldest_python_stays_as_it_is() -> None:
    assert nfkc("Ａ①\U0001ccd6\U0001e030ｂ") == "A1\U0001ccd6\U0001e030b"
