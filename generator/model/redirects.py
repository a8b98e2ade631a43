"""Redirects: which page is to be found at another address, as values."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.workshop import Filed, Part


@dataclass(frozen=True)
class Redirect(Part):
    """That a page which was published at one address is to be found at another; both from the site's root, ending in `/`."""

    from_: str
    to: str
    date: PartialDate
    why: str


@dataclass(frozen=True)
class Redirects(Filed):
    """All redirects, in the order of the file."""

    redirects: tuple[Redirect, ...]
