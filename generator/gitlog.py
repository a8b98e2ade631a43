"""The registry's history out of git, in one pass: the second room behind the door to git."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from generator.changelog import COMMIT, NONE, Changelog, read

_LOG = ("--no-renames", "--relative", "--name-status")


def changelog(folder: Path) -> Changelog:
    """What git says of a folder's files; empty without git, outside a repository, or where history is cut short."""
    try:
        if _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
            return NONE
        log = _git(folder, "log", *_LOG, f"--format={COMMIT}%ct", "--", ".")
        return read(log, _head(folder), _unsaved(folder)) if log else NONE
    except (OSError, subprocess.CalledProcessError, ValueError):
        return NONE


def _unsaved(folder: Path) -> list[str]:
    prefix = _git(folder, "rev-parse", "--show-prefix").strip()
    status = _git(folder, "status", "--porcelain", "--no-renames", "--untracked-files=all", "--", ".")
    return [line[3:].removeprefix(prefix) for line in status.splitlines()]


def _head(folder: Path) -> tuple[str, date]:
    name, _, seconds = _git(folder, "log", "-1", "--format=%H %ct").strip().partition(" ")
    return name, datetime.fromtimestamp(int(seconds), UTC).date()


def _git(folder: Path, *words: str) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    surroundings = kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *words]
    told = subprocess.run(command, capture_output=True, env=surroundings, check=True)
    return told.stdout.decode("utf-8", "replace")
