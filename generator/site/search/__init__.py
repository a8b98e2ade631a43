"""The index of the search, and its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.search.index import search_outputs
from generator.site.search.links import bodies, search_links
from generator.site.search.page import search_page


def files(site: Site) -> Iterator[Output]:
    """The index, in pieces that a browser reads as it needs them."""
    yield from search_outputs(site.registry, search_links(site), bodies(site))


def pages(site: Site) -> Iterator[Page]:
    """The page of search."""
    yield search_page(site)
