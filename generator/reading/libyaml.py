"""The meaning of libyaml's errors, for an editor who does not know YAML."""

from __future__ import annotations

from typing import Any

from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Mark, Problem
from generator.reading.features import ANCHOR, DIRECTIVE, NO_KEY, TAG, Words

S128 = Code(
    "S128",
    ERROR,
    "从这里起读不懂",
    meaning="引号、括号、缩进或冒号有误，后面的内容都读不出来。",
    bad='name: "周示例职工创新工作室',
    remedy="照提示检查这一行和上一行的冒号、引号和缩进。",
)
_UNCLOSED = Words(S128, "从这里开始的引号没有成对", "请在这段文字末尾补上同样的引号，或两边都不用引号。")
_BACKSLASH = Words(S128, "双引号里的反斜杠 \\ 有特殊含义", "请改用单引号，或去掉反斜杠。")
_INDENT = Words(
    S128, "这一行的缩进和上面同级的行不一致", "请让同一层的键左端对齐，下一层比上一层多缩进两格。"
)
_DEEPER = Words(
    S128,
    "这一行比上一行缩进得深，上一行却已经写了值",
    "同一层的键请左端对齐（也许是上一行缩进少了）；列表每一项的第一个键前面请加“- ”；上一行本来是一组的开头的，冒号后面请空着。",
)
_AFTER_QUOTE = Words(S128, "引号后面还有字", "请让引号包住整个值，或者不用引号。")
_AFTER_BRACKET = Words(S128, "方括号后面还有字", "请给整个值加引号，或把方括号改成“【】”。")
_TWO = Words(S128, "这一行里有两个“键: 值”", "正文里有半角冒号时，请给整个值加上引号，或改用全角冒号。")
_NO_COLON = Words(
    S128,
    "这一行缺少“键: 值”的冒号",
    "请写成“键: 值”的样子（半角冒号加一个空格）；接着上一行的正文请再缩进两格；多余的字请删去。",
)
_FENCE = Words(S128, "“```”是贴代码用的记号，不是记录的内容", "请删去这一行，文件末尾有“```”的也删去。")
_DASH = Words(S128, "“- ”不能写在这里", "列表请另起一行，每项以“- ”开头；只是表示没有的，请删去这个键。")
_UNKNOWN = Words(
    S128, "从这里起读不懂", "请对照 registry/README.md 里的例子，检查这一行和上一行的冒号、引号和缩进。"
)

# A part of libyaml's message (what it was doing, then what it missed), and its meaning. The first match counts.
_MEANINGS = (
    ("scanning an anchor", ANCHOR),
    ("scanning an alias", ANCHOR),
    ("a tag", TAG),
    ("scanning a directive", DIRECTIVE),
    ("incompatible YAML document", DIRECTIVE),
    ("escape character", _BACKSLASH),
    ("hexdecimal number", _BACKSLASH),
    ("scanning a quoted scalar", _UNCLOSED),
    ("a block scalar", Words(S128, "| 或 > 后面还有字", "请把正文另起一行，缩进两格；或给整个值加引号。")),
    ("a flow sequence", Words(S128, "从这里开始的方括号没有写完，或者各项之间不是半角逗号", "请写成 [甲, 乙] 的样子，或每项一行、以“- ”开头。")),
    ("a flow mapping", Words(S128, "从这里开始的花括号没有写完", "请给整个值加引号；本来是几个键的，请去掉花括号，每个键各占一行。")),
    ("could not find expected ':'", _NO_COLON),
    ("block sequence entries", _DASH),
    ("expected '-' indicator", Words(S128, "列表里各项的缩进不一致", "请让同一列表的“- ”左端对齐。")),
    ("expected node content", Words(S128, "值以括号开头，却没有成对", "请补上另一半括号，或给整个值加引号。")),
)  # fmt: skip


def syntax_problem(path: str, error: Exception, lines: list[str]) -> Problem:
    """Return the problem of an error of libyaml's in these lines."""
    message = f"{getattr(error, 'context', None)}: {getattr(error, 'problem', None) or error}"
    began, missed = (_mark(getattr(error, name, None), lines) for name in ("context_mark", "problem_mark"))
    place, words = _explained(message, began, missed or FILE_START, lines)
    return Problem(path, place, *words)


def _mark(mark: Any, lines: list[str]) -> Mark | None:
    """Return a mark of libyaml's; at the file's end it is after the last line."""
    if mark is None:
        return None
    line = min(mark.line, len(lines) - 1)
    column = min(mark.column, len(lines[line]))
    return Mark(line + 1, column + 1, column + 2)


def _explained(message: str, began: Mark | None, missed: Mark, lines: list[str]) -> tuple[Mark, Words]:
    """Return where an editor should look, and the meaning of libyaml's `message` about these lines."""
    place = _place(message, began, missed)
    line = lines[place.line - 1]
    before, here = line[: place.column - 1], line[place.column - 1 : place.column]
    if "cannot start any token" in message:
        return place, _FENCE if line.startswith("```") else _no_start(here)
    if "mapping keys are not allowed" in message or ("expected node content" in message and here == ","):
        return place, _no_start(here)
    if "mapping values" in message:
        return (place, _TWO) if ": " in before.lstrip(" -") else _continued(place, lines)
    if "expected key" in message or ("expected '-' indicator" in message and here != "-"):
        return place, _left_over(before.strip(" -"), here)
    return place, next((words for passage, words in _MEANINGS if passage in message), _UNKNOWN)


def _left_over(before: str, here: str) -> Words:
    """Something else is where a key should be: `before` it on its line, and its first sign."""
    if here == ":":
        return NO_KEY
    if not before:
        return _INDENT
    return _AFTER_BRACKET if before.rstrip().endswith("]") else _AFTER_QUOTE


def _no_start(sign: str) -> Words:
    return Words(S128, f"值不能以“{sign}”开头", "这个符号有特殊含义，请给整个值加上引号。")


def _continued(place: Mark, lines: list[str]) -> tuple[Mark, Words]:
    """A key in a line that was read as part of the one above, which is no key or has its value already."""
    number = place.line - 1
    above = next(
        (index for index in range(number - 1, -1, -1) if lines[index].strip(" ") and lines[index].lstrip()[0] != "#"),
        number,
    )  # fmt: skip
    column, column_above = (len(lines[index]) - len(lines[index].lstrip(" -")) for index in (number, above))
    if column > column_above:
        return Mark(number + 1, column + 1, len(lines[number]) + 1), _DEEPER
    if above < number and ":" not in lines[above]:
        return Mark(above + 1, column_above + 1, len(lines[above]) + 1), _NO_COLON
    return place, _INDENT


def _place(message: str, began: Mark | None, missed: Mark) -> Mark:
    """Return where a quote, bracket or word began that is too long, else where the error is."""
    begun = any(doing in message for doing in ("while scanning", "a flow ", "a tag"))
    return began if began and begun and "escape" not in message else missed
