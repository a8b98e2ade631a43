"""Labels of fields as people leave them: with spaces, colons, brackets and the other word for the same thing."""

from __future__ import annotations

import re
import unicodedata

from generator.model.forms import Form, FormField

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]\s*$")


def key(text: str) -> str:
    """A text for comparison as a label: letters, digits and Chinese characters only, full width made half."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


class Labels:
    """Which field of a form a text names."""

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
        """The field that a whole text names."""
        if len(text) > 60:
            return None
        return self._fields.get(key(text)) or self._fields.get(key(_BRACKETS.sub("", text)) or "-")

    def before_colon(self, text: str, start: int = 0) -> tuple[FormField, str] | None:
        """The field that a text names from `start` on, followed by a colon, and what stands after it."""
        for pattern, field in self._before_colon:
            found = pattern.match(text, start)
            if found:
                return field, text[found.end() :]
        return None

    def named(self, row: list[str]) -> list[tuple[int, FormField, str]]:
        """The cells of a row that name a field: their places, the fields, and what stands behind a label's colon.

        A cell that holds what the label before it asks for names nothing, whatever it begins with.
        """
        found: list[tuple[int, FormField, str]] = []
        waiting = False
        for place, cell in enumerate(row):
            field = self.field(cell)
            told = None if field or waiting else self.before_colon(cell)
            if field:
                found.append((place, field, ""))
            elif told:
                whole = told[0].kind == "prose"
                found.append((place, told[0], told[1] if whole else self.up_to_next(told[1])))
            waiting = bool(field) or (waiting and not cell.strip())
        return found

    def up_to_next(self, text: str) -> str:
        """The text up to where, behind white space, another label with a colon begins."""
        for space in re.finditer(r"\s+", text):
            if self.before_colon(text, space.end()):
                return text[: space.start()]
        return text


def _either_width(character: str) -> str:
    other = {"（": "(", "）": ")", "(": "（", ")": "）"}.get(character)
    return f"[{re.escape(character)}{re.escape(other)}]" if other else re.escape(character)
