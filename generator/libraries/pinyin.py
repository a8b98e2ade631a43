"""Pinyin of names and units, for sorting and for searching (the door to pypinyin)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import product

# Characters that are read otherwise when they are a surname (GB/T 28039-2011 writes the surname first).
# A record may say `leader.pinyin` where this is not enough.
SURNAMES = {
    "万俟": "moqi", "尉迟": "yuchi", "澹台": "tantai", "单于": "chanyu", "长孙": "zhangsun",
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "查": "zha", "朴": "piao", "盖": "ge", "区": "ou",
    "任": "ren", "华": "hua", "缪": "miao", "翟": "zhai", "员": "yun", "乐": "yue", "冼": "xian", "折": "she",
    "黑": "he", "秘": "bi", "种": "chong", "覃": "qin", "宿": "su", "燕": "yan", "纪": "ji", "牟": "mu",
    "洗": "xian", "尹": "yin", "逄": "pang", "褚": "chu", "召": "shao", "令狐": "linghu",
}  # fmt: skip

# Places of Dalian that pypinyin reads otherwise than those who live there: 长海县, 长山群岛.
PLACES = {"长海": "chang hai", "长山": "chang shan"}


@lru_cache(maxsize=65536)
def syllables(text: str) -> tuple[str, ...]:
    """A text in syllables without tones, ü as v; what is not Chinese stands as it is, in lower case."""
    return tuple(syllable.lower() for syllable in _reader()(text, v_to_u=False))


@lru_cache(maxsize=1)
def _reader() -> Callable[..., list[str]]:
    from pypinyin import lazy_pinyin, load_phrases_dict

    load_phrases_dict({name: [[read] for read in reading.split()] for name, reading in PLACES.items()})
    return lazy_pinyin


def word(name: str) -> str:
    """A name as a word of an address: its pinyin, letters and digits only; empty where it has neither."""
    return re.sub("[^a-z0-9]", "", "".join(syllables(unicodedata.normalize("NFKC", name))))


def person(name: str, written: str | None = None) -> tuple[str, ...]:
    """A person's name in syllables, surname first: as the record writes it, else with the surname read as one.

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
    """The place of a workshop's name by pinyin; one that begins with its leader's name begins as that is read."""
    if leader and name.startswith(leader):
        return (*person(leader, written), *syllables(name[len(leader) :])), name
    return syllables(name), name


def _as_written(name: str, written: str) -> tuple[str, ...]:
    """`Shan Tianfang` for 单田芳 is shan, tian, fang: the given name cut where its characters can be read so."""
    from pypinyin import Style, pinyin

    surname, *rest = written.lower().replace("ü", "v").replace("'", "").split()
    given = "".join(rest)
    for length in (1, 2):
        read = pinyin(name[length:], style=Style.NORMAL, heteronym=True)
        for found in product(*read[:4]):
            if "".join(found) == given:
                return (surname, *found)
    return (surname, *rest)
