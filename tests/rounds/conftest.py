"""The round of forty forms, collected once: its folder is copied for each test that changes it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import cli
from tests import ROOT
from tests.conftest import once
from tests.made import rounds


class Desk(NamedTuple):
    """A round's folder, the registry's, and what the unions sent."""

    folder: Path
    registry: Path
    sent: Path

    def run(self, step: str, *words: object) -> int:
        """The exit code of a step."""
        return cli.main(["round", step, str(self.folder), *map(str, words), "--registry", str(self.registry)])


def _collect(top: Path) -> None:
    shutil.copytree(ROOT / "registry", top / "registry")
    rounds.write(top / "sent")
    begun = ["round", "new", "2026", "--call", "2019-24", "--dir", str(top / "round")]
    assert cli.main([*begun, "--registry", str(top / "registry")]) == 0
    assert Desk(top / "round", top / "registry", top / "sent").run("collect", top / "sent") == 1


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all three, for tests that change nothing."""
    return once(tmp_path_factory, "round", _collect)


@pytest.fixture
def desk(collected: Path, tmp_path: Path) -> Desk:
    """A copy of it."""
    shutil.copytree(collected, tmp_path / "top")
    return Desk(tmp_path / "top/round", tmp_path / "top/registry", tmp_path / "top/sent")
