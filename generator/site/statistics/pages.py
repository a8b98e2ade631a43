"""The page of statistics."""

from __future__ import annotations

from generator.site.page import Page, Site
from generator.site.statistics import figures, support


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
