"""How the pages look, as figures: what an auditor's eye found once, measured in the browser ever after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import pagekinds
from tests.conftest import ROOT, serve

ASSETS = ROOT / "site_src/pages/assets"
PHONE, TABLET, DESK = 360, 768, 1440


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
