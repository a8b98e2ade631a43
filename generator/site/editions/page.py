"""The page of printed registers, and those that the site offers: of every year that is over, so that no address goes again."""

from __future__ import annotations

from collections.abc import Iterator

from generator.forms.downloads import Download
from generator.site.editions.register import TEMPLATE, edition_pdf, edition_title, years
from generator.site.output import Output
from generator.site.page import Page, Site

_MOST = 3000  # records; more take half a minute that every build would pay, and are printed by the command


def editions(site: Site) -> Iterator[Output]:
    """The edition of each year that is over and in which any workshop was named, the newest first."""
    for year in _over(site):
        yield Output(_path(year), edition_pdf(site.prints[TEMPLATE], site.registry, year), "editions")


def editions_page(site: Site) -> Page:
    """What there is, and how other years are printed."""
    offered = [
        Download(
            _path(year),
            edition_title(year),
            "PDF",
            "editions",
            f"截至 {year} 年底",
            site.files[_path(year)].content,
        )
        for year in _over(site)
    ]
    return site.page(
        "editions/",
        "年度名录",
        "按年度编印的工作室名录（PDF）：按区域排列，有领衔人拼音索引和统计。",
        "editions/page.html",
        "editions",
        offered=offered,
        years=years(site.registry),
    )


def _over(site: Site) -> list[int]:
    over = [year for year in years(site.registry) if year < site.project.today.year]
    return over if len(site.registry.workshops) <= _MOST else []


def _path(year: int) -> str:
    return f"editions/{year}.pdf"
