"""The results as Markdown: RESULTS.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.results import AIMS, Results, Row

_HEAD = """\
# How fast it is

Written by `python3 run.py bench`; what is measured and how: [tests/README.md](../README.md). Machines drift, so each measurement of
ours is followed by one of its baseline, and the ratios are medians of these pairs; {rounds} of each. Seconds are of CPU (user and
system, of the process and of those it started); of the preview and of readers they are seconds that went by, of readers in Chromium at
a quarter of its speed, with 1.6 Mbit/s and 150 ms to each answer. A peak is the resident memory of the largest process, the highest
of all rounds.

{machine}, {day}.
"""


def markdown(results: Results, rounds: int) -> str:
    """The whole file."""
    parts = [
        _HEAD.format(rounds=rounds, machine=_machine(), day=datetime.now(UTC).date().isoformat()),
        _table(("aim", "wanted", "reached", ""), _aims(results)),
        _table(
            ("records", "what", "s", "peak, MB", "beside", "its s", "its peak, MB", "ratio"),
            (_cells(row) for row in results.rows if row.ours),
        ),
        _table(
            ("records", "site", "files", "MB"),
            ((f"{it.records:,}", it.name, f"{it.files:,}", f"{it.size / 1e6:.1f}") for it in results.sites),
        ),
        "\n".join(f"* {note}" for note in results.notes),
    ]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts if part)


def _aims(results: Results) -> Iterator[tuple[str, ...]]:
    for aim in AIMS:
        reached = max(aim.reached(results), default=None)
        told = "not measured" if reached is None else f"{reached:.2f} {aim.unit}"
        verdict = "" if reached is None else "yes" if reached <= aim.wanted else "not yet"
        yield aim.text, f"≤ {aim.wanted:g} {aim.unit}", told, verdict


def _cells(row: Row) -> tuple[str, ...]:
    own = (f"{row.records:,}", row.what, f"{row.seconds:.2f}", f"{row.peak / 1e6:.0f}" if row.cpu else "")
    if row.ratio is None:
        return (*own, "", "", "", "")
    peak = max(used.peak for used in row.theirs)
    return (*own, row.against, f"{row.their_seconds:.2f}", f"{peak / 1e6:.0f}", f"{row.ratio:.2f}")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [" | ".join(cells) for cells in (heads, ("---",) * len(heads), *rows)]
    return "".join(f"| {line} |\n" for line in lines)


def _machine() -> str:
    """Cores, processor, system and Python; no name of a host."""
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {_processor()}, {system}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.is_file():
        for line in told.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
