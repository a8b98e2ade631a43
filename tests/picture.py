"""Take the picture of the site that README.md shows, and the one that shared links show: `python -m tests.picture`.

After a build. Not part of the test run.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import launch
from tests.conftest import ROOT, serve

CARD = ROOT / "site_src" / "pages" / "assets" / "card.png"
PICTURE = ROOT / ".github" / "pictures" / "site.webp"
# What to show: the page, the width of its window, and how much of it is kept.
SHOWN = (("", 1280, 900), ("workshops/DL0001/", 390, 900))
BETWEEN, BEHIND = 30, (222, 226, 230)


def main() -> None:
    """Write the pages side by side, and the card."""
    served = contextmanager(serve)(ROOT / "site")
    with served as address, sync_playwright() as playwright, launch(playwright) as browser:
        shots = [_shot(browser, address + path, width, height) for path, width, height in SHOWN]
        card = _shot(browser, Path(__file__).with_name("card.html").as_uri(), 1200, 630)
    _save(_side_by_side(shots), PICTURE)
    _save(card.quantize(64), CARD)


def _shot(browser: Browser, address: str, width: int, height: int) -> Image.Image:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(address, wait_until="networkidle")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


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
