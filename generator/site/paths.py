"""Addresses of pages, relative to the site's root, and links to them."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.achievements import SLUGS
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.model.workshop import Workshop


def stem(file: str) -> str:
    """Return the name of a photograph without its ending, which names the folder of its pictures."""
    return file.rsplit(".", maxsplit=1)[0]


class Link(NamedTuple):
    """A text with an address; without a `path` it is no link."""

    text: str
    path: str = ""


def workshop_path(workshop: Workshop) -> str:
    """Return the permanent address of a workshop."""
    return f"workshops/{workshop.id}/"


def edit_path(workshop: Workshop) -> str:
    """Return the page that corrects a workshop's record."""
    return f"edit/?id={workshop.id}"


def notice_path(notice: Notice) -> str:
    """Return the permanent address of a notice."""
    return f"notices/{notice.id}/"


def notice_link(registry: Registry, notice: str | None) -> Link | None:
    """Return the link to the page of the notice with that id, or None."""
    listed = registry.notice_by_id.get(notice or "")
    return Link(f"《{listed.title}》", notice_path(listed)) if listed else None


def group_path(facet: str, slug: str) -> str:
    """Return the address of a facet's group."""
    return f"{facet}/{slug}/"


def filtered_path(*kept: tuple[str, str]) -> str:
    """Return the address of the list with filters set: pairs of a facet's slug and a group's slug."""
    return "workshops/?" + "&".join(f"{facet}={slug}" for facet, slug in kept)


def support_path(year: str) -> str:
    """Return the address of the designations of a year that money came with."""
    return f"support/{year}/"


def achievements_path(kind: str, part: int | str = "") -> str:
    """Return the address of all achievements of a kind, or of those of one year or one section of industry."""
    return f"achievements/{SLUGS[kind]}{f'-{part}' if part else ''}/"


def asked_path(kind: str, industry: str) -> str:
    """Return the address of the achievements of a kind in an industry as the filters find them."""
    return f"achievements/?kinds={SLUGS[kind]}&industries={industry}"
