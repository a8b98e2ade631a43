"""The packed site, unpacked and opened by a double click: no server, no network."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator.doors import archive

# A link in a drawing has no address that a script could ask it for as text.
LINKS = """[...document.querySelectorAll('a[href], form[action]')].map(
    it => new URL(it.getAttribute('href') || it.getAttribute('action'), document.baseURI).href)"""
SAID = ".rg-unserved"
# A page; what is not shown there, since nothing would come of it; something that can be read all the same.
PAGES = (
    ("index.html", ".rg-ask, .rg-find", ".rg-find-by"),
    ("workshops/index.html", ".rg-filters", "#rg-static tbody tr"),
    ("achievements/index.html", ".rg-filters", "#rg-static"),
    ("map/index.html", ".rg-filters, .rg-map-beside", "table.rg-chart"),
    ("search/index.html", "#search-again, .rg-find", "#search-help a"),
    ("edit/index.html", "#rg-opening, #rg-edit", SAID),
    ("v/index.html", "#rg-verify", "ol li"),
    ("forms/2019/application/index.html", "#rg-application", ".rg-unscripted a[download]"),
    ("notices/2019-24/check/index.html", ".rg-check input, .rg-result", ".rg-conditions li"),
    ("workshops/DL0005/index.html", ".rg-share", "h1"),
)


@pytest.fixture(scope="module")
def opened(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real registry's packed site."""
    folder = tmp_path_factory.mktemp("packed 名册")
    archive.write(site, folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder)
    assert (folder / "说明.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    return folder / "site"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window that opens files."""
    page = browser.new_page()
    yield page
    page.close()


def test_every_link_leads_to_a_file(opened: Path, page: Page) -> None:
    waiting, seen, files = [opened / "index.html"], {opened / "index.html"}, set[Path]()
    while waiting:
        at = waiting.pop()
        page.goto(at.as_uri(), wait_until="domcontentloaded")
        assert page.locator("h1").count() == 1 or at.is_relative_to(opened / "embed"), at
        for address in page.evaluate(LINKS):
            parts = urlsplit(address)
            if parts.scheme != "file":
                continue
            file = Path(unquote(parts.path))
            assert file.is_relative_to(opened), f"{at}: {address}"
            assert file.is_file(), f"{at}: {address}"
            files.add(file)
            if file.suffix == ".html" and file not in seen:
                seen.add(file)
                waiting.append(file)
    reached = {file.relative_to(opened).as_posix() for file in seen}
    there = {path.relative_to(opened).as_posix() for path in opened.rglob("index.html")}
    lonely = {path for path in there - reached if not path.startswith(("frames/", "v/", "embed/"))}
    assert not lonely, "pages that nothing leads to"
    assert any(file.suffix == ".docx" for file in files)


@pytest.mark.parametrize("case", PAGES, ids=[path for path, _, _ in PAGES])
def test_what_needs_a_server_says_so(opened: Path, page: Page, case: tuple[str, str, str]) -> None:
    path, hidden, left = case
    page.goto((opened / path).as_uri())
    shown = page.locator(f"{SAID} >> visible=true")
    assert shown.count() >= 1
    assert all("文件夹里打开" in words for words in shown.all_inner_texts())
    assert page.locator(f"{hidden} >> visible=true").count() == 0
    assert page.locator(f"{left} >> visible=true").count() > 0
    assert page.locator(".rg-served >> visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") != "static", (
        "styles load from the folder"
    )
