"""What the filters ask for first: places as signs, as site_src/scripts/lists/workshops.js reads them (tests/scripts/lists/rows.test.mjs)."""

from __future__ import annotations

import unicodedata

from generator.site.lists.columns import signs


def test_one_place_or_several_or_none() -> None:
    assert signs([0, [57, 90], [], 91, 92, [226, 129]]) == "#\\!} ~¡ħ!Æ"


def test_each_place_has_a_sign_of_its_own_and_none_is_a_control() -> None:
    told = [signs([place]) for place in range(1000)]
    assert len(set(told)) == len(told) and not {" ", "!"} & {*told}
    assert not [sign for sign in told if unicodedata.category(sign) == "Cc"]
