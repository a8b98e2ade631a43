"""Redirects: what the registry's words say of addresses is what is printed, and an old address leads on without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.doors import build, disk
from generator.model.addresses import FIXED, addresses, redirected
from generator.reading import placement
from generator.site.output import Output
from tests import ROOT
from tests.browser.windows import Windows
from tests.conftest import serve
from tests.made import miniature, samples
from tests.project.test_nginx import MOVED

REDIRECTS = """\
redirects:
  - {from: zones/tpw/, to: zones/太平湾/, date: 2026-02-01, why: 网址用名改了}
  - {from: zones/旧/, to: zones/gaoxin/, date: 2026-02-01, why: 网址用名改了}
  - {from: workshops/DL0009/, to: workshops/DL0001/, date: 2026-02-01, why: 同一个工作室建了两份}
"""
ZONES = samples.changed("vocabularies/zones.yml", {"{name: 高新区,": "{name: 高新区, slug: gaoxin,"})


def printed(site_url: str = "https://register.example/") -> dict[str, Output]:
    """The miniature's site with redirects, by path."""
    held = miniature.texts() | {placement.REDIRECTS: REDIRECTS, "vocabularies/zones.yml": ZONES}
    return {output.path: output for output in miniature.outputs(site_url, held)}


def test_the_addresses_are_those_of_the_pages() -> None:
    """All that is said to stand is printed; what is printed and not said to stand may come and go."""
    pages = {path.removesuffix("index.html") for path in printed() if path.endswith("index.html")}
    held = miniature.texts() | {placement.REDIRECTS: REDIRECTS, "vocabularies/zones.yml": ZONES}
    registry = miniature.registry(held)
    stand = addresses(registry)
    assert stand - {"about/", "privacy/"} <= pages  # those two are editorial pages, which MkDocs writes
    others = pages - stand - redirected(registry).keys()
    assert not [
        page
        for page in others
        if not re.fullmatch(r"(?:.*/unknown|todo/.*|embed/.*|achievements/.*|(?!years/).*/[0-9]+)/", page)
    ]
    assert stand >= FIXED


def test_the_real_site_has_all_its_addresses(site: Path) -> None:
    """MkDocs' own pages too."""
    registry = build.load(ROOT / "registry").registry
    shared = FIXED | {
        address for address in addresses(registry) if address.startswith(("levels/", "statuses/"))
    }
    assert all((site / address / "index.html").is_file() for address in shared)


def test_an_old_address_is_a_page_that_leads_on() -> None:
    made = printed()
    page = made["zones/tpw/index.html"].content.decode()
    assert '<meta http-equiv="refresh" content="0; url=../../zones/太平湾/">' in page
    assert '<link rel="canonical" href="https://register.example/zones/太平湾/">' in page
    assert '<a href="../../zones/太平湾/">' in page
    assert "<script" not in page
    written = made["redirects.map"].content.decode().split("\n", 1)[1]
    assert "".join(line for line in written.splitlines(True) if not line.startswith(('"/units/', '"~'))) == (
        '"/v/DL0009/" "/v/DL0001/";\n"/workshops/DL0009/" "/workshops/DL0001/";\n' + MOVED
    )
    assert b"tpw" not in made["sitemap.xml"].content
    assert b"DL0009" not in made["sitemap.xml"].content


def test_a_plaque_leads_on_too() -> None:
    assert "url=../../v/DL0001/" in printed()["v/DL0009/index.html"].content.decode()


def test_without_an_address_of_the_site_the_way_is_relative() -> None:
    page = printed(site_url="")["zones/tpw/index.html"].content.decode()
    assert '<link rel="canonical" href="../../zones/太平湾/">' in page


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the miniature's site with redirects."""
    folder = tmp_path_factory.mktemp("moved")
    disk.write(folder, printed().values())
    disk.write(folder, disk.copies(ROOT / "site_src/styles", "assets/styles/"))
    yield from serve(folder)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_browser_follows(windows: Windows, served: str, scripts: bool) -> None:
    with windows.opened(1280, scripts=scripts, still=False) as page:
        page.goto(f"{served}zones/tpw/")
        page.wait_for_url(f"{served}zones/{quote('太平湾')}/")
