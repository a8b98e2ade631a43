"""The git history of the registry's files as values: the commit, and when each file was added and last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple

_KEY = re.compile("([a-z_]+):")
COMMIT = "\x01"  # starts the line of a commit in the log that `read` reads


class FileChange(NamedTuple):
    """A commit of that day (UTC) added or changed a file; `path` is below the registry's folder. `keys`: of the record, whose
    values it changed, in the order of the file, as far as that was looked up."""

    day: date
    path: str
    added: bool
    keys: tuple[str, ...] = ()


class FileStep(NamedTuple):
    """What one commit did to one file: A, M, T or D, and the objects that it held before and after."""

    day: date
    path: str
    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class Changelog:
    """All known changes, newest first; everything is empty without git or when its history is cut short.

    `unsaved`: files that differ from the commit, so the day of their last change is not known yet.
    """

    commit: str = ""
    day: date | None = None
    changes: tuple[FileChange, ...] = ()
    unsaved: frozenset[str] = frozenset()

    @cached_property
    def changed(self) -> Mapping[str, date]:
        """The day of each file's last change."""
        oldest_first = reversed(self.changes)
        return {change.path: change.day for change in oldest_first if change.path not in self.unsaved}


NONE = Changelog()


def steps(log: str) -> list[FileStep]:
    """Read the output of `git log --raw --no-abbrev`, newest first: lines of COMMIT and the time in seconds, each followed by
    lines of modes, objects, kind and a path."""
    return list(_steps(log.splitlines()))


def read(
    found: Iterable[FileStep], texts: Mapping[str, str], head: tuple[str, date], unsaved: Iterable[str]
) -> Changelog:
    """Return what the steps tell. `texts`: of objects whose keys are to be told, as far as they were looked up."""
    changes = (
        FileChange(it.day, it.path, it.kind == "A", _keys(texts.get(it.before), texts.get(it.after)))
        for it in found
        if it.kind in "AMT"
    )
    return Changelog(*head, tuple(changes), frozenset(unsaved))


def _steps(lines: Iterable[str]) -> Iterator[FileStep]:
    day = date.min
    for line in lines:
        told, _, path = line.partition("\t")
        if line.startswith(COMMIT):
            day = datetime.fromtimestamp(int(line[len(COMMIT) :]), UTC).date()
        elif path and told.startswith(":"):
            _, _, before, after, kind = told.split(" ")
            yield FileStep(day, path, kind[:1], before, after)


def _keys(before: str | None, after: str | None) -> tuple[str, ...]:
    """Return the keys at the left margin below which something else stands; what only comments say is no change."""
    if before is None or after is None:
        return ()
    old, new = _sections(before), _sections(after)
    return tuple(key for key in {**new, **old} if old.get(key) != new.get(key))


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        key = _KEY.match(line)
        if key:
            lines = sections.setdefault(key[1], [])
        if line.strip() and not line.lstrip().startswith("#"):
            lines.append(line.rstrip())
    return sections
