"""Lists of workshops: of all, and of each group of each facet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.told import TermsTold
from generator.model.workshop import Workshop
from generator.site import emptiness
from generator.site.lists import filters
from generator.site.lists.rows import Row, columns, list_row
from generator.site.page import Bundle, Page, Site
from generator.site.pager import numbered, pager, parts
from generator.site.paths import Link, group_path

# Of facets whose groups do not say by their names what they have to do with workshops.
_HEADS = {
    "zones": "{}（开放先导区）的工作室",
    "industries": "行业为{}的工作室",
    "categories": "{}创新工作室",
    "levels": "获{}命名的工作室",
    "years": "{}命名的工作室",
    "recommenders": "{}",
}
_NAMED = 3  # workshops that a description names,
_ROOM = 60  # and the characters that their names may have together
_PER_INDEX = 100  # groups on one page, where there are perhaps thousands
_SEE = {"districts": ("zones", "recommenders")}  # what a facet is taken for, which it is not


class Listing(NamedTuple):
    """A list of workshops: its address, the pages above it (`trail`), and its parts with their counts (`within`).

    `narrowed`: the part after `?` in the address of the list of all workshops that shows the same; `head`: its title where it
    stands alone, among what a search engine found.
    """

    path: str
    title: str
    note: str
    workshops: Sequence[Workshop]
    trail: Sequence[Link] = ()
    within: Sequence[tuple[Link, int]] = ()
    narrowed: str = ""
    head: str = ""


def list_pages(site: Site, listing: Listing) -> Iterator[Page]:
    """Yield the static pages of one list."""
    rows = [list_row(site.registry, workshop) for workshop in listing.workshops]
    shown = columns(rows)
    further = "workshops/page/" if listing.path == "workshops/" else ""
    for part in parts(listing.path, listing.title, rows, further):
        page = site.page(
            part.path,
            part.title,
            _described(listing.head or listing.title, len(rows), part.number, part.entries),
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
        yield page._replace(title=numbered(listing.head, part.number)) if listing.head else page


def _described(head: str, total: int, number: int, rows: Sequence[Row]) -> str:
    """Return what a list holds, in one sentence: how many, and the first of this page."""
    if not rows:
        return f"{head}，名册里还没有收录；知道的可以补录，也可以告诉我们。"
    names, room = [rows[0].name], _ROOM - len(rows[0].name)
    for row in rows[1:_NAMED]:
        room -= len(row.name)
        if room > 0:
            names.append(row.name)
    more = "等" if total > len(names) else ""
    return f"{numbered(f'{head}共 {total} 个', number)}：{'、'.join(names)}{more}；列出领衔人、单位、区域、行业、级别和年度。"


def _head(facet: Facet, group: Group) -> str:
    """Return the title of a group's page that says by itself what is listed there."""
    title = group.heading or group.title
    unknown = group.slug == UNKNOWN
    return f"{title}的工作室" if unknown else _HEADS.get(facet.slug, "{}的工作室").format(title)


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
            _head(facet, group),
        )
        inputs = (listing._replace(workshops=()), site.registry.digests_of(listing.workshops))
        told = site.registry.telling.of(listing.workshops)
        yield site.bundle("list", inputs, partial(_apart, site, listing, told), told)


def _apart(site: Site, listing: Listing, told: TermsTold) -> Iterator[Page]:
    """Yield the pages of a list that see no other records, and of other files what is told of these."""
    return list_pages(site.only(listing.workshops, {}, told), listing)


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


def _index_described(facet: Facet, groups: Sequence[Group], number: int) -> str:
    """Return what the index of a facet holds, in one sentence: the largest of this page."""
    known = [group for group in groups if group.slug != UNKNOWN]
    largest = sorted(known, key=lambda group: -len(group.workshops))[:_NAMED]
    told = "、".join(f"{group.title} {len(group.workshops)} 个" for group in largest)
    found = numbered(f"{facet.title}找工作室", number)
    if not told:
        return f"{found}：还没有一个工作室写明{emptiness.label(facet)}，查到一个补一个。"
    return f"{found}：{told}{'等' if len(known) > _NAMED else ''}，各有自己的一页。"


def _index(site: Site, facet: Facet) -> Iterator[Page]:
    """Yield the list of groups, those of nothing folded: all on one page, if there is a bound to them."""
    tops, none = emptiness.folded(facet.parts[""], lambda group: len(group.workshops))
    ways = [site.facets[slug] for slug in _SEE.get(facet.slug, ())]
    held = _PER_INDEX if facet.boundless else len(tops)
    chunks = [tops[start : start + held] for start in range(0, len(tops), held or 1)] or [()]
    paths = [f"{facet.slug}/", *(f"{facet.slug}/page/{number}/" for number in range(2, len(chunks) + 1))]
    for number, (path, chunk) in enumerate(zip(paths, chunks, strict=True), start=1):
        yield site.page(
            path,
            numbered(facet.title, number),
            _index_described(facet, chunk, number),
            "lists/facet.html",
            facet.slug,
            slug=facet.slug,
            note=facet.note,
            boundless=facet.boundless,
            tops=[_line(facet, group) for group in chunk],
            nothing=[Link(group.title, group_path(facet.slug, group.slug)) for group in none],
            blank=emptiness.blank([facet]),
            see=emptiness.ways(ways),
            total=len(tops),
            pager=pager(paths, number),
        )
