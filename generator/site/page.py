"""Pages: the content of each page of the site, printed into its frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from generator.forms.downloads import Download
from generator.libraries.kept import NOTHING, Kept, key_of
from generator.libraries.photos import Pictures
from generator.libraries.sums import Summed
from generator.libraries.templating import Templates
from generator.libraries.typeset import Press
from generator.model.changelog import NONE, Changelog
from generator.model.dates import PartialDate
from generator.model.facets import Facet
from generator.model.registry import Registry
from generator.site.frame import FRAMES, Frame
from generator.site.output import Output
from generator.site.settings import Project


class Page(NamedTuple):
    """One page: its address below the site's root, the texts of its head, the record it comes from, and what its body is
    printed of: a template and the facts given to it, which decide about it and nothing else does."""

    path: str
    title: str
    description: str
    source: str
    template: str
    facts: Mapping[str, Any]


class Feature(Protocol):
    """What a feature adds to the site: a module or folder of that name. All files are made before the first page."""

    __name__: str

    def files(self, site: Site) -> Iterable[Output]:
        """Yield everything but pages."""

    def pages(self, site: Site) -> Iterable[Page]:
        """Yield its pages, in the order in which they are printed."""


class Looks(NamedTuple):
    """The looks of the site: frames by address, templates of HTML by name, what prints PDFs.

    `copied`: scripts, styles and vendored files, which the site contains unchanged; `kept`: what was made before.
    """

    frames: Mapping[str, Frame]
    templates: Mapping[str, str]
    press: Press
    copied: Iterable[Output] = ()
    kept: Kept = NOTHING


@dataclass(frozen=True)
class Site:
    """Everything that pages are made of."""

    registry: Registry
    project: Project
    templates: Templates
    facets: Mapping[str, Facet]
    downloads: Mapping[Download, bytes]
    photos: Mapping[str, Pictures] = field(default_factory=dict)
    changelog: Changelog = NONE
    press: Press = field(default_factory=lambda: Press({}))
    kept: Kept = NOTHING
    files: Mapping[str, Summed] = field(
        default_factory=dict
    )  # of all features by path; complete before pages are made

    def changed(self, path: str) -> str:
        """Return the day of a file's newest change in Chinese; empty if git does not know it."""
        day = self.changelog.changed.get(path)
        return PartialDate.of(day).chinese if day else ""

    def page(self, path: str, title: str, description: str, template: str, source: str, **facts: Any) -> Page:
        """Return a page; its template also gets `root`, the relative path to the site's root, and the settings."""
        root = "../" * path.count("/") or "./"
        whole = {"root": root, "project": self.project, "title": title, **facts}
        return Page(path, title, description, source, template, whole)


@dataclass(frozen=True)
class PrintedPage:
    """A page of the site as an output: what decides about its bytes, which are made when they are asked for."""

    page: Page
    frame: Frame
    templates: Templates

    @property
    def path(self) -> str:
        """Its file below the site's root."""
        return f"{self.page.path}index.html"

    @property
    def source(self) -> str:
        """The record that it comes from."""
        return self.page.source

    @property
    def key(self) -> bytes:
        """The digest of all that it is made of."""
        return key_of("page", self.frame.digest, self.templates.digest, self.page)

    @property
    def content(self) -> bytes:
        """Its bytes, printed anew."""
        body = self.templates.render(self.page.template, **self.page.facts)
        whole = self.frame.print(self.page.path, self.page.title, self.page.description, body)
        return whole.encode("utf-8")


def print_pages(
    pages: Iterable[Page], frames: Mapping[str, Frame], templates: Templates
) -> Iterator[PrintedPage]:
    """Yield each page with its frame: that of its own address; else that of its folder, `frames/v/` for `v/DL0001/`;
    else that of its depth.
    """
    shared = [frame for url, frame in frames.items() if url.startswith(FRAMES)]
    by_folder = {frame.url.removeprefix(FRAMES): frame for frame in shared}
    by_depth = {frame.url.count("/"): frame for name, frame in by_folder.items() if name not in frames}
    for page in pages:
        above, *_ = page.path.rstrip("/").rpartition("/")
        frame = frames.get(page.path) or by_folder.get(f"{above}/") or by_depth.get(page.path.count("/"))
        if frame is None:
            raise LookupError(
                f"no frame for {page.path}: it wants a page in site_src/pages, or a frame of its depth"
            )
        yield PrintedPage(page, frame, templates)
