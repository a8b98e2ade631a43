"""How alike two words are: as tests/made/likeness.json has it for Python and for JavaScript."""

from __future__ import annotations

import difflib
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.likeness import LEAST, likeness, nearest, nearest_few
from tests import ROOT

CASES = json.loads((ROOT / "tests/made/likeness.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "words", "near", "much"), CASES)
def test_the_nearest_word(text: str, words: list[str], near: str, much: float) -> None:
    assert nearest(text, words) == near
    assert not near or likeness(text, near) == much


@given(st.text("甲乙丙丁ab", max_size=8), st.text("甲乙丙丁ab", max_size=8))
def test_it_is_a_measure(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert (likeness(one, other) == 1) == (one == other)
    assert likeness(one, other) >= difflib.SequenceMatcher(None, one, other).ratio() - 1e-9, (
        "what was proposed before still is"
    )


def test_several_come_in_their_order() -> None:
    words = ["甲乙丁", "甲乙丙", "甲丁丙", "戊"]
    assert nearest_few("甲乙丙", words, 3) == ["甲乙丙", "甲乙丁", "甲丁丙"]
    chance = random.Random(3)  # noqa: S311 - no secret, only texts
    names = ["".join(chance.choices("甲乙丙丁戊", k=chance.randrange(1, 7))) for _ in range(200)]
    for text in names[:40]:
        found = nearest_few(text, names, 5)
        assert (
            found
            == sorted(
                (it for it in names if likeness(text, it) >= LEAST), key=lambda it: -likeness(text, it)
            )[:5]
        )
