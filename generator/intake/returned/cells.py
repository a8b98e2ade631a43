"""One cell of the table as a record writes it: dates, numbers and words of vocabularies as people write them, or why it cannot be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.forms.sheets.choices import path_of
from generator.forms.sheets.columns import KEYS, Layout, SheetColumn, key_of
from generator.intake import numbers, persons, terms
from generator.intake.filled import Box
from generator.intake.notes import I623, FormNotes, quoted
from generator.intake.opening import sheetdates
from generator.intake.plain import I618, UNKNOWN, half, one_line, seen, squeezed
from generator.intake.terms import I622
from generator.model.dates import propose_date
from generator.model.local import ID
from generator.model.registry import Registry
from generator.problems.code import Code
from generator.problems.problem import FILE_START
from generator.reading.checks import F209
from generator.reading.kind import MISSING, Kind, Notes
from generator.reading.patterns import Pattern
from generator.reading.quantities import F206, Day, Decimal, Integer
from generator.reading.schema.offered import NOTICES, OFFERED
from generator.reading.tables import Many
from generator.reading.terms import F204, OfVocabulary
from generator.reading.tree import Scalar, Sequence
from generator.reading.words import Choice, Prose

_MOST = 5000  # characters of one cell; a longer text is a mistake
_BETWEEN = re.compile(r"[；;\n，,]+")
_LOOSELY = re.compile(r"[、\s]+")
_UNITS = ("unit", "recommender")
_FREE = ("designation_titles",)  # a title is written as the notice prints it
_AGAIN = "请改好这一格，再读一次。"
Told = tuple[Code, str, str]


class CellValue(NamedTuple):
    """A value as a record writes it (a text, or the texts of a list), and what it means (see Kind.read)."""

    value: str | list[str]
    means: object


class Cells:
    """Reads the cells of one file; what cannot be read is noted at its place."""

    def __init__(self, registry: Registry, notes: FormNotes) -> None:
        self.registry, self.notes = registry, notes

    def read(self, layout: Layout, column: SheetColumn, box: Box) -> CellValue | None:
        """Return what a cell says; None if it cannot be read."""
        text = plain(column, box.text)
        if told := self._odd(column, box, text):
            self.notes.add(box.place, *told)
            return None
        if isinstance(column.field.kind, Many):
            return self._judged(column, box, [key_of(word) for word in _words(text)])
        proposed = self._proposed(layout, column, box, text)
        return None if proposed is None else self._judged(column, box, proposed)

    def _odd(self, column: SheetColumn, box: Box, text: str) -> Told | None:
        """Return why a text must not even be asked what it means."""
        label = column.label
        if len(box.text) > _MOST:
            return F209, f"“{label}”多于 {_MOST} 字，没有读", "请核对是不是贴错了内容。"
        if self.notes.is_personal(text):
            return I623, f"“{label}”里像是有个人信息，没有读", f"请删去个人信息。{_AGAIN}"
        if UNKNOWN in text:
            return (
                I618,
                f"“{label}”里有显示不出来的字（〓）：{quoted(text)}",
                f"多半是造字，请换成标准编码的字。{_AGAIN}",
            )
        if isinstance(column.field.kind, Day) and box.number and "." in text:
            return (
                F206,
                f"“{label}”的{quoted(text)}是数字，分不清是几月（2016.1 也许是 10 月）",
                f"请写成 2016-10 的样子。{_AGAIN}",
            )
        if isinstance(column.field.kind, Day) and (day := sheetdates.serial(text)):
            message = f"“{label}”的{quoted(text)}像是 Excel 给日期的序号，照它是 {day}"
            return F206, message, f"请核对；确是这一天的，写成 {day}。{_AGAIN}"
        return None

    def _proposed(self, layout: Layout, column: SheetColumn, box: Box, text: str) -> str | None:
        """Return a text as records write it, as far as its meaning is certain; None if that is a question of its own."""
        kind, path = column.field.kind, path_of(layout, column)
        vocabulary = kind.vocabulary if isinstance(kind, OfVocabulary) else OFFERED.get(path, "")
        if vocabulary and vocabulary not in _FREE:
            return self._term(column, box, text, vocabulary)
        if path == "leader.name":
            return self._person(box, text)
        if path in NOTICES:
            return self._notice(text)
        return persons.without_seal(text) if path in _UNITS else self._by_kind(kind, text)

    def _by_kind(self, kind: Kind[object], text: str) -> str:
        """Return dates, numbers, choices and ids as records write them."""
        if isinstance(kind, Day):
            known = half(squeezed(text)).removesuffix(
                "-XX"
            )  # as data/workshops.csv writes a month (ISO 8601-2)
            return propose_date(known) or text
        if isinstance(kind, Integer):
            return numbers.exact(text)
        if isinstance(kind, Decimal):
            return half(squeezed(text)).rstrip("°")
        if isinstance(kind, Choice):
            return squeezed(text) if squeezed(text) in kind.options else text
        is_id = isinstance(kind, Pattern) and kind.form == ID
        return (self.registry.local.ids.meant(text) or text) if is_id else text

    def _notice(self, text: str) -> str:
        """Return the id of the notice with that title or number; any other text as it is."""
        said = [it.id for it in self.registry.notices if text in (it.title, it.number)]
        return said[0] if len(said) == 1 else half(text)

    def _term(self, column: SheetColumn, box: Box, text: str, vocabulary: str) -> str | None:
        """Return the term that a text names; a replaced older word is noted (I622), two codes of one name are a question (F204)."""
        coded = isinstance(column.field.kind, OfVocabulary) and column.field.kind.by == "code"
        matched = terms.matches(half(text).upper() if coded else text, (vocabulary,), self.registry)
        if len(matched) != 1 or matched[0].term is None:
            return text
        match, term = matched[0], matched[0].term
        if match.former:
            message = f"“{column.label}”的“{match.text}”照词表写成了“{term.name}”"
            self.notes.add(box.place, I622, message, "请核对是不是这个意思。")
        if not coded:
            return term.name
        if codes := terms.ambiguous(match, self.registry):
            message = f"“{column.label}”的“{match.text}”有 {'、'.join(codes)} 两种代码"
            self.notes.add(box.place, F204, message, f"请写代码。{_AGAIN}")
            return None
        return term.code or term.name

    def _person(self, box: Box, text: str) -> str | None:
        name, doubt = persons.one(text)
        if doubt:
            self.notes.add(box.place, doubt.code, doubt.message, _AGAIN)
        return None if doubt else name

    def _judged(self, column: SheetColumn, box: Box, value: str | list[str]) -> CellValue | None:
        """Return the value if the reader of records accepts it; else note the reader's problems."""
        reading = Notes("", self.registry.vocabularies)
        node = _node(value)
        means = column.field.kind.read(node, column.label, reading)
        for problem in reading.problems:
            self.notes.add(box.place, problem.code, problem.message, problem.remedy)
        return None if means is MISSING or reading.problems else CellValue(value, means)


def plain(column: SheetColumn, text: str) -> str:
    """Return a cell's text without invisible characters, on one line except for prose."""
    shown = seen(text)
    if isinstance(column.field.kind, Prose):
        return "\n".join(line.strip() for line in shown.split("\n") if line.strip())
    return shown.strip() if isinstance(column.field.kind, Many) else one_line(shown)


def _words(text: str) -> list[str]:
    """Return the words of a list in one cell; 、 stands between them too, unless it is part of a known one."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    return [
        word for part in parts for word in ([part] if key_of(part) in KEYS else _LOOSELY.split(part)) if word
    ]


def _node(value: str | list[str]) -> Scalar | Sequence:
    if isinstance(value, str):
        return Scalar(value, FILE_START, True)
    return Sequence([Scalar(word, FILE_START, True) for word in value], FILE_START)
