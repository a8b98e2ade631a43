"""The page of printed registers, and their files: one for every past year, so that no address disappears; of a large one its parts as pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.forms.downloads import Download
from generator.site.editions.register import Volume, edition_pdf, edition_title, parts_of_year, years
from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.paths import Link


class Volumes(NamedTuple):
    """The register of a year that stands on the site in parts: links to them, each with its number of workshops."""

    year: int
    parts: tuple[tuple[Link, int], ...]


def editions(site: Site) -> Iterator[Output]:
    """Yield the edition of each past year in which a workshop was named, newest first."""
    for year in _over(site):
        content = edition_pdf(site.press, site.registry, year, site.project.site_name, site.project.site_url)
        yield Output(_path(year), content, "editions")


def edition_pages(site: Site) -> Iterator[Page]:
    """Yield the pages of the parts of large registers, and the page of all registers, with the way to print other years."""
    volumes = []
    for year in _over(site):
        apart = parts_of_year(site.registry, year)
        yield from (_part_page(site, year, part) for part in apart)
        if apart:
            links = tuple((Link(part.title, part.path), len(part.items)) for part in apart)
            volumes.append(Volumes(year, links))
    yield _page(site, volumes)


def _page(site: Site, volumes: list[Volumes]) -> Page:
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
        volumes=volumes,
        years=years(site.registry),
    )


def _part_page(site: Site, year: int, part: Volume) -> Page:
    title = f"{year} 年名录：{part.title}"
    return site.page(
        part.path,
        title,
        f"{title}，截至 {year} 年底的 {len(part.items)} 个工作室，可以打印。",
        "editions/part.html",
        "editions",
        year=year,
        items=part.items,
        whole=Link(f"{year} 年名录", _path(year)),
    )


def _over(site: Site) -> list[int]:
    return [year for year in years(site.registry) if year < site.project.today.year]


def _path(year: int) -> str:
    return f"editions/{year}.pdf"
