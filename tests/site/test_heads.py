"""Titles and descriptions as a careful editor writes them: of each page its own, whole sentences, neither too short nor too long."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

NAME = "大连市劳模和职工创新工作室名册"
LONGEST = 60  # characters of a title without the site's name; a document's own title may be longer
SHORT, LONG = 18, 160  # characters of a description; search engines show some 80 of Chinese
REPEATED = (
    8  # characters that no description says twice in a sentence of its own; names of workshops and units may
)
OF_RECORDS = re.compile("(?:workshops|v|units|notices|years|editions|edit)/")
MOVED = 'http-equiv="refresh"'
# The map's page has the site's name in its description.
WITH_NAME = ("map/index.html",)


class Head(NamedTuple):
    """The title without the site's name, and the description."""

    title: str
    description: str


def heads(site: Path) -> dict[str, Head]:
    """Of each page by its path."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        content = path.read_text("utf-8")
        if MOVED in content or path.is_relative_to(site / "embed"):  # shown in frames, and found by nobody
            continue
        page = LexborHTMLParser(content)
        (heading,), (meta,) = page.css("head > title"), page.css("head > meta[name=description]")
        title, told = heading.text(), meta.attributes["content"] or ""
        assert title.endswith(NAME)
        found[path.relative_to(site).as_posix()] = Head(title.removesuffix(NAME).removesuffix(" - "), told)
    return found


@pytest.fixture(scope="module", params=["site", "made_up"])
def told(request: pytest.FixtureRequest) -> dict[str, Head]:
    """The heads of the real site, and of a made-up one."""
    return heads(request.getfixturevalue(request.param))


def test_each_page_has_its_own(told: dict[str, Head]) -> None:
    for which in ("title", "description"):
        pages = defaultdict(list)
        for path, head in told.items():
            pages[getattr(head, which)].append(path)
        assert {text: paths for text, paths in pages.items() if len(paths) > 1} == {}


def test_they_are_as_long_as_can_be_read(told: dict[str, Head]) -> None:
    assert told["index.html"].title == "", "the home page is called by the site's name alone"
    wrong = [
        (path, head)
        for path, head in told.items()
        if (len(head.title) > LONGEST and not path.startswith("notices/"))
        or not SHORT <= len(head.description) <= LONG
    ]
    assert wrong == []


def test_a_description_is_a_sentence_and_says_nothing_twice(told: dict[str, Head]) -> None:
    wrong = []
    for path, (title, text) in told.items():
        own = re.sub("：[^；]*(?=；列出|，各有)", "", text)  # but for the names in a list
        twice = re.search(rf"(.{{{REPEATED},}}).*\1", own) if not OF_RECORDS.match(path) else None
        colons = re.search("：[^。；]*：", text) if not OF_RECORDS.match(path) else None
        named = NAME in text and path not in WITH_NAME
        if not text.endswith(("。", "……")) or twice or colons or named or text == title:
            wrong.append((path, text))
    assert wrong == []


def test_a_page_that_is_not_there_says_so(told: dict[str, Head]) -> None:
    assert told["404.html"].title == "没有这一页"
    assert "编号" in told["404.html"].description
