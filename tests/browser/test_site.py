"""The real site, looked at in a browser: everything is there, nothing is asked of another host, nothing is said in red."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from generator.doors import build
from tests import ROOT
from tests.browser.windows import Watched, Windows

WORKSHOPS = {
    "DL0001": "王建强职工创新工作室",
    "DL0002": "肖阳劳模创新工作室",
    "DL0003": "冯宝明职工创新工作室",
    "DL0004": "李圣军职工创新工作室",
    "DL0005": "陈兆海创新工作室",
    "DL0006": "尚东劳模创新工作室",
    "DL0007": "大连市生物塑化技术临床应用创新工作室联盟",
}
PATHS = (
    "",
    "workshops/",
    "districts/",
    "districts/unknown/",
    "zones/",
    "zones/gaoxin/",
    "industries/",
    "industries/C/",
    "industries/unknown/",
    "categories/",
    "levels/",
    "levels/city/",
    "years/",
    "years/2023/",
    "years/unknown/",
    "statuses/",
    "map/",
    "statistics/",
    "notices/",
    "notices/2019-24/",
    "notices/2019-24/check/",
    "notices/naming-2023/",
    "forms/",
    "forms/2019/application/",
    "data/",
    "changes/",
    "editions/",
    "todo/",
    "todo/unknown/",
    "v/",
    "v/DL0001/",
    "v/DL0005/",
    "version/",
    "about/",
    "privacy/",
    "corrections/",
    *(f"workshops/{id_}/" for id_ in WORKSHOPS),
)


def test_every_page_is_whole(watched: Watched, address: str) -> None:
    page = watched.page
    for path in PATHS:
        page.set_viewport_size({"width": 390, "height": 844})
        answer = page.goto(address + path)
        assert answer is not None and answer.status == 200, path
        assert page.locator("h1").count() == 1, path
        assert page.locator("meta[name=description]").get_attribute("content"), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert not re.search(r"\[\[\w+\]\]", page.content()), path  # a slot that nobody filled
        page.set_viewport_size({"width": 1280, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
    assert watched.wrong == []


def test_each_workshop_has_its_page(watched: Watched, address: str) -> None:
    for id_, name in WORKSHOPS.items():
        watched.page.goto(f"{address}workshops/{id_}/")
        assert watched.page.locator("h1").inner_text() == name
        assert name in watched.page.title()
        assert watched.page.locator("h2", has_text="来源").count() == 1


def test_unknown_values_are_told_and_listed(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}workshops/DL0002/")
    assert page.locator("dt", has_text="区域").count() == 0
    page.locator(".rg-missing a", has_text="区域").click()
    assert page.locator("h1").inner_text() == "区域待补充"
    records = build.load(ROOT / "registry").registry.workshops
    names = page.locator("table.rg-cards tbody th a").all_inner_texts()
    assert sorted(names) == sorted(one.name for one in records if not one.district)
    page.goto(f"{address}years/unknown/")
    names = page.locator("table.rg-cards tbody th a").all_inner_texts()
    assert names == ["李圣军职工创新工作室", "陈兆海创新工作室"]


def test_what_rests_on_reports_says_so(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}workshops/DL0005/")
    assert "依据公开报道，待主管工会核定" in page.locator(".rg-doubt").inner_text()
    page.goto(f"{address}workshops/DL0004/")
    assert "名称待核" in page.locator(".rg-portrait .rg-doubt").first.inner_text()
    page.goto(f"{address}workshops/DL0001/")
    assert page.locator(".rg-doubt").count() == 0
    assert page.locator(".rg-timeline a").get_attribute("href") == "../../notices/naming-2023/"


def test_the_call_is_whole_and_says_that_it_is_over(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}notices/2019-24/")
    text = "".join(page.locator(".rg-document").inner_text().split())
    assert "大工办发〔2019〕24号" in text
    assert "已有效运行2年以上,以相对固定的团队协作模式开展创新工作。" in text
    assert "历史联系方式" in text
    assert page.locator("h1 + .rg-over").inner_text().startswith("已经截止")
    steps = page.locator(".rg-steps li strong").all_inner_texts()
    assert steps == ["申请", "推荐", "考核", "审定"]
    assert (
        page.locator(".rg-steps li", has_text="2019 年 8 月 30 日").locator("strong").inner_text() == "推荐"
    )


def test_the_naming_notice_counts(watched: Watched, address: str) -> None:
    watched.page.goto(f"{address}notices/naming-2023/")
    assert (
        watched.page.locator(".rg-progress")
        .inner_text()
        .startswith("3/60 通报命名 60 个，名册里写明由它命名的有 3 个")
    )


def test_contacts_stand_in_the_historical_notice_only(site: Path) -> None:
    holders = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in {".html", ".json", ".csv", ".yml", ".js", ".xml", ".ndjson", ".sqlite", ".atom"}
        and any(told in path.read_bytes() for told in (b"82610368", b"1774292723"))
    }
    assert holders == {"notices/2019-24/index.html"}


def test_downloads_answer(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}forms/")
    links = [link.get_attribute("href") or "" for link in page.locator(".rg-downloads a").all()]
    endings = sorted(link.rsplit(".", maxsplit=1)[-1] for link in links)
    assert {"docx", "xlsx"} <= set(endings)
    page.goto(f"{address}notices/2019-24/")
    links += [link.get_attribute("href") or "" for link in page.locator(".rg-downloads a").all()]
    assert {link.rsplit("/", maxsplit=1)[-1] for link in links} >= {"notice.pdf", "notice.docx"}
    for link in links:
        answer = page.request.get(address + link.replace("../", ""))
        assert answer.ok and len(answer.body()) > 1000, link


def test_the_map_draws_land_and_names(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}map/")
    page.wait_for_selector(".rg-label", state="attached")
    assert page.locator(".rg-label").count() == 10
    assert page.locator(".rg-map canvas, .rg-map path").count() >= 1
    assert watched.wrong == []


def test_without_javascript_every_workshop_is_reached(windows: Windows, address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        for facet in ("districts", "industries"):
            page.goto(address)
            page.locator(f".rg-index a[href='{facet}/']").click()
            groups = page.locator(".rg-groups a").evaluate_all("all => all.map(one => one.href)")
            reached = []
            for group in sorted(set(groups)):
                page.goto(group)
                reached += page.locator("table.rg-cards tbody th a").all_inner_texts()
            assert set(reached) == set(WORKSHOPS.values())


def test_data_count_the_same(site: Path) -> None:
    listed = json.loads((site / "data/workshops.json").read_text("utf-8"))["workshops"]
    assert [item["id"] for item in listed] == sorted(WORKSHOPS)
    text = (site / "data/workshops.csv").read_text("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(WORKSHOPS)
    counts = json.loads((site / "data/counts.json").read_text("utf-8"))
    assert counts["workshops"] == len(WORKSHOPS)
    assert sum(counts["facets"]["districts"].values()) == len(WORKSHOPS)


def test_the_frames_are_not_published(site: Path) -> None:
    assert not (site / "frames").exists()
    assert not (site / "sitemap.xml.gz").exists()


def test_no_page_is_in_the_navigation_but_the_main_ones(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    navigation = home[home.index('<nav class="rg-nav"') : home.index("<main")]
    assert "DL0001" not in navigation
