"""Signs that no line may contain: misleading or invisible ones, and remains of lost bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from generator.problems.code import ERROR, Code
from generator.problems.problem import Mark, Problem
from generator.problems.wording import Check, fill

_COPIED = "多半是从网页或 Word 复制时带来的。"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
# Radicals and compatibility ideographs, each with the Chinese character it looks like.
LOOK_ALIKES = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
# Signs that no line may contain although they are printable.
_UNSEEN = re.compile(f"[\ufe0e\ufe0f\u115f\u1160\u3164\uffa0\ufffd{''.join(LOOK_ALIKES)}]|锟斤拷")

S106 = Code(
    "S106",
    ERROR,
    "有乱码",
    meaning="文件曾经用不对的编码打开又保存，原来的字已经丢了，从乱码里找不回来。",
    bad="unit: 大连锟斤拷械有限公司",
    remedy="对照原件重新录入，保存时编码选 UTF-8。",
)
S110 = Code(
    "S110",
    ERROR,
    "有看不见的字符或特殊的空格",
    meaning="从网页或 Word 复制时会带来看不见的字符和特殊的空格，它们会成为名称的一部分，以后就搜不到了。",
    bad="name: 王建强（这里有一个看不见的字符）职工创新工作室",
    remedy="把光标移到所指的位置，删去那个字符。",
)
S111 = Code(
    "S111",
    ERROR,
    "有不常见的换行符",
    meaning="看上去是一行，读出来是两行，后半行会成为另一个键。",
    bad="field: 轨道交通（这里有一个 U+2028）网络控制",
    remedy="删去它；需要换行时按回车键。",
)
S113 = Code(
    "S113",
    ERROR,
    "有制表符（Tab 键）",
    meaning="制表符在不同电脑上宽度不同，不能用来缩进。",
    bad="leader:\n（Tab）name: 王建强",
    remedy="换成半角空格，每层缩进两格。",
)
S133 = Code(
    "S133",
    ERROR,
    "有长得像汉字的字符",
    meaning="从 PDF 复制时，“山”会变成部首“⼭”：看上去一样，搜索和核对名单时却对不上。",
    bad="recommender: 中⼭区总工会",
    remedy="用输入法重新打这个字。",
)


# Signs and Unicode categories that no line may contain.
CHARACTERS = (
    Check(
        "sign",
        S113,
        "这里有制表符（Tab 键）",
        "请改成空格（每层缩进两格）。",
        {"signs": "\t", "categories": ()},
    ),
    Check(
        "sign",
        S111,
        "这里有不常见的换行符（U+{number}），看上去一行，读出来是两行",
        "请删去它，需要换行时按回车键。",
        {"signs": "\x0b\x0c\x85\u2028\u2029\r", "categories": ()},
    ),
    Check(
        "sign",
        S106,
        "这里的字已经变成了乱码",
        "原来的字读不出来了：请对照原件重新录入，保存时编码选 UTF-8。",
        # Remains of bytes read in a wrong encoding: the sign for an unreadable byte, and C1 controls.
        {"signs": "\ufffd" + "".join(map(chr, [*range(0x80, 0x85), *range(0x86, 0xA0)])), "categories": ()},
    ),
    Check(
        "sign",
        S110,
        "这里有特殊的空格（U+{number}），看上去和普通空格一样",
        f"请改成普通的半角空格，或者删去；{_COPIED}",
        {"signs": SPACES, "categories": ()},
    ),
    Check(
        "sign",
        S110,
        "这里有看不见或显示不出来的字符（U+{number}）",
        f"请把光标移到这里删去它；{_COPIED}",
        # Variation selectors and Hangul fillers: Unicode counts them as letters and marks, but they are invisible.
        {
            "signs": "\ufe0e\ufe0f\u115f\u1160\u3164\uffa0",
            "categories": ("Cc", "Cf", "Co", "Cs", "Cn"),
        },
    ),
    Check(
        "sign",
        S133,
        "这里的字不是汉字，是长得一样的部首或兼容字符（U+{number}）",
        "请用输入法重新打这个字；多半是从 PDF 复制时带来的。",
        {"signs": "".join(LOOK_ALIKES), "categories": ()},
    ),
)
_LOST = "锟斤拷"  # the sign for an unreadable byte, read as GBK


class Fault(NamedTuple):
    """A fault of a line: its index, its length in characters, and the words of the problem."""

    start: int
    length: int
    code: Code
    message: str
    remedy: str


def is_clean(text: str) -> bool:
    """Return whether a text without line breaks contains no sign that the checks look for."""
    return text.isprintable() and not _UNSEEN.search(text)


def scan_prose(path: str, text: str) -> Iterator[Problem]:
    """Yield S problems of a notice's text, which is not YAML: the first forbidden sign of each line."""
    for number, line in enumerate(text.split("\n"), start=1):
        fault = odd_character(line)
        if fault:
            place = Mark(number, fault.start + 1, fault.start + 1 + fault.length)
            yield Problem(path, place, fault.code, fault.message, fault.remedy)


def odd_character(line: str) -> Fault | None:
    """Return the fault of the first forbidden sign of a line; the tree also calls it for escapes in quotes."""
    if is_clean(line):
        return None
    for index, character in enumerate(line):
        for check in CHARACTERS:
            if (
                character in check.given["signs"]
                or unicodedata.category(character) in check.given["categories"]
            ):
                message = fill(check.message, {"number": f"{ord(character):04X}"})
                return Fault(index, 1, check.code, message, check.remedy)
    return None


def lost(line: str) -> Fault | None:
    """Return the fault of bytes that were read in a wrong encoding twice."""
    if _LOST not in line:
        return None
    check = next(check for check in CHARACTERS if check.code == S106)
    return Fault(line.index(_LOST), len(_LOST), check.code, check.message, check.remedy)
