"""The sheet of all records, to be filled in; of very many a sheet for each district, and in its place a table of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.forms.sheets.book import SHEET_TITLE, TableWanted, table_xlsx
from generator.libraries.workbook import Sheet, tables_xlsx
from generator.model.facets import Group
from generator.model.workshop import Workshop
from generator.site.output import Output
from generator.site.page import Bundle, Site

PATH = "data/sheet.xlsx"
# A second, and a fifth of a megabyte for each hundred records: whoever corrects one of more would wait for the sheet of all longer
# than for the rest of the site, and a table of so many rows is filled in by nobody.
WHOLE = 1000


def parts(site: Site) -> list[tuple[Group, str]]:
    """Return the districts that have a sheet of their own, each with its path; none while one sheet holds all."""
    if len(site.registry.workshops) <= WHOLE:
        return []
    return [(group, f"data/sheets/{group.slug}.xlsx") for group in site.facets["districts"].filled]


def sheet_xlsx(site: Site) -> bytes:
    """Return the sheet of all records, or the table of the sheets of districts."""
    apart = parts(site)
    if not apart:
        return _sheet(site, site.registry.workshops, SHEET_TITLE)
    rows = [(group.title, len(group.workshops), f"{site.project.site_url}{path}") for group, path in apart]
    listed = Sheet(f"{SHEET_TITLE}（按区域分开）", ("区域", "工作室数", "文件"), (16, 10, 60), rows)
    return tables_xlsx(SHEET_TITLE, site.registry.newest_day, [listed])


def sheets_apart(site: Site) -> Iterator[Bundle[Output]]:
    """Yield the sheets of districts."""
    registry, today = site.registry, site.project.today
    for group, path in parts(site):
        inputs = (path, group.title, today, registry.newest_day, registry.digests_of(group.workshops))
        yield site.bundle("sheet", inputs, partial(_apart, site, group, path))


def _apart(site: Site, group: Group, path: str) -> Iterator[Output]:
    yield Output(path, _sheet(site, group.workshops, f"{SHEET_TITLE}：{group.title}"), "data")


def _sheet(site: Site, workshops: Sequence[Workshop], title: str) -> bytes:
    registry = site.registry
    wanted = TableWanted(workshops, title, site.project.today, registry.newest_day, public=True)
    return table_xlsx(registry, wanted, site.kept)
