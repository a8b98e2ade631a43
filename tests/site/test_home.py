"""The home page: what it calls newly named, what it tells as stories, how much it says there is."""

from __future__ import annotations

import pytest

from generator.model.registry import Registry
from generator.reading.read import read_texts
from generator.site.home.coverage import coverage
from generator.site.home.page import newly_named
from generator.site.home.still import still
from generator.site.home.stories import chosen
from generator.site.workshops.beginning import beginning
from tests.made import samples

_RECORD = """\
id: {id}
name: 示例职工创新工作室
kind: 工作室
designations:
"""
_NAMED = "  - title: 大连市职工创新工作室\n    level: 市级\n"
_REVOKED = "events:\n  - kind: 撤销\n    date: 2025-05-01\n"
_SOURCE = "sources:\n  - title: 示例（虚构）\n    supports: [designations]\n"
# The dates on which each workshop was named, DL0001 first; then which are shown.
CASES = {
    "nothing": ([], ""),
    "by day within a year": (["2023-02-01", "2023-07-13"], "2 1"),
    "by the latest of several": (["2015 2022", "2019"], "1 2"),
    "the same day in the register's order": (["2023", "2023"], "1 2"),
    "the undated are not new": (["unknown", "2001"], "2"),
    "the revoked are not shown": (["2023 revoked", "2022"], "2"),
    "at most six": ([str(year) for year in range(2010, 2020)], "10 9 8 7 6 5"),
}


def record(number: int, dates: str) -> str:
    """A made-up record that was named on these dates."""
    words = dates.split()
    named = [
        _NAMED + (f"    date: {word}\n" if word[0].isdigit() else "") for word in words if word != "revoked"
    ]
    events = _REVOKED if "revoked" in words else ""
    return "".join([_RECORD.format(id=f"DL{number:04}"), *named, events, _SOURCE])


@pytest.mark.parametrize(("dates", "shown"), CASES.values(), ids=CASES)
def test_newly_named(dates: list[str], shown: str) -> None:
    records = {
        f"workshops/0000/DL{number:04}.yml": record(number, day) for number, day in enumerate(dates, 1)
    }
    rest = {path: text for path, text in samples.texts().items() if path != samples.RECORD}
    registry, problems = read_texts({**rest, **records}, samples.names())
    told = [int(workshop.id.removeprefix("DL")) for workshop in newly_named(registry.workshops)]
    assert " ".join(map(str, told)) == shown
    assert problems == []


def registry(*rests: str, **texts: str) -> Registry:
    """A registry of records that tell this beside a name; `texts`: further files by their names."""
    records = {
        f"workshops/0000/DL{number:04}.yml": f"id: DL{number:04}\nname: 示例{number}创新工作室\nkind: 工作室\n{rest}{_SOURCE}"
        for number, rest in enumerate(rests, 1)
    }
    rest = {path: text for path, text in samples.texts().items() if path != samples.RECORD}
    return read_texts(
        {**rest, **records, **{f"{name}.yml": it for name, it in texts.items()}}, samples.names()
    )[0]


_PHOTO = "photos:\n  - {file: dl0001-1.jpg, alt: 示例, credit: 示例, consent: 2025-01-01}\n"
_LED = "leader: {name: 王示例, basis: {kind: 公开报道}}\n"
_NAMED_ONCE = f"designations:\n{_NAMED}"
_RESULTS = "achievements:\n  - {kind: 专利, count: 1}\n  - {kind: 论文, count: 1}\n"
_SHORT, _LONG = "summary: 做了很多事。\n", f"summary: {'做了很多事。' * 20}\n"
# What each record tells beside its name; the numbers of those that are told, the richest first.
TOLD = {
    "one without a summary has no story": ([_NAMED_ONCE, _NAMED_ONCE + _SHORT], "2"),
    "a photograph comes first": ([_NAMED_ONCE + _LONG, _NAMED_ONCE + _SHORT + _PHOTO], "2 1"),
    "then how much is written": ([_NAMED_ONCE + _SHORT, _NAMED_ONCE + _LONG], "2 1"),
    "then how many results": ([_NAMED_ONCE + _SHORT, _NAMED_ONCE + _SHORT + _RESULTS], "2 1"),
    "of equals the first": ([_NAMED_ONCE + _SHORT] * 5, "1 2 3"),
    "of a unit one": ([_NAMED_ONCE + _SHORT + "unit: 示例公司\n"] * 3 + [_NAMED_ONCE + _SHORT], "1 4"),
    "the revoked are not told": ([_NAMED_ONCE + _SHORT + _REVOKED, _NAMED_ONCE + _SHORT + _LED], "2"),
    "the undesignated neither": ([_SHORT], ""),
}  # fmt: skip


@pytest.mark.parametrize(("rests", "told"), TOLD.values(), ids=TOLD)
def test_what_is_told_as_a_story(rests: list[str], told: str) -> None:
    assert " ".join(it.id[-1] for it in chosen(registry(*rests))) == told


def test_who_was_taken_down_is_no_story() -> None:
    gone = "leader: {basis: {kind: 本人要求撤下, date: 2025-01-01}}\n"
    assert chosen(registry(_NAMED_ONCE + _LONG + gone)) == []


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("一句。", "一句。"),
        ("一句。第二句。", "一句。第二句。"),
        (f"一句。{'长' * 80}。", "一句。"),
        (f"开头，{'长' * 90}。", "开头……"),
        ("长" * 90, f"{'长' * 80}……"),
        ("没有句号", "没有句号。"),
        ("一段。\n又一段。", "一段。又一段。"),
    ],
)
def test_a_story_is_whole_sentences(summary: str, told: str) -> None:
    assert beginning(summary) == told


_TOTALS = """\
totals:
  - {date: 2023-07-19, workshops: 1469, sources: [{title: 某报道（虚构）, url: "https://www.example.com/a"}]}
  - {date: 2019-05-01, workshops: 900, sources: [{title: 某报道（虚构）}]}
"""


def test_how_much_of_what_there_is() -> None:
    held = registry(
        "",
        "designations:\n  - {title: 大连市职工创新工作室, level: 市级, date: 2023-07-13, notice: naming-2023}\n",
        totals=_TOTALS,
    )
    figures = [(it.number, it.text, it.path, it.address) for it in coverage(held)]
    assert figures == [
        ("2", "已收录的工作室", "workshops/", ""),
        ("1/3", "2023 年通报命名 3 个，已收录 1 个", "notices/naming-2023/", ""),
        ("1469", "全市各级一共，2023 年 7 月 19 日公开报道", "", "https://www.example.com/a"),
    ]
    assert [it.number for it in coverage(registry(totals="totals: []\n"))] == ["0", "0/3"]


def test_the_still_map_shows_what_is_known_and_no_more() -> None:
    hidden = "district: 甘井子区\nlocation: {lon: 121.5, lat: 38.95, map: none}\n"
    point = "district: 甘井子区\nlocation: {lon: 121.5, lat: 38.95, precision: 单位}\n"
    drawn = still(registry("district: 甘井子区\n", "district: 甘井子区\n", hidden, point, point, ""))
    assert drawn and drawn.number == 4
    assert [(spot.name, spot.number) for spot in drawn.spots] == [("甘井子区", 2)]
    assert drawn.points.count("M") == 1, "what lies in one place is drawn once"
    assert still(registry("", hidden)) is None
