"""Achievements grouped by kind, and summed only where a sum means something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Achievement

# Units of the kinds whose counts may be added: things, each counted once. People trained may be counted twice, and money
# of different evidence must not be added, so 人才培养 and 经济效益 are listed only.
UNITS = {"专利": "项", "论文": "篇", "标准": "项", "工法": "项", "课题": "项", "奖项": "项", "技术革新": "项"}
KINDS = (*UNITS, "人才培养", "经济效益")


@dataclass(frozen=True)
class AchievementGroup:
    """The achievements of one kind. `total` is None where there is nothing to add or adding would mislead."""

    kind: str
    items: tuple[Achievement, ...]
    total: int | None
    uncounted: int
    unit: str


def group_achievements(achievements: Iterable[Achievement]) -> tuple[AchievementGroup, ...]:
    """Groups in the order of KINDS, the newest achievement first in each."""
    listed = list(achievements)
    groups = []
    for kind in KINDS:
        items = [item for item in listed if item.kind == kind]
        if not items:
            continue
        items.sort(key=lambda item: (-(item.year.year if item.year else 0), item.title or ""))
        counts = [item.count for item in items if item.count is not None]
        total = sum(counts) if kind in UNITS and counts else None
        groups.append(
            AchievementGroup(kind, tuple(items), total, len(items) - len(counts), UNITS.get(kind, ""))
        )
    return tuple(groups)


def chinese_yuan(amount: int) -> str:
    """An amount as it is spoken: 12.5 万元, 3 亿元."""
    for size, name in ((100_000_000, "亿元"), (10_000, "万元")):
        if amount >= size:
            return f"{amount / size:.4f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{amount} 元"
