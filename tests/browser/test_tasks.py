"""What three readers come for, from the home page on: how often each must press until it is there.

Before the box at /v/, the sorted list of the map and headings that name their conditions it took 4, 5 and 2 presses (counted by
hand on the version before), and the printed list did not say of what it was.
"""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from generator.model.registry import Registry
from tests.browser.test_map import context_at
from tests.browser.windows import Windows

PHONE = 390


class Reader:
    """Counts what somebody presses; typing a text with the enter key at its end is one press."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.pressed = page, 0
        page.goto(home)

    def press(self, what: Locator) -> None:
        """Press a link or a button."""
        what.click()
        self.pressed += 1

    def type(self, box: Locator, text: str) -> None:
        """Write into a box, and send it."""
        box.fill(text)
        box.press("Enter")
        self.pressed += 1


def test_a_teacher_finds_a_workshop_near_the_school(browser: Browser, synthetic_address: str) -> None:
    """Near 中山广场: the map, where I am, the first of the list, which tells how to visit or whom to ask."""
    with context_at(browser, 38.921, 121.638) as context:
        page = context.new_page()
        page.set_viewport_size({"width": PHONE, "height": 800})
        reader = Reader(page, synthetic_address)
        reader.press(page.get_by_role("link", name="看地图"))
        reader.press(page.locator("[data-view=near]"))
        first = page.locator("#rg-in-view li").first
        expect(first).to_contain_text("公里")
        reader.press(first.get_by_role("link").first)
        expect(page).to_have_url(re.compile(r"/workshops/DL\d+/$"))
        expect(page.get_by_text("用地图软件找").first).to_be_visible()
        assert reader.pressed <= 3


def test_a_visitor_checks_a_plaque(
    windows: Windows, synthetic_registry: Registry, synthetic_address: str
) -> None:
    """The plaque's id, as people write it: what it is worth is the first thing said."""
    workshop = synthetic_registry.workshops[6]
    with windows.opened(PHONE) as page:
        reader = Reader(page, synthetic_address)
        reader.press(page.locator("footer").get_by_role("link", name="核验"))
        reader.type(page.locator("main").get_by_role("textbox"), f"dl{int(workshop.id[2:])}")
        expect(page).to_have_url(f"{synthetic_address}v/{workshop.id}/")
        expect(page.locator("h1")).to_contain_text(workshop.name)
        assert reader.pressed <= 2


def test_an_official_prints_the_list_of_a_district(
    windows: Windows, synthetic_registry: Registry, synthetic_address: str
) -> None:
    """All of it, with a heading that says of what."""
    held = [it for it in synthetic_registry.workshops if it.district == "长海县"]
    with windows.opened(1280) as page:
        reader = Reader(page, synthetic_address)
        reader.press(page.locator("main").get_by_role("link", name="区域", exact=False).first)
        reader.press(page.locator("main").get_by_role("link", name=re.compile("^长海县")).first)
        page.emulate_media(media="print")
        expect(page.locator("h1")).to_contain_text("长海县")
        assert page.locator("main tbody tr").count() == len(held)
        assert reader.pressed <= 2
