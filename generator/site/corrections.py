"""The pages of corrections: how to report a mistake, and what has been corrected."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.output import Output
from generator.site.page import Page, Site
from generator.site.pager import parts
from generator.site.paths import Link, notice_path, workshop_path

_PATH, _TITLE = "corrections/", "更正与反馈"


def files(site: Site) -> Iterator[Output]:
    """Yield nothing."""
    yield from ()


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of corrections, the newest first."""
    corrected = [
        (correction, site.registry.called(workshop), workshop_path(workshop))
        for workshop in site.registry.workshops
        for correction in workshop.corrections
    ] + [
        (correction, notice.title, notice_path(notice))
        for notice in site.registry.notices
        for correction in notice.corrections
    ]
    corrected.sort(key=lambda item: (item[0].date, item[2]), reverse=True)
    for part in parts(_PATH, _TITLE, corrected):
        yield site.page(
            part.path,
            part.title,
            "怎样报告错误、要求更正或撤下，以及已作的更正。",
            "corrections/page.html",
            "corrections",
            part=part,
            trail=[Link(_TITLE, _PATH)],
        )
