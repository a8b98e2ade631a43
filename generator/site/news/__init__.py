"""Everything with a date: the feed, the calendar, the page of changes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.news.changes import changes_files, changes_page
from generator.site.output import Output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield the feed of changes, if the site has an address."""
    yield from changes_files(site)


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of changes."""
    yield changes_page(site)
