"""A workshop's page on paper: one sheet of A4 that tells the day of printing."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf

from tests.browser.windows import Windows


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
