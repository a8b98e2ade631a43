"""What git says of the registry's files, as values: the commit, and when each file was added and last changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple

COMMIT = "\x01"  # begins the line of a commit in what `read` reads


class FileChange(NamedTuple):
    """That a commit of a day (UTC) added or changed a file, by its path below the registry."""

    day: date
    path: str
    added: bool


@dataclass(frozen=True)
class Changelog:
    """All that is known, newest first; everything empty where there is no git or its history is cut short.

    `unsaved`: files that differ from the commit, whose last change therefore has no day yet.
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


def read(log: str, head: tuple[str, date], unsaved: Iterable[str]) -> Changelog:
    """From what `git log` says: lines of COMMIT and the time in seconds, each followed by lines of A, M or D and a path."""
    return Changelog(*head, tuple(_changes(log.splitlines())), frozenset(unsaved))


def _changes(lines: Iterable[str]) -> Iterator[FileChange]:
    day = date.min
    for line in lines:
        kind, _, path = line.partition("\t")
        if line.startswith(COMMIT):
            day = datetime.fromtimestamp(int(line[len(COMMIT) :]), UTC).date()
        elif path and kind[0] in "AMT":
            yield FileChange(day, path, kind == "A")
