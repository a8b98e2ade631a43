"""Pages: the content of each page of the site, printed into its frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from generator.forms.downloads import Download
from generator.libraries.kept import NOTHING, Kept, key_of
from generator.libraries.photos import Pictures
from generator.libraries.sums import Summed, summed
from generator.libraries.templating import Templates
from generator.libraries.typeset import Press
from generator.model.changelog import NONE, Changelog, FileChange
from generator.model.dates import PartialDate
from generator.model.facets import Facet
from generator.model.neighbours import Neighbourhood
from generator.model.registry import Registry
from generator.model.told import TermsTold
from generator.model.workshop import Workshop
from generator.site.frame import FRAMES, Frame, Share
from generator.site.output import Output
from generator.site.settings import Project

T = TypeVar("T")


class Page(NamedTuple):
    """One page: its address below the site's root, the texts of its head, the record it comes from, and what its body is
    printed of: a template and the facts given to it, which decide about it and nothing else does. `share`: its own pictures."""

    path: str
    title: str
    description: str
    source: str
    template: str
    facts: Mapping[str, Any]
    share: Share | None = None


class Bundle(Generic[T]):
    """Pages or files that are made together, since the same inputs decide about all of them.

    `key`: the digest of these inputs; `make`: makes them all; `stage`: what a watch calls that; `sums`: what is known of each by
    its path, filled in by who takes the bundle, whether they were made or stood in the last site.
    """

    def __init__(self, key: bytes, make: Callable[[], Iterable[T]], stage: str) -> None:
        self.key, self.make, self.stage = key, make, stage
        self.sums: dict[str, Summed] = {}


class Feature(Protocol):
    """What a feature adds to the site: a module or folder of that name. All files are made before the first page."""

    __name__: str

    def files(self, site: Site) -> Iterable[Output | Bundle[Output]]:
        """Yield everything but pages."""

    def pages(self, site: Site) -> Iterable[Page | Bundle[Page]]:
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


class Ten(NamedTuple):
    """Some ten workshops. `near`: of each its neighbours, by their titles; `inputs`: the digest of the records that their pages
    see; `told`: what these see of other files; `site`: a site of these records and this alone, so that nothing else decides."""

    workshops: Sequence[Workshop]
    near: Sequence[Neighbourhood]
    inputs: bytes
    told: TermsTold
    site: Callable[[], Site]


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
    tens: Sequence[Ten] = ()
    blank: bool = False  # the ground of the maps has no coast and no water: small maps would be empty

    @cached_property
    def world(self) -> bytes:
        """The digest of what every page may depend on: settings, templates, all files of the registry that are no records."""
        return key_of(self.looks, self.registry.others)

    @cached_property
    def looks(self) -> bytes:
        """The digest of settings and templates, and of what is drawn."""
        return key_of(self._timeless, self.templates.digest, self.blank)

    @cached_property
    def _timeless(self) -> Project:
        """The settings as templates know them: without the day, or each page would be another one every day."""
        return replace(self.project, today=date.min)

    def bundle(
        self, kind: str, inputs: object, make: Callable[[], Iterable[T]], told: TermsTold | None = None
    ) -> Bundle[T]:
        """Return pages or files that are made together. `inputs`: what decides about them beside `world`; `told`: what they are made
        of in place of all files that are no records."""
        world = key_of("told", self.looks, told.key) if told else self.world
        return Bundle(key_of("bundle", kind, world, inputs), make, f"成组的 {kind}")

    def only(
        self, workshops: Iterable[Workshop], facets: Mapping[str, Facet], told: TermsTold | None = None
    ) -> Site:
        """Return it with these records alone, and what is known of them; nothing of the files that were made. `told`: as for `bundle`."""
        registry = self.registry.only(workshops, told)
        own = [workshop.path for workshop in registry.workshops]
        changed, unsaved = self.changelog.changed, self.changelog.unsaved
        return replace(
            self,
            registry=registry,
            facets=facets,
            downloads={},
            photos={name: it for name, it in self.photos.items() if f"photos/{name}" in registry.photos},
            changelog=Changelog(
                changes=tuple(
                    FileChange(changed[path], path, added=False) for path in own if path in changed
                ),
                unsaved=unsaved.intersection(own),
            ),
            kept=NOTHING,
            files={},
            tens=(),
        )

    def changed(self, path: str) -> str:
        """Return the day of a file's newest change in Chinese; empty if git does not know it."""
        day = self.changelog.changed.get(path)
        return PartialDate.of(day).chinese if day else ""

    def page(self, path: str, title: str, description: str, template: str, source: str, **facts: Any) -> Page:
        """Return a page; its template also gets `root`, the relative path to the site's root, and the settings."""
        root = "../" * path.count("/") or "./"
        whole = {"root": root, "project": self._timeless, "title": title, **facts}
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
        whole = self.frame.print(
            self.page.path, self.page.title, self.page.description, body, self.page.share
        )
        return whole.encode("utf-8")


class Printer:
    """Prints pages into these frames."""

    def __init__(self, frames: Mapping[str, Frame], templates: Templates) -> None:
        self._frames, self._templates = frames, templates
        shared = [frame for url, frame in frames.items() if url.startswith(FRAMES)]
        self._by_folder = {frame.url.removeprefix(FRAMES): frame for frame in shared}
        self._by_depth = {
            frame.url.count("/"): frame for name, frame in self._by_folder.items() if name not in frames
        }
        self._digest = key_of(sorted((url, frame.digest) for url, frame in frames.items()))

    def printed(self, page: Page) -> PrintedPage:
        """Return a page with its frame: that of its own address; else that of its folder, `frames/v/` for `v/DL0001/`; else
        that of its depth.
        """
        above, *_ = page.path.rstrip("/").rpartition("/")
        frame = (
            self._frames.get(page.path)
            or self._by_folder.get(f"{above}/")
            or self._by_depth.get(page.path.count("/"))
        )
        if frame is None:
            raise LookupError(
                f"no frame for {page.path}: it wants a page in site_src/pages, or a frame of its depth"
            )
        return PrintedPage(page, frame, self._templates)

    def bundle(self, pages: Bundle[Page]) -> Bundle[PrintedPage]:
        """Return the same pages, printed when they are made."""
        return Bundle(
            key_of("printed", pages.key, self._digest), lambda: map(self.printed, pages.make()), pages.stage
        )


Planned = Output | PrintedPage | Bundle[Output] | Bundle[PrintedPage]


def each(planned: Iterable[Planned]) -> Iterator[Output]:
    """Yield all outputs with their bytes, those of bundles made anew."""
    for one in planned:
        if isinstance(one, Bundle):
            for made in one.make():
                output = Output(made.path, made.content, made.source)
                one.sums[output.path] = summed(output.content)
                yield output
        else:
            yield Output(one.path, one.content, one.source)
