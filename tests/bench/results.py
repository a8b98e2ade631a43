"""What was measured, as values: rows with their baseline, the sites with their bytes, and the aims."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.bench.measuring import Used

COLD, UNCHANGED = "build, cold", "build, nothing changed"
RECORD, TERM = "build, one record changed", "build, one term changed"
CHECK, CHECK_KEPT, SINCE = "check, cold", "check, kept", "check --since, one file changed"
PREVIEW, READING = "preview, from saving to seeing", "reading alone"
READER = "reader on a slow phone: "
FIRST_FILTER, SEARCH = f"{READER}first filter", f"{READER}search, "


@dataclass
class Row:
    """Measurements of one thing, each taken right before one of its baseline `against`. `cpu`: whether seconds are of CPU, or went by."""

    records: int
    what: str
    against: str = ""
    ours: list[Used] = field(default_factory=list)
    theirs: list[Used] = field(default_factory=list)
    cpu: bool = True

    @property
    def seconds(self) -> float:
        """The median."""
        return statistics.median(used.cpu if self.cpu else used.wall for used in self.ours)

    @property
    def their_seconds(self) -> float:
        """The median of the baseline."""
        return statistics.median(used.cpu for used in self.theirs)

    @property
    def peak(self) -> int:
        """The highest peak, in bytes."""
        return max(used.peak for used in self.ours)

    @property
    def ratio(self) -> float | None:
        """The median of the ratios of each measurement to that of its baseline right after it."""
        pairs = list(zip(self.ours, self.theirs, strict=False))
        return statistics.median(one.cpu / other.cpu for one, other in pairs) if pairs else None


class Bulk(NamedTuple):
    """How large a site is."""

    records: int
    name: str
    files: int
    size: int

    @classmethod
    def of(cls, records: int, name: str, site: Path) -> Bulk:
        """Count the files of a site."""
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        return cls(records, name, len(sizes), sum(sizes))


@dataclass
class Results:
    """Everything that one run measured. `notes`: sentences about what could not be."""

    rows: list[Row] = field(default_factory=list)
    sites: list[Bulk] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def row(self, records: int, what: str, against: str = "", *, cpu: bool = True) -> Row:
        """Return the row of a thing, a new one if there is none."""
        found = [it for it in self.rows if (it.records, it.what, it.against) == (records, what, against)]
        if not found:
            found = [Row(records, what, against, cpu=cpu)]
            self.rows += found
        return found[0]

    def measured(self, records: int, *whats: str) -> list[Row]:
        """Return the rows of these things that hold a measurement."""
        return [row for row in self.rows if row.records == records and row.what in whats and row.ours]


class Aim(NamedTuple):
    """What is wanted of one figure: at most `wanted`, in `unit`."""

    text: str
    unit: str
    wanted: float
    reached: Callable[[Results], Iterable[float]]


def _ratio(records: int, what: str) -> Callable[[Results], Iterable[float]]:
    def reached(results: Results) -> Iterable[float]:
        rows = results.measured(records, what)
        return [row.ratio for row in rows if row.against == "Hugo" and row.ratio is not None]

    return reached


def _seconds(records: int, what: str) -> Callable[[Results], Iterable[float]]:
    return lambda results: [row.seconds for row in results.measured(records, what)]


def _slowest_search(results: Results) -> Iterable[float]:
    rows = [row for row in results.rows if row.records == 10_000 and row.what.startswith(SEARCH) and row.ours]
    return [row.seconds for row in rows]


def _peak(records: int, *whats: str) -> Callable[[Results], Iterable[float]]:
    return lambda results: [row.peak / 1e9 for row in results.measured(records, *whats)]


def _growth(results: Results) -> Iterable[float]:
    small, large = (results.measured(records, COLD) for records in (10_000, 100_000))
    return [large[0].seconds / small[0].seconds] if small and large else []


def _size(results: Results) -> Iterable[float]:
    return [site.size / 1e6 for site in results.sites if site.name == "ours" and site.records == 10_000]


_KEPT = (UNCHANGED, RECORD)
AIMS = (
    Aim("1,500: build, cold / Hugo's whole build", "×", 2.5, _ratio(1_500, COLD)),
    Aim("1,500: build, one record changed / Hugo's whole build", "×", 0.8, _ratio(1_500, RECORD)),
    Aim("10,000: build, cold / Hugo's whole build", "×", 1.5, _ratio(10_000, COLD)),
    Aim("10,000: build, one record changed / Hugo's whole build", "×", 0.2, _ratio(10_000, RECORD)),
    Aim("10,000: check, cold", "s", 8, _seconds(10_000, CHECK)),
    Aim("10,000: check, kept", "s", 2, _seconds(10_000, CHECK_KEPT)),
    Aim("10,000: check --since, one file changed", "s", 2, _seconds(10_000, SINCE)),
    Aim("1,500: peak of a cold build", "GB", 0.5, _peak(1_500, COLD)),
    Aim("10,000: peak of a cold build", "GB", 0.8, _peak(10_000, COLD)),
    Aim("100,000: peak of a cold build", "GB", 2.5, _peak(100_000, COLD)),
    Aim("1,500: peak of a build with what is kept", "GB", 0.3, _peak(1_500, *_KEPT)),
    Aim("10,000: peak of a build with what is kept", "GB", 0.6, _peak(10_000, *_KEPT)),
    Aim("100,000: build, cold / the one of 10,000", "×", 12, _growth),
    Aim("10,000: bytes of the site", "MB", 520, _size),
    Aim("10,000: first filter on a slow phone", "s", 0.8, _seconds(10_000, FIRST_FILTER)),
    Aim("10,000: search on a slow phone, cold, the slowest query", "s", 2, _slowest_search),
)
