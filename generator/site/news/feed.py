"""Atom feeds (RFC 4287) of dated items."""

from __future__ import annotations

from datetime import date

from generator.site.news.items import Item
from generator.site.page import Site

_MOST_NEWS = 200


def feed(site: Site, path: str, about: tuple[str, str], page: str, items: list[Item]) -> str:
    """Return an Atom feed (RFC 4287) at `path`; `about` is its title and its subtitle. It needs the site's address."""
    newest = items[0].day.first if items else date(2000, 1, 1)
    entries = items[:_MOST_NEWS]
    return site.templates.render(
        "news/feed.xml",
        title=about[0],
        subtitle=about[1],
        path=path,
        page=page,
        site_url=site.project.site_url,
        author=site.project.site_name,
        updated=newest.isoformat(),
        entries=entries,
    )
