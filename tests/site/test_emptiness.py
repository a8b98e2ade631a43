"""One rule for emptiness: what nobody knows leaves, rows of nothing fold, sums that do not add up say why."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.doors import disk
from generator.model.facets import facets
from generator.model.registry import Registry
from generator.reading.read import read_texts
from generator.site import emptiness
from generator.site.lists.filters import LABELS
from tests import ROOT
from tests.made import samples

_RECORD = "id: {id}\nname: 示例{number}创新工作室\nkind: 工作室\n{rest}sources:\n  - title: 示例（虚构）\n    supports: [name]\n"
_CITY = "designations:\n  - {title: 大连市职工创新工作室, level: 市级}\n"
_TWICE = _CITY + "  - {title: 辽宁省职工创新工作室, level: 省级}\n"


def registry(*rests: str) -> Registry:
    """A registry of records that tell this, and no more."""
    records = {
        f"workshops/0000/DL{number:04}.yml": _RECORD.format(id=f"DL{number:04}", number=number, rest=rest)
        for number, rest in enumerate(rests, 1)
    }
    kept: Mapping[str, str] = {path: text for path, text in samples.texts().items() if path != samples.RECORD}
    return read_texts({**kept, **records}, samples.names())[0]


# What each record tells; the facet; the groups that are shown; what is said of their sum.
SUMS = {
    "all in one": (["category: 劳模\n"], "categories", ("model", "staff"), ""),
    "one in none": (["category: 劳模\n", ""], "categories", ("model", "staff"), "另有 1 个未写明类别"),
    "the unknown are a row": (["category: 劳模\n", ""], "categories", ("model", "unknown"), ""),
    "one in two": ([_TWICE], "levels", ("city", "province"), "有的在几项里，各项都计入，合起来比总数多"),
    "both": (
        [_TWICE, ""],
        "levels",
        ("city", "province"),
        "另有 1 个未写明级别；有的在几项里，各项都计入，合起来比总数多",
    ),
    "none in any": (["", ""], "categories", ("model", "staff"), ""),
    "no row for them at all": (
        ["zone: 长兴岛经济区\n", ""],
        "zones",
        ("长兴岛经济区",),
        "另有 1 个未写明开放先导区",
    ),
}


@pytest.mark.parametrize(("rests", "facet", "slugs", "said"), SUMS.values(), ids=SUMS)
def test_sums_that_do_not_add_up_say_why(
    rests: list[str], facet: str, slugs: tuple[str, ...], said: str
) -> None:
    held = registry(*rests)
    divided = facets(held)[facet]
    groups = [group for slug in slugs if (group := divided.group(slug))]
    assert len(groups) == len(slugs)
    assert emptiness.reckoned(divided, groups, len(held.workshops)) == said


BLANK = {
    "nothing is told": (["", ""], {"districts", "zones", "industries", "categories", "levels", "years", "recommenders", "units"}),
    "one tells one thing": (["district: 甘井子区\n", ""], {"zones", "industries", "categories", "levels", "years", "recommenders", "units"}),
    "no record at all": ([], {"districts", "zones", "industries", "categories", "levels", "years", "statuses", "recommenders", "units"}),
}  # fmt: skip


@pytest.mark.parametrize(("rests", "slugs"), BLANK.values(), ids=BLANK)
def test_what_nobody_tells_is_blank(rests: list[str], slugs: set[str]) -> None:
    divided = facets(registry(*rests))
    assert {slug for slug, facet in divided.items() if emptiness.is_blank(facet)} == slugs
    assert {link.path for link in emptiness.blank(divided.values())} == {f"{slug}/" for slug in slugs}


def test_rows_of_nothing_fold() -> None:
    assert emptiness.folded(["a", "b", "", "c"], len) == (("a", "b", "c"), ("",))
    assert emptiness.folded([], int) == ((), ())


def test_nobody_is_led_to_what_nobody_knows(site: Path) -> None:
    """Of the real registry: neither the menu nor the foot of a page, nor the filters, nor the page of search."""
    texts, names, _ = disk.read_registry(ROOT / "registry")
    divided = facets(read_texts(texts, names)[0])
    blank = {slug for slug, facet in divided.items() if emptiness.is_blank(facet)}
    assert blank < divided.keys(), "else this proves nothing"
    page = LexborHTMLParser((site / "workshops/index.html").read_bytes())
    led = {(link.attributes["href"] or "").removeprefix("../") for link in page.css(".rg-nav a, .rg-index a")}
    asked = {box.attributes["data-facet"] for box in page.css("[data-facet]")}
    assert "years/" in led and "years" in asked
    assert led.isdisjoint(f"{slug}/" for slug in blank) and asked.isdisjoint(blank)
    told = [link.attributes["href"] for link in page.css(".rg-blank a")]
    assert told == [f"../{slug}/" for slug in LABELS if slug in blank]
    found = LexborHTMLParser((site / "search/index.html").read_bytes())
    assert {link.attributes["href"] for link in found.css("#search-help a")}.isdisjoint(
        f"../{it}/" for it in blank
    )
