"""An id in the box of verification, and addresses of ids that the registry has not, or that are written otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.windows import Watched, Windows

UNKNOWN = "名册里没有这个编号"


def lost(page: Page, site: Path) -> None:
    """Addresses that lead nowhere give the site's own page, as hosts do."""

    def answer(route: Route) -> None:
        path = route.request.url.split("/", 3)[3].split("?")[0]
        if (site / path / "index.html").is_file() or (site / path).is_file():
            route.continue_()
        else:
            route.fulfill(status=404, body=(site / "404.html").read_text("utf-8"), content_type="text/html")

    page.route("**/*", answer)


@pytest.mark.parametrize("typed", ["DL0003", "dl3", "ＤＬ－３", "3", " DL 0003 "])
def test_an_id_leads_to_what_verifies_it(watched: Watched, address: str, typed: str) -> None:
    page = watched.page
    page.goto(f"{address}v/")
    page.get_by_label("编号").fill(typed)
    page.get_by_role("button", name="核验").click()
    page.wait_for_url(f"{address}v/DL0003/")
    assert watched.wrong == []


@pytest.mark.parametrize(("typed", "told"), [("DL9999", f"{UNKNOWN}：DL9999。"), ("九号", "请写编号")])
def test_an_id_that_there_is_not_is_told_with_what_to_do(
    watched: Watched, address: str, typed: str, told: str
) -> None:
    page = watched.page
    page.goto(f"{address}v/")
    page.get_by_label("编号").fill(typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(told)
    expect(page.get_by_role("status").get_by_role("link", name="按名称、领衔人、单位找")).to_be_visible()
    page.get_by_role("link", name="告诉我们").click()
    page.wait_for_url(f"{address}corrections/")
    assert watched.wrong == []


@pytest.mark.parametrize("path", ["v/DL9999/", "v/dl9999", "workshops/DL9999/"])
def test_an_address_of_no_id_says_so(watched: Watched, address: str, site: Path, path: str) -> None:
    page = watched.page
    lost(page, site)
    page.goto(address + path)
    expect(page.locator("h1")).to_have_text(UNKNOWN)
    expect(page.locator("#rg-missing")).to_contain_text("DL9999")
    expect(page.locator("#rg-lost")).to_be_hidden()
    assert page.title().startswith(UNKNOWN)


@pytest.mark.parametrize(
    ("path", "right"), [("v/dl0001/", "v/DL0001/"), ("workshops/dl1", "workshops/DL0001/")]
)
def test_an_id_written_otherwise_leads_on(
    watched: Watched, address: str, site: Path, path: str, right: str
) -> None:
    page = watched.page
    lost(page, site)
    page.goto(address + path)
    page.wait_for_url(address + right)


def test_another_address_is_told_as_ever(watched: Watched, address: str, site: Path) -> None:
    page = watched.page
    lost(page, site)
    page.goto(f"{address}nothing/")
    expect(page.locator("h1")).to_have_text("没有这一页")
    expect(page.locator("#rg-lost")).to_be_visible()


def test_without_javascript_it_is_told_plainly(windows: Windows, address: str, site: Path) -> None:
    with windows.opened(360, scripts=False) as page:
        page.goto(f"{address}v/")
        expect(page.locator("#rg-verify")).to_be_hidden()
        expect(page.locator(".rg-unscripted")).to_be_visible()
        lost(page, site)
        page.goto(f"{address}v/DL9999/")
        expect(page.locator("#rg-lost")).to_contain_text(UNKNOWN)
