"""The registry's history out of git, in one pass."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from generator.doors import git
from generator.model.changelog import COMMIT, NONE, Changelog, read

_LOG = ("--no-renames", "--relative", "--name-status")


def changelog(folder: Path) -> Changelog:
    """Return the git history of a folder's files; empty without git, outside a repository, or if the history is cut short."""
    try:
        git.repository(folder)
        log = git.output_of(folder, "log", *_LOG, f"--format={COMMIT}%ct", "--", ".")
        return read(log, _head(folder), _unsaved(folder)) if log else NONE
    except (git.Unanswered, ValueError):
        return NONE


def _unsaved(folder: Path) -> list[str]:
    prefix = git.repository(folder).prefix
    status = git.output_of(
        folder, "status", "--porcelain", "--no-renames", "--untracked-files=all", "--", "."
    )
    return [line[3:].removeprefix(prefix) for line in status.splitlines()]


def _head(folder: Path) -> tuple[str, date]:
    name, _, seconds = git.output_of(folder, "log", "-1", "--format=%H %ct").strip().partition(" ")
    return name, datetime.fromtimestamp(int(seconds), UTC).date()


def ever(folder: Path) -> tuple[frozenset[str], str]:
    """Return the paths below a folder that any known version held, and a line where earlier versions are not known.

    Of the branches that others join too: what was added there since is no number for a new record.
    """
    reason = git.trouble(folder)
    words = f"{reason}不然新编号可能和以前用过的重复。" if reason else ""
    try:
        repository = git.repository(folder, cut_short=True)
        paths = git.ever(repository, repository.prefix or ".")
    except git.Unanswered:
        return frozenset(), words
    return frozenset(path.removeprefix(repository.prefix) for path in paths), words
