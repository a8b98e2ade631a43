"""What all kinds of field share: the notes taken while one file is read, and the text of a scalar."""

from __future__ import annotations

from collections import abc
from enum import Enum
from typing import Any, Final, Protocol, TypeVar

from generator.libraries.jsontext import Json
from generator.model.vocabulary import Vocabularies
from generator.problems.code import ERROR, Code
from generator.problems.problem import Mark, Problem
from generator.problems.wording import Check
from generator.reading.tree import Mapping, Node, Scalar, Sequence

_EMPTY = ("", "~", "null", "Null", "NULL")
T_co = TypeVar("T_co", covariant=True)


class Missing(Enum):
    """Stands for a value that could not be read; its problem is in the notes."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class Before:
    """What bare texts were read as before, of each kind of field: in a registry the same words come again and again.

    It holds for one set of vocabularies. Of each kind at most `most` texts are kept.
    """

    def __init__(self, most: int = 5000) -> None:
        self.most = most
        self.values: dict[int, dict[str, Any]] = {}  # by the id of the kind, then by text
        self._kinds: list[Kind[object]] = []  # so that no other kind can get the id of one

    def begin(self, kind: Kind[object]) -> dict[str, Any]:
        """Begin to keep values of a kind."""
        self._kinds.append(kind)
        return self.values.setdefault(id(kind), {})


class Notes:
    """The state of reading one file: its path, the vocabularies, and the problems so far. `before`: of the same vocabularies."""

    def __init__(self, path: str, vocabularies: Vocabularies, before: Before | None = None) -> None:
        self.path = path
        self.vocabularies = vocabularies
        self.before = before or Before()
        self.problems: list[Problem] = []
        self.unwritten: list[tuple[str, Problem]] = []  # missing keys, each with its problem
        self.meant: set[str] = set()  # keys that an unknown key probably means

    def all_problems(self) -> list[Problem]:
        """Return all problems; a key that is misspelt or at another level is not also missing."""
        return self.problems + [problem for key, problem in self.unwritten if key not in self.meant]

    def add(self, code: Code, mark: Mark, message: str, remedy: str, right: str = "") -> Missing:
        """Note a problem; the value that it belongs to is missing. `right`: as YAML, what the remedy says to write instead."""
        self.problems.append(Problem(self.path, mark, code, message, remedy, right=right))
        return MISSING

    def read(self, kind: Kind[T_co], node: Node, label: str) -> T_co | Missing:
        """Return what a kind makes of a node. A bare text is read once: what was accepted is so wherever it stands."""
        if type(node) is not Scalar or not node.bare:
            return kind.read(node, label, self)
        kept = self.before.values.get(id(kind))
        if kept is None:
            kept = self.before.begin(kind)
        value: T_co | Missing = kept.get(node.text, MISSING)
        if value is MISSING:
            value = kind.read(node, label, self)
            if value is not MISSING and kind.checks and len(kept) < self.before.most:
                kept[node.text] = value
        return value


class Kind(Protocol[T_co]):
    """One kind of field; `T_co`: the type of its values."""

    @property
    def words(self) -> str:
        """What may be written, in a few Chinese words for the field table."""

    @property
    def many(self) -> bool:
        """Whether the value is a list (without the key it is empty)."""

    @property
    def checks(self) -> abc.Sequence[Check]:
        """The checks of checks.py for its text, in order; a list or a group has none. With checks the value is of the text alone."""

    def read(self, node: Node, label: str, notes: Notes) -> T_co | Missing:
        """Return the value; or note a problem and return MISSING."""

    def json_schema(self) -> dict[str, Json]:
        """Return the same as JSON Schema (draft 2020-12)."""


F203 = Code(
    "F203",
    ERROR,
    "值的形状不对",
    meaning="有的键只写一个值，有的要写成列表，有的下面还有键。",
    bad="leader: 周示例",
    remedy="照提示改成一个值、列表或下一层的键。",
)
F212 = Code(
    "F212",
    ERROR,
    "后面没有值",
    meaning="空着的键分不清是不知道，还是忘了写。",
    bad="unit:",
    remedy="还不知道就删去这一行，知道了再补。",
)


def scalar_text(node: Node, label: str, notes: Notes) -> str | Missing:
    """Return the text of a scalar without white space around it; F203 for a list or keys, F212 for no value."""
    if not isinstance(node, Scalar):
        return _no_text(node, label, notes)
    text = node.text.strip()
    if text in _EMPTY and (not node.quoted or not text):
        return notes.add(
            F212, node.mark, f"“{label}”后面没有值", "请补上；不是必须写的，还不知道就先删去这一行。"
        )
    return text


def _no_text(node: Sequence | Mapping, label: str, notes: Notes) -> Missing:
    if isinstance(node, Sequence):
        return notes.add(
            F203,
            node.mark,
            f"“{label}”只能写一个值，这里写成了列表",
            "请去掉开头的“- ”或方括号，只留一个值。",
        )
    return notes.add(
        F203,
        node.mark,
        f"“{label}”只能写一个值，这里读成了“键: 值”",
        "正文里有半角冒号或花括号时，请给整个值加引号。",
    )
