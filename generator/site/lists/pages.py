"""Lists of workshops: of all, and of each group of each facet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.facets import Facet, Group
from generator.model.workshop import Workshop
from generator.site import emptiness
from generator.site.lists import filters
from generator.site.lists.rows import columns, list_row
from generator.site.page import Bundle, Page, Site
from generator.site.pager import numbered, pager, parts
from generator.site.paths import Link, group_path

_PER_INDEX = 200  # groups on one page, where there are perhaps thousands
_SEE = {"districts": ("zones", "recommenders")}  # what a facet is taken for, which it is not


class Listing(NamedTuple):
    """A list of workshops: its address, the pages above it (`trail`), and its parts with their counts (`within`).

    `narrowed`: the part after `?` in the address of the list of all workshops that shows the same.
    """

    path: str
    title: str
    note: str
    workshops: Sequence[Workshop]
    trail: Sequence[Link] = ()
    within: Sequence[tuple[Link, int]] = ()
    narrowed: str = ""


def list_pages(site: Site, listing: Listing) -> Iterator[Page]:
    """Yield the static pages of one list."""
    rows = [list_row(site.registry, workshop) for workshop in listing.workshops]
    shown = columns(rows)
    further = "workshops/page/" if listing.path == "workshops/" else ""
    for part in parts(listing.path, listing.title, rows, further):
        yield site.page(
            part.path,
            part.title,
            f"{listing.title}：{len(rows)} 个工作室的名称、领衔人、单位、区域、行业、级别和年度。",
            "lists/page.html",
            listing.path,
            note=listing.note,
            trail=listing.trail,
            within=listing.within,
            narrowed=listing.narrowed,
            total=len(rows),
            rows=part.entries,
            columns=shown,
            pager=part.pager,
            filters=filters.form(site.registry, site.facets) if part.path == "workshops/" else None,
        )


def facet_pages(site: Site, facet: Facet) -> Iterator[Page | Bundle[Page]]:
    """Yield the index of a facet and the pages of its groups."""
    yield from _index(site, facet)
    home = Link(facet.title, f"{facet.slug}/")
    for group in facet.groups:
        above = facet.group(group.part_of) if group.part_of else None
        trail = [home] + ([Link(above.title, group_path(facet.slug, above.slug))] if above else [])
        within = [
            (Link(part.title, group_path(facet.slug, part.slug)), len(part.workshops))
            for part in facet.parts.get(group.slug, ())
        ]
        path = group_path(facet.slug, group.slug)
        narrowed = filters.narrowed(facet, group)
        listing = Listing(
            path,
            group.heading or group.title,
            group.note or facet.note,
            group.workshops,
            trail,
            within,
            narrowed,
        )
        inputs = (listing._replace(workshops=()), site.registry.digests_of(listing.workshops))
        yield site.bundle("list", inputs, partial(_apart, site, listing))


def _apart(site: Site, listing: Listing) -> Iterator[Page]:
    """Yield the pages of a list that see no other records."""
    return list_pages(site.only(listing.workshops, {}), listing)


def all_workshops(site: Site) -> Bundle[Page]:
    """Return the list of all workshops."""
    listing = Listing("workshops/", "全部工作室", "按编号排列", site.registry.workshops)
    return site.bundle("all workshops", [*site.registry.digests.items()], partial(list_pages, site, listing))


class GroupLine(NamedTuple):
    """A group in the index of its facet: the number of workshops in it, and the groups that are its parts."""

    slug: str
    title: str
    note: str
    number: int
    parts: Sequence[GroupLine] = ()


def _line(facet: Facet, group: Group) -> GroupLine:
    parts = [_line(facet, part) for part in facet.parts.get(group.slug, ())]
    return GroupLine(group.slug, group.title, group.note, len(group.workshops), parts)


def _index(site: Site, facet: Facet) -> Iterator[Page]:
    """Yield the list of groups, those of nothing folded: all on one page, if there is a bound to them."""
    tops, none = emptiness.folded(facet.parts[""], lambda group: len(group.workshops))
    ways = [site.facets[slug] for slug in _SEE.get(facet.slug, ())]
    held = _PER_INDEX if facet.boundless else len(tops)
    chunks = [tops[start : start + held] for start in range(0, len(tops), held or 1)] or [[]]
    paths = [f"{facet.slug}/", *(f"{facet.slug}/page/{number}/" for number in range(2, len(chunks) + 1))]
    for number, (path, chunk) in enumerate(zip(paths, chunks, strict=True), start=1):
        yield site.page(
            path,
            numbered(facet.title, number),
            f"{facet.title}查找，{site.project.site_name}。",
            "lists/facet.html",
            facet.slug,
            slug=facet.slug,
            note=facet.note,
            boundless=facet.boundless,
            tops=[_line(facet, group) for group in chunk],
            nothing=[Link(group.title, group_path(facet.slug, group.slug)) for group in none],
            blank=emptiness.blank([facet]),
            see=[Link(way.title, f"{way.slug}/") for way in ways if not emptiness.is_blank(way)],
            total=len(tops),
            pager=pager(paths, number),
        )
