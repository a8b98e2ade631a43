"""The page of statistics, and the lists of achievements behind its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.achievements import UNITS, chinese_yuan
from generator.model.facets import UNKNOWN
from generator.model.workshop import Achievement, Workshop
from generator.site.page import Page, Site
from generator.site.pager import PER_PAGE, pager
from generator.site.paths import Link, achievements_path, workshop_path
from generator.site.statistics import figures, support


class Achieved(NamedTuple):
    """An achievement, and the workshop whose record contains it."""

    item: Achievement
    workshop: Workshop

    @property
    def year(self) -> str:
        """The slug of its year."""
        return str(self.item.year.year) if self.item.year else UNKNOWN


def statistics_page(site: Site) -> Page:
    """Return the counts, all charts and cross tables."""
    facets = site.facets
    industries = figures.cross("各行业在各区域的工作室", "行业", facets["industries"], facets["districts"])
    return site.page(
        "statistics/",
        "统计",
        f"{site.project.site_name}：按类别、级别、区域、行业、年度和成果的统计。",
        "statistics/page.html",
        "statistics",
        total=len(site.registry.workshops),
        counts=figures.key_counts(site.registry, facets),
        years=figures.years_and_categories(facets),
        charts=figures.bar_charts(facets),
        industries=industries,
        bare=figures.only_unknown(industries),
        achievements=figures.kinds_and_years(site.registry),
        sums=figures.achievement_chart(site.registry),
        support=support.support_chart(site.registry),
    )


def achievement_pages(site: Site) -> Iterator[Page]:
    """Yield for each kind of achievement the years, and for each year the entries."""
    by_kind: dict[str, list[Achieved]] = defaultdict(list)
    for workshop in site.registry.workshops:
        for item in workshop.achievements:
            by_kind[item.kind].append(Achieved(item, workshop))
    for kind in UNITS:
        if by_kind[kind]:
            yield from _kind_pages(site, kind, by_kind[kind])


def _kind_pages(site: Site, kind: str, entries: Sequence[Achieved]) -> Iterator[Page]:
    by_year: dict[str, list[Achieved]] = defaultdict(list)
    for entry in entries:
        by_year[entry.year].append(entry)
    years = sorted(by_year, key=lambda year: (year != UNKNOWN, year), reverse=True)
    counts = [(Link(_year_title(year), achievements_path(kind, year)), len(by_year[year])) for year in years]
    path = achievements_path(kind)
    chart = figures.chart("按年度", counts, "{} 条".format)
    yield _page(site, path, f"成果：{kind}", kind, chart=chart, total=len(entries), entries=[], pager=())
    for year in years:
        yield from _entry_pages(site, kind, year, by_year[year])


def _entry_pages(site: Site, kind: str, year: str, entries: Sequence[Achieved]) -> Iterator[Page]:
    path = achievements_path(kind, year)
    count = -(-len(entries) // PER_PAGE)
    paths = [path, *(f"{path}{number}/" for number in range(2, count + 1))]
    for number, here in enumerate(paths, start=1):
        title = f"成果：{kind}，{_year_title(year)}" + (f"（第 {number} 页）" if number > 1 else "")
        yield _page(
            site,
            here,
            title,
            kind,
            chart=None,
            total=len(entries),
            entries=entries[(number - 1) * PER_PAGE : number * PER_PAGE],
            pager=pager(paths, number),
        )


def _page(site: Site, path: str, title: str, kind: str, **facts: object) -> Page:
    trail = [Link("统计", "statistics/")]
    if facts["chart"] is None:
        trail.append(Link(kind, achievements_path(kind)))
    return site.page(
        path,
        title,
        f"{title}：{site.project.site_name}的记录里共 {facts['total']} 条。",
        "statistics/achievements.html",
        "statistics",
        trail=trail,
        kind=kind,
        unit=UNITS[kind],
        yuan=chinese_yuan,
        workshop_path=workshop_path,
        called=site.registry.called,
        **facts,
    )


def _year_title(year: str) -> str:
    return "年度待补充" if year == UNKNOWN else f"{year} 年"
