"""Open data: tables, exports, the data package, and the page that offers them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.data.offered import made_files
from generator.site.data.page import data_page
from generator.site.output import Output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """All open data; every file of workshops holds every one of them."""
    yield from made_files(site)


def pages(site: Site) -> Iterator[Page]:
    """The page that offers them."""
    yield data_page(site)
