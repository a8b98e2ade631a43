"""Figures, the geometry of charts, the pages of statistics."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.statistics.pages import statistics_page
from generator.site.statistics.support import support_pages


def files(site: Site) -> Iterator[Output]:
    """Yield nothing: every figure is on its page."""
    yield from ()


def pages(site: Site) -> Iterator[Page]:
    """Yield the figures, and the lists of support behind them."""
    yield statistics_page(site)
    yield from support_pages(site)
