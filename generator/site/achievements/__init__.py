"""Achievements: asked by kind, industry, district and year, and added up only where a sum has a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.achievements.pages import achievement_pages
from generator.site.achievements.rows import ROWS, rows_json
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield the table that a browser filters."""
    yield text_output(ROWS, rows_json(site), "achievements")


def pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the page that asks, and for each kind its years, its industries and their entries."""
    yield from achievement_pages(site)
