"""Statistics: every figure is a count of records, with the address of the records behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from generator.model.achievements import UNITS, group_achievements
from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.levelyears import shared
from generator.model.registry import Registry
from generator.site import emptiness
from generator.site.paths import Link, achievements_path, filtered_path, group_path
from generator.site.statistics import charts

_KEY_COUNTS = (
    ("categories", "model", "劳模创新工作室"),
    ("categories", "staff", "职工创新工作室"),
    ("levels", "province", "获省级命名"),
    ("levels", "nation", "获全国命名"),
)
CHARTED = ("levels", "categories", "statuses", "districts", "zones")


class Bar(NamedTuple):
    """One row of a chart: a label (perhaps a link), a count in words, its share of the largest count in per cent."""

    label: Link
    said: str
    width: float


@dataclass(frozen=True)
class Chart:
    """A table whose counts are also drawn as bars. `nothing`: what there is none of; `blank`: what nobody knows, in its place."""

    title: str
    bars: tuple[Bar, ...]
    note: str = ""
    nothing: tuple[Link, ...] = ()
    blank: tuple[Link, ...] = ()


class Cell(NamedTuple):
    """One figure of a cross table: the count, its shade, and the address of the records counted."""

    number: int
    tone: int
    path: str


class Line(NamedTuple):
    """A row of a cross table; `total` counts every record of the row once, None if a total has no meaning."""

    label: Link
    cells: tuple[Cell, ...]
    total: Cell | None = None


@dataclass(frozen=True)
class Cross:
    """A table of two facets; `drawing` if it is also drawn as stacked columns."""

    title: str
    corner: str
    columns: tuple[Link, ...]
    lines: tuple[Line, ...]
    note: str = ""
    drawing: charts.Drawing | None = None


class Counts(NamedTuple):
    """Numbers that stand side by side, each with its page, and why some of them do not add up to the first."""

    numbers: tuple[tuple[Link, int], ...]
    note: str


def key_counts(registry: Registry, facets: Mapping[str, Facet]) -> Counts:
    """Return the few numbers that show the size of the register; all but the first only if they are not zero."""
    total = len(registry.workshops)
    numbers = [(Link("收录工作室", "workshops/"), total)]
    shown: defaultdict[str, list[Group]] = defaultdict(list)
    for slug, word, label in _KEY_COUNTS:
        group = facets[slug].group(word)
        if group and group.workshops:
            numbers.append((Link(label, group_path(slug, word)), len(group.workshops)))
            shown[slug].append(group)
    return Counts(tuple(numbers), emptiness.reckoned(facets["categories"], shown["categories"], total))


def chart(
    title: str, counts: Sequence[tuple[Link, int]], say: Callable[[int], str] = str, note: str = ""
) -> Chart:
    """Return a chart of the counts, each as `say` tells it; the largest is as wide as the table, those of nothing are no bars."""
    shown, nothing = emptiness.folded(counts, itemgetter(1))
    most = max((count for _, count in shown), default=0) or 1
    bars = tuple(Bar(label, say(count), round(100 * count / most, 1)) for label, count in shown)
    return Chart(title, bars, note, tuple(label for label, _ in nothing))


def facet_chart(facet: Facet, note: str = "", total: int = 0) -> Chart:
    """Return how many workshops each group of a facet has; parts of groups are only on the facet's own pages.

    `note`: beside why the numbers do not add up to `total`, if they do not.
    """
    if emptiness.is_blank(facet):
        return Chart(facet.title, (), blank=emptiness.blank([facet]))
    groups = [group for group in facet.groups if not group.part_of]
    counts = [(group_link(facet, group), len(group.workshops)) for group in groups]
    why = emptiness.reckoned(facet, groups, total)
    return chart(facet.title, counts, "{} 个".format, "；".join(filter(None, (note, why))))


def group_link(facet: Facet, group: Group) -> Link:
    """Return the link to a group's page."""
    return Link(group.title, group_path(facet.slug, group.slug))


def bar_charts(facets: Mapping[str, Facet], total: int, further: Sequence[str] = ()) -> list[Chart]:
    """Return the charts with one figure for each group, of what is known of any of the `total` workshops; `further`: more facets."""
    notes = {"zones": "开放先导区不是行政区划，和所在区域重复计数"}
    known = (facets[slug] for slug in (*CHARTED, *further) if not emptiness.is_blank(facets[slug]))
    return [facet_chart(facet, notes.get(facet.slug, ""), total) for facet in known]


def achievement_chart(registry: Registry) -> Chart:
    """Return achievements by kind, added up only where a sum has a meaning (see achievements.NOT_ADDED)."""
    groups = group_achievements(item for workshop in registry.workshops for item in workshop.achievements)
    counts = [
        (Link(f"{group.kind}（{group.unit}）", achievements_path(group.kind)), group.total)
        for group in groups
        if group.total is not None
    ]
    note = "只加写明数量的条目；人才培养可能重复计人，经济效益口径不一，不相加"
    return chart("写明数量的成果", counts, note=note)


def years_and_categories(facets: Mapping[str, Facet]) -> Cross:
    """Return workshops named in each year by category, newest first; drawn oldest first, with the years that have none."""
    years, categories = facets["years"], facets["categories"]
    note = emptiness.reckoned(years, years.filled, 0)
    table = cross("各年度命名的工作室", "年度", years, categories, note)
    by_path = {line.label.path: line for line in table.lines}
    numbers = sorted(int(group.slug) for group in years.filled if group.slug != UNKNOWN)
    span = range(numbers[0], numbers[-1] + 1) if numbers else range(0)
    bars = []
    for year in span:
        line = by_path.get(group_path("years", str(year)))
        counted = tuple(cell.number for cell in line.cells) if line else ()
        bars.append(charts.Tally(str(year), line.label.path if line else "", counted))
    names = [column.text for column in table.columns]
    drawing = charts.stacked(bars, names) if bars else None
    columns = tuple(_shorter(column) for column in table.columns)
    return Cross(table.title, table.corner, columns, table.lines, note, drawing)


def _shorter(column: Link) -> Link:
    """Shorten 类别待补充 to 待补充, so that the total stays visible on a phone."""
    unknown = column.path.endswith(f"/{UNKNOWN}/")
    return Link("待补充", column.path) if unknown else column


def cross(title: str, corner: str, rows: Facet, columns: Facet, note: str = "") -> Cross:
    """Return how many workshops the groups of two facets share, as the filters find them; empty rows and columns are left out."""
    tops = [group for group in rows.filled if not group.part_of]
    sides = [group for group in columns.filled if not group.part_of]
    counted = {top.slug: [len(shared(rows, top, columns, side)) for side in sides] for top in tops}
    most = max((number for numbers in counted.values() for number in numbers), default=0) or 1
    lines = tuple(
        Line(
            group_link(rows, top),
            tuple(
                Cell(
                    number,
                    charts.tone(number, most),
                    filtered_path((rows.slug, top.slug), (columns.slug, side.slug)),
                )
                for side, number in zip(sides, counted[top.slug], strict=True)
            ),
            Cell(len(top.workshops), 0, group_path(rows.slug, top.slug)),
        )
        for top in tops
    )
    return Cross(title, corner, tuple(group_link(columns, side) for side in sides), lines, note)


def industries_and_districts(facets: Mapping[str, Facet]) -> Cross:
    """Return how many workshops of each industry lie in each district."""
    return cross("各行业在各区域的工作室", "行业", facets["industries"], facets["districts"])


def kinds_and_years(registry: Registry) -> Cross:
    """Return the achievements in the records as entries: quantities of different kinds are never added."""
    counted = Counter(
        (item.year.year if item.year else None, item.kind)
        for workshop in registry.workshops
        for item in workshop.achievements
    )
    kinds = [kind for kind in UNITS if any(kind == listed for _, listed in counted)]
    years = sorted({year for year, _ in counted if year}, reverse=True)
    rows = [*years, *([None] if any(year is None for year, _ in counted) else [])]
    most = max(counted.values(), default=1)
    lines = tuple(
        Line(
            Link(f"{year} 年" if year else "年度待补充"),
            tuple(
                Cell(
                    counted[year, kind],
                    charts.tone(counted[year, kind], most),
                    achievements_path(kind, year or UNKNOWN),
                )
                for kind in kinds
            ),
        )
        for year in rows
    )
    note = "数的是记录里的条目，一条可能写着几项；点数字看这些条目"
    columns = tuple(Link(kind, achievements_path(kind)) for kind in kinds)
    return Cross("各年度的成果", "年度", columns, lines, note)
