"""Pages that have moved: at the old address a page that leads on, and the same as a table for nginx."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.model.addresses import redirected
from generator.reading.placement import REDIRECTS
from generator.site.output import Output, text_output
from generator.site.page import Page, Site

NGINX = "redirects.map"
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def files(site: Site) -> Iterator[Output]:
    """They work without JavaScript, are in no sitemap and no list, and say where the page is now."""
    moved = redirected(site.registry)
    for old, new in sorted(moved.items()):
        html = site.templates.render(
            "moved/page.html", root="../" * old.count("/"), to=new, project=site.project, policy=_POLICY
        )
        yield text_output(f"{old}index.html", html, REDIRECTS)
    lines = [f'"/{old}" "/{quote(new)}";\n' for old, new in sorted(moved.items())]
    yield text_output(NGINX, "".join(["# nginx：原来的网址，现在的网址\n", *lines]), REDIRECTS)


def pages(site: Site) -> Iterator[Page]:
    """None: a page that has moved has no frame, no place in a list and none in the sitemap."""
    yield from ()
