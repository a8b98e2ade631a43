"""For everyone: no violation of WCAG 2.2 AA on any kind of page, all of it by keyboard, at 200 % and in larger text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.windows import Scheme, Windows
from tests.conftest import serve
from tests.made import pagekinds

PHONE, DESK = 360, 1280
SIZES = (["rg-large"], ["rg-large", "rg-largest"])


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """The address of a site with every kind of page."""
    yield from serve(made_up)


def told(page: Page, without: Iterable[str] = ()) -> list[str]:
    """Violations, but for the size of points on the map, where their place is what they tell (WCAG 2.5.8, essential)."""
    on_map = "/map/" in page.url
    return [
        it for it in axe.violations(page, without=without) if not (on_map and it.startswith("target-size:"))
    ]


def visited(page: Page, site: Path, address: str) -> Iterator[tuple[str, list[str]]]:
    """Each kind of page in turn, when it is there: its name and its violations. The frame is tried where it differs."""
    for name, path in pagekinds.kinds(site).items():
        page.goto(address + path, wait_until="networkidle" if name in pagekinds.LATE else "load")
        yield name, told(page, () if name in ("home", "list", "search", "404") else axe.FRAME)


def fits(page: Page) -> bool:
    """Whether nobody needs to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_every_part_of_the_site_has_its_kinds(made_up: Path) -> None:
    assert sorted(pagekinds.kinds(made_up)) == sorted(pagekinds.KINDS)
    parts = {path.relative_to(made_up).parts[0] for path in made_up.glob("*/**/index.html")}
    # What other pages show in a frame has no header and no heading of its own: tests/site/test_embed.py.
    assert parts - {path.split("/")[0] for path in pagekinds.KINDS.values()} == {"embed"}


def test_no_kind_of_page_shuts_anybody_out(windows: Windows, made_up: Path, address: str) -> None:
    """In the light on a desk, where a window zoomed to 200 % is one of half the width; the first Tab skips to the content."""
    wrong = []
    with windows.opened(DESK) as page:
        for name, violations in visited(page, made_up, address):
            wrong += [f"{name}: {it}" for it in violations]
            page.set_viewport_size({"width": DESK // 2, "height": 400})
            wrong += [] if fits(page) else [f"{name}: wider than the window at 200 %"]
            page.set_viewport_size({"width": DESK, "height": 800})
            wrong += [] if fits(page) else [f"{name}: wider than the window"]
            if name != "search":  # starts in its own box
                page.keyboard.press("Tab")
                link = page.locator(":focus")
                wrong += [] if "md-skip" in (link.get_attribute("class") or "") else [f"{name}: no way past"]
                page.keyboard.press("Enter")
                page.keyboard.press("Tab")
                inside = "document.activeElement.closest('main, footer') !== null"
                wrong += [] if page.evaluate(inside) else [f"{name}: the way past leads elsewhere"]
    assert wrong == []


def test_nor_on_a_phone_in_the_dark(windows: Windows, made_up: Path, address: str) -> None:
    """And larger text, of both sizes, fits on each page and leaves no text below 18 px."""
    wrong = []
    with windows.opened(PHONE, scheme="dark") as page:
        for name, violations in visited(page, made_up, address):
            wrong += [f"{name}: {it}" for it in violations]
            wrong += [] if fits(page) else [f"{name}: wider than the window"]
            for size in SIZES:
                page.evaluate("names => document.documentElement.classList.add(...names)", size)
                wrong += [] if fits(page) else [f"{name}: wider than the window, {size[-1]}"]
                wrong += [f"{name}, {size[-1]}: {it}" for it in page.evaluate(_SMALL)]
                page.evaluate("names => document.documentElement.classList.remove(...names)", size)
    assert wrong == []


@pytest.mark.parametrize(("scheme", "width"), [("light", DESK), ("dark", PHONE)])
def test_open_menu_filters_and_map_shut_nobody_out(
    windows: Windows, address: str, scheme: Scheme, width: int
) -> None:
    with windows.opened(width, scheme=scheme) as page:
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
        page.locator("button.rg-locate").first.click()
        page.wait_for_selector(".leaflet-popup-content a")
        assert told(page) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_whatever_has_the_focus_is_seen(windows: Windows, address: str, width: int) -> None:
    """Along the whole Tab order of some pages: in the window, of some size, with an outline or a change of its own."""
    with windows.opened(width) as page:
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
  const box = it.getBoundingClientRect(), style = getComputedStyle(it);
  const told = `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}`;
  if (box.width < 2 || box.height < 2 || style.visibility === "hidden") return `not there: ${told}`;
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `outside: ${told}`;
  return style.outlineStyle === "none" && style.boxShadow === "none" && !it.matches(".md-skip") ? `no outline: ${told}` : "";
}"""


def test_the_menu_by_keyboard(windows: Windows, address: str) -> None:
    with windows.opened(PHONE) as page:
        page.goto(address)
        menu = page.locator(".rg-menu")
        menu.focus()
        page.keyboard.press("Enter")
        page.locator(".rg-nav a:focus").wait_for()
        assert menu.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert menu.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.matches('.rg-menu')")
        page.keyboard.press("Enter")
        page.mouse.click(PHONE - 20, 400)  # beside it
        assert menu.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_or_light_is_the_systems_till_it_is_chosen(
    windows: Windows, address: str, scheme: Scheme
) -> None:
    other: Scheme = "dark" if scheme == "light" else "light"
    ground = "getComputedStyle(document.body).backgroundColor"
    with windows.opened(DESK, scheme=scheme) as page:
        page.goto(address)
        switch, first = page.locator(".rg-dark"), page.evaluate(ground)
        assert switch.get_attribute("aria-pressed") == str(scheme == "dark").lower()
        page.emulate_media(color_scheme=other)
        page.locator(f".rg-dark[aria-pressed={str(other == 'dark').lower()}]").wait_for()
        assert page.evaluate(ground) != first
        switch.click()
        page.goto(address + "v/DL0001/")
        assert page.evaluate(ground) == first


_SMALL = """() => {
  const small = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const it = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
    if (!text || !it.getClientRects().length || it.closest("script, style, svg, datalist, .rg-hidden, .leaflet-container")) continue;
    const size = parseFloat(getComputedStyle(it).fontSize);
    if (size < 18) small.add(`${text.slice(0, 20)} ${size}`);
  }
  return Array.from(small).slice(0, 5);
}"""


def test_larger_text_is_remembered(windows: Windows, address: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main h1, main p')).fontSize)"
    with windows.opened(PHONE) as page:
        page.goto(address)
        before = page.evaluate(size)
        switch = page.locator(".rg-larger")
        switch.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(size) > before * 1.2, "at once"
        page.reload()
        assert page.evaluate(size) > before * 1.2
        page.goto(address + "statistics/")
        assert page.evaluate("document.documentElement.classList.contains('rg-large')")
        page.goto(address)
        assert told(page) == []
        switch.click()
        page.get_by_role("button", name="标准", exact=True).click()
        page.reload()
        assert page.evaluate(size) == before


def test_drawings_leave_their_words_to_the_tables(windows: Windows, address: str) -> None:
    with windows.opened(DESK) as page:
        page.goto(address + "statistics/")
        drawn = page.locator("svg.rg-drawing a")
        assert drawn.count() > 3
        assert all(link.get_attribute("tabindex") == "-1" for link in drawn.all())
        for link in drawn.all():
            href = link.get_attribute("href")
            assert page.locator(f"table.rg-cross a[href='{href}']").count() >= 1
