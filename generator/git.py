"""The door to git."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def commit_day(root: Path) -> date | None:
    """The day (UTC) of the commit that is checked out; None outside a repository or without git."""
    try:
        told = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=True
        )
        return datetime.fromtimestamp(int(told.stdout), UTC).date()
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
