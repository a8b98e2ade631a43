"""What two spellings of one unit share, and the check sign of credit codes."""

from __future__ import annotations

import random

import pytest

from generator.model.local import City
from generator.rules.unitnames import stem
from generator.rules.units import _CHARACTERS, check_sign

# Spellings of one unit, as different hands write it.
ONE = (
    ("大连示例重工有限公司", "大连示例重工有限责任公司", "大连示例重工股份有限公司", "示例重工有限公司", "大连市示例重工公司", "大连示例重工"),
    ("大连（ＡＢＣ）科技有限公司", "大连(abc)科技有限公司", "大连 ABC 科技有限公司", "大连ABC科技公司"),
    ("大连示例大学附属第二医院", "大连示例大学第二附属医院", "示例大学附属第2医院"),
    ("国网样本供电公司第12分公司", "国网样本供电有限公司第十二分公司"),
)  # fmt: skip
# Units that are easily taken for each other, and are two.
CITY = City({}, name="大连市", short="大连", province="辽宁省")
TWO = (
    ("大连一厂", "大连二厂"), ("大连示例集团有限公司", "大连示例有限公司"), ("大连示例公司", "大连示例分公司"),
    ("大连华信有限公司", "大连华锐有限公司"), ("大连第一中学", "大连第十一中学"), ("大连示例厂", "大连示例公司"),
    ("大连示例公司一车间", "大连示例公司二车间"), ("沈阳示例公司", "大连示例公司"), ("大连东港公司", "大连港东公司"),
    ("大连示例大学附属第一医院", "大连示例大学附属第二医院"), ("样本（大连）公司", "样本（沈阳）公司"),
)  # fmt: skip


@pytest.mark.parametrize("names", ONE, ids=lambda names: names[0])
def test_spellings_of_one_unit_share_a_stem(names: tuple[str, ...]) -> None:
    assert len({stem(name, CITY) for name in names}) == 1, {name: stem(name, CITY) for name in names}


@pytest.mark.parametrize("names", TWO, ids="-".join)
def test_two_units_stay_two(names: tuple[str, str]) -> None:
    assert stem(names[0], CITY) != stem(names[1], CITY)


def test_something_is_left_of_every_name() -> None:
    assert all(stem(name, CITY) for name in ("公司", "大连", "大连公司", "有限公司", "A"))


@pytest.mark.parametrize("code", ["9144030071526726XG", "914403001922038216", "91440300708461136T"])
def test_codes_that_firms_print_are_right(code: str) -> None:
    assert check_sign(code) == code[-1]


def test_one_wrong_sign_and_two_exchanged_are_always_noticed() -> None:
    """What the check sign is for: 31 is prime, and no two neighbouring places have one weight."""
    chance = random.Random(3)  # noqa: S311  nothing secret
    for _ in range(300):
        code = "".join(chance.choices(_CHARACTERS, k=17))
        code += check_sign(f"{code}0")
        place = chance.randrange(17)
        other = chance.choice([sign for sign in _CHARACTERS if sign != code[place]])
        assert check_sign(code[:place] + other + code[place + 1 :]) != code[-1]
        turned = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert turned == code or check_sign(turned) != turned[-1]
