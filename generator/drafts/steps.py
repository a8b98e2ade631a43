"""An alteration of a record taken apart into steps, each of which touches one value of the text."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.drafts.alteration import DELETED, Deleted, Path, Unalterable, changed
from generator.drafts.patching import Patched
from generator.reading.spans import Plain, Written, WrittenGroup, WrittenList, WrittenText, plain
from generator.reading.tables import Table


class Inserted(NamedTuple):
    """An item that moves the one at its place, and those behind it, one place on."""

    value: Plain


class Touch(NamedTuple):
    """What is done to the text at once."""

    path: Path
    value: Plain | Deleted | Inserted


def steps(root: Written, path: Path, value: Plain | Deleted) -> list[Touch]:
    """Return the steps of one alteration, in their order: of a list or a group only what differs is touched."""
    if value is DELETED:
        while len(path) > 1 and _at(root, path) and len(_parts(_at(root, path[:-1]))) == 1:
            path = path[:-1]
        return [Touch(path, DELETED)]
    held = _at(root, path)
    return [Touch(path, value)] if held is None else _differences(held, path, value)


def _differences(held: Written, path: Path, value: Plain) -> list[Touch]:
    if plain(held) == value:
        return []
    if isinstance(held, WrittenGroup) and isinstance(value, dict) and not held.flow:
        gone = [Touch((*path, key), DELETED) for key in held.entries if key not in value]
        return [it for key, one in value.items() for it in _of_key(held, (*path, key), one)] + gone
    if isinstance(held, WrittenList) and isinstance(value, list) and not held.flow:
        old, new = ([json.dumps(one, sort_keys=True) for one in side] for side in (_plain_items(held), value))
        runs = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return [it for _, *run in reversed(runs) for it in _of_run(held, path, value, run)]
    return [Touch(path, value)]


def _of_key(held: WrittenGroup, path: Path, value: Plain) -> list[Touch]:
    entry = held.entries.get(str(path[-1]))
    return _differences(entry.value, path, value) if entry else [Touch(path, value)]


def _of_run(held: WrittenList, path: Path, new: list[Plain], run: list[int]) -> list[Touch]:
    """Return how the items of a run become others, from behind, so that places stay true. `run`: first and end, before and after."""
    first, last, start, end = run
    both = min(last - first, end - start)
    gone = [Touch((*path, place), DELETED) for place in reversed(range(first + both, last))]
    more = [Touch((*path, last), Inserted(one)) for one in reversed(new[start + both : end])]
    same = [_differences(held.items[first + at], (*path, first + at), new[start + at]) for at in range(both)]
    return [*gone, *more, *(it for found in same for it in found)]


def _plain_items(held: WrittenList) -> list[Plain]:
    return [plain(item) for item in held.items]


def _parts(node: Written | None) -> list[Written]:
    if isinstance(node, WrittenGroup):
        return [entry.value for entry in node.entries.values()]
    return node.items if isinstance(node, WrittenList) else []


def _at(node: Written, path: Path) -> Written | None:
    """Return what stands where a path leads to."""
    for step in path:
        if isinstance(node, WrittenGroup) and isinstance(step, str) and step in node.entries:
            node = node.entries[step].value
        elif isinstance(node, WrittenList) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def done(text: str, root: Written, step: Touch, table: Table[object]) -> str:
    """Return a text after one step. `root`: its values with their places."""
    page = Patched(text.removesuffix("\n").split("\n"), root)
    end = "\n" if text.endswith("\n") else ""
    return "\n".join(_lines(page, step, table)) + end


def _lines(page: Patched, step: Touch, table: Table[object]) -> list[str]:
    node, path, value = page.root, step.path, step.value
    below: Table[object] | None = table
    for depth, key in enumerate(path):
        rest, last = path[depth + 1 :], depth == len(path) - 1
        if node.flow:
            return _in_brackets(page, node, path[depth:], value)
        held = _at(node, (key,))
        if value is DELETED and (held is None or last):
            return _gone(page, node, key) if held else page.lines
        if held is None or (last and isinstance(value, Inserted)):
            return _new(page, node, key, _nested(rest, value), below)
        if last:
            return _set(page, node, key, _nested((), value), below)
        node, below = held, _below(below, key)
    raise Unalterable


def _below(table: Table[object] | None, key: str | int) -> Table[object] | None:
    """The table of what stands below a key; an item of a list is of the table of the list."""
    field = table.field(key) if table and isinstance(key, str) else None
    return table if isinstance(key, int) else field.table if field else None


def _nested(path: Path, value: Plain | Deleted | Inserted) -> Plain:
    """Return a value with the groups and lists around it that a path goes through."""
    made = value.value if isinstance(value, Inserted) else value
    if isinstance(made, Deleted):
        raise Unalterable
    for step in reversed(path):
        if isinstance(step, int) and step:
            raise Unalterable
        made = {step: made} if isinstance(step, str) else [made]
    return made


def _in_brackets(page: Patched, node: Written, path: Path, value: Plain | Deleted | Inserted) -> list[str]:
    new = Deleted.DELETED if isinstance(value, Inserted) else changed(plain(node), path, value)
    if isinstance(new, Deleted):
        raise Unalterable
    return page.brackets(node, new)


def _new(
    page: Patched, node: Written, key: str | int, value: Plain, table: Table[object] | None
) -> list[str]:
    if isinstance(node, WrittenGroup) and isinstance(key, str):
        return page.added(node, key, value, table)
    if isinstance(node, WrittenList) and isinstance(key, int) and key <= len(node.items):
        return page.inserted(node, key, value, table)
    raise Unalterable


def _gone(page: Patched, node: Written, key: str | int) -> list[str]:
    if len(_parts(node)) == 1:
        raise Unalterable  # nothing would be left
    if isinstance(node, WrittenGroup):
        return page.taken(node, str(key))
    return page.dropped(node, int(key)) if isinstance(node, WrittenList) else page.lines


def _set(
    page: Patched, node: Written, key: str | int, value: Plain, table: Table[object] | None
) -> list[str]:
    held = _at(node, (key,))
    if isinstance(held, WrittenText) and isinstance(value, str):
        return page.scalar(held, value)
    if held and held.flow and _fits_brackets(held, value):
        return page.brackets(held, value)
    if isinstance(node, WrittenGroup):
        return page.rewritten(str(key), node.entries[str(key)], value, table)
    return page.replaced(node, int(key), value, table) if isinstance(node, WrittenList) else page.lines


def _fits_brackets(held: Written, value: Plain) -> bool:
    """Whether a value is as flat as the one in brackets that it replaces."""
    if isinstance(held, WrittenGroup):
        return isinstance(value, dict)
    return (
        isinstance(held, WrittenList)
        and isinstance(value, list)
        and all(isinstance(one, str) for one in value)
    )
