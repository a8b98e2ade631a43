"""The money that came with designations: its sum for each year, and the designations behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.achievements import chinese_yuan
from generator.model.facets import UNKNOWN
from generator.model.levelyears import year_title
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.site.page import Page, Site
from generator.site.pager import numbered, parts
from generator.site.paths import Link, notice_link, support_path, workshop_path
from generator.site.statistics import figures


class Supported(NamedTuple):
    """A designation that money came with, and the workshop that it named."""

    named: Designation
    workshop: Workshop
    yuan: int


def support_chart(registry: Registry) -> figures.Chart:
    """Return the sum for each year, newest first; only what the records state is added."""
    counts = [
        (Link(year_title(year), support_path(year)), sum(item.yuan for item in items))
        for year, items in _by_year(registry).items()
    ]
    note = "按命名的年度，只加写明数目的；没有写的，不知道有没有"
    return figures.chart("各年度的经费支持", counts, chinese_yuan, note)


def support_pages(site: Site) -> Iterator[Page]:
    """Yield for each year the designations that money came with."""
    for year, items in _by_year(site.registry).items():
        total = chinese_yuan(sum(item.yuan for item in items))
        for part in parts(support_path(year), f"经费支持：{year_title(year)}", items):
            yield site.page(
                part.path,
                part.title,
                f"{numbered(year_title(year), part.number)}写明经费支持的命名 {len(items)} 次，共 {total}：哪些工作室，由哪份通知。",
                "statistics/support.html",
                "statistics",
                trail=[Link("统计", "statistics/")],
                count=len(items),
                total=total,
                entries=[
                    (
                        Link(site.registry.called(item.workshop), workshop_path(item.workshop)),
                        item.named,
                        chinese_yuan(item.yuan),
                        notice_link(site.registry, item.named.notice),
                    )
                    for item in part.entries
                ],
                pager=part.pager,
            )


def _by_year(registry: Registry) -> dict[str, list[Supported]]:
    """The designations with money by year, newest first; those without a date last."""
    found: dict[str, list[Supported]] = defaultdict(list)
    for workshop in registry.workshops:
        for named in workshop.designations:
            if named.support_yuan:
                year = str(named.date.year) if named.date else UNKNOWN
                found[year].append(Supported(named, workshop, named.support_yuan))
    return dict(sorted(found.items(), key=lambda item: (item[0] != UNKNOWN, item[0]), reverse=True))
