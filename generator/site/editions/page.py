"""The page of printed registers, and their files: one for every past year, so that no address disappears; of a large one its parts as pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from generator.forms.downloads import Download
from generator.libraries.kept import key_of, remembered
from generator.model.registry import Registry
from generator.site.editions.register import (
    Volume,
    bare,
    edition_pdf,
    edition_title,
    known_of,
    parts_of_year,
    years,
)
from generator.site.output import Output
from generator.site.page import Bundle, Page, Site
from generator.site.paths import Link


class Known(NamedTuple):
    """What is known of a year: the registry with the workshops that its register tells of; the digests of these."""

    year: int
    registry: Registry
    digests: list[bytes]

    @property
    def inputs(self) -> tuple[object, ...]:
        """What decides about the register beside settings, templates and vocabularies."""
        return self.year, self.digests


class Volumes(NamedTuple):
    """The register of a year that stands on the site in parts: links to them, each with its number of workshops."""

    year: int
    parts: tuple[tuple[Link, int], ...]


def editions(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the edition of each past year in which a workshop was named, newest first."""
    for known in _known(site):
        yield site.bundle("edition", (*known.inputs, site.press.digest), partial(_printed, site, known))


def edition_pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the pages of the parts of large registers, and the page of all registers, with the way to print other years."""
    volumes = []
    for known in _known(site):
        inputs = ("volumes", site.world, known.inputs)
        told = remembered(site.kept, inputs, partial(_told, known))
        if told:
            yield site.bundle("volumes", known.inputs, partial(_part_pages, site, known))
            links = tuple((Link(title, path), number) for title, path, number in told)
            volumes.append(Volumes(known.year, links))
    yield _page(site, volumes)


def _known(site: Site) -> Iterator[Known]:
    """Yield what is known of each past year, of workshops as registers know them."""
    registry = replace(site.registry, workshops=tuple(map(bare, site.registry.workshops)))
    digests = {workshop.path: key_of(workshop) for workshop in registry.workshops}
    for year in _over(site):
        known = known_of(registry, year)
        yield Known(year, replace(registry, workshops=tuple(known)), [digests[it.path] for it in known])


def _printed(site: Site, known: Known) -> Iterator[Output]:
    name, url = site.project.site_name, site.project.site_url
    yield Output(
        _path(known.year), edition_pdf(site.press, known.registry, known.year, name, url), "editions"
    )


def _part_pages(site: Site, known: Known) -> Iterator[Page]:
    return (_part_page(site, known.year, part) for part in parts_of_year(known.registry, known.year))


def _told(known: Known) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (part.title, part.path, len(part.items)) for part in parts_of_year(known.registry, known.year)
    )


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
