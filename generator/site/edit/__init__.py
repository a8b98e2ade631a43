"""The page on which a record is made or corrected, and what it is given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.edit.page import edit_page
from generator.site.edit.task import PATH, editing_json
from generator.site.output import Output, text_output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """What the page's script asks, checks and writes by."""
    yield text_output(PATH, editing_json(site.registry, site.project, site.changelog), "edit")


def pages(site: Site) -> Iterator[Page]:
    """The page 新增/更正工作室."""
    yield edit_page(site)
