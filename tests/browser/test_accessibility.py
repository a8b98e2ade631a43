"""For everyone: no violation of WCAG 2.2 AA on any kind of page, all of it by keyboard, at 200 % and in larger text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import axe
from tests.conftest import serve
from tests.made import pagekinds

PHONE, DESK = 360, 1280


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """The address of a site with every kind of page."""
    yield from serve(made_up)


def opened(browser: Browser, width: int, scheme: str = "light") -> BrowserContext:
    """A window of that width."""
    dark = scheme == "dark"
    return browser.new_context(
        viewport={"width": width, "height": 800},
        locale="zh-CN",
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )


def told(page: Page) -> list[str]:
    """Violations, but for the size of points on the map, where their place is what they tell (WCAG 2.5.8, essential)."""
    on_map = "/map/" in page.url
    return [it for it in axe.violations(page) if not (on_map and it.startswith("target-size:"))]


def test_every_part_of_the_site_has_its_kinds(made_up: Path) -> None:
    assert sorted(pagekinds.kinds(made_up)) == sorted(pagekinds.KINDS)
    parts = {path.relative_to(made_up).parts[0] for path in made_up.glob("*/**/index.html")}
    assert parts - {path.split("/")[0] for path in pagekinds.KINDS.values()} == set()


@pytest.mark.parametrize(("scheme", "width"), [("light", DESK), ("dark", PHONE)])
def test_no_kind_of_page_shuts_anybody_out(
    browser: Browser, made_up: Path, address: str, scheme: str, width: int
) -> None:
    wrong = []
    with opened(browser, width, scheme) as context:
        page = context.new_page()
        for name, path in pagekinds.kinds(made_up).items():
            page.goto(address + path, wait_until="networkidle" if name in pagekinds.LATE else "load")
            wrong += [f"{name}: {it}" for it in told(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{name}: wider than the window")
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_open_menu_filters_and_map_shut_nobody_out(
    browser: Browser, address: str, scheme: str, width: int
) -> None:
    with opened(browser, width, scheme) as context:
        page = context.new_page()
        if width == PHONE:
            page.goto(address)
            page.locator(".rg-menu").click()
            page.wait_for_function("() => document.getAnimations().every(it => it.playState !== 'running')")
            assert told(page) == []
        page.goto(address + "workshops/?districts=ganjingzi", wait_until="networkidle")
        if width == PHONE:
            page.locator(".rg-filters-open").click()
        page.locator("[data-facet=industries] .rg-facet-open").click()
        page.locator("[aria-controls=rg-parts-C]").click()
        assert told(page) == []
        page.goto(address + "map/", wait_until="networkidle")
        page.locator(".leaflet-container").focus()
        assert told(page) == []
        page.locator(".rg-locate").first.click()
        page.wait_for_selector(".leaflet-popup-content a")
        assert told(page) == []


def test_the_first_tab_skips_to_the_content(browser: Browser, made_up: Path, address: str) -> None:
    with opened(browser, DESK) as context:
        page = context.new_page()
        for name, path in pagekinds.kinds(made_up).items():
            if name == "search":  # starts in its own box
                continue
            page.goto(address + path)
            page.keyboard.press("Tab")
            link = page.locator(":focus")
            assert "md-skip" in (link.get_attribute("class") or ""), name
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            inside = "document.activeElement.closest('main, footer') !== null"
            assert page.evaluate(inside), name


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_whatever_has_the_focus_is_seen(browser: Browser, address: str, width: int) -> None:
    """Along the whole Tab order of some pages: in the window, of some size, with an outline or a change of its own."""
    with opened(browser, width) as context:
        page = context.new_page()
        for path in ("", "workshops/DL0028/", "statistics/"):
            page.goto(address + path)
            for _ in range(60):
                page.keyboard.press("Tab")
                seen = page.evaluate(_SEEN)
                assert seen in ("body", ""), f"{path}: {seen}"
                if seen == "body":
                    break


_SEEN = """() => {
  const it = document.activeElement;
  if (it === document.body) return "body";
  const shown = it.matches("input.md-option") ? it.nextElementSibling : it;
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  const told = `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}`;
  if (box.width < 2 || box.height < 2 || style.visibility === "hidden") return `not there: ${told}`;
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `outside: ${told}`;
  return style.outlineStyle === "none" && style.boxShadow === "none" && !it.matches(".md-skip") ? `no outline: ${told}` : "";
}"""


def test_the_menu_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, PHONE) as context:
        page = context.new_page()
        page.goto(address)
        menu = page.locator(".rg-menu")
        menu.focus()
        page.keyboard.press("Enter")
        page.locator("a.md-nav__link:focus").wait_for()
        assert menu.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert menu.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.matches('.rg-menu')")


def test_larger_text_is_remembered_and_fits(browser: Browser, made_up: Path, address: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main h1, main p')).fontSize)"
    with opened(browser, PHONE) as context:
        page = context.new_page()
        page.goto(address)
        before = page.evaluate(size)
        switch = page.locator(".rg-larger")
        switch.focus()
        page.keyboard.press("Enter")
        assert switch.get_attribute("aria-pressed") == "true"
        page.reload()
        assert page.evaluate(size) > before * 1.2
        for name, path in pagekinds.kinds(made_up).items():
            page.goto(address + path)
            assert page.evaluate("document.documentElement.classList.contains('rg-large')"), name
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE, name
        page.goto(address)
        assert told(page) == []
        switch.click()
        page.reload()
        assert page.evaluate(size) == before


def test_nothing_is_lost_at_200_per_cent(browser: Browser, made_up: Path, address: str) -> None:
    """A window of 1280 pixels zoomed to 200 % is one of 640: no page may need to be scrolled sideways."""
    with opened(browser, 640) as context:
        page = context.new_page()
        for name, path in pagekinds.kinds(made_up).items():
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 640, name


def test_drawings_leave_their_words_to_the_tables(browser: Browser, address: str) -> None:
    with opened(browser, DESK) as context:
        page = context.new_page()
        page.goto(address + "statistics/")
        drawn = page.locator("svg.rg-drawing a")
        assert drawn.count() > 3
        assert all(link.get_attribute("tabindex") == "-1" for link in drawn.all())
        for link in drawn.all():
            href = link.get_attribute("href")
            assert page.locator(f"table.rg-cross a[href='{href}']").count() >= 1
