"""The content security policy: what a page may load and run, and what a web server adds to that."""

from __future__ import annotations

from collections.abc import Sequence

_EVERYWHERE = (
    "base-uri 'none'; form-action 'self'"  # of the policy: the same on all pages, and for the server
)


def policy(image_hosts: Sequence[str] = (), api: str | None = None) -> str:
    """The content security policy that every page carries: files of this host only.

    `image_hosts`: further hosts that pictures may come from; only the map's page is ever given any. `api`: the repository's address
    in its forge's API; only the page that edits is ever given it, and may then ask there and nowhere else.
    """
    images = " ".join(["'self'", "data:", *image_hosts])
    asked = " ".join(["'self'", *((api, f"{api}/") if api else ())])
    return f"default-src 'none'; script-src 'self'; style-src 'self'; img-src {images}; connect-src {asked}; manifest-src 'self'; {_EVERYWHERE}"


def server_policy(frames: str = "'none'") -> str:
    """Return the policy that a web server adds: what no page can say of itself, and what holds for all pages alike.

    A browser keeps both policies, so nothing in this one may be narrower than what the pages need. `frames`: where a page may be
    shown in a frame; everywhere (`*`) only what is made for that.
    """
    return f"frame-ancestors {frames}; object-src 'none'; {_EVERYWHERE}"
