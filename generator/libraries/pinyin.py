"""Pinyin of names and units, to sort and to search by (the door to pypinyin)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product

from generator.libraries.characters import nfkc

# Characters with another reading as a surname (GB/T 28039-2011 writes the surname first).
# A record may give `leader.pinyin` where this is not enough.
SURNAMES = {
    "万俟": "moqi", "尉迟": "yuchi", "澹台": "tantai", "单于": "chanyu", "长孙": "zhangsun",
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "查": "zha", "朴": "piao", "盖": "ge", "区": "ou",
    "任": "ren", "华": "hua", "缪": "miao", "翟": "zhai", "员": "yun", "乐": "yue", "冼": "xian", "折": "she",
    "黑": "he", "秘": "bi", "种": "chong", "覃": "qin", "宿": "su", "燕": "yan", "纪": "ji", "牟": "mu",
    "洗": "xian", "尹": "yin", "逄": "pang", "褚": "chu", "召": "shao", "令狐": "linghu",
    "阚": "kan", "卜": "bu", "都": "du", "佴": "nai", "繁": "po", "祭": "zhai", "乜": "nie", "粘": "nian", "薄": "bo", "句": "gou",
    "隗": "wei", "番": "pan", "逢": "pang", "藏": "zang", "会": "gui", "重": "chong", "适": "kuo", "角": "jue", "么": "yao", "能": "nai",
    "拓": "ta", "圈": "juan", "颉": "xie", "厦": "xia",
}  # fmt: skip

# Places of Dalian that pypinyin reads otherwise than the people there: 长海县, 长山群岛.
PLACES = {"长海": "chang hai", "长山": "chang shan"}


@lru_cache(maxsize=1 << 16)
def syllables(text: str) -> tuple[str, ...]:
    """Return the syllables of a text without tones, ü as v; text that is not Chinese is kept, in lower case."""
    words = _cutter()(text)
    return tuple(syllable for word in words for syllable in _syllables(word))


@lru_cache(maxsize=1 << 16)
def _syllables(word: str) -> tuple[str, ...]:
    """Read one of the words that pypinyin cuts a text into: it reads each by itself, and thousands of names share them."""
    from pypinyin import lazy_pinyin

    return tuple(syllable.lower() for syllable in lazy_pinyin([word], v_to_u=False))


@lru_cache(maxsize=1)
def _cutter() -> Callable[[str], list[str]]:
    from pypinyin import load_phrases_dict
    from pypinyin.seg.simpleseg import seg

    load_phrases_dict({name: [[read] for read in reading.split()] for name, reading in PLACES.items()})
    return seg


def word(name: str) -> str:
    """Return a name as a word of an address: its pinyin, letters and digits only; empty if it has neither."""
    return re.sub("[^a-z0-9]", "", "".join(syllables(nfkc(name))))


def person(name: str, written: str | None = None) -> tuple[str, ...]:
    """Return the syllables of a person's name, surname first: as the record writes it, else with the reading of a surname.

    A surname of two characters counts as one syllable here (`yuchi`), as it does in writing.
    """
    if written:
        return _as_written(name, written)
    for length in (2, 1):
        surname = SURNAMES.get(name[:length])
        if surname:
            return (surname, *syllables(name[length:]))
    return syllables(name)


def sort_key(name: str, leader: str | None = None, written: str | None = None) -> tuple[tuple[str, ...], str]:
    """Return the key to sort a workshop by pinyin; a leader's name at the start is read as a person's name."""
    if leader and name.startswith(leader):
        return (*person(leader, written), *syllables(name[len(leader) :])), name
    return syllables(name), name


def _as_written(name: str, written: str) -> tuple[str, ...]:
    """Split a written name: `Shan Tianfang` for 单田芳 is shan, tian, fang, if its characters can be read so."""
    from pypinyin import Style, pinyin

    surname, *rest = written.lower().replace("ü", "v").replace("'", "").split()
    given = "".join(rest)
    for length in (1, 2):
        read = pinyin(name[length:], style=Style.NORMAL, heteronym=True)
        for reading in product(*read[:4]):
            if "".join(reading) == given:
                return (surname, *reading)
    return (surname, *rest)
