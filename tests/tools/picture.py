"""Take the pictures that README.md and registry/README.md show, and the one that shared links show: `python -m tests.tools.picture`.

After a build. Not part of the test run.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from generator.plugin import build_site
from generator.reading.placement import LOCAL
from tests import ROOT
from tests.browser.launch import launch
from tests.conftest import serve
from tests.made.forges import PAGES
from tests.made.newcomer import FORGE, fill_in, opened, put

ASSETS = ROOT / "site_src" / "pages" / "assets"
CARD = ASSETS / "card.png"
ICON = ASSETS / "icon.svg"
# The icon at the sizes that systems ask for: the file, its side in pixels, and whether it fills the square (they round its corners).
ICONS = (
    (ROOT / "site_src/styles/icons/icon-192.png", 192, False),
    (ROOT / "site_src/styles/icons/icon-512.png", 512, False),
    (ROOT / "site_src/styles/icons/full-512.png", 512, True),
    (ROOT / "site_src/styles/icons/apple-180.png", 180, True),
    (ASSETS / "square.png", 400, True),
)
FAVICON, SIDES = ROOT / "site_src/pages/favicon.ico", (16, 32, 48)
PICTURE = ROOT / ".github" / "pictures" / "site.webp"
# What to show: the page, the width of its window, and how much of it is kept.
SHOWN = (("", 1280, 900), ("workshops/DL0001/", 390, 900))
WIDTH, HEIGHT = 720, 620  # of the window that the guide shows
BETWEEN, BEHIND = 30, (222, 226, 230)


def main() -> None:
    """Write the pages side by side, and the card."""
    served = contextmanager(serve)(ROOT / "site")
    with served as address, sync_playwright() as playwright, launch(playwright) as browser:
        shots = [_shot(browser, address + path, width, height) for path, width, height in SHOWN]
        card = _shot(browser, Path(__file__).with_name("card.html").as_uri(), 1200, 630)
        guide = {**dict(_guide(browser)), **dict(_sketches(browser))}
        icons = {path: _icon(browser, side, full=full) for path, side, full in ICONS}
        small = [_icon(browser, side, full=False) for side in SIDES]
    _save(_side_by_side(shots), PICTURE)
    _save(card.quantize(64), CARD)
    for path, icon in icons.items():
        _save(icon.quantize(32), path)
    small[-1].save(FAVICON, "ICO", sizes=[it.size for it in small], append_images=small[:-1])
    for name, shot in guide.items():
        _save(shot, PICTURE.with_name(f"{name}.webp"))


def _shot(browser: Browser, address: str, width: int, height: int) -> Image.Image:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    answer = page.goto(address, wait_until="networkidle")
    if answer and not answer.ok:
        raise SystemExit(f"{address}: {answer.status}; build the site first")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _icon(browser: Browser, side: int, *, full: bool) -> Image.Image:
    """The icon as a browser draws it; full: with its ground to the edges, and its sign within the middle."""
    drawn = ICON.read_text("utf-8").replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    if full:
        drawn = drawn.replace(' rx="6"', "").replace('viewBox="0 0 32 32"', 'viewBox="2 2 28 28"')
    page = browser.new_page(viewport={"width": side, "height": side})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{drawn}")
    return Image.open(io.BytesIO(page.screenshot(omit_background=True)))


def _guide(browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """The page that edits, as registry/README.md walks through it: filled in, a problem told, ready, proposed, a correction explained;
    and how a token is made, with each forge."""
    with _editing(browser, f"{FORGE}  url: {PAGES['github']}\n  propose: true\n") as (page, address):
        opened(page, address)
        fill_in(page)
        put(page, "established", "2019.6")
        yield "edit-fields", _seen(page, "#rg-form [data-key=designations]", 160)
        yield "edit-problem", _seen(page, "#rg-form [data-key=established]", 200)
        put(page, "established", "2019-06")
        yield "edit-propose", _seen(page, "#rg-direct", 120, unfold="#rg-propose-part")
        yield "edit-token-github", _part(page, ".rg-token-form", "#rg-propose-part details")
        opened(page, address, "DL0001")
        put(page, "leader.name", "周示例")
        page.locator("#rg-explain input[value=true]").check()
        yield "edit-explain", _seen(page, "#rg-explain", 60)
    with _editing(browser, FORGE) as (page, address):
        opened(page, address)
        fill_in(page)
        yield "edit-submit", _seen(page, "#rg-state", 120, unfold="#rg-record")
    with _editing(browser, f"repository:\n  url: {PAGES['gitee']}\n  propose: true\n") as (page, address):
        opened(page, address)
        yield "edit-token-gitee", _part(page, ".rg-token-form", "#rg-propose-part, #rg-propose-part details")


@contextmanager
def _editing(browser: Browser, told: str) -> Iterator[tuple[Page, str]]:
    """A window, and the address of the real registry's site with something more in register.yml."""
    with TemporaryDirectory() as made:
        registry, site = Path(made) / "registry", Path(made) / "site"
        shutil.copytree(ROOT / "registry", registry)
        local = registry / LOCAL
        local.write_text(local.read_text("utf-8") + told, "utf-8")
        build_site(registry, site)
        with contextmanager(serve)(site) as address:
            yield (
                browser.new_page(
                    viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="zh-CN"
                ),
                address,
            )


def _sketches(browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """The forges' pages, as drawn in forges.html: theirs cannot be asked from everywhere, and change."""
    page = browser.new_page(viewport={"width": 1000, "height": 2000})
    page.goto(Path(__file__).with_name("forges.html").as_uri())
    for figure in page.locator("figure").all():
        yield str(figure.get_attribute("id")), Image.open(io.BytesIO(figure.screenshot())).convert("RGB")


def _seen(page: Page, selector: str, above: int, unfold: str = "") -> Image.Image:
    """The window with something in it, so far below its upper edge."""
    _unfold(page, unfold)
    page.locator(selector).first.evaluate(
        "(it, above) => window.scrollTo(0, it.getBoundingClientRect().top + window.scrollY - above)", above
    )
    page.evaluate("document.activeElement.blur()")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _part(page: Page, selector: str, unfold: str) -> Image.Image:
    """A part of the page alone, in a window so tall that nothing lies over it."""
    _unfold(page, unfold)
    page.set_viewport_size({"width": 860, "height": 5000})
    shot = Image.open(io.BytesIO(page.locator(selector).screenshot())).convert("RGB")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return shot


def _unfold(page: Page, selector: str) -> None:
    for part in page.locator(selector).all() if selector else ():
        part.evaluate("part => { part.open = true; }")


def _side_by_side(shots: list[Image.Image]) -> Image.Image:
    width = sum(shot.width for shot in shots) + BETWEEN * (len(shots) + 1)
    whole = Image.new("RGB", (width, max(shot.height for shot in shots) + 2 * BETWEEN), BEHIND)
    left = BETWEEN
    for shot in shots:
        whole.paste(shot, (left, BETWEEN))
        left += shot.width + BETWEEN
    return whole


def _save(picture: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        picture.save(path, "PNG", optimize=True)
    else:
        picture.save(path, "WEBP", quality=80, method=6)
    print(f"{path.relative_to(ROOT)}: {picture.width} x {picture.height}, {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
