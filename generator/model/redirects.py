"""Redirects as values: former addresses of pages and their new ones."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.part import Filed, Part


@dataclass(frozen=True)
class Redirect(Part):
    """A published page has moved from `from_` to `to`; both addresses start at the site's root and end in `/`."""

    from_: str
    to: str
    date: PartialDate
    why: str


@dataclass(frozen=True)
class Redirects(Filed):
    """All redirects, in the order of the file."""

    redirects: tuple[Redirect, ...]
