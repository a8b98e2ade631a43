"""Missing facts by recommending union: a page and a table for each, every line with the way to complete it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.forms.sheets.book import SHEET_TITLE, TableWanted, table_xlsx
from generator.model.facets import Group
from generator.model.gaps import gaps
from generator.model.workshop import Workshop
from generator.rules.names import category_of
from generator.site.data.table import table_csv
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Page, Site
from generator.site.pager import parts
from generator.site.paths import Link, edit_path, notice_path, workshop_path

_TALL = 30  # records on a page, half of what a list has: each tells all that it lacks
_HEADS = ("编号", "名称", "单位", "缺什么", "页面", "修改网址")


class Incomplete(NamedTuple):
    """A record with gaps, its page, and the page that corrects it."""

    id: str
    name: str
    unit: str | None
    gaps: tuple[str, ...]
    path: str
    edit_path: str


class Union(NamedTuple):
    """A recommending union, the number of its records, and how many of them have gaps."""

    name: str
    path: str
    total: int
    lacking: int

    @property
    def csv_path(self) -> str:
        """The address of its table."""
        return f"{self.path}todo.csv"

    @property
    def sheet_path(self) -> str:
        """The address of the sheet to fill in."""
        return f"{self.path}todo.xlsx"


class Unrecorded(NamedTuple):
    """An entry of a naming notice that has no record: its name, and what stands beside it."""

    name: str
    category: str
    notice: Link


def unions(site: Site) -> list[tuple[Union, list[Workshop]]]:
    """Return all unions that recommended a record, in the order of their facet, each with its records that have gaps."""
    return [_union(site, group) for group in site.facets["recommenders"].filled]


def unrecorded(site: Site) -> list[Unrecorded]:
    """Return the entries of all naming notices that have no record."""
    return [
        Unrecorded(str(entry), category_of(entry.name) or "", Link(notice.title, notice_path(notice)))
        for notice, records, *_ in site.registry.namings.values()
        for entry, record in zip(notice.names, records, strict=True)
        if record is None
    ]


def pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield the index of unions, with the entries that have no record in pages, and the pages of each union."""
    all_unions, home = unions(site), Link("待完善", "todo/")
    for page in parts(home.path, home.text, unrecorded(site), "todo/page/"):  # beside the unions
        yield site.page(
            page.path,
            page.title,
            "各推荐工会的工作室记录还缺什么，通报里还有哪些名称没有建档。",
            "todo/page.html",
            "todo",
            unions=[union for union, _ in all_unions],
            part=page,
            trail=[home],
        )
    for union, lacking in all_unions:
        yield site.bundle("todo pages", _inputs(site, union, lacking), partial(_pages, site, union, lacking))


def _pages(site: Site, union: Union, lacking: list[Workshop]) -> Iterator[Page]:
    for part in parts(union.path, f"待完善：{union.name}", lacking, held=_TALL):
        yield site.page(
            part.path,
            part.title,
            f"{union.name}的 {union.total} 份工作室记录里，{union.lacking} 份还缺内容。",
            "todo/union.html",
            "todo",
            union=union,
            lines=[_line(site, workshop) for workshop in part.entries],
            pager=part.pager,
        )


def files(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the table of each union that lacks anything, to be sent to it: a list, and a sheet to fill in."""
    for union, lacking in unions(site):
        yield site.bundle("todo", _inputs(site, union, lacking), partial(_files, site, union, lacking))


def _files(site: Site, union: Union, lacking: list[Workshop]) -> Iterator[Output]:
    rows = [
        (
            line.id,
            line.name,
            line.unit,
            "；".join(line.gaps),
            f"{site.project.site_url}{line.path}",
            f"{site.project.site_url}{line.edit_path}",
        )
        for line in (_line(site, workshop) for workshop in lacking)
    ]
    yield text_output(union.csv_path, table_csv(_HEADS, rows), "todo")
    if lacking:
        title = f"{SHEET_TITLE}：{union.name}"
        wanted = TableWanted(lacking, title, site.project.today, site.registry.newest_day, public=True)
        yield Output(union.sheet_path, table_xlsx(site.registry, wanted, site.kept), "todo")


def _inputs(site: Site, union: Union, lacking: list[Workshop]) -> tuple[object, ...]:
    """What decides about the files and pages of a union."""
    return union, site.project.today, site.registry.newest_day, site.registry.digests_of(lacking)


def _union(site: Site, group: Group) -> tuple[Union, list[Workshop]]:
    lacking = [item for item in group.workshops if gaps(item, site.project.today)]
    return Union(group.title, f"todo/{group.slug}/", len(group.workshops), len(lacking)), lacking


def _line(site: Site, item: Workshop) -> Incomplete:
    lacks = gaps(item, site.project.today)
    return Incomplete(item.id, item.name, item.unit, lacks, workshop_path(item), edit_path(item))
