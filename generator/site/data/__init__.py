"""Open data: tables, exports, the data package, and the page that offers them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.data.offered import data_files
from generator.site.data.page import data_page
from generator.site.data.questions import questions_page
from generator.site.output import Output
from generator.site.page import Bundle, Page, Site


def files(site: Site) -> Iterator[Output | Bundle[Output]]:
    """Yield all open data; every file of workshops contains all of them."""
    yield from data_files(site)


def pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the page of open data, and that of questions to the database."""
    yield data_page(site)
    yield questions_page(site)
