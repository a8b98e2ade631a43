"""The check of the finished site: each page of tests/pages is told of exactly as it says, as a browser would read it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.reading.read import read_texts
from generator.site import verify
from generator.site.output import Output
from tests.made import miniature

PAGES = Path(__file__).resolve().parent.parent / "pages"
FILES = sorted(PAGES.glob("*.yml"))
THERE = frozenset({"index.html", "notices/a/index.html", "名单/index.html"})
ASSETS = frozenset({"assets/x.css", "assets/x.js", "assets/x.png"})
FRAME = '<!doctype html><html lang="zh"><title>甲</title><main>[[body]]</main><p>乙</p></html>'


def cases() -> list[dict[str, Any]]:
    """All cases, each with its file's name."""
    return [
        {"file": path.stem, "at": "workshops/DL0001/index.html", **case}
        for path in FILES
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def told(at: str, *pages: str) -> list[str]:
    """What is told of pages in a site of nothing else; the first stands at `at`."""
    registry, _ = read_texts({}, frozenset())
    outputs = [
        Output(path, page.encode("utf-8"), "test") for path, page in zip((at, "b.html"), pages, strict=False)
    ]
    problems = verify.verify(registry, outputs, THERE | ASSETS, "https://register.example/r/")
    return [f"{problem.code} {problem.message}" for problem in problems if problem.code != "P501"]


def wanted(case: dict[str, Any]) -> list[str]:
    """What a case says."""
    unknown = [f"P504 页面里有内嵌脚本（{verify.script_hash(text)}）" for text in case.get("of", ())]
    return sorted([*case.get("told", ()), *unknown])


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['file']}: {case['page'][:60]}")
def test_a_page_is_told_of(case: dict[str, Any]) -> None:
    assert sorted(told(case["at"], case["page"])) == wanted(case)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case['file']}: {case['page'][:60]}")
def test_it_is_told_of_within_a_frame_too(case: dict[str, Any]) -> None:
    assert sorted(told(case["at"], FRAME.replace("[[body]]", case["page"]))) == wanted(case)


def test_what_is_right_in_one_folder_may_be_wrong_in_another() -> None:
    link = '<a href="../../notices/a/">x</a><a href="notices/a/">x</a>'
    assert told("workshops/DL0001/index.html", link, link) == [
        "P502 链接没有去处：../../notices/a/",
        "P502 链接没有去处：notices/a/",
    ]


def test_a_page_too_few_or_twice_is_refused() -> None:
    page = Output("index.html", b"", "test")
    problems = verify.verify(miniature.registry(), [page, page], frozenset(), "")
    assert [problem.code for problem in problems] == ["P505", "P501", "P501", "P501", "P501"]


@pytest.mark.parametrize(
    "path",
    [
        "../x.html",
        "/x.html",
        "a/../../x.html",
        "a/./x.html",
        "a//x.html",
        "..",
        "",
        "C:/x.html",
        "a\\..\\x.html",
        "a\nb.html",
    ],
)
def test_nothing_is_written_outside_the_site(path: str) -> None:
    registry, _ = read_texts({}, frozenset())
    told = verify.verify(registry, [Output(path, b"", "test")], frozenset(), "")
    assert [problem.code for problem in told] == ["P508"]
