"""A round of forty forms, and one of five that tests change, each collected once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import cli
from tests import ROOT
from tests.conftest import once
from tests.made import rounds

DAY = "1798761600"  # the first of 2027


@pytest.fixture(autouse=True)
def _a_day_after_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


class Desk(NamedTuple):
    """A round's folder, the registry's, and what the unions sent."""

    folder: Path
    registry: Path
    sent: Path

    def run(self, step: str, *words: object) -> int:
        """The exit code of a step, on a day after all that the papers tell of."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", DAY)
            return cli.main(
                ["round", step, str(self.folder), *map(str, words), "--registry", str(self.registry)]
            )


def _collect(top: Path, write: Callable[[Path], None]) -> None:
    """Collect what `write` lays into a folder."""
    shutil.copytree(ROOT / "registry", top / "registry")
    write(top / "sent")
    begun = ["round", "new", "2026", "--call", "2019-24", "--dir", str(top / "round")]
    assert cli.main([*begun, "--registry", str(top / "registry")]) == 0
    assert Desk(top / "round", top / "registry", top / "sent").run("collect", top / "sent") == 1


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all three with forty forms, for tests that change nothing."""
    return once(tmp_path_factory, "round", lambda top: _collect(top, rounds.write))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a few of the third union: forms 27 to 31 and their summary."""
    return once(tmp_path_factory, "small-round", lambda top: _collect(top, rounds.write_few))


@pytest.fixture
def desk(small: Path, tmp_path: Path) -> Desk:
    """A copy of the small one."""
    shutil.copytree(small, tmp_path / "top")
    return Desk(tmp_path / "top/round", tmp_path / "top/registry", tmp_path / "top/sent")
