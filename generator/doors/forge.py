"""Where the records are on a forge: the address of their repository's page, and their folder in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from generator import ROOT
from generator.doors import git

_SSH = re.compile(r"(?:ssh://)?(?:[^@/]+@)(?P<host>[A-Za-z0-9.-]+)(?::[0-9]+/|:|/)(?P<path>[^:]+)")


class Home(NamedTuple):
    """The page of the records' repository, without `/` at its end (empty if there is none), and their folder (`registry/`)."""

    url: str
    folder: str

    @property
    def host(self) -> str | None:
        """The name of its host; None without one."""
        return urlsplit(self.url).hostname

    def opened(self, word: str, branch: str) -> str:
        """Return the address, without a record's path, at which the forge edits it (`edit`) or adds it (`new`); empty without one."""
        return f"{self.url}/{word}/{branch}/{self.folder}" if self.url else ""


def home(registry: Path, configured: str) -> Home:
    """Return where a registry's records are. `configured`: the address that the site's settings name, as it stands in a browser.

    It is that of the program's repository, unless the records lie in one of their own and that was cloned from a forge.
    """
    configured = page(configured)
    try:
        own = git.repository(registry, cut_short=True)
    except git.Unanswered:
        return Home(configured, "registry/")
    if own.top == _top_of_program():
        return Home(configured, own.prefix)
    return Home(page(git.origin(registry)) or configured, own.prefix)


def page(address: str) -> str:
    """Return the page of the repository that git clones from an address, without names and tokens in it; empty if it has none."""
    path = urlsplit(address)
    if path.scheme in ("https", "http") and path.hostname:
        where = f"{path.hostname}:{path.port}" if path.port else path.hostname
        return f"{path.scheme}://{where}{path.path}".rstrip("/").removesuffix(".git")
    match = _SSH.fullmatch(address)
    return f"https://{match['host']}/{match['path'].strip('/')}".removesuffix(".git") if match else ""


def _top_of_program() -> Path | None:
    try:
        return git.repository(ROOT, cut_short=True).top
    except git.Unanswered:
        return None
