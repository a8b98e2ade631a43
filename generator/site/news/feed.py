"""Atom feeds (RFC 4287) of dated items."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from generator.site.news.items import Item
from generator.site.page import Site

_MOST_NEWS = 200
_SINCE = 2026  # a year in which the names of the feeds began to be given (RFC 4151, 2.1)


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
        tag=_tag(site),
        rights=site.registry.local.licence.name,
        author=site.project.site_name,
        updated=newest.isoformat(),
        entries=entries,
    )


def _tag(site: Site) -> str:
    """Return the beginning of the names of all entries: they stay the same whatever the address is, as long as the owner says so."""
    host = urlsplit(site.project.site_url).hostname or "localhost"
    return f"tag:{site.project.feed_authority or f'{host},{_SINCE}'}:"
