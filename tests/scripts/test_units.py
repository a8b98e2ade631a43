"""The units of scripts that need no page: node's own test runner tries them, each file of tests a test here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import ROOT
from tests.scripts.toolbox import node_in_page

UNITS = sorted((ROOT / "tests/scripts").rglob("*.test.mjs"))


def test_there_are_units() -> None:
    assert UNITS


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.relative_to(ROOT / "tests/scripts").as_posix())
def test_units(path: Path) -> None:
    done = node_in_page("--test", "--test-reporter=spec", path)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
