"""A few runs of the fuzz runner; `python -m tests.tools.fuzz --runs 5000` does many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made import fuzzed

RUNS = 12


@pytest.mark.parametrize("part", range(2))
def test_spoiled_at_random(part: int, tmp_path: Path) -> None:
    """Registries, forms and histories: never a traceback, each problem in its file, what passes is built."""
    for number in range(part * RUNS, (part + 1) * RUNS):
        run = fuzzed.Run(20, number, tmp_path / str(number))
        fuzzed.tried(run)


def test_the_same_run_is_the_same(tmp_path: Path) -> None:
    runs = [fuzzed.Run(1, 7, tmp_path / text) for text in ("one", "two")]
    assert fuzzed.tried(runs[0]) == fuzzed.tried(runs[1])
    assert runs[0].done == runs[1].done
