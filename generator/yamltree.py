"""YAML text to a tree in which every scalar is text and every node knows its place (the door to yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from generator.problems import FILE_START, Mark, Problem
from generator.yamlscan import scan

MAX_DEPTH = 6
MAX_NODES = 1000  # of a record; lists (vocabularies, notices) may hold more
# What libyaml says, and what it means to somebody who does not know YAML. The order matters: the first match is told.
_SYNTAX = (
    ("mapping values are not allowed", "这一行有两个“键: 值”，或者缩进和上面不一致", "正文里有半角冒号加空格时，请给整段文字加上引号；缩进请与上面同级的行对齐。"),
    ("found unexpected end of stream", "引号或括号没有成对", "请补上缺少的引号或括号。"),
    ("found unexpected document indicator", "引号或括号没有成对", "请补上缺少的引号或括号。"),
    ("expected ',' or ']'", "方括号列表没有写完，或者项与项之间不是半角逗号", "请写成 [甲, 乙] 的样子，或每项一行、以“- ”开头。"),
    ("expected ',' or '}'", "花括号没有写完，或者项与项之间不是半角逗号", "请去掉花括号，每个键各占一行。"),
    ("could not find expected ':'", "这一行缺少“键: 值”的冒号", "请写成“键: 值”的样子（半角冒号加一个空格）；接着上一行的正文请再缩进两格。"),
    ("found character that cannot start any token", "值的开头是 YAML 的专用符号", "请给这个值加上引号，例如 \"@大连\"。"),
    ("found unknown escape character", "双引号里的反斜杠 \\ 有特殊含义", "请改用单引号，或去掉反斜杠。"),
    ("found invalid", "双引号里的反斜杠 \\ 有特殊含义", "请改用单引号，或去掉反斜杠。"),
    ("block sequence entries are not allowed", "“- ”不能写在这里", "列表请另起一行，每项以“- ”开头。"),
    ("did not find expected key", "缩进和上面同级的行不一致，或者引号后面还有字", "请让同一层的键左端对齐；引号要么包住整个值，要么不用。"),
    ("did not find expected '-' indicator", "列表里各项的缩进不一致", "请让同一列表的“- ”左端对齐。"),
    ("did not find expected alphabetic or numeric character", "值以 * 或 & 开头，这在 YAML 里有特殊含义", "请给这个值加上引号。"),
)  # fmt: skip
_GLUED_COMMENT = re.compile(r"[ ]+#[^\s#]")


class Scalar(NamedTuple):
    """A text as the file means it: escapes resolved, nothing converted. `quoted`: it had quotes or | or >."""

    text: str
    mark: Mark
    quoted: bool = False


class Sequence(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    mark: Mark


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys with values in the file's order; no key stands twice."""

    entries: list[Entry]
    mark: Mark


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Stops the walk over one file; carries the problem that cannot be read past."""

    def __init__(self, mark: Mark, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.parts = (mark, code, message, remedy)


def parse(
    path: str, text: str, keys: frozenset[str], most: int = MAX_NODES
) -> tuple[Mapping | None, list[Problem]]:
    """The tree of one file and its S problems; no tree if there is any. `keys`: the schema's keys and labels.

    Order (measured to survive what editors write): scan of the lines, then libyaml's event stream, which
    neither resolves aliases nor recurses; depth and number of nodes are bounded before they are built.
    """
    problems = list(scan(path, text, keys))
    if problems:
        return None, problems
    walk = _Walk(path, text, most)
    try:
        tree = walk.document()
    except _Refused as refused:
        walk.problems.append(Problem(path, *refused.parts))
        tree = None
    except yaml.YAMLError as error:
        walk.problems.append(_syntax_problem(path, text, error))
        tree = None
    return (None, walk.problems) if walk.problems else (tree, [])


class _Walk:
    """Builds the tree of one file out of the event stream."""

    def __init__(self, path: str, text: str, most: int) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.problems: list[Problem] = []
        self.nodes = 0
        self.most = most

    def document(self) -> Mapping | None:
        """The one mapping that the file must hold."""
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            raise _Refused(FILE_START, "S129", "文件里没有内容", "请写上记录，或者删去这个文件。")
        if start.version or start.tags:
            raise _Refused(self._mark(start), "S122", "以 % 开头的 YAML 指令不能用", "请删去这一行。")
        tree = self._node(next(self.events), 1, flow=False)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused(
                self._mark(after),
                "S123",
                "一个文件里有好几份记录（中间有 --- 分隔）",
                "请一份记录存一个文件，删去 --- 这一行。",
            )
        if not isinstance(tree, Mapping):
            raise _Refused(
                tree.mark,
                "S130",
                "文件的最外层应当是一行行的“键: 值”",
                "请对照 registry/README.md 里的例子改写。",
            )
        return tree

    def _node(self, event: Any, depth: int, *, flow: bool) -> Node:
        self._refuse_features(event)
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > self.most:
            raise _Refused(
                self._mark(event),
                "S125",
                f"内容嵌套超过 {MAX_DEPTH} 层，或多于 {self.most} 项",
                "请检查括号和缩进；一份记录用不到这么多层。",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, flow=flow)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        items = []
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(inner, depth + 1, flow=bool(event.flow_style)))
        return Sequence(items, self._mark(event))

    def _mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1, flow=False)
            value = self._node(next(self.events), depth + 1, flow=bool(event.flow_style))
            if not isinstance(key, Scalar) or not key.text:
                raise _Refused(
                    key.mark,
                    "S127",
                    "冒号前面缺少键，或键不是一个词",
                    "请写成“键: 值”的样子；值以 { 或 [ 开头时请加引号。",
                )
            if key.text == "<<":
                raise _Refused(key.mark, "S124", "合并键 << 不能用", "请把要用的键和值照样写出来。")
            if key.text in entries:
                self._twice(key, entries[key.text].key)
            entries[key.text] = Entry(key, value)
        first = next(iter(entries.values()), None)
        return Mapping(list(entries.values()), first.key.mark if first else self._mark(event))

    def _twice(self, key: Scalar, before: Scalar) -> None:
        message = f"“{key.text}”写了两次，第一次在第 {before.mark.line} 行"
        self.problems.append(
            Problem(self.path, key.mark, "S126", message, "请只留一处；两处内容不同时请合并。")
        )

    def _scalar(self, event: Any, *, flow: bool) -> Scalar:
        text = event.value
        mark = self._mark(event)
        plain = event.style is None
        if flow and plain and ("，" in text or "、" in text):
            message = "方括号里用了全角的“，”或“、”，几项会被当成一项"
            self.problems.append(
                Problem(
                    self.path,
                    mark,
                    "S116",
                    message,
                    "请改成半角逗号加空格，例如 [甲, 乙]；若标点是正文的一部分，请给它加引号。",
                )
            )
        end = event.end_mark
        if plain and end.line < len(self.lines) and _GLUED_COMMENT.match(self.lines[end.line], end.column):
            place = Mark(
                end.line + 1, self.lines[end.line].index("#", end.column) + 1, len(self.lines[end.line]) + 1
            )
            message = "“ #”后面的字会被当作注释丢掉"
            self.problems.append(
                Problem(
                    self.path,
                    place,
                    "S119",
                    message,
                    "若是正文，请给整个值加引号；若是注释，请在 # 后面空一格。",
                )
            )
        return Scalar(text, mark, not plain)

    def _refuse_features(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Refused(
                self._mark(event),
                "S120",
                "值以 & 或 * 开头，这在 YAML 里是“锚点”，不能用",
                "若是正文，请给整个值加引号；若想引用别处，请照样再写一遍。",
            )
        if event.tag:
            raise _Refused(
                self._mark(event),
                "S121",
                "值以 ! 开头，这在 YAML 里是“标签”，不能用",
                "请给整个值加引号，或删去 !。",
            )

    def _mark(self, event: Any) -> Mark:
        start, end = event.start_mark, event.end_mark
        last = end.column + 1 if end.line == start.line else len(self.lines[start.line]) + 1
        return Mark(start.line + 1, start.column + 1, max(last, start.column + 2))


def _syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    said = str(getattr(error, "problem", "") or error)
    found = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    last = text.count("\n") + 1
    mark = Mark(min(found.line + 1, last), found.column + 1, found.column + 2) if found else FILE_START
    for sign, message, remedy in _SYNTAX:
        if sign in said:
            return Problem(path, mark, "S128", message, remedy)
    return Problem(
        path,
        mark,
        "S128",
        "从这里起读不懂",
        "请对照 registry/README.md 里的例子检查这一行和上一行的冒号、引号和缩进。",
    )
