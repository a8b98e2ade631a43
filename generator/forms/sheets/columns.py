"""The sheets of the table and their columns: what the schema holds that a person may fill in, one column a field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.reading.schema import WORKSHOP
from generator.reading.tables import Field, Many, OfTable, Table

# Heads of the columns that the program needs beside those of the schema.
ID, WHICH, NUMBER = "编号", "工作室", "序号"
WHY, BASIS, SEAL = "改动原因", "改动依据", "校验码（不要改）"
LACKS, STATUS, LEVEL = "缺什么", "状态", "最高级别"
DELETE = "删除"  # the word that deletes what a cell held
BETWEEN = "；"  # between the words of a list in one cell
# Lists that the program writes itself.
_WRITTEN = ("corrections",)
_OF = "·"


class SheetColumn(NamedTuple):
    """A column: the key within the record, or within the item of a list (empty where the item is a text); its head; its field."""

    key: str
    label: str
    field: Field


class Layout(NamedTuple):
    """One sheet. `key`: of the list in the record whose items are its rows, empty for the sheet of the workshops themselves."""

    name: str
    key: str
    columns: tuple[SheetColumn, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of all its columns, in their order."""
        labels = [column.label for column in self.columns]
        if self.key:
            return (ID, WHICH, NUMBER, *labels, WHY, BASIS, SEAL)
        return (*labels[:2], LACKS, *labels[2:], WHY, BASIS, STATUS, LEVEL, SEAL)


def _columns(table: Table[object], above: str = "", words: str = "") -> Iterator[SheetColumn]:
    """Yield the columns of a table: a group's keys become columns of their own, lists are not among them."""
    for field in table.fields:
        key, label = f"{above}{field.key}", f"{words}{field.label}"
        if isinstance(field.kind, OfTable):
            yield from _columns(field.kind.table, f"{key}.", f"{label}{_OF}")
        elif not isinstance(field.kind, Many):
            yield SheetColumn(key, label, field)


def _lists(table: Table[object], above: str = "", words: str = "") -> Iterator[Layout]:
    """Yield a sheet for each list of a record; the lists of a group stand after its label."""
    for field in table.fields:
        key, label = f"{above}{field.key}", f"{words}{field.label}"
        if isinstance(field.kind, OfTable):
            yield from _lists(field.kind.table, f"{key}.", label)
        elif isinstance(field.kind, Many) and key not in _WRITTEN:
            yield Layout(label, key, tuple(_of_item(field)))


def _of_item(field: Field) -> Iterator[SheetColumn]:
    """Yield the columns of a list's item: its keys (a list among them is one cell), or the one text that it is."""
    if field.table is None:
        item = field.kind.item if isinstance(field.kind, Many) else field.kind
        yield SheetColumn(
            "", field.label, Field(field.key, field.label, item, required=True, help=field.help)
        )
    for inner in field.table.fields if field.table else ():
        yield SheetColumn(inner.key, inner.label, inner)


WORKSHOPS = Layout("工作室", "", tuple(_columns(WORKSHOP)))
LISTS = tuple(_lists(WORKSHOP))
LAYOUTS = (WORKSHOPS, *LISTS)


def _words_of_keys(table: Table[object], above: str = "", words: str = "") -> Iterator[tuple[str, str]]:
    for field in table.fields:
        yield f"{above}{field.key}", f"{words}{field.label}"
        if isinstance(field.kind, OfTable):
            yield from _words_of_keys(field.kind.table, f"{above}{field.key}.", f"{words}{field.label}{_OF}")


KEYS = dict(_words_of_keys(WORKSHOP))  # every key of a record -> its words, as they stand in a head
_BY_WORDS = {words: key for key, words in KEYS.items()}


def in_words(key: str) -> str:
    """Return a key of a record in words: 领衔人·荣誉 for leader.honours, 命名·1 for designations.1."""
    head, _, number = key.rpartition(".")
    return f"{KEYS[head]}{_OF}{number}" if number.isdecimal() and head in KEYS else KEYS.get(key, key)


def key_of(words: str) -> str:
    """Return the key that words or the key itself name; the text itself if they name none."""
    plain = words.strip().replace("•", _OF).replace("．", _OF)
    head, _, number = plain.rpartition(_OF)
    if number.isascii() and number.isdecimal() and head in _BY_WORDS:
        return f"{_BY_WORDS[head]}.{number}"
    return _BY_WORDS.get(plain, words.strip())
