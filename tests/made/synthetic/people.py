"""Made-up people: plausible names, no two alike and none of a real leader, with rare characters and surnames of several readings."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

# By how common they are, most common first; a name is drawn from the front of the list more often.
_SURNAMES = (
    "王李张刘陈杨赵孙于徐曲姜宋丛高林马郭周吴朱胡梁何韩冯董程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
)
_COMPOUND = ("欧阳", "尉迟", "上官", "司马", "诸葛", "慕容", "令狐", "皇甫")
# Surnames that a machine reads wrongly, with the right reading (GB/T 28039-2011 writes the surname first).
_POLYPHONIC = {
    "单": "Shan", "仇": "Qiu", "解": "Xie", "曾": "Zeng", "查": "Zha", "盖": "Ge", "朴": "Piao", "区": "Ou",
    "缪": "Miao", "翟": "Zhai", "乐": "Yue", "尉迟": "Yuchi", "万俟": "Moqi", "缴": "Jiao", "员": "Yun", "逄": "Pang",
}  # fmt: skip
_READ = {
    "强": "qiang", "伟": "wei", "明": "ming", "玥": "yue", "喆": "zhe", "堃": "kun", "祎": "yi", "镕": "rong",
    "天": "tian", "方": "fang", "海": "hai", "英": "ying", "丽": "li", "军": "jun", "波": "bo", "安": "an",
    "春": "chun", "晓": "xiao", "敏": "min", "志": "zhi", "远": "yuan", "女": "nü", "绿": "lü", "娥": "e",
}  # fmt: skip
_COMMON = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红梅鑫波斌宇浩凯健俊帆雪健飞鹏东海"
    "建国志春晓文永德宝新立成忠义振兴荣福庆祥瑞嘉思雨佳欣子涵一诺梓晨雅琪家豪传礼广洪学胜利民"
)
_RARE = "喆玥堃祎镕淼垚犇翀骞赟珺琰昶晟旻頔甯𠅤"


class People:
    """Hands out names, each once; never one that `real`, names of real people or of what is named after them, begins with.

    A made-up workshop of such a name would stand on the list of a real notice (R349), which happened in 100,000.
    """

    def __init__(self, rng: Random, real: Iterable[str]) -> None:
        self._rng = rng
        self._given = {name[:length] for name in real for length in range(2, 5)}

    def draw(self) -> tuple[str, str | None]:
        """A name that was not drawn before, and its pinyin where the surname has several readings."""
        while True:
            name, pinyin = self._any()
            if name not in self._given:
                self._given.add(name)
                return name, pinyin

    def _any(self) -> tuple[str, str | None]:
        rng = self._rng
        share = rng.random()
        if share < 0.03:
            surname = rng.choice(list(_POLYPHONIC))
            given = [rng.choice(list(_READ)) for _ in range(2)]
            pinyin = "".join(_READ[character] for character in given).capitalize()
            if _READ[given[1]][0] in "aeo":
                pinyin = f"{_READ[given[0]].capitalize()}'{_READ[given[1]]}"
            return surname + "".join(given), f"{_POLYPHONIC[surname]} {pinyin}"
        common = _SURNAMES[int(len(_SURNAMES) * rng.random() ** 2)]
        surname = rng.choice(_COMPOUND) if share < 0.05 else common
        letters = [rng.choice(_RARE if rng.random() < 0.06 else _COMMON) for _ in range(2)]
        return surname + "".join(letters[: 1 if rng.random() < 0.2 else 2]), None
