"""Open data: every file of it, and the page that documents them with stable addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.libraries.workbook import Sheet, tables_xlsx
from generator.model.facets import Facet
from generator.reading.jsonschema import record_schema
from generator.site.data import exports
from generator.site.data.file import DataFile
from generator.site.data.package import PATH, datapackage_json
from generator.site.data.table import COLUMNS, rows, table_csv
from generator.site.news.calendar import calendar_ics
from generator.site.news.feed import feed
from generator.site.news.items import newest_day, news
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.paths import Link, workshop_path

NEWS, SCHEMA = "data/news.atom", "data/workshop.schema.json"
_TYPES = {"string": "文字", "integer": "整数", "number": "小数"}


class OpenData(NamedTuple):
    """The files that the data page offers one by one, and the many that it only tells the addresses of."""

    files: tuple[DataFile, ...]
    others: tuple[Output, ...]

    def outputs(self) -> Iterator[Output]:
        """All of them."""
        yield from (Output(file.path, file.content, "data") for file in self.files)
        yield from self.others


def open_data(site: Site) -> OpenData:
    """All open data of the site; every file of workshops holds every one of them."""
    lines = exports.record_lines(site.registry)
    files = [*_of_workshops(site, tuple(lines.values())), *_beside_workshops(site)]
    day = newest_day(site.registry)
    package = datapackage_json(site.project.site_name, site.project.site_url, day, files)
    files.append(
        _text(PATH, "数据包说明（JSON）", "Frictionless 数据包：各文件、各列、校验和、许可", package)
    )
    return OpenData(tuple(files), tuple(_others(site, lines)))


def data_page(site: Site, data: OpenData) -> Page:
    """What can be taken away as data, and what each column means."""
    return site.page(
        "data/",
        "开放数据",
        "全部工作室记录的 JSON、CSV、Excel、GeoJSON、订阅和日历，各文件的地址、大小和校验和，各列的说明。",
        "data/page.html",
        "data",
        total=len(site.registry.workshops),
        files=data.files,
        columns=COLUMNS,
        types=_TYPES,
        facets=[(facet, _groups(facet)) for facet in site.facets.values()],
    )


def _of_workshops(site: Site, lines: Sequence[str]) -> Iterator[DataFile]:
    registry, table = site.registry, rows(site.registry)
    count = len(registry.workshops)
    heads = [column.label for column in COLUMNS]
    sheet = Sheet("工作室", heads, [column.width for column in COLUMNS], table)
    guide = [[column.label, column.key, _TYPES[column.type], column.help] for column in COLUMNS]
    about = Sheet("各列的说明", ("列", "键", "种类", "说明"), (14, 16, 8, 60), guide)
    book = tables_xlsx(site.project.site_name, newest_day(registry), [sheet, about])
    yield DataFile("data/workshops.xlsx", "工作室名册（Excel）", "一行一个，另有各列的说明", book, count)
    yield _text(
        "data/workshops.csv",
        "工作室名册（CSV）",
        "一行一个，可用 Excel、WPS 打开",
        table_csv(heads, table),
        count,
    )
    yield _text("data/workshops.json", "全部记录（JSON）", "全部字段", exports.workshops_json(lines), count)
    yield _text(
        "data/workshops.ndjson",
        "全部记录（NDJSON）",
        "全部字段，一行一个",
        exports.workshops_ndjson(lines),
        count,
    )
    geojson = exports.workshops_geojson(registry)
    yield _text(
        "data/workshops.geojson",
        "工作室的位置（GeoJSON）",
        "可以公开的点位；没有点位的 geometry 是 null",
        geojson,
        count,
    )


def _beside_workshops(site: Site) -> Iterator[DataFile]:
    registry, project = site.registry, site.project
    counts = exports.counts_json(registry, site.facets)
    yield _text("data/counts.json", "数量（JSON）", "各区域、行业、级别、年度等的数量", counts)
    schema = exports.published_schema(record_schema(registry))
    yield _text(SCHEMA, "记录的格式（JSON Schema）", "一个工作室的各个键", schema)
    name = f"{project.site_name}：截止和到期"
    days = calendar_ics(registry, name, project.site_url)
    yield _text(
        "data/deadlines.ics",
        "截止和到期（日历）",
        "推荐申报的截止日期、文件写明的整改期限和复核日期",
        days,
    )
    if project.site_url:
        about = "通知、命名、后续情况和更正，日期是记录里写的日期"
        told = (f"{project.site_name}：新消息", about)
        yield _text(NEWS, "新消息（Atom 订阅）", about, feed(site, NEWS, told, "notices/", news(registry)))


def _others(site: Site, lines: Mapping[str, str]) -> Iterator[Output]:
    registry, briefs = site.registry, exports.brief_lines(site.registry)
    for workshop in registry.workshops:
        record = f"{workshop_path(workshop)}{workshop.id}.yml"
        yield text_output(record, registry.texts[workshop.path], workshop.path)
        yield text_output(exports.json_path(workshop), f"{lines[workshop.id]}\n", workshop.path)
    for path, text in exports.group_jsons(site.facets, briefs).items():
        yield text_output(path, text, "data")


def _groups(facet: Facet) -> list[tuple[Link, int]]:
    return [
        (Link(group.title, exports.group_json_path(facet, group.slug)), len(group.workshops))
        for group in facet.groups
    ]


def _text(path: str, title: str, note: str, text: str, count: int | None = None) -> DataFile:
    return DataFile(path, title, note, text.encode("utf-8"), count)
