"""What a text is asked before the finders of personal data look for it: nothing that they find is passed over."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.libraries.characters import nfkc
from generator.rules.personal import find, searched
from generator.rules.suspicion import may_hold
from tests.made import samples

# What the finders' patterns are made of, and what nearly is it: full width, compatibility characters, harmless numbers, separators.
PIECES = (
    *("1", "13912345678", "139", "1234", "5678", "210203", "19750312", "0018", "6222", "０", "１３９", "①", "⒈", "㏠", "Ⅹ", "X"),
    *(" ", "　", "-", "－", ".", "．", "…", "/", ":", "：", ",", "，", "。", "(", "）", "\n", "\u200b", "é", "×"),
    *("出生", "生", "生于", "生日", "生产", "于", "年", "月", "日", "一九七五", "75", "1975年", "3月", "人", "率"),
    *("家", "住", "家住", "住址", "家庭地址", "小区", "宿舍", "号楼", "单元", "单", "元", "室", "工作室", "大连", "楼"),
    *("@", "＠", "a", "abc123", "example.com", "微", "信", "微信", "微信号", "wx", "VX", "Vx", "ｖｘ", "weChat", "WEIXIN"),
    *("Q", "q", "QQ", "ＱＱ", "号", "id", "https://", "ZL", "CN", "信用代码", "amount_yuan: ", "¥", "万元", "+86", "Tel"),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=14).map("".join)


@given(TEXTS)
@example("ab＠example．com")
@example("家庭地址：中山区")
@example("一九七五年\n生于")
def test_nothing_is_passed_over(text: str) -> None:
    assert list(find(text, samples.TODAY)) == list(searched(text, samples.TODAY))


@given(TEXTS)
def test_a_file_is_asked_for_all_its_lines(text: str) -> None:
    assert may_hold(text) or not any(map(may_hold, text.split("\n")))


def test_characters_that_are_not_looked_at_become_no_others_that_matter() -> None:
    """The characters that NFKC alters are looked at, but for some signs of Chinese type, which become signs."""
    altered = [sign for sign in map(chr, range(0x110000)) if not may_hold(sign) and nfkc(sign) != sign]
    assert {nfkc(sign) for sign in altered} == {",", ":", ";", "(", ")", "!", "?", "..."}
