"""The history out of git: days of adding and changing, what is not committed, and when git cannot say."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.doors.gitlog import changelog
from generator.model.changelog import NONE, FileChange

RECORD, OTHER = "workshops/0000/DL0001.yml", "workshops/0000/DL0002.yml"


def git(folder: Path, *words: str, day: str = "2024-01-02") -> str:
    """Run git with a fixed name and a fixed day."""
    who = {
        f"GIT_{role}_{what}": "test@example.com"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+00:00" for role in ("AUTHOR", "COMMITTER")}
    none = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        env=os.environ | who | when | none,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def write(folder: Path, path: str, text: str) -> None:
    """Write a file of the registry."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A registry within a repository: one record added and changed, another added, a third added and deleted."""
    folder = tmp_path / "repository" / "registry"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "-q", "-b", "main")
    for day, path, text in (
        ("2024-01-02", RECORD, "name: one\n# checked\nunit: 甲\nevents:\n- kind: 更名\n"),
        ("2024-03-04", OTHER, "two"),
        ("2024-05-06", RECORD, "name: one\n\nunit: 乙\nevents:\n- kind: 撤销\nfield: 机床\n"),
    ):
        write(folder, path, text)
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", path, day=day)
    write(folder.parent, "README.md", "no record")
    git(folder.parent, "add", "-A")
    git(folder, "commit", "-qm", "outside", day="2024-07-08")
    return folder


def test_days_of_adding_and_changing(registry: Path) -> None:
    log = changelog(registry)
    assert log.changes == (
        FileChange(date(2024, 5, 6), RECORD, added=False, keys=("unit", "events", "field")),
        FileChange(date(2024, 3, 4), OTHER, added=True),
        FileChange(date(2024, 1, 2), RECORD, added=True),
    )
    assert log.changed == {RECORD: date(2024, 5, 6), OTHER: date(2024, 3, 4)}
    assert (log.commit, log.day) == (git(registry, "rev-parse", "HEAD"), date(2024, 7, 8))
    assert log.unsaved == frozenset()


def test_what_is_no_text_is_told_without_its_keys(registry: Path) -> None:
    """A symbolic link, and bytes that are no UTF-8: the days are told as ever."""
    (registry / RECORD).unlink()
    (registry / RECORD).symlink_to(OTHER)
    (registry / OTHER).write_bytes(b"name: \xff\n")
    git(registry, "add", "-A")
    git(registry, "commit", "-qm", "odd", day="2024-09-10")
    newest = {change.path: change for change in changelog(registry).changes[:2]}
    assert newest[RECORD] == FileChange(date(2024, 9, 10), RECORD, added=False)
    assert newest[OTHER] == FileChange(date(2024, 9, 10), OTHER, added=False, keys=("name",))


def test_what_is_not_committed_has_no_day(registry: Path) -> None:
    write(registry, RECORD, "one, changed again")
    write(registry, "workshops/0000/DL0003.yml", "three")
    log = changelog(registry)
    assert log.unsaved == {RECORD, "workshops/0000/DL0003.yml"}
    assert log.changed == {OTHER: date(2024, 3, 4)}


def test_a_merge_keeps_the_days(registry: Path) -> None:
    git(registry, "checkout", "-qb", "branch", "HEAD~1")
    write(registry, "workshops/0000/DL0003.yml", "three")
    git(registry, "add", "-A")
    git(registry, "commit", "-qm", "three", day="2024-06-07")
    git(registry, "checkout", "-q", "main")
    git(registry, "merge", "-q", "--no-ff", "branch", day="2024-08-09")
    assert changelog(registry).changed["workshops/0000/DL0003.yml"] == date(2024, 6, 7)


def test_a_history_cut_short_says_nothing(registry: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", registry.parent.as_uri(), "shallow")
    assert changelog(tmp_path / "shallow" / "registry") == NONE


def test_no_repository_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, registry: Path) -> None:
    assert changelog(tmp_path) == NONE
    assert changelog(tmp_path / "nowhere") == NONE
    monkeypatch.setenv("PATH", str(tmp_path))
    assert changelog(registry) == NONE


def test_a_hooks_surroundings_do_not_turn_it_elsewhere(
    registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    assert changelog(registry).changed
