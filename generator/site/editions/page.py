"""The page of printed registers, and their files: one for every past year, so that no address disappears; of a large one its parts as pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.forms.downloads import Download
from generator.libraries.kept import remembered
from generator.model.registry import Registry
from generator.site.editions.register import (
    WHOLE,
    Volume,
    edition,
    edition_pdf,
    edition_title,
    known_of,
    parts,
    years,
)
from generator.site.output import Output
from generator.site.page import Batch, Page, Site
from generator.site.paths import Link


class Volumes(NamedTuple):
    """The register of a year that stands on the site in parts: links to them, each with its number of workshops."""

    year: int
    parts: tuple[tuple[Link, int], ...]


def editions(site: Site) -> Iterator[Batch[Output]]:
    """Yield the edition of each past year in which a workshop was named, newest first."""
    for year in _over(site):
        yield site.batch("edition", (_inputs(site, year), site.press.digest), partial(_printed, site, year))


def edition_pages(site: Site) -> Iterator[Page | Batch[Page]]:
    """Yield the pages of the parts of large registers, and the page of all registers, with the way to print other years."""
    volumes = []
    for year in _over(site):
        inputs = _inputs(site, year)
        told = remembered(site.kept, ("volumes", site.world, inputs), partial(_told, site, year))
        if told:
            yield site.batch("volumes", inputs, partial(_part_pages, site, year))
            volumes.append(Volumes(year, tuple((Link(title, path), number) for title, path, number in told)))
    yield _page(site, volumes)


def _inputs(site: Site, year: int) -> tuple[int, list[bytes]]:
    return year, [site.registry.digests[it.path] for it in known_of(site.registry, year)]


def _known(site: Site, year: int) -> Registry:
    return site.registry.only(known_of(site.registry, year))


def _printed(site: Site, year: int) -> Iterator[Output]:
    project = site.project
    content = edition_pdf(site.press, _known(site, year), year, project.site_name, project.site_url)
    yield Output(_path(year), content, "editions")


def _parts(site: Site, year: int) -> list[Volume]:
    known = _known(site, year)
    return parts(known, edition(known, year)) if len(known.workshops) > WHOLE else []


def _part_pages(site: Site, year: int) -> Iterator[Page]:
    return (_part_page(site, year, part) for part in _parts(site, year))


def _told(site: Site, year: int) -> tuple[tuple[str, str, int], ...]:
    return tuple((part.title, part.path, len(part.items)) for part in _parts(site, year))


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
