"""Where each value of a YAML text begins and ends, so that one can be replaced and everything else stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.reading.tree import Unreadable, events


class Where(NamedTuple):
    """A line and a column, both from 0."""

    line: int
    column: int


class WrittenText(NamedTuple):
    """A text. `end`: behind its last sign; `block`: it was written with | or >."""

    start: Where
    end: Where
    text: str
    block: bool
    flow: bool


class WrittenList(NamedTuple):
    """A list. `start`: of its first dash or its bracket; `flow`: it has brackets, or stands inside some."""

    start: Where
    end: Where
    items: list[Written]
    flow: bool


class WrittenGroup(NamedTuple):
    """Keys with values, in the file's order."""

    start: Where
    end: Where
    entries: dict[str, WrittenKey]
    flow: bool


class WrittenKey(NamedTuple):
    """A key and its value."""

    key: WrittenText
    value: Written


Written = WrittenText | WrittenList | WrittenGroup
Plain = str | list["Plain"] | dict[str, "Plain"]


def spans(text: str) -> Written | None:
    """Return the one value of a text; None where it has an error of syntax."""
    stream = events(text)
    try:
        next(stream)
        next(stream)
        return _node(next(stream), stream, flow=False)
    except Unreadable:
        return None


def plain(node: Written) -> Plain:
    """Return what is written there, without places."""
    if isinstance(node, WrittenText):
        return node.text
    if isinstance(node, WrittenList):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def _node(event: Any, stream: Iterator[Any], *, flow: bool) -> Written:
    start = Where(event.start_mark.line, event.start_mark.column)
    kind = type(event).__name__
    if kind == "ScalarEvent":
        end = Where(event.end_mark.line, event.end_mark.column)
        return WrittenText(start, end, event.value, event.style in ("|", ">"), flow)
    flow = flow or bool(event.flow_style)
    if kind == "SequenceStartEvent":
        items: list[Written] = []
        while type(inner := next(stream)).__name__ != "SequenceEndEvent":
            items.append(_node(inner, stream, flow=flow))
        return WrittenList(start, _end(inner, items[-1:], flow=flow), items, flow)
    entries: dict[str, WrittenKey] = {}
    last: list[Written] = []
    while type(inner := next(stream)).__name__ != "MappingEndEvent":
        key = _node(inner, stream, flow=flow)
        last = [_node(next(stream), stream, flow=flow)]
        if isinstance(key, WrittenText):
            entries[key.text] = WrittenKey(key, last[0])
    return WrittenGroup(start, _end(inner, last, flow=flow), entries, flow)


def _end(event: Any, last: list[Written], *, flow: bool) -> Where:
    """Where a list or a group ends: with its bracket, else with what stands last in it."""
    if last and not flow:
        return last[0].end
    return Where(event.end_mark.line, event.end_mark.column)
