"""init: where a register of its own may be begun. What it holds: tests/project/test_other_city.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import FINE
from tests import ROOT


def test_a_folder_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`init ../沈阳` is typed in the program's folder, and does not lie in it."""
    monkeypatch.chdir(ROOT)
    beside = os.path.relpath(tmp_path / "沈阳", ROOT)
    assert beside.startswith("..")
    assert main(["init", beside, "--city", "沈阳", "--prefix", "SY"]) == FINE
    assert (tmp_path / "沈阳/registry/register.yml").is_file()
