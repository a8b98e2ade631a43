"""The line scan: what YAML would read silently wrong, found in the raw text before it is parsed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.problems import Mark, Problem
from generator.wording import Rule, fill

# What no line may hold: signs, and categories of Unicode.
CHARACTERS = (
    Rule(
        "sign",
        "S113",
        "这里有制表符（Tab 键）",
        "请改成空格（每层缩进两格）。",
        {"signs": "\t", "categories": ()},
    ),
    Rule(
        "sign",
        "S111",
        "这里有不常见的换行符（U+{number}），看上去一行，读出来是两行",
        "请删去它，需要换行时按回车键。",
        {"signs": "\x0b\x0c\x85\u2028\u2029\r", "categories": ()},
    ),
    Rule(
        "sign",
        "S110",
        "这里有看不见或显示不出来的字符（U+{number}）",
        "请把光标移到这里删去它；多半是从网页或 Word 复制时带来的。",
        {"signs": "", "categories": ("Cc", "Cf", "Co", "Cs", "Cn")},
    ),
)
_ODD_INDENT = re.compile(r"[ ]*([\u3000\u00a0\u2000-\u200a\u202f\u205f])")
_KEY = re.compile(r"(?:[ ]*(?:-[ ]+)*)([A-Za-z_\u4e00-\u9fff]+)[ ]*(：|:)(.?)")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


def scan(path: str, text: str, keys: frozenset[str]) -> Iterator[Problem]:
    """S problems of the raw lines. A line that cannot be trusted yields one problem, the first that applies.

    Of a merge conflict only its first marker is told.
    """
    in_conflict = False
    for number, line in enumerate(text.split("\n"), start=1):
        found = _line_problem(line, keys)
        again = in_conflict and found is not None and found[2] == "S117"
        if found and found[2] == "S117":
            in_conflict = not line.startswith(">")
        if found and not again:
            start, length, code, message, remedy = found
            yield Problem(path, Mark(number, start + 1, start + 1 + length), code, message, remedy)


def _line_problem(line: str, keys: frozenset[str]) -> tuple[int, int, str, str, str] | None:
    if line.isprintable():  # nothing below can be in it, and nearly every line is so
        return _conflict(line) or _key_problem(line, keys)
    indent = _ODD_INDENT.match(line)
    if indent:
        return (
            indent.start(1),
            1,
            "S112",
            "行首用了全角空格或不间断空格，这一行会被读成别的意思",
            "请删去它，改用半角空格缩进（每层两格）。",
        )
    for index, character in enumerate(line):
        found = _character_problem(character)
        if found:
            return (index, 1, *found)
    return _conflict(line) or _key_problem(line, keys)


def _character_problem(character: str) -> tuple[str, str, str] | None:
    for rule in CHARACTERS:
        if character in rule.given["signs"] or unicodedata.category(character) in rule.given["categories"]:
            return rule.code, fill(rule.message, {"number": f"{ord(character):04X}"}), rule.remedy
    return None


def _key_problem(line: str, keys: frozenset[str]) -> tuple[int, int, str, str, str] | None:
    found = _KEY.match(line)
    if not found or found[1] not in keys:
        return None
    start = found.start(2)
    if found[2] == "：":
        return start, 1, "S114", f"“{found[1]}”后面是全角冒号", f"请改成半角冒号加一个空格：{found[1]}: 值"
    if found[3] not in ("", " "):
        return start, 1, "S115", f"“{found[1]}:”后面少一个空格", f"请在冒号后加一个半角空格：{found[1]}: 值"
    return None


def _conflict(line: str) -> tuple[int, int, str, str, str] | None:
    found = _CONFLICT.match(line)
    if found and len(line.rstrip()) >= 7:
        return (
            0,
            7,
            "S117",
            "这里留有合并冲突的标记，下面有两种写法",
            "请在两种写法中选定一种，删去 <<<<<<<、=======、>>>>>>> 这几行。",
        )
    return None
