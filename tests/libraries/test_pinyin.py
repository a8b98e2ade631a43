"""Pinyin: surnames are read as surnames, a record's own reading wins, and the order is that of the syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from generator.libraries import pinyin


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("王建强", None, "wang jian qiang"),
        ("单雄信", None, "shan xiong xin"),
        ("阚示例", None, "kan shi li"),
        ("都示例", None, "du shi li"),
        ("繁示例", None, "po shi li"),
        ("尉迟恭", None, "yuchi gong"),
        ("吕丽娟", None, "lv li juan"),
        ("单田芳", "Shan Tianfang", "shan tian fang"),
        ("单行", "Dan Hang", "dan hang"),
        ("尉迟长安", "Yuchi Chang'an", "yuchi chang an"),
        ("吕乐", "Lü Yue", "lv yue"),
        ("某某", "Mou Nothing", "mou nothing"),
    ],
)
def test_a_person_is_read(name: str, written: str | None, read: str) -> None:
    assert " ".join(pinyin.person(name, written)) == read


@given(
    st.lists(
        st.sampled_from(["长海", "银行", "行人", "重庆", "长", "〇", "𠀀", "Ab", " ", "-", "有限公司", "乐"])
    ).map("".join)
)
def test_words_are_read_one_by_one_as_in_their_text(text: str) -> None:
    assert list(pinyin.syllables(text)) == [syllable.lower() for syllable in lazy_pinyin(text, v_to_u=False)]


def test_what_is_not_chinese_stays() -> None:
    assert pinyin.syllables("LNG 接卸<b>") == ("lng ", "jie", "xie", "<b>")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("长海县总工会", "changhaixianzonggonghui"),
        ("长山群岛", "changshanqundao"),
        ("长兴岛", "changxingdao"),
        ("中国（虚构）LNG 工会 2", "zhongguoxugoulnggonghui2"),
        ("——", ""),
    ],
)
def test_a_name_as_a_word_of_an_address(name: str, read: str) -> None:
    assert pinyin.word(name) == read


def test_workshops_stand_by_syllable() -> None:
    names = [
        ("单某创新工作室", "单某"),
        ("大连石化创新工作室", None),
        ("陈兆海创新工作室", "陈兆海"),
        ("陈照创新工作室", "陈照"),
    ]
    ordered = sorted(names, key=lambda pair: pinyin.sort_key(*pair))
    assert [name[:2] for name, _ in ordered] == ["陈照", "陈兆", "大连", "单某"]
