"""The line scan: faults in the raw text that YAML would read as something else without an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.problems.code import ERROR, Code
from generator.problems.problem import Mark, Problem
from generator.reading.oddities import Fault, is_clean, odd_character

_ODD_INDENT = re.compile(r"[ ]*([\u3000\u00a0\u2000-\u200a\u202f\u205f])")
_HEAD = r"([ ]*(?:-[ ]+)*)([A-Za-z_\u4e00-\u9fff]+)[ ]*"
_KEY = re.compile(rf"{_HEAD}([：:∶﹕])(.?)")
_VALUE = re.compile(r"[^\s#]")
# A list item that begins with another dash, a bullet or a number, or has no space after its dash; then a key.
_BULLET = re.compile(r"[ ]*([-－—–−•·●▪◆■＊]|[0-9]{1,2}[.．、)）])[ \t　]*([A-Za-z_]+)[ ]*[：:∶﹕]")
_DASH = re.compile(r"[-－—–−]")
NO_COLON = re.compile(r"[ ]*(?:-[ ]+)*([A-Za-z_]+)(?:[ ]*\t[ \t]*|[ ]{2,}|　+|[ ]*[;；=＝][ ]*)(?=[^\s:：])")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_KEY_AS_IT_SHOULD_BE = rf"{_HEAD}:(?: |$)"
_WRONG = "|".join(form.pattern for form in (_CONFLICT, _BULLET, NO_COLON, _KEY))
# The start of a line that may be wrong, whatever its signs: few files have one, and only those are looked at line by line.
_DOUBTFUL = re.compile(rf"\n(?!{_KEY_AS_IT_SHOULD_BE})(?:{_WRONG})", re.MULTILINE)


S117 = Code(
    "S117",
    ERROR,
    "留有合并冲突的标记",
    meaning="两个人改了同一处，合并时留下的标记还在，文件里同时有两种写法。",
    bad="<<<<<<< HEAD\nname: 甲工作室\n=======\nname: 乙工作室\n>>>>>>> 分支",
    remedy="选定一种写法，删去另一种和三行标记。",
)


def scan(path: str, text: str, keys: Mapping[str, str]) -> Iterator[Problem]:
    """Yield S problems of the raw lines; a faulty line has one problem, the first that applies.

    Of a merge conflict only its first marker is a problem. A line that is indented deeper than a key with a value on its
    line is part of that value: a text may well contain `成果：三项`.
    """
    clean = is_clean(text.replace("\n", ""))  # nearly every file is
    if not clean or _DOUBTFUL.search(f"\n{text}"):
        yield from scan_lines(path, text, keys, clean=clean)


def scan_lines(path: str, text: str, keys: Mapping[str, str], *, clean: bool) -> Iterator[Problem]:
    """Yield what scan yields, having looked at each line; `clean`: the text is known to be so."""
    in_conflict = False
    holder = -1  # the column of the key whose value the lines belong to
    block = False  # whether that value keeps its lines (| >)
    for number, line in enumerate(text.split("\n"), start=1):
        key = _KEY.match(line)
        column = key.start(2) if key else len(line) - len(line.lstrip(" \t-"))
        if column <= holder and line.strip():
            holder = -1
        in_text = holder >= 0
        fault = None if clean else _odd(line, keys, in_text=in_text, has_key=key is not None)
        if fault is None and not key:
            fault = _conflict(line) or (None if in_text else _item_fault(line, keys) or _no_colon(line, keys))
        elif fault is None and key and not (in_text and block):
            fault = _key_fault(key, keys, in_text=in_text)
        if key and not in_text and _VALUE.match(value := line[key.end(3) :].lstrip()):
            holder, block = key.start(2), value.startswith(("|", ">"))
        if fault is None:
            continue
        again = in_conflict and fault.code == S117
        if fault.code == S117:
            in_conflict = not line.startswith(">")
        if not again:
            place = Mark(number, fault.start + 1, fault.start + 1 + fault.length)
            yield Problem(path, place, fault.code, fault.message, fault.remedy)


def _odd(line: str, keys: Mapping[str, str], *, in_text: bool, has_key: bool) -> Fault | None:
    """Return the fault of a line's signs, whatever they mean."""
    if is_clean(line):
        return None
    fault = None if in_text else (not has_key and _no_colon(line, keys)) or _odd_indent(line)
    return fault or odd_character(line)


S112 = Code(
    "S112",
    ERROR,
    "行首有全角空格或不间断空格",
    meaning="这样的空格不算缩进，这一行会被读成别的意思。",
    bad="leader:\n　　name: 周示例",
    remedy="换成半角空格，每层缩进两格。",
)


def _odd_indent(line: str) -> Fault | None:
    indent = _ODD_INDENT.match(line)
    if not indent:
        return None
    message = "行首用了全角空格或不间断空格，这一行会被读成别的意思"
    return Fault(indent.start(1), 1, S112, message, "请删去它，改用半角空格缩进（每层两格）。")


S114 = Code(
    "S114",
    ERROR,
    "键后面是全角冒号",
    meaning="全角冒号不算分隔，整行会被当成一段文字。",
    bad="name：周示例职工创新工作室",
    remedy="换成半角冒号加一个空格。",
)
S115 = Code(
    "S115",
    ERROR,
    "冒号后面不是一个半角空格",
    meaning="没有半角空格，冒号和后面的字会连成一个词。",
    bad="name:周示例职工创新工作室",
    remedy="在冒号后面加一个半角空格。",
)


def _key_fault(match: re.Match[str], keys: Mapping[str, str], *, in_text: bool) -> Fault | None:
    """Return the fault of a known key without a proper colon. In a text only an English word counts as a key."""
    if match[2] not in keys or (in_text and not match[2].isascii()):
        return None
    key, start = match[2], match.start(3)
    right = f"请写成半角冒号加一个空格：{keys[key]}: 值"
    if match[3] != ":":
        colon = "全角冒号" if match[3] == "：" else "像冒号的符号"
        return Fault(start, 1, S114, f"“{key}”后面是{colon}", right)
    if match[4] in (":", "："):
        return Fault(start, 2, S115, f"“{key}”后面有两个冒号", right)
    if match[4] == "　":
        return Fault(start + 1, 1, S115, f"“{key}:”后面是全角空格", right)
    if match[4] not in ("", " "):
        return Fault(start, 1, S115, f"“{key}:”后面少一个空格", right)
    return None


S118 = Code(
    "S118",
    ERROR,
    "列表的一项不是以“- ”开头",
    meaning="输入法打出的“－”“—”“·”和序号都不算，减号后面少了空格也不算，这一项会被读成别的意思。",
    bad="events:\n  -kind: 复核合格",
    remedy="以半角减号加一个空格开头。",
)


def _item_fault(line: str, keys: Mapping[str, str]) -> Fault | None:
    """Return the fault of a list item without a proper dash."""
    match = _BULLET.match(line)
    if not match or match[2] not in keys:
        return None
    if not match.start(1) and not _DASH.match(match[1]):
        return Fault(0, len(match[1]), S118, f"键前面多了“{match[1]}”", "请删去它。")
    message = "“-”后面少一个空格" if match[1] == "-" else f"列表的一项以“{match[1]}”开头"
    remedy = f"请以半角减号加一个空格开头：- {match[2]}: 值"
    return Fault(match.start(1), len(match[1]), S118, message, remedy)


S132 = Code(
    "S132",
    ERROR,
    "键后面缺少冒号",
    meaning="从表格里复制的两列之间是空白，不是冒号；没有冒号就分不清键和值。",
    bad="unit    大连某厂",
    remedy="在键后面加半角冒号和一个空格。",
)


def _no_colon(line: str, keys: Mapping[str, str]) -> Fault | None:
    """Return the fault of a known key with its value in a second column, or after a sign that is no colon."""
    match = NO_COLON.match(line)
    if not match or match[1] not in keys:
        return None
    key = match[1]
    message, remedy = f"“{key}”后面缺少冒号", f"请写成半角冒号加一个空格：{key}: 值"
    return Fault(match.start(1), len(key), S132, message, remedy)


def _conflict(line: str) -> Fault | None:
    match = _CONFLICT.match(line)
    if not match or len(line.rstrip()) < 7:
        return None
    message = "这里留有合并冲突的标记，下面有两种写法"
    return Fault(0, 7, S117, message, "请在两种写法中选定一种，删去 <<<<<<<、=======、>>>>>>> 这几行。")
