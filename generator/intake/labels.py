"""Labels of fields as people change them: with spaces, colons, brackets and other words for the same field."""

from __future__ import annotations

import re

from generator.libraries.characters import is_word, nfkc
from generator.model.forms import Form, FormField

_LEADER = "leader"  # the one part of a record that tables divide
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]\s*$")


def key(text: str) -> str:
    """Return a label for comparison: only letters, digits and Chinese characters, full width made half."""
    return "".join(character for character in nfkc(text) if is_word(character))


class Labels:
    """The field of a form that a text names."""

    def __init__(self, form: Form) -> None:
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
        if len(text) > 60:
            return None
        return self._fields.get(key(text)) or self._fields.get(key(_BRACKETS.sub("", text)) or "-")

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
