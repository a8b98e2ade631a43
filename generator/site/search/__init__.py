"""The search index and its page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.search.index import search_outputs
from generator.site.search.links import bodies, search_links
from generator.site.search.page import search_page


def files(site: Site) -> Iterator[Output]:
    """Yield the index, in parts that a browser loads as it needs them."""
    yield from search_outputs(site.registry, search_links(site), bodies(site), site.kept)


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of search."""
    yield search_page(site)
