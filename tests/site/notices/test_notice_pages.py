"""The list of notices, calls set apart; a call that is over says so first, and what to do instead."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.doors import disk
from generator.doors.build import press
from generator.reading.read import read_texts
from generator.site.page import Looks, each
from generator.site.plan import plan
from generator.site.settings import Project
from tests import ROOT
from tests.made import miniature, samples

BEFORE, AFTER = date(2023, 3, 20), date(2026, 3, 1)
NEXT = {
    "id: call-2023": "id: call-2026",
    "date: 2023-03-01": "date: 2026-02-01",
    "2023-04-30": "2026-04-30",
    "[2023/application]": "[]",
}
CALL = "notices/call-2023/index.html"


def made(today: date, more: dict[str, str] | None = None) -> dict[str, LexborHTMLParser]:
    """The site's pages as they are on a day."""
    registry, problems = read_texts(miniature.texts() | (more or {}), samples.names())
    assert problems == []
    looks = Looks(miniature.frames(), disk.read_folder(ROOT / "site_src/templates"), press())
    outputs = each(plan(registry, Project(today, "名册", "", ""), looks))
    return {
        output.path: LexborHTMLParser(output.content.decode())
        for output in outputs
        if output.path.startswith(("notices/", "forms/")) and output.path.endswith(".html")
    }


@pytest.fixture(scope="module")
def over() -> dict[str, LexborHTMLParser]:
    return made(AFTER)


@pytest.fixture(scope="module")
def still() -> dict[str, LexborHTMLParser]:
    return made(BEFORE)


def shown(page: LexborHTMLParser) -> str:
    """The texts of a page in their order, without what waits for the reader's day."""
    for hidden in page.css("[hidden]"):
        hidden.decompose()
    return first(page, "body").text()


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    """What the selector finds first."""
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def test_calls_stand_apart_and_all_bear_their_day_first(over: dict[str, LexborHTMLParser]) -> None:
    page = over["notices/index.html"]
    assert [it.text() for it in page.css("h2")] == ["推荐申报通知", "命名通报"]
    calls, namings = page.css(".rg-dated")
    assert "call-2023" in (calls.html or "") and "call-2023" not in (namings.html or "")
    for line in page.css(".rg-dated li"):
        assert first_text(line).endswith(("日", "月", "年"))


def first_text(line: LexborNode) -> str:
    """The text of the first element of a line."""
    child = line.css_first("span")
    assert child is not None
    return child.text()


def test_a_call_that_is_over_leads_with_it_and_says_what_next(over: dict[str, LexborHTMLParser]) -> None:
    page = over[CALL]
    text = shown(page)
    assert text.index("已经截止") < text.index("当时的申报表") < text.index("通知原文")
    assert "列在通知公告" in text and "在线填写" not in text
    assert page.css_first(".md-button--primary") is None
    assert "已经截止" in first(over["notices/index.html"], ".rg-dated .rg-status").text()


def test_a_call_that_is_open_asks_to_apply_till_the_readers_day_is_past_it(
    still: dict[str, LexborHTMLParser],
) -> None:
    page = still[CALL]
    until, deadline = first(page, "[data-until]"), first(page, "[data-deadline]")
    assert "在线填写申报表" in until.text() and "hidden" not in until.attributes
    assert "已经截止" in deadline.text() and "hidden" in deadline.attributes
    assert "已经截止" not in shown(page)


def test_an_old_call_leads_to_the_one_that_is_open() -> None:
    call = samples.changed(samples.CALL, NEXT)
    pages = made(AFTER, {"notices/call-2026.yml": call})
    link = first(pages[CALL], ".rg-over a")
    assert (link.attributes["href"] or "").endswith("notices/call-2026/")
    assert "现在可以申报的是" in first(pages[CALL], ".rg-over").text()
    states = [it.text() for it in pages["notices/index.html"].css(".rg-dated .rg-status:not([hidden])")]
    assert states == ["正在申报", "已经截止"]


def test_forms_of_a_call_that_is_over_are_to_look_at(over: dict[str, LexborHTMLParser]) -> None:
    page = over["forms/index.html"]
    assert "已经截止" in first(page, "body").text()
    assert page.css_first(".md-button--primary") is None
