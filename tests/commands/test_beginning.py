"""init: where a register of its own may be begun. What it holds: tests/project/test_other_city.py."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import FINE
from tests import ROOT

STARTER = ROOT / "generator/drafts/starter"
_TRUSTED = {
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "protocol.file.allow",
    "GIT_CONFIG_VALUE_0": "always",
}


def test_a_folder_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`init ../沈阳` is typed in the program's folder, and does not lie in it."""
    monkeypatch.chdir(ROOT)
    beside = os.path.relpath(tmp_path / "沈阳", ROOT)
    assert beside.startswith("..")
    assert main(["init", beside, "--city", "沈阳", "--prefix", "SY"]) == FINE
    assert (tmp_path / "沈阳/registry/register.yml").is_file()


def test_what_its_staff_open_first_is_a_page_whose_links_lead_on() -> None:
    """A built site that is opened from disk shows "Index of" behind each link: `serve` shows it, `archive` makes one to open."""
    assert "site/index.html" not in (STARTER / "README.md.txt").read_text("utf-8")


def test_a_newer_program_is_to_be_committed_or_taken_back(tmp_path: Path) -> None:
    def git(*words: str, cwd: Path) -> None:
        named = [
            "git",
            "-c",
            "user.name=t",
            "-c",
            "user.email=t@example.com",
            "-c",
            "init.defaultBranch=main",
        ]
        subprocess.run([*named, *words], cwd=cwd, check=True, capture_output=True, env=os.environ | _TRUSTED)

    def told(*words: str) -> str:
        command = [sys.executable, str(register / "run.py"), *words]
        done = subprocess.run(command, check=True, capture_output=True, env=os.environ | _TRUSTED)
        return done.stderr.decode("utf-8")

    program, register = tmp_path / "program", tmp_path / "register"
    for folder in (program, register):
        folder.mkdir()
        git("init", cwd=folder)
    (program / "run.py").write_text("", "utf-8")
    shutil.copy(STARTER / "run.py.txt", register / "run.py")
    git("add", ".", cwd=program)
    git("commit", "-m", "one", cwd=program)
    git("submodule", "add", str(program), "program", cwd=register)
    git("commit", "-m", "begun", cwd=register)
    assert "新版" not in told("update")
    git("commit", "--allow-empty", "-m", "two", cwd=program)
    said = told("update")
    assert "git add program registry" in said and "git submodule update" in said
    without = {**os.environ, "PATH": ""}
    done = subprocess.run([sys.executable, str(register / "run.py"), "update"], check=False, env=without)
    assert done.returncode == 2
    git("submodule", "update", cwd=register)
    assert "新版" not in told("check")
