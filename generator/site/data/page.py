"""The page of open data: each file with its stable address, and the meaning of each column."""

from __future__ import annotations

from generator.libraries.templating import script_json
from generator.model.dates import PartialDate
from generator.model.facets import Facet
from generator.site.data import dataset, exports
from generator.site.data.offered import TYPES, offered
from generator.site.data.related import described_tables
from generator.site.data.shape import KEPT_YEARS, SHAPES, data_day, licence
from generator.site.data.table import COLUMNS
from generator.site.page import Page, Site
from generator.site.paths import Link


def data_page(site: Site) -> Page:
    """Return the page of open data."""
    files, tables = offered(site), described_tables(site, site.files)
    address = site.project.site_url
    return site.page(
        "data/",
        "开放数据",
        "全部工作室记录、通知、词表和单位的 JSON、CSV、Excel、GeoJSON、订阅和日历，各文件的地址、大小、校验和，各列的说明。",
        "data/page.html",
        "data",
        total=len(site.registry.workshops),
        files=files,
        tables=tables,
        catalogue=dataset.PATH if address else "",
        linked=script_json(dataset.schema_org(site, [*files, *tables])) if address else "",
        citation=dataset.citation(site),
        licence={"path": "", **licence(site)},
        day=PartialDate.of(data_day(site)).chinese,
        shapes=[(shape.version, _chinese(shape.since), shape.news) for shape in SHAPES],
        kept=KEPT_YEARS,
        columns=COLUMNS,
        types=TYPES,
        facets=[(facet.title, _groups(facet)) for facet in site.facets.values() if not facet.boundless],
    )


def _groups(facet: Facet) -> list[tuple[Link, int]]:
    return [
        (Link(group.title, exports.group_json_path(facet, group.slug)), len(group.workshops))
        for group in facet.groups
    ]


def _chinese(iso: str) -> str:
    return PartialDate(*map(int, iso.split("-"))).chinese
