"""What readers wait for can be measured: the part of the benchmark that needs a browser."""

from __future__ import annotations

from pathlib import Path

from tests.bench import readers
from tests.bench.results import FIRST_FILTER, SEARCH


def test_each_wait_is_measured(made_up: Path) -> None:
    found = dict(readers.measured(made_up, 1, ["焊接"]))
    assert {FIRST_FILTER, f"{SEARCH}焊接"} < set(found)
    assert len(found) == len(readers.PAGES) + 4
    assert {
        what: waits for what, waits in found.items() if len(waits) != 1 or not 0 < waits[0].seconds < 60
    } == {}
