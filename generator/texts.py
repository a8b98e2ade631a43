"""Kinds of field that are words: text, prose, choices, terms, patterns, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from generator import yamltree
from generator.fields import MISSING, Reading, guess, scalar_text, short
from generator.problems import choices

_HAN = r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
_BETWEEN_HAN = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")
_URL = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+")


@dataclass(frozen=True)
class Text:
    """Text on one line, at most `most` characters."""

    most: int = 100
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"文字，至多 {self.most} 字"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F209 if too long, F215 if it has several paragraphs."""
        text = scalar_text(node, label, reading)
        if text is MISSING:
            return text
        if "\n" in text:
            return reading.tell("F215", node.mark, f"“{label}”要写在一行里，这里分了段", "请合成一行。")
        text = _BETWEEN_HAN.sub("", text) if _spans_lines(node, text) else text
        if len(text) > self.most:
            message = f"“{label}”有 {len(text)} 字，至多 {self.most} 字"
            return reading.tell("F209", node.mark, message, f"请缩短到 {self.most} 字以内。")
        return text

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "string", "maxLength": self.most}


@dataclass(frozen=True)
class Prose:
    """Paragraphs; at most `most` characters without white space, counted as the application form counts (附件2, 300字)."""

    most: int = 300
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"一段或几段文字，不计空白至多 {self.most} 字"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F213 if too long."""
        text = scalar_text(node, label, reading)
        if text is MISSING:
            return text
        paragraphs = [_BETWEEN_HAN.sub("", part.strip()) for part in text.split("\n")]
        text = "\n".join(part for part in paragraphs if part)
        length = len("".join(text.split()))
        if length > self.most:
            message = f"“{label}”有 {length} 字（不计空白），至多 {self.most} 字"
            return reading.tell("F213", node.mark, message, f"请删去 {length - self.most} 字。")
        return text

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "string"}


@dataclass(frozen=True)
class Choice:
    """One of a few fixed words."""

    options: tuple[str, ...]
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return "、".join(self.options) + "之一"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F205 if it is none of them."""
        text = scalar_text(node, label, reading)
        if text is MISSING or text in self.options:
            return text
        message = f"“{label}”不能写“{short(text)}”"
        return reading.tell(
            "F205", node.mark, message, f"可以写：{choices(self.options)}。{guess(text, self.options)}"
        )

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"enum": list(self.options)}


@dataclass(frozen=True)
class Term:
    """A term of a vocabulary, by name or (`by="code"`) by code."""

    vocabulary: str
    by: str = "name"
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"词表 vocabularies/{self.vocabulary}.yml 里的{'代码' if self.by == 'code' else '名称'}"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F204 if the vocabulary has no such term, F214 for a former name."""
        text = scalar_text(node, label, reading)
        vocabulary = reading.vocabularies.get(self.vocabulary)
        if text is MISSING or vocabulary is None:
            return text
        known = vocabulary.by_code if self.by == "code" else vocabulary.by_name
        if text in known:
            return text
        place = f"registry/vocabularies/{self.vocabulary}.yml"
        now = next((term for term in vocabulary.terms if text in term.former), None)
        if now:
            right = now.code if self.by == "code" else now.name
            return reading.tell(
                "F214", node.mark, f"“{text}”是旧名称或别的写法", f"请改为“{right}”（{place}）。"
            )
        named = vocabulary.by_name.get(text)
        if self.by == "code" and named:
            return reading.tell(
                "F204",
                node.mark,
                f"“{label}”要写代码，不写名称",
                f"“{text}”的代码是 {named.code}（{place}）。",
            )
        advice = _codes_near(text, known) if self.by == "code" else _names_near(text, known, reading)
        return reading.tell(
            "F204", node.mark, f"“{label}”里没有“{short(text)}”", f"{advice}{label}见 {place}。"
        )

    def json_schema(self) -> dict[str, Any]:
        """See Kind. The terms themselves are filled in when the schema is published."""
        return {"type": "string", "x-vocabulary": self.vocabulary, "x-by": self.by}


@dataclass(frozen=True)
class Truth:
    """true or false."""

    many = False
    words = "true 或 false"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F205."""
        text = scalar_text(node, label, reading)
        if text is MISSING or text in ("true", "false"):
            return text if text is MISSING else text == "true"
        return reading.tell(
            "F205", node.mark, f"“{label}”不能写“{short(text)}”", "可以写 true（是）或 false（否）。"
        )

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Pattern:
    """Text of a given form; `say` is that form in Chinese."""

    form: str
    say: str
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return self.say

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F211."""
        text = scalar_text(node, label, reading)
        if text is MISSING or re.fullmatch(self.form, text):
            return text
        return reading.tell("F211", node.mark, f"“{label}”不能写“{short(text)}”", f"请写成：{self.say}。")

    def json_schema(self) -> dict[str, Any]:
        """See Kind. JSON Schema patterns are not anchored by themselves."""
        return {"type": "string", "pattern": f"^(?:{self.form})$"}


@dataclass(frozen=True)
class Url:
    """An address of a public page: http or https, ASCII, without user, backslash, quotes or punycode."""

    many = False
    words = "网址，以 https:// 或 http:// 开头"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F210."""
        text = scalar_text(node, label, reading)
        if text is MISSING or _is_plain_url(text):
            return text
        remedy = "请从浏览器地址栏整条复制：以 https:// 或 http:// 开头，不含汉字、空格、引号、@ 和 xn--。"
        return reading.tell("F210", node.mark, f"“{label}”的写法不能用", remedy)

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


def _codes_near(text: str, known: Mapping[str, Any]) -> str:
    """What can be told of a wrong code without guessing: the same in capitals, or the codes of its letter."""
    if text.upper() in known:
        return f"请改为大写的 {text.upper()}。"
    section = [code for code in known if len(code) > 1 and code[0] == text[:1].upper()]
    return f"{text[0].upper()} 门类的大类是 {section[0]} 到 {section[-1]}。" if section else ""


def _names_near(text: str, known: Mapping[str, Any], reading: Reading) -> str:
    """The vocabulary that does have the name, else the nearest name, else the names if they are few."""
    for vocabulary in reading.vocabularies.values():
        if text in vocabulary.by_name:
            return f"“{text}”属于“{vocabulary.title}”，请写在那一项里。"
    return guess(text, known) or (f"可以写：{choices(known)}。" if len(known) <= 12 else "")


def _spans_lines(node: yamltree.Node, text: str) -> bool:
    """Whether a scalar went over a line's end: libyaml has then put a space for each break."""
    return isinstance(node, yamltree.Scalar) and len(text) > node.mark.end - node.mark.column


def _is_plain_url(text: str) -> bool:
    if len(text) > 500 or not _URL.fullmatch(text) or "xn--" in text.lower():
        return False
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return False
    return bool(re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host)) and "@" not in urlsplit(text).netloc
