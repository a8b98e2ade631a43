"""The search index and its page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.site.output import Output
from generator.site.page import Bundle, Page, Site
from generator.site.search.index import search_outputs, searched
from generator.site.search.links import bodies, search_links
from generator.site.search.page import search_page


def files(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the index, in parts that a browser loads as it needs them."""
    what = searched(site.registry, search_links(site), bodies(site))
    yield site.bundle("search", what, partial(search_outputs, what, site.kept))


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of search."""
    yield search_page(site)
