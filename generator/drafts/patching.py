"""One value of a YAML text set, added or taken out; every line that it does not stand in stays as it is.

A comment stays with its neighbours: above what is taken out, or above what is written anew. The comment at the end of a line
that is taken out goes with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.drafts.lines import item, lines
from generator.reading.scalar import exact, inside
from generator.reading.spans import Plain, Written, WrittenGroup, WrittenKey, WrittenList, WrittenText, plain
from generator.reading.tables import Table

_COMMENT = re.compile(r"(?:^|\s)(#.*)$")
_HEADER = re.compile(r"[|>][0-9+-]*")


@dataclass(frozen=True)
class Patched:
    """The lines of a text and the places of its values."""

    lines: list[str]
    root: Written

    def put(self, first: int, after: int, new: list[str]) -> list[str]:
        """The lines, with those from `first` up to `after` replaced."""
        return [*self.lines[:first], *new, *self.lines[after:]]

    def scalar(self, node: WrittenText, text: str) -> list[str]:
        """Another text in the place of one; what stands behind it stays."""
        if node.block:
            header = self.lines[node.start.line][node.start.column :]
            behind = _HEADER.sub("", header, count=1)
        else:
            behind = self.lines[node.end.line][node.end.column :]
        before = self.lines[node.start.line][: node.start.column]
        gap = "" if before.endswith(" ") or not before else " "
        new = inside(text) if node.flow else exact(text)
        return self.put(node.start.line, self.last(node) + 1, [f"{before}{gap}{new}{behind}"])

    def brackets(self, node: Written, value: Plain) -> list[str]:
        """Another value in the place of one in brackets, whose parts stay as they are written."""
        before = self.lines[node.start.line][: node.start.column]
        behind = self.lines[node.end.line][node.end.column :]
        above = (
            self.comments(node.start.line, node.end.line, whole=True)
            if node.end.line > node.start.line
            else []
        )
        indent = " " * _indent(before)
        new = [*(f"{indent}{comment}" for comment in above), f"{before}{self._flow(node, value)}{behind}"]
        return self.put(node.start.line, node.end.line + 1, new)

    def _flow(self, node: Written | None, value: Plain) -> str:
        if node and plain(node) == value and node.start.line == node.end.line:
            return self.lines[node.start.line][node.start.column : node.end.column]
        if isinstance(value, str):
            return inside(value)
        if isinstance(value, dict):
            held = node.entries if isinstance(node, WrittenGroup) else {}
            parts = [(key, held[key].value if key in held else None, one) for key, one in value.items()]
            return "{" + ", ".join(f"{key}: {self._flow(old, one)}" for key, old, one in parts) + "}"
        left = list(node.items) if isinstance(node, WrittenList) else []
        olds = [next((old for old in left if plain(old) == one), None) for one in value]
        return "[" + ", ".join(self._flow(old, one) for old, one in zip(olds, value, strict=True)) + "]"

    def rewritten(self, key: str, entry: WrittenKey, value: Plain, table: Table[object] | None) -> list[str]:
        """A key with a value of another shape."""
        first, column = entry.key.start
        after = self.after(entry.value, column)
        before = self.lines[first][:column]
        new = lines(table, {key: value}, " " * column)
        above = [f"{' ' * _indent(before)}{it}" for it in self.comments(first, after - 1, whole=False)]
        return self.put(first, after, [*above, before + new[0][column:], *new[1:]])

    def added(self, group: WrittenGroup, key: str, value: Plain, table: Table[object] | None) -> list[str]:
        """A key that was not written yet, where the table puts it."""
        order = [field.key for field in table.fields] if table else []
        rank = {one: at for at, one in enumerate(order)}
        keys = list(group.entries)
        mine = rank.get(key, len(order))
        place = next((at for at, one in enumerate(keys) if rank.get(one, len(order)) > mine), len(keys))
        column = group.entries[keys[0]].key.start.column
        new = lines(table, {key: value}, " " * column)
        if place:
            after = self.after(group.entries[keys[place - 1]].value, column)
            return self.put(after, after, new)
        first = group.entries[keys[0]].key.start.line
        before, rest = self.lines[first][:column], self.lines[first][column:]
        return self.put(first, first + 1, [before + new[0][column:], *new[1:], " " * column + rest])

    def taken(self, group: WrittenGroup, key: str) -> list[str]:
        """The lines without a key of a group that has others."""
        entry = group.entries[key]
        first, column = entry.key.start
        after = self.after(entry.value, column)
        before = self.lines[first][:column]
        above = self.comments(first, after - 1, whole=True)
        if not before.strip():
            return self.put(first, after, [f"{before}{comment}" for comment in above])
        follower = list(group.entries.values())[1].key.start.line  # a dash stands before the first key
        between = [line.strip() for line in self.lines[after:follower]]
        indent = " " * _indent(before)
        moved = [f"{indent}{comment}" if comment else "" for comment in (*above, *between)]
        return self.put(first, follower + 1, [*moved, before + self.lines[follower][column:]])

    def inserted(
        self, among: WrittenList, place: int, value: Plain, table: Table[object] | None
    ) -> list[str]:
        """An item more, before the one that stands at its place."""
        column = among.start.column
        new = item(table, value, " " * column)
        at = self.after(among.items[place - 1], column) if place else among.start.line
        return self.put(at, at, new)

    def replaced(
        self, among: WrittenList, place: int, value: Plain, table: Table[object] | None
    ) -> list[str]:
        """An item of another shape."""
        first, after, column = (
            self._dash(among, place),
            self.after(among.items[place], among.start.column),
            among.start.column,
        )
        above = [f"{' ' * column}{comment}" for comment in self.comments(first, after - 1, whole=False)]
        return self.put(first, after, [*above, *item(table, value, " " * column)])

    def dropped(self, among: WrittenList, place: int) -> list[str]:
        """The lines without an item of a list that has others."""
        first, column = self._dash(among, place), among.start.column
        after = self.after(among.items[place], column)
        above = [f"{' ' * column}{comment}" for comment in self.comments(first, after - 1, whole=True)]
        return self.put(first, after, above)

    def _dash(self, among: WrittenList, place: int) -> int:
        """The line of an item's dash."""
        line = among.items[place].start.line
        while self.lines[line][among.start.column : among.start.column + 1] != "-":
            line -= 1
        return line

    def last(self, node: Written) -> int:
        """The last line on which a value stands."""
        line = node.end.line
        if node.end.column == 0 or line >= len(
            self.lines
        ):  # of a text with | or > the end is that of its last line break
            line -= 1
        while line > node.start.line and not self.lines[line].strip():
            line -= 1
        return line

    def after(self, node: Written, column: int) -> int:
        """The line behind a value and behind the comments that stand further in than its key or dash."""
        line = after = self.last(node) + 1
        while line < len(self.lines) and (not self.lines[line].strip() or self._is_inner(line, column)):
            line += 1
            after = line if self.lines[line - 1].strip() else after
        return after

    def _is_inner(self, line: int, column: int) -> bool:
        return self.lines[line].lstrip().startswith("#") and _indent(self.lines[line]) > column

    def comments(self, first: int, last: int, *, whole: bool) -> list[str]:
        """The comments on some lines; `whole`: only those that have a line to themselves."""
        found = []
        for number in range(first, last + 1):
            line = self.lines[number]
            taken = self._taken.get(number, 0)
            comment = _COMMENT.search(line, min(taken, len(line)))
            if comment and not (whole and line[: comment.start(1)].strip()):
                found.append(comment[1].rstrip())
        return found

    @cached_property
    def _taken(self) -> dict[int, int]:
        """Up to which column each line is text, in which a # begins no comment."""
        found: dict[int, int] = {}
        for node in _scalars(self.root):
            last = self.last(node)
            for line in range(node.start.line, last + 1):
                end = len(self.lines[line]) if node.block or line < last else node.end.column
                if node.block and line == node.start.line:
                    end = node.start.column
                found[line] = max(found.get(line, 0), end)
        return found


def _scalars(node: Written) -> list[WrittenText]:
    if isinstance(node, WrittenText):
        return [node]
    if isinstance(node, WrittenList):
        return [one for inner in node.items for one in _scalars(inner)]
    return [one for key, value in node.entries.values() for one in (key, *_scalars(value))]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
