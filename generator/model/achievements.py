"""Achievements grouped by kind, and added up only where a sum has a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.facets import UNKNOWN
from generator.model.registry import Registry
from generator.model.workshop import Achievement, Workshop

# The unit that achievements of each kind are counted in.
UNITS = {
    "专利": "项",
    "论文": "篇",
    "标准": "项",
    "工法": "项",
    "课题": "项",
    "奖项": "项",
    "技术革新": "项",
    "人才培养": "人",
    "经济效益": "项",
}
# The address of each kind.
SLUGS = {
    "专利": "patent",
    "论文": "paper",
    "标准": "standard",
    "工法": "method",
    "课题": "project",
    "奖项": "award",
    "技术革新": "innovation",
    "人才培养": "training",
    "经济效益": "benefit",
}
# People trained may be counted twice, and money of different evidence must not be added.
NOT_ADDED = ("人才培养", "经济效益")


@dataclass(frozen=True)
class AchievementGroup:
    """The achievements of one kind.

    `total`: the sum of their counts; None where no count is known or a sum would mislead. `uncounted`: how many have no count.
    """

    kind: str
    items: tuple[Achievement, ...]
    total: int | None
    uncounted: int
    unit: str


def group_achievements(achievements: Iterable[Achievement]) -> tuple[AchievementGroup, ...]:
    """Return the groups in the order of UNITS, without empty ones; the newest achievement comes first in each."""
    by_kind: dict[str, list[Achievement]] = {kind: [] for kind in UNITS}
    for item in achievements:
        by_kind[item.kind].append(item)
    groups = []
    for kind, items in by_kind.items():
        if items:
            items.sort(key=lambda item: (-(item.year.year if item.year else 0), item.title or ""))
            groups.append(AchievementGroup(kind, tuple(items), *_added(kind, items), UNITS[kind]))
    return tuple(groups)


def _added(kind: str, items: Iterable[Achievement]) -> tuple[int | None, int]:
    """Return the sum of the counts where it has a meaning, and how many have no count."""
    counts = [item.count for item in items]
    known = [count for count in counts if count is not None]
    return sum(known) if kind not in NOT_ADDED and known else None, len(counts) - len(known)


class Achieved(NamedTuple):
    """An achievement, and the workshop whose record contains it."""

    item: Achievement
    workshop: Workshop

    @property
    def year(self) -> str:
        """The slug of its year."""
        return str(self.item.year.year) if self.item.year else UNKNOWN


class Counted(NamedTuple):
    """What can be said of achievements of one kind: how many entries, of how many workshops.

    `total`, `uncounted`: as of an AchievementGroup.
    """

    kind: str
    entries: int
    workshops: int
    total: int | None
    uncounted: int

    @property
    def told(self) -> str:
        """In words: 189 项，来自 41 个工作室，其中 3 条没有写数量. The scripts of this page say the same."""
        source = f"来自 {self.workshops} 个工作室"
        if self.kind in NOT_ADDED:
            return f"{self.entries} 条，{source}，数量不相加"
        if self.total is None:
            return f"{self.entries} 条，{source}，都没有写数量"
        lacking = f"，其中 {self.uncounted} 条没有写数量" if self.uncounted else ""
        return f"{self.total} {UNITS[self.kind]}，{source}{lacking}"


def achieved(registry: Registry) -> tuple[Achieved, ...]:
    """Return all achievements, by kind in the order of UNITS, of each kind the newest first, then by workshop."""
    order = {kind: place for place, kind in enumerate(UNITS)}
    every = [Achieved(item, workshop) for workshop in registry.workshops for item in workshop.achievements]
    every.sort(key=lambda it: (order[it.item.kind], -(it.item.year.year if it.item.year else 0)))
    return tuple(every)


def tally(kind: str, entries: Sequence[Achieved]) -> Counted:
    """Return what can be said of entries, all of one kind."""
    workshops = len({entry.workshop.id for entry in entries})
    return Counted(kind, len(entries), workshops, *_added(kind, (entry.item for entry in entries)))


def chinese_yuan(amount: int) -> str:
    """Write an amount as people say it: 12.5 万元, 3 亿元."""
    for size, name in ((100_000_000, "亿元"), (10_000, "万元")):
        if amount >= size:
            return f"{amount / size:.4f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{amount} 元"
