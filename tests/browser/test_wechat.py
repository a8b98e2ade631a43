"""WeChat's own browser keeps no file: each page that offers one says what to do there, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.assets import ASSETS
from tests.browser.windows import Windows
from tests.conftest import serve
from tests.made import pagekinds

WECHAT = (
    "Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 "
    "Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.16.2040(0x28001056) WeChat/arm64 NetType/WIFI Language/zh_CN"
)
# Files that a reader means to keep, by their endings, and the buttons that make one.
OFFERED = """() => Array.from(document.querySelectorAll("main a[href]"))
  .some((it) => /\\.(docx?|xlsx?|pdf|csv|zip|json|ndjson|geojson|sqlite)$/.test(it.pathname || "") && !/^.workshops/.test(it.pathname))
  || document.querySelector("#rg-csv, #rg-download, #rg-application [type=submit]") !== null"""

ASKED = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/base/wechat.js'))"


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """The address of a site with every kind of page."""
    yield from serve(made_up)


def test_each_page_that_offers_a_file_says_what_to_do(browser: Browser, made_up: Path, address: str) -> None:
    wrong, offering = [], 0
    with browser.new_context(user_agent=WECHAT, viewport={"width": 360, "height": 700}) as context:
        page = context.new_page()
        for name, path in pagekinds.kinds(made_up).items():
            page.goto(address + path, wait_until="networkidle" if name in pagekinds.LATE else "load")
            page.wait_for_function(ASKED)
            page.evaluate(f"import({ASSETS} + 'base/wechat.js')")  # once it has run; it runs once
            offers, hint = page.evaluate(OFFERED), page.locator("#rg-wechat")
            offering += offers
            if hint.count() != int(offers):
                wrong.append(f"{name}: offers {offers}, says {hint.count()}")
            elif offers:
                assert "用浏览器打开" in hint.inner_text()
                assert hint.bounding_box(), name
    assert not wrong, "; ".join(wrong)
    assert offering > 8


def test_other_browsers_are_not_told(windows: Windows, address: str) -> None:
    with windows.opened(360) as page:
        page.goto(address + "forms/", wait_until="networkidle")
        assert page.locator("#rg-wechat").count() == 0
