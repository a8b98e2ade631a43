"""Who is asked to review what: every pattern of CODEOWNERS fits a file, and every file that runs or is published is named."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests import ROOT

OWNERS = ROOT / ".github" / "CODEOWNERS"
LINES = [
    line.split()
    for line in OWNERS.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
PATTERNS = [pattern for pattern, *_ in LINES]


def _fits(tmp_path: Path, *patterns: str) -> set[str]:
    """The tracked files that patterns fit; they are read as those of .gitignore, whose rules the forge follows."""
    (tmp_path / "patterns").write_text("".join(f"{pattern}\n" for pattern in patterns), encoding="utf-8")
    command = ["git", "ls-files", "-z", "-c", "-i", f"--exclude-from={tmp_path / 'patterns'}"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return set(told.split("\0")) - {""}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_fits_a_file(pattern: str, tmp_path: Path) -> None:
    assert not pattern.startswith("!") and "[" not in pattern  # which the forge does not know
    assert _fits(tmp_path, pattern)


def test_a_pattern_stands_once_and_after_what_holds_it() -> None:
    """Else a line above would never count."""
    assert len(set(PATTERNS)) == len(PATTERNS)
    for place, pattern in enumerate(PATTERNS):
        assert not [
            later for later in PATTERNS[place + 1 :] if later.endswith("/") and pattern.startswith(later)
        ]


def test_every_line_has_names_or_none_has() -> None:
    """A line without a name takes a path away from those who stand above it."""
    names = [names for _, *names in LINES]
    assert all(names) or not any(names)
    assert all(
        re.fullmatch(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?", name) for line in names for name in line
    ), names


def test_what_runs_with_rights_is_named(tmp_path: Path) -> None:
    """Nothing with a right of its own is left to the line for all the rest."""
    rest = _fits(tmp_path, "*") - _fits(tmp_path, *(pattern for pattern in PATTERNS if pattern != "*"))
    assert {path for path in rest if not path.endswith(".md")} <= {
        ".editorconfig",
        ".git-blame-ignore-revs",
        ".gitattributes",
        ".gitignore",
        "CITATION.cff",
        "LICENSE",
    }
