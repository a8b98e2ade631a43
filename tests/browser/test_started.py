"""A page whose own script does not start: a sentence says so, and what only the script would serve is not shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.windows import Windows

SAID = ".rg-unscripted"
APPLICATION, CHECK = "forms/2019/application/", "notices/2019-24/check/"
# A page; a script that its own imports, or its own; what is not shown then, and something that is.
PAGES = (
    ("workshops/", "lists/match.js", ".rg-filters", "#rg-static"),
    ("achievements/", "achievements/rows.js", ".rg-filters", "#rg-static"),
    ("map/", "map/marks.js", ".rg-filters, .rg-map-beside", "table.rg-chart"),
    ("map/", "vendor/leaflet/leaflet.js", ".rg-filters, .rg-map-beside", "table.rg-chart"),
    (APPLICATION, "application/boxes.js", "#rg-application", f"{SAID} a[download]"),
    ("edit/", "edit/form/list.js", "#rg-opening, #rg-edit", f"{SAID} a"),
    (CHECK, "notices/verdict.js", ".rg-check input, .rg-result", ".rg-conditions li"),
    ("search/?kw=1", "search/box.js", "#search-again", "#search-help"),
)
# What a browser gets in its place: nothing, or what it cannot parse.
INSTEAD = {"missing": (404, ""), "unparsed": (200, "let young = a ?. ?? b;")}


def shown(page: Page, selector: str) -> int:
    """How many of them can be seen."""
    return page.locator(selector).locator("visible=true").count()


@pytest.mark.parametrize("instead", INSTEAD)
@pytest.mark.parametrize("case", PAGES, ids=[f"{page}-{script}" for page, script, _, _ in PAGES])
def test_a_script_that_fails_is_told_and_its_controls_are_hidden(
    windows: Windows, synthetic_address: str, case: tuple[str, str, str, str], instead: str
) -> None:
    where, script, hidden, left = case
    status, body = INSTEAD[instead]
    with windows.fresh() as page:  # nothing of it is kept
        page.route(
            f"**/{script}",
            lambda route: route.fulfill(status=status, body=body, content_type="text/javascript"),
        )
        page.goto(synthetic_address + where)
        expect(page.locator(SAID)).to_be_visible()
        assert shown(page, hidden) == 0
        assert shown(page, left) > 0
        page.unroute(f"**/{script}")
        page.reload()
        expect(page.locator("[data-starts]")).to_have_count(0)
        assert shown(page, SAID) == 0
        assert shown(page, hidden) > 0 or script == "search/box.js"


def test_a_workshop_s_page_hides_buttons_that_do_nothing(windows: Windows, synthetic_address: str) -> None:
    with windows.fresh() as page:
        page.route("**/base/share.js", lambda route: route.fulfill(status=404))
        page.goto(f"{synthetic_address}workshops/DL0005/")
        expect(page.locator(".rg-share")).to_be_hidden()
