"""What changed, for programs and for readers of feeds: each change once, what it changed, names that stay when the site moves."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from generator.doors import build, disk
from generator.model.changelog import COMMIT, read, steps
from generator.site.page import Looks, each
from generator.site.plan import plan
from generator.site.settings import Project
from tests import ROOT
from tests.made import miniature, samples

ATOM = "{http://www.w3.org/2005/Atom}"


def made(site_url: str, feed_authority: str = "") -> dict[str, bytes]:
    """The miniature's site with other settings."""
    looks = Looks(miniature.frames(), disk.read_folder(ROOT / "site_src/templates"), build.press())
    project = Project(today=samples.TODAY, site_name="名册", site_url=site_url, feed_authority=feed_authority)
    return {
        it.path: it.content for it in each(plan(miniature.registry(), project, looks, miniature.CHANGELOG))
    }


def entries(feed: bytes) -> dict[str, str]:
    """The titles of a feed by their ids."""
    root = ElementTree.fromstring(feed)  # noqa: S314 - our own text
    return {
        entry.findtext(f"{ATOM}id", ""): entry.findtext(f"{ATOM}title", "")
        for entry in root.iter(f"{ATOM}entry")
    }


def test_each_change_stands_once_newest_first_and_says_what_it_changed() -> None:
    site = {it.path: it.content for it in miniature.outputs()}
    told = [json.loads(line) for line in site["data/changes.ndjson"].splitlines()]
    assert [it["date"] for it in told] == sorted((it["date"] for it in told), reverse=True)
    assert told[0] == {
        "date": "2026-02-28",
        "kind": "修改",
        "record": "workshop",
        "id": "DL0002",
        "name": miniature.registry().called(miniature.registry().workshop_by_id["DL0002"]),
        "path": "workshops/DL0002/",
        "keys": ["events", "sources"],
    }
    corrected = [it for it in told if it["kind"] == "更正"]
    assert len(corrected) == sum(len(it.corrections) for it in miniature.registry().workshops) > 0
    assert all(it["what"] and it["why"] for it in corrected)
    titles = list(entries(site["changes/changes.atom"]).values())
    assert len(titles) == len(told)
    assert titles[0].startswith("修改：")
    assert titles[0].endswith("（后续情况、来源）")


def test_ids_stay_when_the_site_moves() -> None:
    before = made(site_url="https://register.example/")
    after = made(site_url="https://elsewhere.example/mingce/", feed_authority="register.example,2026")
    for path in ("changes/changes.atom", "data/news.atom"):
        assert entries(before[path]) == entries(after[path])
        assert entries(before[path])


def test_a_correction_has_one_id_in_both_feeds() -> None:
    site = {it.path: it.content for it in miniature.outputs()}
    both = [
        {id_ for id_ in entries(site[path]) if "%E6%9B%B4%E6%AD%A3-" in id_}
        for path in ("changes/changes.atom", "data/news.atom")
    ]
    assert both[0] == both[1] != set()


def test_the_sitemap_says_when_a_record_changed() -> None:
    site = {it.path: it.content for it in miniature.outputs()}
    root = ElementTree.fromstring(site["sitemap.xml"])  # noqa: S314 - our own text
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    days = {url.findtext(f"{name}loc", ""): url.findtext(f"{name}lastmod") for url in root}
    for page, day in (
        ("workshops/DL0002/", "2026-02-28"),
        ("v/DL0002/", "2026-02-28"),
        ("notices/naming-2023/", "2025-05-06"),
        ("workshops/DL0004/", None),  # not committed
        ("data/", None),
    ):
        assert days[f"https://register.example/{page}"] == day


def test_what_only_comments_say_is_no_change() -> None:
    log = f"{COMMIT}86400\n:100644 100644 a b M\tworkshops/DL0001.yml\n"
    texts = {
        "a": "name: 甲\nsources:\n- title: 乙\n",
        "b": "# 核对过\nname: 甲\n\nsources:\n  # 丙\n- title: 乙\n",
    }
    (change,) = read(steps(log), texts, ("c", miniature.CHANGELOG.day or samples.TODAY), ()).changes
    assert (change.keys, change.day.isoformat()) == ((), "1970-01-02")
