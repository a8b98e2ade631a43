"""The plan: everything that the site will contain, as outputs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator import exports, maps, statistics, views
from generator.facets import facets
from generator.forms import Download, downloads
from generator.frame import Frame
from generator.notice_pages import closed, current_call, notice_pages, notice_path
from generator.output import Output, text_output
from generator.pages import Page, Site, all_workshops, facet_pages, print_pages
from generator.project import Project
from generator.reading import Registry
from generator.templating import Markup, Templates
from generator.workshop_page import workshop_page

LAND = "geo/land.geojson"
DISTRICTS = "geo/districts.geojson"


def plan(
    registry: Registry,
    project: Project,
    frames: Mapping[str, Frame],
    templates: Mapping[str, str],
    prints: Mapping[str, str],
) -> list[Output]:
    """All outputs in the order of their paths. `templates`: HTML by name; `prints`: typst templates by name."""
    files = downloads(registry, prints)
    site = Site(registry, project, Templates(templates), facets(registry), files)
    pages = list(_pages(site))
    outputs = [
        text_output(f"{page.path}index.html", html, page.source) for page, html in print_pages(pages, frames)
    ]
    printed = {page.path for page in pages}
    outputs += [
        text_output(f"{url}index.html", "".join(frame.pieces), "site_src/pages")
        for url, frame in frames.items()
        if url not in printed and not url.startswith("frames/")
    ]
    outputs += [Output(item.path, item.content, item.owner) for item in files]
    outputs += _data(site, pages, frames)
    return sorted(outputs)


def _pages(site: Site) -> Iterator[Page]:
    yield _home(site)
    yield from all_workshops(site)
    for facet in site.facets.values():
        yield from facet_pages(site, facet)
    for workshop in site.registry.workshops:
        yield workshop_page(site, workshop)
    yield from notice_pages(site)
    yield _map(site)
    yield _statistics(site)
    yield _forms(site)
    yield _data_page(site)
    yield _corrections(site)


def _home(site: Site) -> Page:
    charts = [
        statistics.facet_chart(site.facets[slug], filled=True)
        for slug in ("categories", "levels", "districts")
    ]
    workshops = site.registry.workshops
    newest = sorted(workshops, key=lambda workshop: workshop.years[-1:], reverse=True)[:6]
    call = current_call(site)
    return site.page(
        "",
        site.project.site_name,
        "大连市劳模创新工作室和职工创新工作室的公开名册：按区域、行业、级别、年度和地图查找。",
        "home.html",
        "home",
        total=len(workshops),
        unions=sum(1 for workshop in workshops if workshop.kind == "联盟"),
        charts=charts,
        newest=[views.row(site.registry, workshop) for workshop in newest],
        call=call,
        call_path=notice_path(call) if call else "",
        closed=bool(call and closed(call, site)),
        notices=[(notice, notice_path(notice)) for notice in reversed(site.registry.notices[-4:])],
    )


def _map(site: Site) -> Page:
    workshops = site.registry.workshops
    on_map = sum(1 for workshop in workshops if maps.shown(workshop.location))
    return site.page(
        "map/",
        "地图",
        "大连市劳模和职工创新工作室的位置，以及各区域的工作室数。",
        "map.html",
        "map",
        shell=Markup(maps.shell(site.registry.texts[LAND]).html),  # noqa: S704 - folium's own element, no record in it
        on_map=on_map,
        unknown=sum(
            1 for workshop in workshops if workshop.location is None or workshop.location.lon is None
        ),
        hidden=sum(1 for workshop in workshops if workshop.location and workshop.location.lon is not None)
        - on_map,
        chart=statistics.facet_chart(site.facets["districts"]),
    )


def _statistics(site: Site) -> Page:
    by_district = statistics.cross("各区域的行业门类", site.facets["districts"], site.facets["industries"])
    by_year = statistics.cross("各年度的类别", site.facets["years"], site.facets["categories"])
    return site.page(
        "statistics/",
        "统计",
        "大连市劳模和职工创新工作室按类别、级别、区域、行业、年度和成果的统计。",
        "statistics.html",
        "statistics",
        total=len(site.registry.workshops),
        charts=statistics.charts(site.registry, site.facets),
        crosses=[by_year, by_district],
    )


def _forms(site: Site) -> Page:
    forms = [
        (form, _owned(site, form.id), site.registry.notice_by_id.get(form.notice))
        for form in reversed(site.registry.forms)
    ]
    return site.page(
        "forms/",
        "表格下载",
        "推荐汇总表和申报表的空白表格（Word、Excel、PDF）和填写说明。",
        "forms.html",
        "forms",
        forms=[(form, items, notice, notice_path(notice) if notice else "") for form, items, notice in forms],
    )


def _data_page(site: Site) -> Page:
    return site.page(
        "data/",
        "开放数据",
        "全部工作室记录的 JSON 和 CSV 下载，以及各字段的说明。",
        "data.html",
        "data",
        total=len(site.registry.workshops),
        columns=exports.CSV_COLUMNS,
    )


def _corrections(site: Site) -> Page:
    made = [
        (correction, workshop.name, views.workshop_path(workshop))
        for workshop in site.registry.workshops
        for correction in workshop.corrections
    ]
    made.sort(key=lambda item: (item[0].date, item[2]), reverse=True)
    return site.page(
        "corrections/",
        "更正与反馈",
        "怎样报告错误、要求更正或撤下，以及已作的更正。",
        "corrections.html",
        "corrections",
        made=made,
    )


def _owned(site: Site, owner: str) -> list[Download]:
    return [item for item in site.downloads if item.owner == owner]


def _data(site: Site, pages: list[Page], frames: Mapping[str, Frame]) -> Iterator[Output]:
    registry = site.registry
    land = registry.texts[LAND]
    drawing = site.templates.render(
        "land.svg", path=maps.land_path(land), width=maps.WIDTH, height=maps.HEIGHT
    )
    yield text_output("assets/land.svg", drawing, LAND)
    yield text_output("map/shell.js", maps.shell(land).script, LAND)
    yield text_output("map/points.json", maps.points(registry, registry.texts[DISTRICTS]), "map")
    yield text_output("data/workshops.json", exports.workshops_json(registry), "data")
    yield text_output("data/workshops.csv", exports.workshops_csv(registry), "data")
    for workshop in registry.workshops:
        path = f"{views.workshop_path(workshop)}{workshop.id}.yml"
        yield text_output(path, registry.texts[workshop.path], workshop.path)
    if site.project.site_url:
        editorial = {url for url in frames if not url.startswith("frames/")}
        yield text_output("sitemap.xml", _sitemap(site, editorial | {page.path for page in pages}), "sitemap")
    yield text_output("robots.txt", site.templates.render("robots.txt", project=site.project), "robots")
    counts = {
        slug: {group.slug: len(group.workshops) for group in facet.groups}
        for slug, facet in site.facets.items()
    }
    whole = {"workshops": len(registry.workshops), "facets": counts}
    yield text_output("data/counts.json", json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "data")


def _sitemap(site: Site, paths: set[str]) -> str:
    addresses = [site.project.site_url + path for path in sorted(paths)]
    return str(site.templates.render("sitemap.xml", addresses=addresses))
