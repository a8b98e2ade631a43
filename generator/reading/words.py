"""Kinds of field for words: text, prose, choices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.libraries.jsontext import Json
from generator.problems.code import ERROR, Code
from generator.problems.problem import choices
from generator.problems.wording import Check
from generator.reading.checks import F209, NOTHING_SAID, judge, read_text
from generator.reading.kind import MISSING, Missing, Notes, scalar_text
from generator.reading.tree import Node, Scalar

_HAN = r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
_BETWEEN_HAN = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")


F215 = Code(
    "F215",
    ERROR,
    "应当写在一行里",
    meaning="名称、单位等是一行文字，分了段就没法排进表格。",
    bad="unit: |\n  大连某厂\n  三车间",
    remedy="合成一行。",
)


@dataclass(frozen=True)
class Text:
    """Text on one line, at most `most` characters. F209 if too long, F215 if it has several paragraphs.

    F212 for a word without content, except where it may be the content: the old text in a correction, a box to tick.
    """

    most: int = 100
    anything: bool = False
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"文字，至多 {self.most} 字"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        long = f"“{{label}}”有 {{length}} 字，至多 {self.most} 字"
        return (
            *(() if self.anything else (NOTHING_SAID,)),
            Check("broken", F215, "“{label}”要写在一行里，这里分了段", "请合成一行。"),
            Check("longer", F209, long, f"请缩短到 {self.most} 字以内。", {"most": self.most}),
        )

    def read(self, node: Node, label: str, notes: Notes) -> str | Missing:
        """See Kind."""
        text = scalar_text(node, label, notes)
        if text is MISSING:
            return text
        if "\n" not in text and _spans_lines(node, text):
            text = _BETWEEN_HAN.sub("", text)
        return judge(self.checks, text, label, node.mark, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"type": "string", "maxLength": self.most}


F213 = Code(
    "F213",
    ERROR,
    "简介太长",
    meaning="申报表规定事迹简介、主要成果不超过 300 字，不计空白。",
    bad="summary: （三百五十字的简介）",
    remedy="删到 300 字以内。",
)


@dataclass(frozen=True)
class Prose:
    """Paragraphs; at most `most` characters without white space, as the application form counts (附件2, 300字). F212, F213."""

    most: int = 300
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"一段或几段文字，不计空白至多 {self.most} 字"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        message = f"“{{label}}”有 {{length}} 字（不计空白），至多 {self.most} 字"
        return (
            NOTHING_SAID,
            Check("longer_bare", F213, message, "请删去 {over} 字。", {"most": self.most}),
        )

    def read(self, node: Node, label: str, notes: Notes) -> str | Missing:
        """See Kind."""
        text = scalar_text(node, label, notes)
        if text is MISSING:
            return text
        paragraphs = [_BETWEEN_HAN.sub("", part.strip()) for part in text.split("\n")]
        text = "\n".join(part for part in paragraphs if part)
        return judge(self.checks, text, label, node.mark, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"type": "string"}


F205 = Code(
    "F205",
    ERROR,
    "不在可选的几个词里",
    meaning="这个键只能写几个固定的词。",
    bad="category: 模范",
    remedy="从提示里的几个词中选一个。",
)


@dataclass(frozen=True)
class Choice:
    """One of a few fixed words. F205."""

    options: tuple[str, ...]
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return "、".join(self.options) + "之一"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        message, listed = "“{label}”不能写“{short}”", f"可以写：{choices(self.options)}。"
        return (
            Check("among", given={"words": self.options}),
            Check("near", F205, message, f"{listed}是不是“{{near}}”？", {"words": self.options}),
            Check("always", F205, message, listed),
        )

    def read(self, node: Node, label: str, notes: Notes) -> str | Missing:
        """See Kind."""
        return read_text(self.checks, node, label, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"enum": list(self.options)}


@dataclass(frozen=True)
class Truth:
    """true or false. F205."""

    many = False
    words = "true 或 false"
    checks = (
        Check("among", given={"words": ("true", "false")}),
        Check("always", F205, "“{label}”不能写“{short}”", "可以写 true（是）或 false（否）。"),
    )

    def read(self, node: Node, label: str, notes: Notes) -> bool | Missing:
        """See Kind."""
        text = read_text(self.checks, node, label, notes)
        return text if text is MISSING else text == "true"

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"type": "boolean"}


def _spans_lines(node: Node, text: str) -> bool:
    """Return whether a scalar spans several lines: libyaml has then put a space for each break."""
    return isinstance(node, Scalar) and len(text) > node.mark.end - node.mark.column
