"""Mends faults in a record's text that need no decision: blanks, line ends, colons, digits of dates, the order of keys.

A text that can be read keeps its meaning; one that cannot is altered only if that removes a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from generator.libraries.characters import SELECTORS
from generator.model.dates import parse_date
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.lines import NO_COLON
from generator.reading.oddities import mended
from generator.reading.placement import SCHEMA_LINE
from generator.reading.quantities import Day
from generator.reading.signs import S106, SPACES
from generator.reading.tables import Table
from generator.reading.tree import Mapping, Node, Sequence, parse

_TABLES = {
    "workshops": (schema.WORKSHOP, "../../schema/workshop.schema.json"),
    "notices": (schema.NOTICE, "../schema/notice.schema.json"),
    "vocabularies": (schema.VOCABULARY, "../schema/vocabulary.schema.json"),
    "redirects.yml": (schema.REDIRECTS, "schema/redirects.schema.json"),
    "totals.yml": (schema.TOTALS, "schema/totals.schema.json"),
    "register.yml": (schema.REGISTER, "schema/register.schema.json"),
    "forms": (schema.FORM, "../../schema/form.schema.json"),
}
_MOST_NODES = 30_000
_KEY = re.compile(r"([\t ]*(?:-[\t ]+)*)([A-Za-z_\u4e00-\u9fff]+)[ ]*([：∶﹕]|:(?!:))(.*)", re.DOTALL)
_INDENT = re.compile(r"[ \t　]+")
_BULLET = re.compile(r"([\t ]*)(?:-|[－—–−•●][ 　]*)([A-Za-z_]+)(?=[ ]*[：:∶﹕])")
# What nobody sees and nobody means: zero-width signs go, special spaces become plain ones, and
# what only looks like another character becomes it (mended).
_UNSEEN = {
    **dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"), ""),
    **{code: "" for first, last in SELECTORS for code in range(first, last + 1)},
    **dict.fromkeys(map(ord, SPACES), " "),
}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－", "0123456789-")


class _Line(NamedTuple):
    """A line and what it is: a key with the text before and after it, or part of a text (`in_block`: one that keeps its lines)."""

    text: str
    before: str = ""
    key: str = ""
    value: str = ""
    in_text: bool = False
    in_block: bool = False


def fixed(path: str, text: str) -> str:
    """Return the mended text of a registry's file, or the same text. Mending twice changes nothing more."""
    table, address = _TABLES.get(path.split("/", maxsplit=1)[0], (None, ""))
    if table is None or not path.endswith(".yml"):
        return text
    mends: tuple[Callable[[Table[object], str], str], ...] = (
        lambda _, old: old.removeprefix("\ufeff").replace("\r\n", "\n"),
        lambda _, old: old if "\n" in old else old.replace("\r", "\n"),
        lambda _, old: mended(old.translate(_UNSEEN)),
        _with_indents,
        lambda _, old: "\n".join(_spaced(line) for line in _lines(old)),
        lambda _, old: "\n".join(_bare(line) for line in _lines(old)),
        _with_dashes,
        _with_colons,
        _with_digits,
        lambda _, old: old if old.endswith("\n") or not old else old + "\n",
        lambda _, old: old if SCHEMA_LINE in old or not old.strip() else f"{SCHEMA_LINE}{address}\n{old}",
        _in_order,
    )
    for mend in mends:
        new = mend(table, text)
        text = new if new != text and _may(table, path, text, new) else text
    return text


def _may(table: Table[object], path: str, old: str, new: str) -> bool:
    """Return whether a mend keeps the meaning. A text that cannot be read may change if it gets no further problem."""
    (tree, before), (mended, after) = (_read(table, path, text) for text in (old, new))
    if tree is None:
        lost = any(problem.code == S106 for problem in before)
        return len(after) <= len(before) and not lost
    return mended is not None and _meaning(tree) == _meaning(mended)


def _read(table: Table[object], path: str, text: str) -> tuple[Mapping | None, list[Problem]]:
    return parse(path, text, table.vocabulary, _MOST_NODES)


def _meaning(node: Node, key: str = "") -> Any:
    """Return the content of a tree, whatever the order of its keys and the width of its dates' digits."""
    if isinstance(node, Mapping):
        return {entry.key.text: _meaning(entry.value, entry.key.text) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_meaning(item, key) for item in node.items]
    return (_dated(node.text) if key in _DATES else node.text, node.quoted)


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines; one that is indented deeper than a key with a value on its line is part of that value."""
    holder: int | None = None
    block = False
    for line in text.split("\n"):
        column = len(line) - len(line.lstrip(" \t-"))
        if line.strip() and holder is not None and column <= holder:
            holder = None
        if holder is not None:
            yield _Line(line, in_text=True, in_block=block)
            continue
        key = None if line.lstrip().startswith("#") else _KEY.fullmatch(line)
        if key is None:
            yield _Line(line)
            continue
        value = key[4].strip()
        if value and not value.startswith("#"):
            holder, block = len(key[1]), value.startswith(("|", ">"))
        yield _Line(line, key[1], key[2], key[4])


def _bare(line: _Line) -> str:
    """Remove blanks at the end of a line."""
    return line.text if line.in_block else line.text.rstrip(" \t")


def _spaced(line: _Line) -> str:
    """Replace each tab that indents the line by two spaces, and a tab after the colon by one."""
    indent = line.text[: len(line.text) - len(line.text.lstrip(" \t"))]
    rest = line.text[len(indent) :]
    if line.key:
        rest = re.sub(r"([:：])\t+", r"\1 ", rest, count=1)
    return indent.replace("\t", "  ") + rest


def _with_indents(table: Table[object], text: str) -> str:
    """Replace each full-width space that indents a line by two spaces, its width, or by one: whichever has fewer problems."""

    def indented(spaces: str) -> str:
        return "\n".join(
            line.text
            if line.in_text
            else _INDENT.sub(lambda found: found[0].replace("　", spaces), line.text)
            for line in _lines(text)
        )

    if "　" not in text:
        return text
    return min((indented("  "), indented(" ")), key=lambda new: len(_read(table, "", new)[1]))


def _with_dashes(table: Table[object], text: str) -> str:
    """Write a half-width dash and a space before an item's known key."""
    mended = []
    for line in _lines(text):
        match = None if line.in_text else _BULLET.match(line.text)
        known = match and match[2] in table.vocabulary
        mended.append(f"{match[1]}- {line.text[match.start(2) :]}" if match and known else line.text)
    return "\n".join(mended)


def _with_colons(table: Table[object], text: str) -> str:
    """Write a half-width colon and a space after each known key."""
    return "\n".join(_with_colon(table, line) for line in _lines(text))


def _with_colon(table: Table[object], line: _Line) -> str:
    if line.key in table.vocabulary and not re.match(
        rf"{re.escape(line.before + line.key)}:( |$)", line.text
    ):
        return f"{line.before}{line.key}:{' ' * bool(line.value.strip())}{line.value.lstrip(' 　')}"
    bare = None if line.in_text or line.key else NO_COLON.match(line.text)
    if bare and bare[1] in table.vocabulary:
        return f"{line.text[: bare.end(1)]}: {line.text[bare.end() :]}"
    return line.text


def _with_digits(table: Table[object], text: str) -> str:
    """Write half-width digits in dates, where a date is the whole value."""
    return "\n".join(
        line.text if line.in_text else _DATED.sub(lambda found: found[1] + _dated(found[2]), line.text)
        for line in _lines(text)
    )


def _dated(text: str) -> str:
    plain = text.translate(_HALF_WIDTH)
    return plain if parse_date(plain) else text


def _in_order(table: Table[object], text: str) -> str:
    """Sort the outermost keys into the schema's order, if the text can be read; a comment moves with the key below it."""
    if _read(table, "", text)[0] is None:
        return text
    head: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    above: list[str] = []
    for line in _lines(text.removesuffix("\n")):
        if line.key and not line.before:
            blocks.append((line.key, [*above, line.text]))
            above = []
        elif line.text.startswith("#") and not line.in_text and not line.text.startswith(SCHEMA_LINE):
            above.append(line.text)
        else:
            (blocks[-1][1] if blocks else head).extend([*above, line.text])
            above = []
    places = {field.key: number for number, field in enumerate(table.fields)}
    if any(key not in places for key, _ in blocks):
        return text
    blocks.sort(key=lambda block: places[block[0]])
    return "\n".join([*head, *(line for _, lines in blocks for line in lines), *above]) + "\n"


def _dates(table: Table[object]) -> Iterator[str]:
    for field in table.fields:
        if isinstance(field.kind, Day):
            yield field.key
        if field.table:
            yield from _dates(field.table)


_DATES = frozenset(key for table, _ in _TABLES.values() for key in _dates(table))
_DATED = re.compile(rf"(\b(?:{'|'.join(sorted(_DATES))}): +)([0-9０-９－-]+)(?=[,}}\s]|$)")
