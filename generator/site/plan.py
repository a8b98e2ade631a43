"""The plan: all outputs of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.forms.downloads import downloads
from generator.libraries.templating import Templates
from generator.model.changelog import NONE, Changelog
from generator.model.facets import facets
from generator.model.registry import Registry
from generator.site import (
    achievements,
    corrections,
    data,
    edit,
    editions,
    home,
    lists,
    map,
    moved,
    news,
    notices,
    search,
    statistics,
    todo,
    verification,
    version,
    workshops,
)
from generator.site.frame import FRAMES, Frame
from generator.site.output import Output, text_output
from generator.site.page import Feature, Looks, Page, Site, print_pages
from generator.site.settings import Project
from generator.site.workshops.photos import shown_photos

# The last one lists the files of all others.
FEATURES: tuple[Feature, ...] = (
    home, lists, workshops, notices, search, map, statistics, achievements, news, data, edit, editions, todo, verification,
    corrections, moved, version,
)  # fmt: skip


def plan(registry: Registry, project: Project, looks: Looks, changelog: Changelog = NONE) -> list[Output]:
    """Return all outputs in the order of their paths."""
    site = Site(
        registry=registry,
        project=project,
        templates=Templates(looks.templates),
        facets=facets(registry),
        downloads=downloads(registry, looks.press),
        photos=shown_photos(registry),
        changelog=changelog,
        press=looks.press,
    )
    for feature in FEATURES:
        added = {output.path: output for output in feature.files(site)}
        site = replace(site, files={**site.files, **added})
    pages = [page for feature in FEATURES for page in feature.pages(site)]
    printed = _printed(pages, looks.frames)
    return sorted([*site.files.values(), *printed, *_for_robots(site, pages, looks.frames), *looks.copied])


def _printed(pages: Sequence[Page], frames: Mapping[str, Frame]) -> Iterator[Output]:
    """Yield the pages in their frames, and the frames that are pages of the site themselves."""
    for page, html in print_pages(pages, frames):
        yield text_output(f"{page.path}index.html", html, page.source)
    printed = {page.path for page in pages}
    for url, frame in frames.items():
        if url not in printed and not url.startswith(FRAMES):
            yield text_output(f"{url}index.html", "".join(frame.pieces), "site_src/pages")


def _for_robots(site: Site, pages: Sequence[Page], frames: Mapping[str, Frame]) -> Iterator[Output]:
    """Yield robots.txt and, with the site's address, the sitemap: both cover every page."""
    yield text_output("robots.txt", site.templates.render("base/robots.txt", project=site.project), "robots")
    if site.project.site_url:
        editorial = {url for url in frames if not url.startswith(FRAMES)}
        paths = sorted(editorial | {page.path for page in pages})
        addresses = [site.project.site_url + path for path in paths]
        yield text_output(
            "sitemap.xml", site.templates.render("base/sitemap.xml", addresses=addresses), "sitemap"
        )
