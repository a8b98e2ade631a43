"""Which value of a record lies at a place of its text."""

from __future__ import annotations

from generator.drafts.alteration import Path
from generator.problems.problem import Mark
from generator.reading.spans import Where, Written, WrittenGroup, WrittenList, spans


def path_at(text: str, mark: Mark) -> Path:
    """Return the path to the value, or to the key, in which a place lies; empty for the whole."""
    whole = spans(text)
    return _path(whole, Where(mark.line - 1, mark.column - 1)) if whole else ()


def _path(node: Written, at: Where) -> Path:
    if isinstance(node, WrittenGroup):
        for key, entry in node.entries.items():
            if entry.key.start <= at < entry.value.end or at == entry.value.start:
                return (key, *_path(entry.value, at))
    if isinstance(node, WrittenList):
        for number, item in enumerate(node.items):
            if item.start <= at < item.end:
                return (number, *_path(item, at))
    return ()
