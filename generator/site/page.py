"""Pages: what each page of the site says, printed into its frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from generator.forms.downloads import Download
from generator.libraries.photos import Pictures
from generator.libraries.templating import Markup, Templates
from generator.model.changelog import NONE, Changelog
from generator.model.dates import PartialDate
from generator.model.facets import Facet
from generator.model.registry import Registry
from generator.site.frame import FRAMES, Frame
from generator.site.output import Output
from generator.site.settings import Project


class Page(NamedTuple):
    """One page: its address below the site's root, what is in its head, its body, and the record it comes from."""

    path: str
    title: str
    description: str
    body: Markup
    source: str


class Feature(Protocol):
    """What a feature adds to the site: a module or a folder of that name. All files are made before the first page."""

    def files(self, site: Site) -> Iterable[Output]:
        """Everything but pages."""

    def pages(self, site: Site) -> Iterable[Page]:
        """Its pages, in the order in which they are to be printed."""


class Looks(NamedTuple):
    """How everything looks: frames by address, templates of HTML by name, templates of typst by name.

    `copied`: scripts, styles and what others made, which the site holds as they are.
    """

    frames: Mapping[str, Frame]
    templates: Mapping[str, str]
    prints: Mapping[str, str]
    copied: Sequence[Output] = ()


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
    prints: Mapping[str, str] = field(default_factory=dict)  # templates of typst by name
    files: Mapping[str, Output] = field(
        default_factory=dict
    )  # of all features by path; known when pages are made

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
        frame = frames.get(page.path) or by_depth.get(page.path.count("/"))
        if frame is None:
            raise LookupError(
                f"no frame for {page.path}: it wants a page in site_src/pages, or a frame of its depth"
            )
        yield page, frame.print(page.path, page.title, page.description, page.body)
