"""How the pages look, as figures: what an auditor's eye found once, measured in the browser ever after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests import pagekinds
from tests.conftest import ROOT, serve

ASSETS = ROOT / "site_src/pages/assets"
PHONE, TABLET, DESK = 360, 768, 1440
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up site."""
    return pagekinds.build(tmp_path_factory.mktemp("looks"))


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """Its address."""
    yield from serve(made_up)


def classes(text: str, of: str) -> set[str]:
    """Our class names in a sheet's selectors (`of` css) or a page's attributes (html)."""
    if of == "css":
        return set(re.findall(r"\.(rg-[a-z0-9-]+)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))
    return {
        name for told in re.findall(r'class="([^"]*)"', text) for name in told.split() if name[:3] == "rg-"
    }


def test_every_page_links_the_sheets_that_it_needs(made_up: Path) -> None:
    """A class that sheets know must be known to one of those that the page links."""
    known = {
        sheet.name: classes(sheet.read_text("utf-8"), "css")
        for sheet in ASSETS.glob("*.css")
        if sheet.stem != "print"
    }
    wrong = []
    for name, path in pagekinds.kinds(made_up).items():
        html = (made_up / ("404.html" if name == "404" else f"{path}index.html")).read_text("utf-8")
        linked = re.findall(r'<link rel="stylesheet" href="[^"]*assets/([a-z]+\.css)"', html)
        there = set().union(*(known[sheet] for sheet in linked))
        missing = (classes(html, "html") & set().union(*known.values())) - there
        wrong += [f"{name}: {missing}"] if missing else []
        if "application" not in name:
            assert len(linked) <= (4 if name != "home" else 3), f"{name}: {linked}"
    assert wrong == []


@contextmanager
def opened(browser: Browser, width: int, scheme: Scheme = "light", *, scripts: bool = True) -> Iterator[Page]:
    """A page of that width."""
    with browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=scripts,
        locale="zh-CN",
        reduced_motion="reduce",
    ) as context:
        yield context.new_page()


# The contrast of every text with what lies behind it, where it falls short of 4.5; a page without a ground is white paper.
_PALE = """() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const light = (colour) => colour.map((c) => c / 255).map((c) => (c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4))
    .reduce((sum, c, place) => sum + c * [.2126, .7152, .0722][place], 0);
  const ground = (it) => {
    const behind = it.parentElement ? ground(it.parentElement) : [255, 255, 255];
    const own = parts(getComputedStyle(it).backgroundColor);
    return own.length ? over(own, behind) : behind;
  };
  const pale = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const it = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
    if (!text || !it.checkVisibility({ visibilityProperty: true }) || it.closest("script, style, title, datalist, .rg-hidden, .rg-map")) continue;
    const style = getComputedStyle(it), behind = ground(it);
    const ink = over(parts(it instanceof SVGElement ? style.fill : style.color), behind);
    const [less, more] = [light(ink), light(behind)].sort((a, b) => a - b);
    const contrast = (more + .05) / (less + .05);
    if (contrast < 4.5) pale.push(`${text.slice(0, 20)} ${contrast.toFixed(1)}`);
  }
  return pale;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_printed_can_be_read(browser: Browser, made_up: Path, address: str, scheme: Scheme) -> None:
    """Black on white from the dark screen too, with the site's name and the page's address on top."""
    wrong = []
    with opened(browser, 800, scheme) as page:
        page.emulate_media(media="print", color_scheme=scheme)
        for name, path in pagekinds.kinds(made_up).items():
            if name in ("404", "application"):
                continue
            page.goto(address + path)
            wrong += [f"{name}: {it}" for it in page.evaluate(_PALE)]
            told = page.locator(".rg-printed")
            assert told.is_visible() and told.inner_text().endswith(f"　/{path}"), name
            assert page.locator(".md-header").is_hidden()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_status_is_no_link(browser: Browser, made_up: Path, address: str, scheme: Scheme) -> None:
    """Neither by colour nor by shape: what is over is a full label, and no status is underlined."""
    with opened(browser, DESK, scheme) as page:
        page.goto(address + "workshops/")
        link = page.locator(".rg-cards th a").first.evaluate("it => getComputedStyle(it).color")
        for status in page.locator(".rg-cards .rg-status").all():
            colour, ground = status.evaluate(
                "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
            )
            assert colour != link and ground != "rgba(0, 0, 0, 0)", status.inner_text()
        assert page.evaluate(_PALE) == []


def test_the_first_button_is_the_strongest_in_the_dark(browser: Browser, address: str) -> None:
    with opened(browser, DESK, "dark") as page:
        page.goto(address)
        first = page.locator(".rg-hero .md-button--primary").evaluate(
            "it => getComputedStyle(it).backgroundColor"
        )
        other = page.locator(".rg-hero .md-button:not(.md-button--primary)").first
        assert first == other.evaluate("it => getComputedStyle(it).color")
