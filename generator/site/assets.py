"""The scripts, sheets and vendored files of the site, all in one folder that is named by what it holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.site.output import Output

VENDORED = "vendor/"
_ASKED = (".js", ".css", ".png", "/LICENSE")  # what a page can ask for, and what must stand beside it
_SIGNS = 8  # of the digest


class Assets(NamedTuple):
    """`folder`: its address below the site's root, such as `assets/1a2b3c4d/`; `files`: all that lies in it."""

    folder: str
    files: tuple[Output, ...]


def placed(held: Iterable[Output]) -> Assets:
    """Place files, their paths below the folder, in the folder that their digest names: whatever is asked for there never changes.

    Scripts import each other by relative addresses and all change their address together, so no page meets scripts of two ages.
    """
    asked = sorted(output for output in held if f"/{output.path}".endswith(_ASKED))
    digest = hashlib.sha256()
    for output in asked:
        digest.update(f"{output.path}\0{len(output.content)}\0".encode())
        digest.update(output.content)
    folder = f"assets/{digest.hexdigest()[:_SIGNS]}/"
    return Assets(folder, tuple(output._replace(path=f"{folder}{output.path}") for output in asked))


def is_vendored(path: str) -> bool:
    """Whether the file at an address of the site was made by others; it is pinned by hash in site_src/vendor.toml."""
    return re.match(rf"assets/[0-9a-f]{{{_SIGNS}}}/{VENDORED}", path) is not None
