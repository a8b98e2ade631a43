"""The page of statistics."""

from __future__ import annotations

from generator.site import emptiness
from generator.site.page import Page, Site
from generator.site.statistics import figures, support


def statistics_page(site: Site) -> Page:
    """Return the counts, all charts and cross tables."""
    facets, total = site.facets, len(site.registry.workshops)
    blank = emptiness.blank(facets[slug] for slug in (*figures.CHARTED, "years", "industries"))
    unknown = {link.path.rstrip("/") for link in blank}
    crossed = unknown.isdisjoint(("years", "categories"))
    charts = figures.bar_charts(facets, total, () if crossed else ("years",))
    compared = unknown.isdisjoint(("industries", "districts"))
    return site.page(
        "statistics/",
        "统计",
        "收录的工作室按类别、级别、状态、区域、行业和年度各有多少，写明的成果和经费支持有多少。",
        "statistics/page.html",
        "statistics",
        total=total,
        counts=figures.key_counts(site.registry, facets),
        years=figures.years_and_categories(facets) if crossed else None,
        charts=charts,
        charted="、".join(chart.title.removeprefix("按") for chart in charts),
        blank=blank,
        industries=figures.industries_and_districts(facets) if compared else None,
        achievements=figures.kinds_and_years(site.registry),
        sums=figures.achievement_chart(site.registry),
        support=support.support_chart(site.registry),
    )
