"""The printed register of a year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.editions.page import edition_pages, editions
from generator.site.output import Output
from generator.site.page import Bundle, Page, Site


def files(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the register of each past year."""
    yield from editions(site)


def pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the page that offers them, and the parts of those that are too large for one PDF."""
    yield from edition_pages(site)
