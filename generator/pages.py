"""Pages: what each page of the site says, printed into its frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator import filters, views
from generator.changelog import NONE, Changelog
from generator.dates import PartialDate
from generator.downloads import Download
from generator.facets import Facet, Group
from generator.frame import FRAMES, Frame
from generator.model import Workshop
from generator.pager import pager
from generator.photos import Pictures
from generator.project import Project
from generator.registry import Registry
from generator.templating import Markup, Templates

PER_PAGE = 60


class Page(NamedTuple):
    """One page: its address below the site's root, what is in its head, its body, and the record it comes from."""

    path: str
    title: str
    description: str
    body: Markup
    source: str


class Looks(NamedTuple):
    """How everything looks: frames by address, templates of HTML by name, templates of typst by name."""

    frames: Mapping[str, Frame]
    templates: Mapping[str, str]
    prints: Mapping[str, str]


@dataclass(frozen=True)
class Site:
    """Everything that pages are made of."""

    registry: Registry
    project: Project
    templates: Templates
    facets: Mapping[str, Facet]
    downloads: tuple[Download, ...]
    photos: Mapping[str, Pictures] = field(default_factory=dict)
    changelog: Changelog = NONE

    def changed(self, path: str) -> str:
        """The day of a file's newest change, in words; empty where git knows none."""
        day = self.changelog.changed.get(path)
        return PartialDate(day.year, day.month, day.day).chinese if day else ""

    def page(self, path: str, title: str, description: str, template: str, source: str, **told: Any) -> Page:
        """A page with its body printed from a template, which is given `root`, the way back to the site's root."""
        root = "../" * path.count("/") or "./"
        body = self.templates.render(template, root=root, project=self.project, title=title, **told)
        return Page(path, title, description, body, source)


def print_pages(pages: Sequence[Page], frames: Mapping[str, Frame]) -> Iterator[tuple[Page, str]]:
    """Each page with its whole HTML: in the frame of its own address, else in the frame of its depth."""
    by_depth = {url.count("/"): frame for url, frame in frames.items() if url.startswith(FRAMES)}
    for page in pages:
        frame = frames.get(page.path) or by_depth[page.path.count("/")]
        yield page, frame.print(page.path, page.title, page.description, page.body)


class Listing(NamedTuple):
    """A list of workshops: where it stands, what is above it (`trail`), and its parts with their counts (`within`).

    `narrowed`: what the address of the list of all needs after its `?` to show the same.
    """

    path: str
    title: str
    note: str
    workshops: Sequence[Workshop]
    trail: Sequence[views.Link] = ()
    within: Sequence[tuple[views.Link, int]] = ()
    narrowed: str = ""

    def paths(self) -> list[str]:
        """The addresses of its pages, PER_PAGE workshops each: `path`, `path`2/, `path`3/ ..."""
        count = max(1, -(-len(self.workshops) // PER_PAGE))
        further = "workshops/page/" if self.path == "workshops/" else self.path
        return [self.path, *(f"{further}{number}/" for number in range(2, count + 1))]


def list_pages(site: Site, listing: Listing) -> Iterator[Page]:
    """The static pages of one list."""
    rows = [views.row(site.registry, workshop) for workshop in listing.workshops]
    paths = listing.paths()
    for number, here in enumerate(paths, start=1):
        yield site.page(
            here,
            listing.title if number == 1 else f"{listing.title}（第 {number} 页）",
            f"{listing.title}：{len(rows)} 个工作室的名称、领衔人、单位、区域、行业、级别和年度。",
            "list.html",
            listing.path,
            listing=listing,
            total=len(rows),
            rows=rows[(number - 1) * PER_PAGE : number * PER_PAGE],
            pager=pager(paths, number),
            filters=filters.form(site.registry, site.facets) if here == "workshops/" else None,
        )


def facet_pages(site: Site, facet: Facet) -> Iterator[Page]:
    """The index of a facet and the pages of its groups."""
    yield site.page(
        f"{facet.slug}/",
        facet.title,
        f"{facet.title}查找大连市劳模和职工创新工作室。",
        "facet.html",
        facet.slug,
        facet=facet,
        tops=[group for group in facet.groups if not group.part_of],
        parts={top.slug: _parts(facet, top) for top in facet.groups if not top.part_of},
    )
    home = views.Link(facet.title, f"{facet.slug}/")
    for group in facet.groups:
        above = facet.group(group.part_of) if group.part_of else None
        trail = [home] + (
            [views.Link(above.title, views.group_path(facet.slug, above.slug))] if above else []
        )
        within = [
            (views.Link(part.title, views.group_path(facet.slug, part.slug)), len(part.workshops))
            for part in _parts(facet, group)
        ]
        path = views.group_path(facet.slug, group.slug)
        narrowed = filters.narrowed(facet, group)
        listing = Listing(
            path,
            group.heading or group.title,
            group.note or facet.note,
            group.workshops,
            trail,
            within,
            narrowed,
        )
        yield from list_pages(site, listing)


def all_workshops(site: Site) -> Iterator[Page]:
    """The list of everything."""
    yield from list_pages(site, Listing("workshops/", "全部工作室", "按编号排列", site.registry.workshops))


def _parts(facet: Facet, group: Group) -> list[Group]:
    return [part for part in facet.groups if part.part_of == group.slug]
