"""The plan: everything that the site will contain, as outputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import checksums, filters, maps
from generator.basemap import LAND, basemap
from generator.downloads import downloads
from generator.facets import facets
from generator.form_pages import form_pages, templates_to_fill
from generator.frame import FRAMES, Frame
from generator.main_pages import corrections_page, home, map_page
from generator.notice_pages import notice_pages
from generator.opendata import data_page, open_data
from generator.output import Output, text_output
from generator.pages import Page, Site, all_workshops, facet_pages, print_pages
from generator.project import Project
from generator.reading import Registry
from generator.statistics_pages import achievement_pages, statistics_page
from generator.templating import Templates
from generator.workshop_page import workshop_pages
from generator.workshop_photos import photo_outputs, shown_photos


def plan(
    registry: Registry,
    project: Project,
    frames: Mapping[str, Frame],
    templates: Mapping[str, str],
    prints: Mapping[str, str],
) -> list[Output]:
    """All outputs in the order of their paths. `templates`: HTML by name; `prints`: typst templates by name."""
    files = downloads(registry, prints)
    site = Site(registry, project, Templates(templates), facets(registry), files, shown_photos(registry))
    data = open_data(site)
    pages = [*_pages(site), data_page(site, data)]
    outputs = [
        text_output(f"{page.path}index.html", html, page.source) for page, html in print_pages(pages, frames)
    ]
    printed = {page.path for page in pages}
    outputs += [
        text_output(f"{url}index.html", "".join(frame.pieces), "site_src/pages")
        for url, frame in frames.items()
        if url not in printed and not url.startswith(FRAMES)
    ]
    outputs += [Output(item.path, item.content, item.source) for item in files]
    outputs += templates_to_fill(site)
    outputs += photo_outputs(site.photos)
    outputs += data.outputs()
    outputs += _beside(site, pages, frames)
    outputs.append(text_output(checksums.PATH, checksums.checksums(outputs), "downloads"))
    return sorted(outputs)


def _pages(site: Site) -> Iterator[Page]:
    yield home(site)
    yield from all_workshops(site)
    for facet in site.facets.values():
        yield from facet_pages(site, facet)
    yield from workshop_pages(site)
    yield from notice_pages(site)
    yield map_page(site)
    yield statistics_page(site)
    yield from achievement_pages(site)
    yield from form_pages(site)
    yield corrections_page(site)


def _beside(site: Site, pages: list[Page], frames: Mapping[str, Frame]) -> Iterator[Output]:
    registry = site.registry
    drawing = site.templates.render(
        "land.svg", path=maps.land_path(registry.texts[LAND]), width=maps.WIDTH, height=maps.HEIGHT
    )
    yield text_output("assets/land.svg", drawing, LAND)
    ground = basemap(site.project, registry.texts)
    yield text_output("map/shell.js", maps.shell(ground).script, LAND)
    yield text_output("map/points.json", maps.points(registry, ground), "map")
    yield text_output(filters.ROWS, filters.rows(registry, site.facets), "workshops")
    if site.project.site_url:
        editorial = {url for url in frames if not url.startswith(FRAMES)}
        yield text_output("sitemap.xml", _sitemap(site, editorial | {page.path for page in pages}), "sitemap")
    yield text_output("robots.txt", site.templates.render("robots.txt", project=site.project), "robots")


def _sitemap(site: Site, paths: set[str]) -> str:
    addresses = [site.project.site_url + path for path in sorted(paths)]
    return str(site.templates.render("sitemap.xml", addresses=addresses))
