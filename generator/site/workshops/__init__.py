"""The page of a workshop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.workshop import Workshop
from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.workshops.page import workshop_pages
from generator.site.workshops.photos import photo_outputs


def files(site: Site) -> Iterator[Output]:
    """Yield the pictures of all photographs in the records."""
    yield from photo_outputs(site.photos)


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of each workshop."""
    yield from pages_of(site, site.registry.workshops)


def pages_of(site: Site, workshops: Iterable[Workshop]) -> Iterator[Page]:
    """Yield the page of each of these workshops."""
    yield from workshop_pages(site, workshops)
