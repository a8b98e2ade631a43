"""The line scan: what YAML would read silently wrong, found in the raw text before it is parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.problems.problem import Mark, Problem
from generator.problems.wording import Check, fill

_COPIED = "多半是从网页或 Word 复制时带来的。"
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
# Radicals and compatibility ideographs with the Chinese character that each looks like.
LOOK_ALIKES = {
    chr(code): unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}
# Signs that are told although they are printable.
_UNSEEN = re.compile(f"[\ufe0e\ufe0f\u115f\u1160\u3164\uffa0\ufffd{''.join(LOOK_ALIKES)}]|锟斤拷")

# What no line may hold: signs, and categories of Unicode.
CHARACTERS = (
    Check(
        "sign",
        "S113",
        "这里有制表符（Tab 键）",
        "请改成空格（每层缩进两格）。",
        {"signs": "\t", "categories": ()},
    ),
    Check(
        "sign",
        "S111",
        "这里有不常见的换行符（U+{number}），看上去一行，读出来是两行",
        "请删去它，需要换行时按回车键。",
        {"signs": "\x0b\x0c\x85\u2028\u2029\r", "categories": ()},
    ),
    Check(
        "sign",
        "S106",
        "这里的字已经变成了乱码",
        "原来的字读不出来了：请对照原件重新录入，保存时编码选 UTF-8。",
        # What is left when bytes are read in the wrong encoding: the sign for an unreadable byte, and C1 controls.
        {"signs": "\ufffd" + "".join(map(chr, [*range(0x80, 0x85), *range(0x86, 0xA0)])), "categories": ()},
    ),
    Check(
        "sign",
        "S110",
        "这里有特殊的空格（U+{number}），看上去和普通空格一样",
        f"请改成普通的半角空格，或者删去；{_COPIED}",
        {"signs": SPACES, "categories": ()},
    ),
    Check(
        "sign",
        "S110",
        "这里有看不见或显示不出来的字符（U+{number}）",
        f"请把光标移到这里删去它；{_COPIED}",
        # Variation selectors and Hangul fillers are letters and marks to Unicode, and nothing to the eye.
        {
            "signs": "\ufe0e\ufe0f\u115f\u1160\u3164\uffa0",
            "categories": ("Cc", "Cf", "Co", "Cs", "Cn"),
        },
    ),
    Check(
        "sign",
        "S133",
        "这里的字不是汉字，是长得一样的部首或兼容字符（U+{number}）",
        "请用输入法重新打这个字；多半是从 PDF 复制时带来的。",
        {"signs": "".join(LOOK_ALIKES), "categories": ()},
    ),
)
_ODD_INDENT = re.compile(r"[ ]*([\u3000\u00a0\u2000-\u200a\u202f\u205f])")
_KEY = re.compile(r"([ ]*(?:-[ ]+)*)([A-Za-z_\u4e00-\u9fff]+)[ ]*([：:∶﹕])(.?)")
_VALUE = re.compile(r"[^\s#]")
# A list's item that begins with another dash, a bullet or a number, or with no space after its dash; then a key.
_BULLET = re.compile(r"[ ]*([-－—–−•·●▪◆■＊]|[0-9]{1,2}[.．、)）])[ \t　]*([A-Za-z_]+)[ ]*[：:∶﹕]")
_DASH = re.compile(r"[-－—–−]")
NO_COLON = re.compile(r"[ ]*(?:-[ ]+)*([A-Za-z_]+)(?:[ ]*\t[ \t]*|[ ]{2,}|　+|[ ]*[;；=＝][ ]*)(?=[^\s:：])")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_LOST = "锟斤拷"  # what the sign for an unreadable byte becomes when it is read as GBK


class Fault(NamedTuple):
    """What is wrong with a line: at which index, over how many characters, and the words."""

    start: int
    length: int
    code: str
    message: str
    remedy: str


def scan(path: str, text: str, keys: Mapping[str, str]) -> Iterator[Problem]:
    """S problems of the raw lines. A line that cannot be trusted yields one problem, the first that applies.

    Of a merge conflict only its first marker is told. A line that stands deeper than a key with a value on its line is a
    part of that value: a text may well hold `成果：三项`.
    """
    clean = text.replace("\n", "").isprintable() and not _UNSEEN.search(text)  # as nearly every file is
    in_conflict = False
    holder = -1  # the column of the key whose text the lines belong to
    block = False  # whether that text is kept as it is (| >)
    for number, line in enumerate(text.split("\n"), start=1):
        key = _KEY.match(line)
        column = key.start(2) if key else len(line) - len(line.lstrip(" \t-"))
        if column <= holder and line.strip():
            holder = -1
        in_text = holder >= 0
        found = None if clean else _odd(line, keys, in_text=in_text, has_key=key is not None)
        if found is None and not key:
            found = _conflict(line) or (None if in_text else _item_fault(line, keys) or _no_colon(line, keys))
        elif found is None and key and not (in_text and block):
            found = _key_fault(key, keys, in_text=in_text)
        if key and not in_text and _VALUE.match(value := line[key.end(3) :].lstrip()):
            holder, block = key.start(2), value.startswith(("|", ">"))
        if found is None:
            continue
        again = in_conflict and found.code == "S117"
        if found.code == "S117":
            in_conflict = not line.startswith(">")
        if not again:
            place = Mark(number, found.start + 1, found.start + 1 + found.length)
            yield Problem(path, place, found.code, found.message, found.remedy)


def _odd(line: str, keys: Mapping[str, str], *, in_text: bool, has_key: bool) -> Fault | None:
    """What is told of a line's signs, whatever they say."""
    if line.isprintable() and not _UNSEEN.search(line):
        return None
    found = None if in_text else (not has_key and _no_colon(line, keys)) or _odd_indent(line)
    return found or odd_character(line) or _lost(line)


def _odd_indent(line: str) -> Fault | None:
    indent = _ODD_INDENT.match(line)
    if not indent:
        return None
    message = "行首用了全角空格或不间断空格，这一行会被读成别的意思"
    return Fault(indent.start(1), 1, "S112", message, "请删去它，改用半角空格缩进（每层两格）。")


def scan_prose(path: str, text: str) -> Iterator[Problem]:
    """S problems of a text that is no YAML, a notice's own: signs that no line may hold, the first of each line."""
    for number, line in enumerate(text.split("\n"), start=1):
        found = odd_character(line)
        if found:
            place = Mark(number, found.start + 1, found.start + 1 + found.length)
            yield Problem(path, place, found.code, found.message, found.remedy)


def odd_character(line: str) -> Fault | None:
    """The first sign of a line that no line may hold; what an escape in quotes stands for is asked about too."""
    if line.isprintable() and not _UNSEEN.search(line):
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


def _lost(line: str) -> Fault | None:
    if _LOST not in line:
        return None
    check = next(check for check in CHARACTERS if check.code == "S106")
    return Fault(line.index(_LOST), len(_LOST), check.code, check.message, check.remedy)


def _key_fault(found: re.Match[str], keys: Mapping[str, str], *, in_text: bool) -> Fault | None:
    """A known key whose colon is not one. In a text only an English word is taken for a key."""
    if found[2] not in keys or (in_text and not found[2].isascii()):
        return None
    key, start = found[2], found.start(3)
    right = f"请写成半角冒号加一个空格：{keys[key]}: 值"
    if found[3] != ":":
        colon = "全角冒号" if found[3] == "：" else "像冒号的符号"
        return Fault(start, 1, "S114", f"“{key}”后面是{colon}", right)
    if found[4] in (":", "："):
        return Fault(start, 2, "S115", f"“{key}”后面有两个冒号", right)
    if found[4] == "　":
        return Fault(start + 1, 1, "S115", f"“{key}:”后面是全角空格", right)
    if found[4] not in ("", " "):
        return Fault(start, 1, "S115", f"“{key}:”后面少一个空格", right)
    return None


def _item_fault(line: str, keys: Mapping[str, str]) -> Fault | None:
    """An item of a list whose dash is not one."""
    found = _BULLET.match(line)
    if not found or found[2] not in keys:
        return None
    if not found.start(1) and not _DASH.match(found[1]):
        return Fault(0, len(found[1]), "S118", f"键前面多了“{found[1]}”", "请删去它。")
    message = "“-”后面少一个空格" if found[1] == "-" else f"列表的一项以“{found[1]}”开头"
    remedy = f"请以半角减号加一个空格开头：- {found[2]}: 值"
    return Fault(found.start(1), len(found[1]), "S118", message, remedy)


def _no_colon(line: str, keys: Mapping[str, str]) -> Fault | None:
    """A known key with its value in a second column, or after another sign than a colon."""
    found = NO_COLON.match(line)
    if not found or found[1] not in keys:
        return None
    key = found[1]
    message, remedy = f"“{key}”后面缺少冒号", f"请写成半角冒号加一个空格：{key}: 值"
    return Fault(found.start(1), len(key), "S132", message, remedy)


def _conflict(line: str) -> Fault | None:
    found = _CONFLICT.match(line)
    if not found or len(line.rstrip()) < 7:
        return None
    message = "这里留有合并冲突的标记，下面有两种写法"
    return Fault(0, 7, "S117", message, "请在两种写法中选定一种，删去 <<<<<<<、=======、>>>>>>> 这几行。")
