"""The git history of the registry's files as values: the commit, and when each file was added and last changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple

COMMIT = "\x01"  # starts the line of a commit in the log that `read` reads


class FileChange(NamedTuple):
    """A commit of that day (UTC) added or changed a file; `path` is below the registry's folder."""

    day: date
    path: str
    added: bool


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


def read(log: str, head: tuple[str, date], unsaved: Iterable[str]) -> Changelog:
    """Read the output of `git log`: lines of COMMIT and the time in seconds, each followed by lines of A, M or D and a path."""
    return Changelog(*head, tuple(_changes(log.splitlines())), frozenset(unsaved))


def _changes(lines: Iterable[str]) -> Iterator[FileChange]:
    day = date.min
    for line in lines:
        kind, _, path = line.partition("\t")
        if line.startswith(COMMIT):
            day = datetime.fromtimestamp(int(line[len(COMMIT) :]), UTC).date()
        elif path and kind[0] in "AMT":
            yield FileChange(day, path, kind == "A")
