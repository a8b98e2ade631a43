"""The plan: everything that the site will contain, as outputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.forms.downloads import downloads
from generator.libraries.templating import Templates
from generator.model.changelog import NONE, Changelog
from generator.model.facets import facets
from generator.model.registry import Registry
from generator.rules.geography import LAND
from generator.site.corrections import corrections_page
from generator.site.data import checksums
from generator.site.data.page import data_page, open_data
from generator.site.data.provenance import build_json, version_page
from generator.site.edit.page import edit_files, edit_page
from generator.site.editions.page import editions, editions_page
from generator.site.frame import FRAMES, Frame
from generator.site.home import home
from generator.site.lists import filters
from generator.site.lists.pages import all_workshops, facet_pages
from generator.site.map.ground import basemap
from generator.site.map.page import map_page
from generator.site.map.points import points
from generator.site.map.shell import shell
from generator.site.map.small import HEIGHT, WIDTH, land_path
from generator.site.moved import moved_pages
from generator.site.news.changes import changes_files, changes_page
from generator.site.notices.forms import form_pages, templates_to_fill
from generator.site.notices.pages import notice_pages
from generator.site.output import Output, text_output
from generator.site.page import Looks, Page, Site, print_pages
from generator.site.search.index import search_outputs
from generator.site.search.links import bodies, search_links
from generator.site.search.page import search_page
from generator.site.settings import Project
from generator.site.statistics.pages import achievement_pages, statistics_page
from generator.site.todo import todo_files, todo_pages
from generator.site.verification import verification_files, verification_pages
from generator.site.workshops.page import workshop_pages
from generator.site.workshops.photos import photo_outputs, shown_photos


def plan(registry: Registry, project: Project, looks: Looks, changelog: Changelog = NONE) -> list[Output]:
    """All outputs in the order of their paths."""
    offered, photos = downloads(registry, looks.prints), shown_photos(registry)
    templates = Templates(looks.templates)
    site = Site(registry, project, templates, facets(registry), offered, photos, changelog)
    data = open_data(site)
    files = [Output(item.path, item.content, item.source) for item in offered]
    files += [*data.outputs(), *verification_files(site, looks.prints), *templates_to_fill(site)]
    printed = list(editions(site, looks.prints))
    files += [*todo_files(site), *changes_files(site)]
    files += [Output(item.path, item.content, item.source) for item in printed]
    sums = checksums.checksums(files)
    pages = [*_pages(site), data_page(site, data), editions_page(site, printed), version_page(site, sums)]
    files += [text_output(checksums.PATH, sums, "checksums"), build_json(site, sums)]
    return sorted(
        [*_printed(pages, looks.frames), *files, *_beside(site, pages, looks.frames), *looks.copied]
    )


def _printed(pages: list[Page], frames: Mapping[str, Frame]) -> Iterator[Output]:
    """The pages in their frames, and the frames that are pages of their own."""
    for page, html in print_pages(pages, frames):
        yield text_output(f"{page.path}index.html", html, page.source)
    printed = {page.path for page in pages}
    for url, frame in frames.items():
        if url not in printed and not url.startswith(FRAMES):
            yield text_output(f"{url}index.html", "".join(frame.pieces), "site_src/pages")


def _pages(site: Site) -> Iterator[Page]:
    yield home(site)
    yield from all_workshops(site)
    for facet in site.facets.values():
        yield from facet_pages(site, facet)
    yield from workshop_pages(site)
    yield from notice_pages(site)
    yield search_page(site)
    yield map_page(site)
    yield statistics_page(site)
    yield from achievement_pages(site)
    yield from form_pages(site)
    yield corrections_page(site)
    yield from verification_pages(site)
    yield from todo_pages(site)
    yield changes_page(site)
    yield edit_page(site)


def _beside(site: Site, pages: list[Page], frames: Mapping[str, Frame]) -> Iterator[Output]:
    registry = site.registry
    drawing = site.templates.render(
        "map/land.svg",
        path=land_path(registry.texts[LAND]),
        width=WIDTH,
        height=HEIGHT,
    )
    yield text_output("assets/land.svg", drawing, LAND)
    yield from photo_outputs(site.photos)
    yield from edit_files(site)
    yield from moved_pages(site)
    ground = basemap(site.project, registry.texts)
    yield text_output("map/shell.js", shell(ground).script, LAND)
    yield text_output("map/points.json", points(registry, ground), "map")
    yield from search_outputs(registry, search_links(site), bodies(site))
    yield text_output(filters.ROWS, filters.rows(registry.workshops, site.facets), "workshops")
    if site.project.site_url:
        editorial = {url for url in frames if not url.startswith(FRAMES)}
        yield text_output("sitemap.xml", _sitemap(site, editorial | {page.path for page in pages}), "sitemap")
    yield text_output("robots.txt", site.templates.render("base/robots.txt", project=site.project), "robots")


def _sitemap(site: Site, paths: set[str]) -> str:
    addresses = [site.project.site_url + path for path in sorted(paths)]
    return str(site.templates.render("base/sitemap.xml", addresses=addresses))
