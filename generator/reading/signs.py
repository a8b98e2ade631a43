"""Characters that no text may contain: invisible ones, those that look like others, and remains of lost bytes."""

from __future__ import annotations

from collections.abc import Mapping

from generator.libraries.characters import (
    MARKS,
    PRIVATE,
    SELECTORS,
    Ranges,
    nfkc,
    ranges,
    unseen,
    written,
)
from generator.problems.code import ERROR, Code
from generator.problems.wording import Check
from generator.reading import alike

_COPIED = "多半是从网页或 Word 复制时带来的。"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"

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
    bad="name: 周示例（这里有一个看不见的字符）职工创新工作室",
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
    bad="leader:\n（Tab）name: 周示例",
    remedy="换成半角空格，每层缩进两格。",
)
S133 = Code(
    "S133",
    ERROR,
    "有长得像汉字或标点的字符",
    meaning="从 PDF 复制时，“山”会变成部首“⼭”；识别图片时，“工”会变成片假名“エ”：看上去一样，搜索和核对名单时却对不上。",
    bad="recommender: 中⼭区总工会",
    remedy="用输入法重新打这个字。",
)
S134 = Code(
    "S134",
    ERROR,
    "有长得像英文字母或数字的字符",
    meaning="西里尔字母“а”、希腊字母“Ο”和数学字母“𝐀”看上去是英文字母，程序和搜索却认不出来；网址里有它，还会打开假冒的网站。",
    bad="name: 周海А组工作室（А 是西里尔字母）",
    remedy="切换到英文输入，用键盘重新打这个词。",
)
S135 = Code(
    "S135",
    ERROR,
    "有叠加在别的字上的符号",
    meaning="叠加的符号自己不占位置，“é”写成“e”加一个符号时，看上去一样，搜索却对不上。",
    bad="field: café（é 是两个字符）",
    remedy="删去它，重新打成一个字符。",
)


def _signs(code: Code, which: Ranges, message: str, remedy: str, alike_: str = "") -> Check:
    """A check of single characters. What `alike_` does not tell should be what NFKC makes of it."""
    return Check("sign", code, message, remedy, {"ranges": written(which), "alike": alike_})


def _paired(table: Mapping[str, str]) -> str:
    return "".join(f"{sign}{right}" for sign, right in table.items())


_RETYPE = "请用输入法重新打这个字；"
_RETYPE_WORD = "请切换到英文输入，用键盘重新打这个词。"
# What no text may contain: single characters, then words; the first that applies decides.
CHARACTERS = (
    _signs(
        S113,
        ranges("\t"),
        "这里有制表符（Tab 键）",
        "请改成空格（每层缩进两格）。",
    ),
    _signs(
        S111,
        ranges("\x0b\x0c\x85\u2028\u2029\r"),
        "这里有不常见的换行符（U+{number}），看上去一行，读出来是两行",
        "请删去它，需要换行时按回车键。",
    ),
    _signs(
        S106,
        # Remains of bytes read in a wrong encoding: the sign for an unreadable byte, and C1 controls.
        ((0x80, 0x9F), (0xFFFD, 0xFFFD)),
        "这里的字已经变成了乱码",
        "原来的字读不出来了：请对照原件重新录入，保存时编码选 UTF-8。",
    ),
    _signs(
        S110,
        ranges(SPACES),
        "这里有特殊的空格（U+{number}），看上去和普通空格一样",
        f"请改成普通的半角空格，或者删去；{_COPIED}",
    ),
    _signs(
        S110,
        SELECTORS,
        "这里有变体选择符（U+{number}），看不见，只挑选前一个字的字形，搜索时却成了另一个字",
        f"请把光标移到这里删去它，前一个字不用删；{_COPIED}",
    ),
    _signs(
        S110,
        PRIVATE,
        "这里有造字区的字（U+{number}），换一台电脑就成了别的字或方框",
        "请问清是哪个字，用标准编码的字重新打。",
    ),
    _signs(
        S110,
        unseen(),
        "这里有看不见或显示不出来的字符（U+{number}）",
        f"请把光标移到这里删去它；{_COPIED}",
    ),
    _signs(
        S135,
        MARKS,
        "这里有叠加在前一个字上的符号（U+{number}）",
        "请删去它；带声调的字母请重新打成一个字符，如 é。",
    ),
    _signs(
        S133,
        ranges(alike.IDEOGRAPHS),
        "这里的“{sign}”（U+{number}）不是汉字，是长得一样的部首或兼容字符，应当是“{right}”",
        f"{_RETYPE}多半是从 PDF 复制时带来的。",
        _paired({sign: right for sign, right in alike.IDEOGRAPHS.items() if right != nfkc(sign)}),
    ),
    _signs(
        S133,
        ranges(alike.OTHER_RADICALS),
        "这里的“{sign}”（U+{number}）不是汉字，是字典里的部首或笔画",
        f"{_RETYPE}多半是从 PDF 复制时带来的。",
    ),
    _signs(
        S133,
        ranges(alike.MARKS),
        "这里的“{sign}”（U+{number}）是竖排用的或小写的标点，应当是“{right}”",
        "请用输入法重新打这个标点；多半是从 PDF 复制时带来的。",
        _paired({sign: right for sign, right in alike.MARKS.items() if right != nfkc(sign)}),
    ),
    _signs(
        S134,
        ranges(alike.FORMULAS),
        "这里的“{sign}”（U+{number}）是公式或排版用的字符，应当是“{right}”",
        _RETYPE_WORD,
        _paired({sign: right for sign, right in alike.FORMULAS.items() if right != nfkc(sign)}),
    ),
    Check(
        "word",
        S134,
        "“{word}”里的“{sign}”（U+{number}，{script}）不是英文字母或数字，只是长得像“{right}”",
        _RETYPE_WORD,
        {**alike.WORDS, "alike": alike.LETTERS, "scripts": alike.SCRIPTS},
    ),
    Check(
        "word",
        S134,
        "“{word}”里的“{sign}”（U+{number}，{script}）和英文字母混在一个词里",
        "请只用一种文字，重新打这个词。",
        {**alike.MIXED, "alike": "", "scripts": alike.SCRIPTS},
    ),
    Check(
        "word",
        S133,
        "“{word}”里的“{sign}”（U+{number}，{script}）不是汉字，只是长得像“{right}”",
        f"{_RETYPE}多半是识别图片时认错的。",
        {**alike.BESIDE_HAN, "alike": alike.KANA, "scripts": alike.SCRIPTS},
    ),
)
