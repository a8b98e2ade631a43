"""The registry's history out of git, in one pass."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from generator.doors import git
from generator.model.changelog import COMMIT, NONE, Changelog, FileStep, read, steps

_LOG = ("--no-renames", "--relative", "--raw", "--no-abbrev")
_RECORDS = ("workshops/", "notices/")
_TOLD = 2000  # of the newest changes it is looked up what they changed; a feed shows a tenth of these


def changelog(folder: Path) -> Changelog:
    """Return the git history of a folder's files; empty without git, outside a repository, or if the history is cut short."""
    try:
        git.repository(folder)
        log = git.output_of(folder, "log", *_LOG, f"--format={COMMIT}%ct", "--", ".")
        found = steps(log)
        return read(found, _texts(folder, found), _head(folder), _unsaved(folder)) if log else NONE
    except (git.Unanswered, ValueError):
        return NONE


def _texts(folder: Path, found: list[FileStep]) -> dict[str, str]:
    """Return what the newest changes of records changed, before and after, by the names of the objects; nothing where git
    lacks one of them."""
    records = (
        it for it in found if it.kind == "M" and it.path.startswith(_RECORDS) and it.path.endswith(".yml")
    )
    wanted = {name for it in islice(records, _TOLD) for name in (it.before, it.after)}
    try:
        held = git.contents(git.repository(folder), wanted)
    except git.Unanswered:
        return {}
    return {name: content.decode("utf-8", "replace") for name, content in held.items()}


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
