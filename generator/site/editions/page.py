"""The page of printed registers, and their files: one for every past year, so that no address disappears."""

from __future__ import annotations

from collections.abc import Iterator

from generator.forms.downloads import Download
from generator.site.editions.register import edition_pdf, edition_title, years
from generator.site.output import Output
from generator.site.page import Page, Site

_MOST = 3000  # records; more would cost every build half a minute, so the command prints them


def editions(site: Site) -> Iterator[Output]:
    """Yield the edition of each past year in which a workshop was named, newest first."""
    for year in _over(site):
        yield Output(
            _path(year), edition_pdf(site.press, site.registry, year, site.project.site_name), "editions"
        )


def editions_page(site: Site) -> Page:
    """Return the page of the registers, with the way to print other years."""
    offered = [
        Download(
            _path(year),
            edition_title(site.project.site_name, year),
            "PDF",
            "editions",
            f"截至 {year} 年底",
            site.files[_path(year)],
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
