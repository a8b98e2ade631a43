"""The pages of achievements: one that asks, one for each kind, and the entries of each year and each section of industry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.achievements import UNITS, Achieved, Counted, achieved, chinese_yuan, tally
from generator.model.facets import UNKNOWN, Group
from generator.model.levelyears import year_title
from generator.model.workshop import Achievement
from generator.site.achievements import rows
from generator.site.page import Bundle, Page, Site
from generator.site.pager import parts
from generator.site.paths import Link, achievements_path, asked_path, workshop_path
from generator.site.statistics import figures

_UNCLASSIFIED = (
    "unclassified"  # the address of what is in no known industry; `unknown` is that of no known year
)


class KindLine(NamedTuple):
    """What one row of a table tells: of what, and what can be said of it."""

    label: Link
    tally: Counted


class EntryRow(NamedTuple):
    """One row of the entries: the achievement, and the workshop that it is of."""

    item: Achievement
    of: Link


class EntryList(NamedTuple):
    """Entries of one kind: the address and title of their list, and the lines above it."""

    path: str
    title: str
    entries: Sequence[Achieved]
    lines: Sequence[KindLine] = ()


def achievement_pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the page that asks, and for each kind its years and industries, and the entries of each of these."""
    every = achieved(site.registry)
    by_kind: dict[str, list[Achieved]] = defaultdict(list)
    for entry in every:
        by_kind[entry.item.kind].append(entry)
    kinds = [kind for kind in UNITS if by_kind[kind]]
    yield site.page(
        "achievements/",
        "成果",
        "工作室的专利、论文、技术革新、人才培养等成果：按种类、行业、区域、年度来查，数量能加的才加。",
        "achievements/page.html",
        "achievements",
        filters=rows.form(site, every),
        lines=[KindLine(Link(kind, achievements_path(kind)), tally(kind, by_kind[kind])) for kind in kinds],
    )
    for kind in kinds:
        yield from _kind_pages(site, kind, by_kind[kind])


def _kind_pages(site: Site, kind: str, entries: Sequence[Achieved]) -> Iterator[Page | Bundle[Page]]:
    by_year: dict[str, list[Achieved]] = defaultdict(list)
    for entry in entries:
        by_year[entry.year].append(entry)
    years = sorted(by_year, key=lambda year: (year != UNKNOWN, year), reverse=True)
    counts = [(Link(year_title(year), achievements_path(kind, year)), len(by_year[year])) for year in years]
    by_industry = rows.by_slug(site.facets["industries"], entries)
    sections = [group for group in site.facets["industries"].parts.get("", ()) if group.slug in by_industry]
    lines = [
        KindLine(Link(group.title, _section_path(kind, group)), tally(kind, by_industry[group.slug]))
        for group in sections
    ]
    whole = tally(kind, entries)
    chart = figures.chart("按年度", counts, "{} 条".format)
    yield _page(
        site, achievements_path(kind), f"成果：{kind}", whole, chart=chart, lines=lines, entries=[], pager=()
    )
    for year in years:
        listing = EntryList(achievements_path(kind, year), year_title(year), by_year[year])
        yield _entries(site, kind, listing)
    for group in sections:
        listing = EntryList(
            _section_path(kind, group),
            group.title,
            by_industry[group.slug],
            _divisions(site, kind, group, by_industry),
        )
        yield _entries(site, kind, listing)


def _divisions(
    site: Site, kind: str, section: Group, by_industry: Mapping[str, Sequence[Achieved]]
) -> list[KindLine]:
    """The divisions of a section, each with the address at which the filters find its entries."""
    return [
        KindLine(Link(part.title, asked_path(kind, part.slug)), tally(kind, by_industry[part.slug]))
        for part in site.facets["industries"].parts.get(section.slug, ())
        if part.slug in by_industry
    ]


def _entries(site: Site, kind: str, listing: EntryList) -> Bundle[Page]:
    """Return the pages of a list, which see nothing but its entries and the names of the workshops."""
    names = {entry.workshop.path: site.registry.called(entry.workshop) for entry in listing.entries}
    records = [(site.registry.digests[path], name) for path, name in names.items()]
    inputs = (kind, listing._replace(entries=()), records)
    alone = site.only((), {})
    return site.bundle("achievements", inputs, lambda: _entry_pages(alone, kind, listing, names))


def _entry_pages(site: Site, kind: str, listing: EntryList, names: Mapping[str, str]) -> Iterator[Page]:
    whole = tally(kind, listing.entries)
    for part in parts(listing.path, f"成果：{kind}，{listing.title}", listing.entries):
        yield _page(
            site,
            part.path,
            part.title,
            whole,
            chart=None,
            lines=listing.lines if part.number == 1 else (),
            entries=[_row(entry, names) for entry in part.entries],
            pager=part.pager,
        )


def _row(entry: Achieved, names: Mapping[str, str]) -> EntryRow:
    return EntryRow(entry.item, Link(names[entry.workshop.path], workshop_path(entry.workshop)))


def _page(site: Site, path: str, title: str, whole: Counted, **facts: object) -> Page:
    trail = [Link("统计", "statistics/"), Link("成果", "achievements/")]
    if facts["chart"] is None:
        trail.append(Link(whole.kind, achievements_path(whole.kind)))
    return site.page(
        path,
        title,
        f"{title.removeprefix('成果：')}类成果：{whole.told}。"
        if facts["chart"]
        else f"{whole.kind}类成果，{title.partition('，')[2]}：{whole.told}。",
        "achievements/entries.html",
        "achievements",
        trail=trail,
        kind=whole.kind,
        whole=whole,
        unit=UNITS[whole.kind],
        yuan=chinese_yuan,
        **facts,
    )


def _section_path(kind: str, section: Group) -> str:
    return achievements_path(kind, _UNCLASSIFIED if section.slug == UNKNOWN else section.slug)
