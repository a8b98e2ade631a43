"""Lists of workshops and their filters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.lists.columns import (
    ADDRESSES,
    ORDERS,
    ROWS,
    TEXTS,
    addresses_json,
    orders_json,
    rows_json,
    texts_json,
)
from generator.site.lists.pages import all_workshops, facet_pages
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield the columns that a browser filters and shows."""
    yield text_output(ROWS, rows_json(site.registry, site.facets), "workshops")
    yield text_output(ORDERS, orders_json(site.registry), "workshops")
    for number, texts in enumerate(texts_json(site.registry)):
        yield text_output(f"{TEXTS}{number}.json", texts, "workshops")
    for number, addresses in enumerate(addresses_json(site.registry)):
        yield text_output(f"{ADDRESSES}{number}.json", addresses, "workshops")


def pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the list of all workshops, and of each group of each facet."""
    yield all_workshops(site)
    for facet in site.facets.values():
        yield from facet_pages(site, facet)
