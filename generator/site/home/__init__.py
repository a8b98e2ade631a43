"""The home page: what this is, how much of it there is, three workshops as stories, the ways to find the others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.home.page import home_page
from generator.site.output import Output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield nothing."""
    yield from ()


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    yield home_page(site)
