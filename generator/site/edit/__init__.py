"""The page that makes or corrects a record, and its data."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.edit.page import edit_page
from generator.site.edit.task import PATH, editing_json
from generator.site.output import Output, text_output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield the data that the page's script asks, checks and writes by."""
    yield text_output(PATH, editing_json(site.registry, site.project, site.changelog), "edit")


def pages(site: Site) -> Iterator[Page]:
    """Yield the page 新增/更正工作室."""
    yield edit_page(site)
