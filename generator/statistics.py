"""Statistics: every figure a count of records, with the address of the records behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.achievements import group_achievements
from generator.facets import Facet
from generator.reading import Registry
from generator.views import Link, group_path


class Bar(NamedTuple):
    """One row of a chart: a label that may lead somewhere, a count, its share of the largest in per cent."""

    label: Link
    number: int
    width: float


@dataclass(frozen=True)
class Chart:
    """A table whose counts are also drawn as bars."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    note: str = ""


class Cell(NamedTuple):
    """One figure of a cross table."""

    number: int
    share: float


@dataclass(frozen=True)
class Cross:
    """A table of one facet against another."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Link, tuple[Cell, ...]], ...]


def chart(title: str, unit: str, counts: Sequence[tuple[Link, int]], note: str = "") -> Chart:
    """A chart of the counts; the largest is as wide as the table."""
    most = max((count for _, count in counts), default=0) or 1
    bars = tuple(Bar(label, count, round(100 * count / most, 1)) for label, count in counts)
    return Chart(title, unit, bars, note)


def facet_chart(facet: Facet, *, filled: bool = False, note: str = "") -> Chart:
    """How many workshops each group of a facet holds; parts of groups are left to the facet's own pages."""
    groups = [group for group in (facet.filled if filled else facet.groups) if not group.part_of]
    counts = [
        (Link(group.title, group_path(facet.slug, group.slug)), len(group.workshops)) for group in groups
    ]
    return chart(facet.title, "个", counts, note)


def charts(registry: Registry, facets: Mapping[str, Facet]) -> list[Chart]:
    """All charts of the statistics page."""
    by_year = "一个工作室在几个年度获得命名时，各年度都计入，所以各年度之和可能大于总数"
    by_level = "一个工作室有几级命名时，各级都计入"
    return [
        facet_chart(facets["categories"]),
        facet_chart(facets["levels"], note=by_level),
        facet_chart(facets["districts"]),
        facet_chart(facets["zones"], note="开放先导区不是行政区划，和所在区域重复计数"),
        facet_chart(facets["industries"], filled=True),
        facet_chart(facets["years"], note=by_year),
        facet_chart(facets["statuses"]),
        achievement_chart(registry),
    ]


def achievement_chart(registry: Registry) -> Chart:
    """Achievements by kind, added only where adding means something (see achievements.NOT_ADDED)."""
    groups = group_achievements(item for workshop in registry.workshops for item in workshop.achievements)
    counts = [
        (Link(f"{group.kind}（{group.unit}）"), group.total) for group in groups if group.total is not None
    ]
    note = "只加写明数量的条目；人才培养可能重复计人，经济效益口径不一，不相加，见各工作室的页面"
    return chart("成果", "", counts, note)


def cross(title: str, rows: Facet, columns: Facet) -> Cross:
    """How many workshops two facets' groups share; empty rows and columns are left out."""
    tops = [group for group in rows.filled if not group.part_of]
    sides = [group for group in columns.filled if not group.part_of]
    held = {side.slug: frozenset(workshop.id for workshop in side.workshops) for side in sides}
    counted = [
        (
            Link(top.title, group_path(rows.slug, top.slug)),
            _shared((workshop.id for workshop in top.workshops), held),
        )
        for top in tops
    ]
    most = max((count for _, counts in counted for count in counts), default=0) or 1
    cells = tuple(
        (link, tuple(Cell(count, round(count / most, 3)) for count in counts)) for link, counts in counted
    )
    return Cross(title, tuple(side.title for side in sides), cells)


def _shared(ids: Iterable[str], held: Mapping[str, frozenset[str]]) -> list[int]:
    found: Counter[str] = Counter(slug for id_ in ids for slug, inside in held.items() if id_ in inside)
    return [found[slug] for slug in held]
