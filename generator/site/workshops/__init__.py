"""The page of a workshop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.model.neighbours import Neighbours
from generator.model.workshop import Workshop
from generator.site.output import Output
from generator.site.page import Bundle, Page, Site, Ten
from generator.site.workshops.page import workshop_pages
from generator.site.workshops.photos import photo_outputs
from generator.site.workshops.shares import share_files


def files(site: Site) -> Iterator[Output | Bundle[Output]]:
    """Yield the pictures of all photographs in the records, and with the site's address those that shared links show, ten by ten."""
    yield from photo_outputs(site.photos)
    for ten in site.tens if site.project.site_url else ():
        yield site.bundle("shares", ten.inputs, partial(share_files, ten), ten.told)


def pages(site: Site) -> Iterator[Bundle[Page]]:
    """Yield the pages of workshops, ten by ten."""
    for ten in site.tens:
        yield site.bundle("workshops", ten.inputs, partial(_pages_of_ten, ten), ten.told)


def _pages_of_ten(ten: Ten) -> Iterator[Page]:
    return workshop_pages(ten.site(), zip(ten.workshops, ten.near, strict=True))


def pages_of(site: Site, workshops: Iterable[Workshop]) -> Iterator[Page]:
    """Yield the page of each of these workshops."""
    neighbours = Neighbours(site.registry)
    return workshop_pages(site, ((workshop, neighbours.of(workshop)) for workshop in workshops))
