"""A workshop's page on paper: one sheet of A4 that tells the day of printing."""

from __future__ import annotations

import io
from contextlib import contextmanager
from pathlib import Path
from unicodedata import normalize

import pypdf
import pytest

from tests.browser.windows import Windows
from tests.conftest import serve


@pytest.mark.parametrize("number", ["DL0001", "DL0004", "DL0028"])
def test_a_rich_portrait_is_one_sheet_too(windows: Windows, made_up: Path, number: str) -> None:
    """With photographs, events, achievements of several kinds; its name is told once, also on a plate."""
    with contextmanager(serve)(made_up) as address, windows.opened(800) as page:
        page.goto(f"{address}workshops/{number}/")
        name = page.locator("h1").inner_text()
        (sheet,) = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert name in normalize("NFKC", sheet.extract_text()).replace("\n", "")


def test_each_real_portrait_is_one_sheet(windows: Windows, site: Path, address: str) -> None:
    told = {}
    with windows.opened(800) as page:
        for path in sorted(site.glob("workshops/DL*/index.html")):
            page.goto(address + path.relative_to(site).parent.as_posix() + "/")
            read = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
            box = read.pages[0].mediabox
            told[path.parent.name] = (len(read.pages), round(box.width), round(box.height))
            assert "打印于" in read.pages[0].extract_text()
    assert told and set(told.values()) == {(1, 595, 842)}, told
