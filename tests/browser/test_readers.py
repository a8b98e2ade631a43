"""What readers wait for can be measured: the part of the benchmark that needs a browser."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench import readers
from tests.bench.results import FIRST_FILTER, SEARCH


def test_each_wait_is_measured(made_up: Path) -> None:
    with ThreadPoolExecutor(1) as apart:  # from the browser that other tests of this process may have open
        found = apart.submit(lambda: dict(readers.measured(made_up, 1, ["焊接"]))).result()
    assert {FIRST_FILTER, f"{SEARCH}焊接"} < set(found)
    assert len(found) == len(readers.PAGES) + 4
    assert {
        what: waits for what, waits in found.items() if len(waits) != 1 or not 0 < waits[0].seconds < 60
    } == {}
