"""The pages of notices, calls and forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.notices.forms import form_pages, templates_to_fill
from generator.site.notices.pages import notice_pages
from generator.site.output import Output
from generator.site.page import Page, Site


def files(site: Site) -> Iterator[Output]:
    """Yield the blank forms and the notices to download, and the parts that a page fills in."""
    for item, content in site.downloads.items():
        yield Output(item.path, content, item.source)
    yield from templates_to_fill(site)


def pages(site: Site) -> Iterator[Page]:
    """Yield the notices, the calls, the forms."""
    yield from notice_pages(site)
    yield from form_pages(site)
