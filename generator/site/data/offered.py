"""The files of open data: what each is, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from generator.libraries.kept import made, remembered
from generator.libraries.sums import Summed, summed
from generator.libraries.workbook import Sheet, tables_xlsx
from generator.reading.jsonschema import record_schema
from generator.site.data import beside, dataset, exports, sheet
from generator.site.data.file import DataFile
from generator.site.data.package import PATH, datapackage_json
from generator.site.data.related import described_store, described_tables, tables_of
from generator.site.data.shape import (
    VERSION,
    changed_days,
    data_day,
    head,
    licence,
    licence_sign,
    listed_json,
)
from generator.site.data.table import COLUMNS, Plain, columns_csv, rows
from generator.site.news.calendar import calendar_ics
from generator.site.news.changes import LEDGER
from generator.site.news.entries import changes_ndjson, entries
from generator.site.news.feed import feed
from generator.site.news.items import news
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Site, Ten
from generator.site.paths import workshop_path

NEWS = "data/news.atom"
TYPES = {"string": "文字", "date": "日期", "integer": "整数", "number": "小数", "boolean": "是否"}


@dataclass(frozen=True)
class Prepared:
    """Parts of several files, made once."""

    site: Site

    @cached_property
    def lines(self) -> dict[str, str]:
        """The JSON of each workshop on one line, by id; ten of them are kept together."""
        site, lines = self.site, dict[str, str]()
        for ten in site.tens:
            changed = changed_days(site, (it.path for it in ten.workshops))
            inputs = ("lines", site.world, site.registry.digests_of(ten.workshops), changed)
            found = remembered(site.kept, inputs, partial(exports.record_lines, ten.workshops, changed))
            lines |= zip((it.id for it in ten.workshops), found, strict=True)
        return lines

    @cached_property
    def rows(self) -> list[list[Plain]]:
        """The cells of each workshop in the order of COLUMNS."""
        return rows(self.site.registry)


class Export(NamedTuple):
    """One file: its path, its title and content in Chinese, the function that makes it, whether it contains every workshop.

    `addressed`: it contains whole addresses, so it is made only for a site with an address.
    """

    path: str
    title: str
    note: str
    make: Callable[[Prepared], str | bytes]
    of_workshops: bool = False
    addressed: bool = False


def _workbook(prepared: Prepared) -> bytes:
    whole = Sheet(
        "工作室", [column.label for column in COLUMNS], [column.width for column in COLUMNS], prepared.rows
    )
    guide = [[column.label, column.key, TYPES[column.type], column.help] for column in COLUMNS]
    about = Sheet("各列的说明", ("列", "键", "种类", "说明"), (14, 16, 8, 60), guide)
    site = prepared.site
    said = (
        ("格式的版本", VERSION),
        ("数据的日期", data_day(site).isoformat()),
        ("许可", licence(site).get("path") or licence_sign(site)),
    )
    this = Sheet("关于", ("项目", "内容"), (14, 60), [*said, ("网址", site.project.site_url)])
    told = ("tables", site.project.site_name, site.registry.newest_day, [whole, about, this])
    return made(site.kept, told, lambda: tables_xlsx(*told[1:]))


def _sheet(prepared: Prepared) -> bytes:
    return sheet.sheet_xlsx(prepared.site)


def _csv(prepared: Prepared) -> str:
    return columns_csv(COLUMNS, prepared.rows)


def _json(prepared: Prepared) -> str:
    return listed_json(head(prepared.site), "workshops", prepared.lines.values())


def _ndjson(prepared: Prepared) -> str:
    return exports.workshops_ndjson(prepared.lines.values())


def _geojson(prepared: Prepared) -> str:
    return exports.workshops_geojson(prepared.site)


def _counts(prepared: Prepared) -> str:
    return exports.counts_json(prepared.site)


def _schema(prepared: Prepared) -> str:
    return exports.published_schema(
        record_schema(prepared.site.registry), {"version": VERSION, "license": licence(prepared.site)}
    )


def _besides(make: Callable[[Site], str]) -> Callable[[Prepared], str]:
    return lambda prepared: make(prepared.site)


def _deadlines(prepared: Prepared) -> str:
    project = prepared.site.project
    about = f"格式第 {VERSION} 版，数据的日期 {data_day(prepared.site)}，许可 {licence_sign(prepared.site)}"
    name = f"{project.site_name}：截止和到期"
    return calendar_ics(prepared.site.registry, name, about, project.site_url)


_NEWS_NOTE = "通知、命名、后续情况和更正，日期是记录里写的日期"


def _news(prepared: Prepared) -> str:
    about = (f"{prepared.site.project.site_name}：新消息", _NEWS_NOTE)
    return feed(prepared.site, NEWS, about, "notices/", news(prepared.site.registry))


# fmt: off
EXPORTS = (
    Export("data/workshops.xlsx", "工作室名册（Excel）", "一行一个，另有各列的说明", _workbook, of_workshops=True),
    Export(sheet.PATH, "台账（Excel，可以填写）", "全部字段；命名、成果、来源等各一张工作表。填好交给管理员，读回名册", _sheet,
           of_workshops=True),
    Export("data/workshops.csv", "工作室名册（CSV）", "一行一个，可用 Excel、WPS 打开", _csv, of_workshops=True),
    Export("data/workshops.json", "全部记录（JSON）", "全部字段", _json, of_workshops=True),
    Export("data/workshops.ndjson", "全部记录（NDJSON）", "全部字段，一行一个", _ndjson, of_workshops=True),
    Export("data/workshops.geojson", "工作室的位置（GeoJSON）", "可以公开的点位；没有点位的 geometry 是 null", _geojson,
           of_workshops=True),
    Export("data/counts.json", "数量（JSON）", "各区域、行业、级别、年度等的数量", _counts),
    Export("data/notices.json", "通知和通报（JSON）", "命名通报、推荐通知，连同名单、来源；正文在各自的页面上", _besides(beside.notices_json)),
    Export("data/vocabularies.json", "词表（JSON）", "区域、行业、工会、荣誉等，每个词的代码、别的写法、启用停用", _besides(beside.vocabularies_json)),
    Export("data/units.json", "单位（JSON）", "所在单位和上级单位，别的名称，页面的地址", _besides(beside.units_json)),
    Export("data/redirects.json", "改址（JSON）", "换过的网址，原来的和现在的", _besides(beside.redirects_json)),
    Export(LEDGER, "改动清单（NDJSON）", "哪一天新收录、修改、更正了哪份记录，改了哪几项", _besides(lambda site: changes_ndjson(entries(site)))),
    Export("data/workshop.schema.json", "记录的格式（JSON Schema）", "一个工作室的各个键", _schema),
    Export("data/deadlines.ics", "截止和到期（日历）", "推荐申报的截止日期、文件写明的整改期限和复核日期", _deadlines),
    Export(NEWS, "新消息（Atom 订阅）", _NEWS_NOTE, _news, addressed=True),
)
# fmt: on


def data_files(site: Site) -> Iterator[Output | Bundle[Output]]:
    """Yield every file that the page offers, their description for programs, and one or two files for each workshop."""
    prepared = Prepared(site)
    sums = {}
    for export in EXPORTS:
        if site.project.site_url or not export.addressed:
            content = export.make(prepared)
            output = Output(export.path, content if isinstance(content, bytes) else content.encode(), "data")
            sums[output.path] = summed(output.content)
            yield output
    tables = tables_of(site)
    yield tables
    database = described_store(tables.sums, len(site.registry.workshops))
    described = [*_described(site, sums), database, *described_tables(site, tables.sums)]
    yield text_output(PATH, datapackage_json(site, described), "data")
    if site.project.site_url:
        yield text_output(dataset.PATH, dataset.dcat_json(site, described), "data")
    yield from sheet.sheets_apart(site)
    yield from _one_by_one(prepared)


def offered(site: Site) -> list[DataFile]:
    """Return the files that the page offers, once all are made."""
    note = "Frictionless 数据包：各文件、各列、校验和、许可"
    parts = [
        DataFile(
            path,
            f"台账：{group.title}（Excel，可以填写）",
            "全部字段，这个区域的",
            site.files[path],
            len(group.workshops),
        )
        for group, path in sheet.parts(site)
    ]
    return [
        *_described(site, site.files),
        described_store(site.files, len(site.registry.workshops)),
        *parts,
        DataFile(PATH, "数据包说明（JSON）", note, site.files[PATH]),
    ]


def _described(site: Site, files: Mapping[str, Summed]) -> list[DataFile]:
    count = len(site.registry.workshops)
    return [
        DataFile(
            export.path,
            export.title,
            export.note,
            files[export.path],
            count if export.of_workshops else None,
        )
        for export in EXPORTS
        if export.path in files
    ]


def _one_by_one(prepared: Prepared) -> Iterator[Output | Bundle[Output]]:
    site = prepared.site
    for ten in site.tens:
        paths = [it.path for it in ten.workshops]
        records = [paths, site.registry.digests_of(ten.workshops), changed_days(site, paths), VERSION]
        yield site.bundle("records", records, partial(_records, prepared, ten))
    for path, text in exports.group_jsons(site).items():
        yield text_output(path, text, "data")


def _records(prepared: Prepared, ten: Ten) -> Iterator[Output]:
    sign = licence_sign(prepared.site)
    for workshop in ten.workshops:
        record = f"{workshop_path(workshop)}{workshop.id}.yml"
        yield text_output(record, prepared.site.registry.texts[workshop.path], workshop.path)
        yield text_output(
            exports.json_path(workshop), exports.record_json(prepared.lines[workshop.id], sign), workshop.path
        )
