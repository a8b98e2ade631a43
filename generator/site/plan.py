"""The plan: all outputs of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from generator.forms.downloads import downloads
from generator.libraries.sums import Summed, summed
from generator.libraries.templating import Templates
from generator.libraries.watch import UNWATCHED, Watch
from generator.model.changelog import NONE, Changelog
from generator.model.facets import facets
from generator.model.registry import Registry
from generator.rules.geography import LAND
from generator.site import (
    achievements,
    corrections,
    data,
    edit,
    editions,
    embed,
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
from generator.site.map.small import is_blank
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Feature, Looks, Page, Planned, PrintedPage, Printer, Site
from generator.site.paths import notice_path, workshop_path
from generator.site.settings import Project
from generator.site.tens import tens
from generator.site.verification.paths import verify_path
from generator.site.workshops.photos import shown_photos

# The last one lists the files of all others.
FEATURES: tuple[Feature, ...] = (
    home, lists, workshops, notices, search, map, statistics, achievements, news, data, edit, editions, embed, todo, verification,
    corrections, moved, version,
)  # fmt: skip


def plan(
    registry: Registry, project: Project, looks: Looks, changelog: Changelog = NONE, watch: Watch = UNWATCHED
) -> Iterator[Planned]:
    """Yield all outputs one by one, or a bundle that stands for several: the files of each feature, then the pages, then what
    tells of them all.

    What a feature must know of the files before it are their sizes and checksums; nothing else is held. Of a bundle they are
    what its taker has filled in before it asks on. `watch`: over each feature.
    """
    site = Site(
        registry=registry,
        project=project,
        blank=is_blank(registry.local, registry.texts.get(LAND, "")),
        templates=Templates(looks.templates),
        facets=facets(registry),
        downloads=watch.calls("空白表格和通知", downloads)(registry, looks.press),
        photos=watch.calls("照片", shown_photos)(registry, registry.workshops),
        changelog=changelog,
        press=looks.press,
        kept=looks.kept,
    )
    site = replace(site, tens=tens(site))
    for feature in FEATURES:
        added: dict[str, Summed] = {}
        for output in watch.items(feature.files(site), partial(_file_of, feature)):
            yield output
            added |= output.sums if isinstance(output, Bundle) else {output.path: summed(output.content)}
        site = replace(site, files={**site.files, **added})
    printer = Printer(looks.frames, site.templates)
    paths: list[str] = []
    for feature in FEATURES:
        for page in watch.items(feature.pages(site), partial(_page_of, feature)):
            if isinstance(page, Bundle):
                bundle = printer.bundle(page)
                yield bundle
                paths += (path.removesuffix("index.html") for path in bundle.sums)
            else:
                yield printer.printed(page)
                paths.append(page.path)
    yield from _editorial(looks.frames, frozenset(paths))
    yield from _for_robots(site, paths, looks.frames)
    yield from looks.copied


def pages_of(
    paths: Collection[str], registry: Registry, project: Project, looks: Looks, changelog: Changelog
) -> Iterator[PrintedPage]:
    """Yield the pages of the records of these paths alone, each as `plan` yields it among all outputs."""
    named = tuple(it for it in registry.workshops if it.path in paths)
    site = Site(
        registry=registry,
        project=project,
        blank=is_blank(registry.local, registry.texts.get(LAND, "")),
        templates=Templates(looks.templates),
        facets=facets(registry),
        downloads={},
        photos=shown_photos(registry, named),
        changelog=changelog,
    )
    printer = Printer(looks.frames, site.templates)
    for pages in (workshops.pages_of(site, named), verification.pages_of(site, named)):
        yield from (printer.printed(page) for page in pages)


def _file_of(feature: Feature, output: Output | Bundle[Output]) -> str:
    """Return the stage that an output belongs to."""
    if isinstance(output, Bundle):
        return output.stage
    return f"文件 {_word(feature)} {PurePosixPath(output.path).suffix}".rstrip()


def _page_of(feature: Feature, page: Page | Bundle[Page]) -> str:
    """Return the stage that what a page says belongs to."""
    if isinstance(page, Bundle):
        return page.stage
    return f"网页的内容 {_word(feature)}"


def _word(feature: Feature) -> str:
    return feature.__name__.rpartition(".")[2]


def _editorial(frames: Mapping[str, Frame], printed: Collection[str]) -> Iterator[Output]:
    """Yield the frames that are pages of the site themselves."""
    for url, frame in frames.items():
        if url not in printed and not url.startswith(FRAMES):
            yield text_output(f"{url}index.html", "".join(frame.pieces), "site_src/pages")


def _for_robots(site: Site, printed: Iterable[str], frames: Mapping[str, Frame]) -> Iterator[Output]:
    """Yield robots.txt and, with the site's address, the sitemap: both cover every page."""
    yield text_output("robots.txt", site.templates.render("base/robots.txt", project=site.project), "robots")
    if site.project.site_url:
        editorial = {url for url in frames if not url.startswith(FRAMES)}
        days = _days(site)
        paths = sorted(editorial.union(printed))
        addresses = [(site.project.site_url + path, days.get(path, "")) for path in paths]
        yield text_output(
            "sitemap.xml", site.templates.render("base/sitemap.xml", addresses=addresses), "sitemap"
        )


def _days(site: Site) -> dict[str, str]:
    """Return the day on which the record behind a page last changed, by the page, as far as git knows it."""
    pages = [
        (it.path, page) for it in site.registry.workshops for page in (workshop_path(it), verify_path(it))
    ]
    pages += [(it.path, notice_path(it)) for it in site.registry.notices]
    changed = site.changelog.changed
    return {page: changed[path].isoformat() for path, page in pages if path in changed}
