"""Take a picture of every kind of page at three widths, light and dark: `python -m tests.tools.pictures FOLDER`.

A made-up site is built for it, unless `--site SITE` names one. Not part of the test run: the pictures are to be looked at.
"""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.launch import launch
from tests.conftest import serve
from tests.made import pagekinds

WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT, TALLEST = 900, 6000


def main() -> None:
    """Write FOLDER/KIND-WIDTH-SCHEME.png for every kind of page."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--only", nargs="*", default=[], help="names of kinds, as in tests/made/pagekinds.py")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        site = given.site or pagekinds.build(Path(made))
        kinds = {name: path for name, path in pagekinds.kinds(site).items() if name in (given.only or [name])}
        with (
            contextmanager(serve)(site) as address,
            sync_playwright() as playwright,
            launch(playwright) as browser,
        ):
            count = sum(
                _take(browser, address, kinds, width, scheme, given.folder)
                for width in WIDTHS
                for scheme in SCHEMES
            )
    print(f"{count} pictures in {given.folder}")


def _take(  # noqa: PLR0917 - one picture needs all of these
    browser: Browser,
    address: str,
    kinds: dict[str, str],
    width: int,
    scheme: Literal["light", "dark"],
    folder: Path,
) -> int:
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        locale="zh-CN",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name, path in kinds.items():
        page.goto(address + path, wait_until="networkidle")
        for _ in range(2):  # what is far down is laid out when it comes into sight, and may be taller
            tall = min(TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
            page.set_viewport_size({"width": width, "height": max(HEIGHT, tall)})
            page.evaluate("() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))")
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
        page.set_viewport_size({"width": width, "height": HEIGHT})
    context.close()
    return len(kinds)


if __name__ == "__main__":
    main()
