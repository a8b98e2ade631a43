"""Labels of fields as people change them: with spaces, colons, brackets and other words for the same field."""

from __future__ import annotations

import re
from collections.abc import Container

from generator.libraries.characters import is_word, nfkc
from generator.model.forms import Form, FormField
from generator.reading.likeness import nearest

_AROUND = "*: ?。"
_MOST = 60  # signs of a label
_LEADER = "leader"  # the one part of a record that tables divide
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]\s*$")
# What the questions of a collecting tool have around the label: 3. *请填写工作室名称（必填）：
_NUMBER = re.compile(
    r"(?:[Qq]?\s*[0-9]{1,3}\s*[.、:)]|[一二三四五六七八九十]{1,3}[.、]|[(][0-9一二三四五六七八九十]{1,3}[)])\s*"
)
_INNERMOST = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_ASKED = re.compile(
    r"^(?:请您?(?:填写|输入|选择|写明|提供|写出)?|填写|您的|您|贵单位的|贵单位|本)|(?:是|为|有)(?:什么|多少|哪里|哪个)?$"
)


def key(text: str) -> str:
    """Return a label for comparison: only letters, digits and Chinese characters, full width made half."""
    return "".join(character for character in nfkc(text) if is_word(character))


def bare(text: str) -> str:
    """Return a question of a collecting tool without its number, what kind of question it is, and the words that ask."""
    text = nfkc(" ".join(text.split())).strip(_AROUND)
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return _ASKED.sub("", text.strip(_AROUND))


class Labels:
    """The field of a form that a text names. `asked`: the texts may be questions of a collecting tool."""

    def __init__(self, form: Form, *, asked: bool = False) -> None:
        self._asked = asked
        self._fields: dict[str, FormField] = {}
        for field in form.fields:
            for word in (field.label, *field.aliases):
                self._fields.setdefault(key(word), field)
        for field in form.fields:
            self._fields.setdefault(key(_BRACKETS.sub("", field.label)), field)
        words = {word: field for field in form.fields for word in (field.label, *field.aliases)}
        self._before_colon = [
            (re.compile(r"\s*".join([r"\s*", *map(_either_width, word), "[:：]"])), field)
            for word, field in sorted(words.items(), key=lambda item: -len(item[0]))
        ]

    def field(self, text: str) -> FormField | None:
        """Return the field that a whole text names."""
        within = [key(text), key(_BRACKETS.sub("", text)) or "-"] if len(text) <= _MOST else []
        within += [key(question) or "-"] if self._asked and len(question := bare(text)) <= _MOST else []
        return next((self._fields[word] for word in within if word in self._fields), None)

    def near(self, text: str, others: Container[str]) -> str:
        """Return the label of the field that a text may mean, none of those with these keys; empty if none is near."""
        open_ = {word: it for word, it in self._fields.items() if it.key not in others and not it.private}
        close = nearest(key(bare(text)), open_, least=0.5)
        return open_[close].label if close else ""

    def below(self, above: str, text: str) -> FormField | None:
        """Return the field that a label names below another one: 姓名 below 领衔人, not below 联系人."""
        if not above:
            return self.field(text)
        upper = self.field(above)
        return self.field(above + text) or (self.field(text) if upper and _whole(upper) == _LEADER else None)

    def before_colon(self, text: str, start: int = 0) -> tuple[FormField, str] | None:
        """Return the field that a text names from `start` on before a colon, and the text after the colon."""
        for pattern, field in self._before_colon:
            match = pattern.match(text, start)
            if match:
                return field, text[match.end() :]
        return None

    def named(self, row: list[str]) -> list[tuple[int, FormField, str]]:
        """Return the cells of a row that name a field: their places, the fields, and the text after a label's colon.

        A cell that contains the value of the label before it names no field, whatever it begins with.
        """
        cells_named: list[tuple[int, FormField, str]] = []
        waiting = False
        for place, cell in enumerate(row):
            field = self.field(cell)
            inline = None if field or waiting else self.before_colon(cell)
            if field:
                cells_named.append((place, field, ""))
            elif inline:
                whole = inline[0].kind == "prose"
                cells_named.append((place, inline[0], inline[1] if whole else self.up_to_next(inline[1])))
            waiting = bool(field) or (waiting and not cell.strip())
        return cells_named

    def up_to_next(self, text: str) -> str:
        """Return the text up to the next label with a colon after white space."""
        for space in re.finditer(r"\s+", text):
            if self.before_colon(text, space.end()):
                return text[: space.start()]
        return text


def _whole(field: FormField) -> str:
    """Return the part of the record that a field feeds: leader of leader.name."""
    return field.feeds[0].partition(".")[0] if field.feeds else ""


def _either_width(character: str) -> str:
    other = {"（": "(", "）": ")", "(": "（", ")": "）"}.get(character)
    return f"[{re.escape(character)}{re.escape(other)}]" if other else re.escape(character)
