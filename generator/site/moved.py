"""Pages that have moved: a page at the old address that leads to the new one, and the same as a table for nginx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.model.addresses import redirected
from generator.reading.placement import REDIRECTS
from generator.site.output import Output, text_output
from generator.site.page import Page, Site

NGINX = "redirects.map"
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def files(site: Site) -> Iterator[Output]:
    """Yield the pages, which work without JavaScript and are in no sitemap or list, and the table."""
    moved = redirected(site.registry)
    for old, new in sorted(moved.items()):
        html = site.templates.render(
            "moved/page.html", root="../" * old.count("/"), to=new, project=site.project, policy=_POLICY
        )
        yield text_output(f"{old}index.html", html, REDIRECTS)
    base = urlsplit(site.project.site_url).path.rstrip("/")  # where the site lies below a sub-path
    lines = [f'"{base}/{old}" "{quote(base)}/{quote(new)}";\n' for old, new in sorted(moved.items())]
    small = _small_letters(base, site.registry.local.ids.prefix)
    yield text_output(NGINX, "".join(["# nginx：原来的网址，现在的网址\n", *lines, small]), REDIRECTS)


def _small_letters(base: str, prefix: str) -> str:
    """Return the line that leads an id in small letters, as people type what is read to them, to the page; nothing that is no
    letter of an address is carried over into what the server answers."""
    written = f"(?!{prefix})(?i:{prefix})([0-9]{{4,7}})(/[!-~]*)?"
    return f'"~^({re.escape(base)}/(?:v|workshops))/{written}$" "$1/{prefix}$2$3";\n'


def pages(site: Site) -> Iterator[Page]:
    """Yield nothing: a moved page has no frame, and is in no list and not in the sitemap."""
    yield from ()
