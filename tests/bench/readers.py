"""What a reader waits for: pages, the first filter and search in a browser, on an emulated slow phone."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.results import FIRST_FILTER, READER, SEARCH
from tests.browser.launch import NoBrowser, launch
from tests.tools.lighthouse import served

# The phone: a window of 390 x 844, "slow 4G" (150 ms to each answer, 1.6 Mbit/s down, 0.75 up), and a quarter of this machine's speed.
_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
_SLOWER = 4
PAGES = {"home": "", "list": "workshops/", "a workshop": "workshops/DL0001/", "map": "map/"}
# A full name, the same as it sounds and its initials, a district, two characters and three of many texts, two words.
QUERIES = ("马萍学", "mapingxue", "mpx", "甘井子区", "焊接", "起重机", "甘井子 焊接")
_SCRIPT = Path(__file__).with_name("readers.js").read_text(encoding="utf-8")


__all__ = ["NoBrowser", "Waited", "measured"]


class Waited(NamedTuple):
    """`seconds` until what was asked for is seen; `size`: bytes that came over the net."""

    seconds: float
    size: int


def page(browser: Browser, address: str) -> Waited:
    """Open a page: till its largest part is painted, and all that it asks for has come."""
    with _phone(browser) as (window, size):
        window.goto(address, wait_until="networkidle")
        return Waited(window.evaluate("readers.painted()") / 1000, size())


def search(browser: Browser, address: str, query: str) -> Waited:
    """Open the page of search with a query: till all that is found stands there."""
    with _phone(browser) as (window, size):
        window.goto(f"{address}search/?kw={query}", wait_until="commit")
        return Waited(_done(window, "readers.found()"), size())


def box(browser: Browser, address: str, query: str) -> Waited:
    """Type into the box of the home page: from the last key to all answers."""
    with _phone(browser) as (window, size):
        window.goto(address, wait_until="networkidle")
        before = size()
        return Waited(_done(window, f"readers.typed({query!r})"), size() - before)


def first_filter(browser: Browser, address: str) -> Waited:
    """Choose a district on the list: till the first rows of it stand there."""
    with _phone(browser) as (window, size):
        window.goto(f"{address}workshops/", wait_until="networkidle")
        before = size()
        return Waited(_done(window, "readers.chosen('districts', 0)"), size() - before)


def later_filter(browser: Browser, address: str) -> Waited:
    """Choose a category after that."""
    with _phone(browser) as (window, size):
        window.goto(f"{address}workshops/", wait_until="networkidle")
        _done(window, "readers.chosen('districts', 0)")
        before = size()
        return Waited(_done(window, "readers.chosen('categories', 0)"), size() - before)


def _done(window: Page, asked: str) -> float:
    return float(window.evaluate(asked)) / 1000


@contextmanager
def _phone(browser: Browser) -> Iterator[tuple[Page, Callable[[], int]]]:
    """A new window that has nothing in its cache, and how many bytes have come into it."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True, is_mobile=True
    )
    context.add_init_script(_SCRIPT)
    window = context.new_page()
    client = context.new_cdp_session(window)
    come: list[int] = []
    client.on("Network.loadingFinished", lambda event: come.append(int(event["encodedDataLength"])))
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", _NETWORK)
    client.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    try:
        yield window, lambda: sum(come)
    finally:
        context.close()


def measured(site: Path, rounds: int, queries: Sequence[str] = QUERIES) -> Iterator[tuple[str, list[Waited]]]:
    """Yield what is measured of a site, and each measurement of it."""
    whats: list[tuple[str, Callable[[Browser, str], Waited]]] = [
        *((f"{READER}{name}", lambda b, a, p=path: page(b, a + p)) for name, path in PAGES.items()),
        *((f"{SEARCH}{query}", lambda b, a, q=query: search(b, a, q)) for query in queries),
        (f"{READER}box of a page, 焊接", lambda b, a: box(b, a, "焊接")),
        (FIRST_FILTER, first_filter),
        (f"{READER}a later filter", later_filter),
    ]
    with sync_playwright() as playwright, served(site) as address:
        browser = launch(playwright)
        for what, asked in whats:
            yield what, [asked(browser, address) for _ in range(rounds)]
        browser.close()


def main() -> int:
    """Print the readers' part of the benchmark for a site that is built already."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.readers", description=__doc__)
    asked.add_argument("site", type=Path)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    for what, waits in measured(given.site, given.rounds):
        seconds = [wait.seconds for wait in waits]
        print(f"{what:50}{median(seconds):7.2f} s  {median(w.size for w in waits) / 1000:8.0f} KB   {' '.join(f'{s:.2f}' for s in seconds)}", flush=True)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
