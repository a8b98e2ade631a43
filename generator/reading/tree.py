"""YAML text to a tree in which every scalar is text and every node has its place (the door to yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from typing import Any, NamedTuple

import yaml
from yaml import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Mark, Problem
from generator.reading.features import (
    ANCHOR,
    DIRECTIVE,
    FULL_WIDTH,
    GLUED,
    MERGED,
    NO_KEY,
    NO_KEYS,
    NOTHING,
    SEVERAL,
    TAG,
)
from generator.reading.libyaml import syntax_problem
from generator.reading.lines import scan
from generator.reading.oddities import odd_character
from generator.reading.signs import S106

MAX_DEPTH = 6
MAX_NODES = 5000  # of a record: 200 achievements are about 2,600; lists may have more
Unreadable = yaml.YAMLError
_new = tuple.__new__  # makes a NamedTuple in half the time: a registry has a million scalars
_GLUED_SIGN = r" #[^\s#]"
_GLUED_COMMENT = re.compile(rf"[ ]*{_GLUED_SIGN}")


class Scalar(NamedTuple):
    """A text as the file means it: escapes resolved, nothing converted. `quoted`: it had quotes or | or >; `bare`: it had none and
    stands on one line, so that it means the same wherever it stands."""

    text: str
    mark: Mark
    quoted: bool = False
    bare: bool = False


class Sequence(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    mark: Mark


class KeyValue(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys with values in the file's order; each key occurs once."""

    entries: list[KeyValue]
    mark: Mark


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Stops the walk over one file; carries the problem that ends the reading."""

    def __init__(self, mark: Mark, code: Code, message: str, remedy: str) -> None:
        super().__init__(message)
        self.parts = (mark, code, message, remedy)


def events(text: str) -> Iterator[Any]:
    """Return libyaml's events of a text, with their places; an error of syntax (Unreadable) is raised on the way."""
    return iter(yaml.CSafeLoader(text).get_event, None)


def parse(
    path: str, text: str, keys: Mapping_[str, str], most: int = MAX_NODES
) -> tuple[Mapping | None, list[Problem]]:
    """Return the tree of one file and its S problems; no tree if there is any problem. `keys`: see Table.vocabulary.

    With lost bytes (S106) there is no other problem, since the rest would only follow from them.
    Order (measured to survive what editors write): scan of the lines, then libyaml's event stream, which
    neither resolves aliases nor recurses; depth and number of nodes are bounded before they are built.
    """
    if problems := list(scan(path, text, keys)):
        return None, [problem for problem in problems if problem.code == S106] or problems
    walk = _Walk(path, text, most)
    try:
        tree = walk.document()
    except _Refused as refused:
        walk.problems.append(Problem(path, *refused.parts))
        tree = None
    except yaml.YAMLError as error:
        walk.problems.append(syntax_problem(path, error, walk.lines))
        tree = None
    return (None, walk.problems) if walk.problems else (tree, [])


S125 = Code(
    "S125",
    ERROR,
    "嵌套太深或项数太多",
    meaning="一份记录用不到这么多层；多半是括号或缩进写错了。",
    bad="[[[[[[[[",
    remedy="检查括号和缩进。",
)
S126 = Code(
    "S126",
    ERROR,
    "同一个键写了两次",
    meaning="两处内容不同时，没法知道以哪一处为准。",
    bad="unit: 大连甲厂\nunit: 大连乙厂",
    remedy="只留一处；两处内容不同时请合并。",
)


class _Walk:
    """Builds the tree of one file from the event stream."""

    def __init__(self, path: str, text: str, most: int) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.last = len(self.lines) - 1
        self.pull = events(text).__next__
        self.problems: list[Problem] = []
        self.nodes = 0
        self.most = most
        self.may_be_glued = re.search(_GLUED_SIGN, text) is not None
        self.pasted = False  # whether a second record follows the first

    def document(self) -> Mapping | None:
        """Return the one mapping that the file must contain."""
        self.pull()
        start = self.pull()
        if isinstance(start, yaml.StreamEndEvent):
            raise _Refused(FILE_START, *NOTHING)
        if start.version or start.tags:
            raise _Refused(self._mark(start), *DIRECTIVE)
        tree = self._node(self.pull(), 1, False)
        self.pull()
        after = self.pull()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused(self._mark(after), *SEVERAL)
        if isinstance(tree, Scalar) and not tree.text:
            raise _Refused(tree.mark, *NOTHING)
        if not isinstance(tree, Mapping):
            raise _Refused(tree.mark, *NO_KEYS)
        return tree

    def _node(self, event: Any, depth: int, flow: bool) -> Node:
        kind = type(event)
        if kind is AliasEvent or event.anchor:
            raise _Refused(self._mark(event), *ANCHOR)
        if event.tag:
            raise _Refused(self._mark(event), *TAG)
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > self.most:
            raise self._too_much(event, depth)
        if kind is ScalarEvent:
            mark, quoted = self._mark(event), event.style != ""
            if quoted or flow or self.may_be_glued:
                self._look_at(event, mark, flow)
            bare = not quoted and event.start_mark.line == event.end_mark.line
            return _new(Scalar, (event.value, mark, quoted, bare))
        if kind is SequenceStartEvent:
            return self._sequence(event, depth + 1)
        return self._mapping(event, depth + 1)

    def _too_much(self, event: Any, depth: int) -> _Refused:
        if depth > MAX_DEPTH:
            message = f"内容嵌套超过 {MAX_DEPTH} 层"
            return _Refused(self._mark(event), S125, message, "请检查括号和缩进；记录里用不到这么多层。")
        message = f"内容多于 {self.most} 项"
        return _Refused(self._mark(event), S125, message, "请检查是不是把几份记录贴在了一起。")

    def _sequence(self, event: Any, depth: int) -> Sequence:
        """Build a list whose items stand at a depth."""
        items = []
        pull, node, flow = self.pull, self._node, event.flow_style
        while type(inner := pull()) is not SequenceEndEvent:
            items.append(node(inner, depth, flow))
        return Sequence(items, self._mark(event))

    def _mapping(self, event: Any, depth: int) -> Mapping:
        """Build keys and values that stand at a depth."""
        entries: dict[str, KeyValue] = {}
        pull, node, flow = self.pull, self._node, event.flow_style
        while type(inner := pull()) is not MappingEndEvent:
            key = node(inner, depth, False)
            value = node(pull(), depth, flow)
            if type(key) is not Scalar or not (word := key.text):
                raise _Refused(key.mark, *NO_KEY)
            if word == "<<":
                raise _Refused(key.mark, *MERGED)
            if word in entries:
                self._twice(key, entries[word].key)
            entries[word] = _new(KeyValue, (key, value))
        written = list(entries.values())
        return Mapping(written, written[0].key.mark if written else self._mark(event))

    def _twice(self, key: Scalar, before: Scalar) -> None:
        message = f"“{key.text}”写了两次，第一次在第 {before.mark.line} 行"
        remedy = "请只留一处；两处内容不同时请合并。"
        if self.pasted and key.mark.column == 1:
            return
        if key.text == "id" and key.mark.column == before.mark.column == 1:
            self.pasted = True
            message = f"从这里起像是又写了一份记录（{message}）"
            remedy = "贴重了的请删去这一份；是另一个工作室的，请另存成一个文件。"
        self.problems.append(Problem(self.path, key.mark, S126, message, remedy))

    def _look_at(self, event: Any, mark: Mark, flow: bool) -> None:
        """Note what is wrong with a text as it is written: without quotes, where it stands; in quotes, what its escapes hide."""
        if not event.style:
            if flow and ("，" in event.value or "、" in event.value):
                self.problems.append(Problem(self.path, mark, *FULL_WIDTH))
            end = event.end_mark
            line = self.lines[end.line] if end.line <= self.last else ""
            if _GLUED_COMMENT.match(line, end.column):
                place = Mark(end.line + 1, line.index("#", end.column) + 1, len(line) + 1)
                self.problems.append(Problem(self.path, place, *GLUED))
        elif event.style == '"' and (hidden := odd_character(event.value.replace("\n", ""))):
            remedy = "请删去这个用反斜杠写的字符，改写成看得见的字。"
            self.problems.append(Problem(self.path, mark, hidden.code, hidden.message, remedy))

    def _mark(self, event: Any) -> Mark:
        """Return the place of an event; libyaml puts events implied by the file's end after the last line."""
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        if line >= self.last:
            line = self.last
            column = min(column, len(self.lines[line])) if line == start.line else len(self.lines[line])
        last = end.column if end.line == line else len(self.lines[line])
        return _new(Mark, (line + 1, column + 1, last + 1 if last > column else column + 2))
