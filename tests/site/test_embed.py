"""What other pages show in a frame: small, of this host alone, without those whose designation is no longer valid."""

from __future__ import annotations

import re

import pytest

from generator.doors import disk
from generator.libraries.markup import Use, held
from generator.libraries.templating import Templates
from generator.model.facets import facets
from generator.site import embed
from generator.site.page import Site
from generator.site.settings import Project
from tests import ROOT
from tests.made import miniature, samples

SITE = {it.path: it.content for it in miniature.outputs()}
LISTS = sorted(path for path in SITE if re.match("embed/(districts|recommenders)/", path))


def test_each_district_and_union_with_workshops_has_its_list() -> None:
    divided = facets(miniature.registry())
    assert (
        sorted(
            f"embed/{facet}/{group.slug}/index.html"
            for facet in ("districts", "recommenders")
            for group in divided[facet].filled
            if group.slug != "unknown"
        )
        == LISTS
    )


@pytest.mark.parametrize("path", LISTS)
def test_a_list_names_who_stands_and_leads_out_of_the_frame(path: str) -> None:
    _, facet, slug, _ = path.split("/")
    group = facets(miniature.registry())[facet].by_slug[slug]
    html = SITE[path].decode()
    page = held(SITE[path])
    linked = {it.address for it in page.references if it.use is Use.LINK and "/workshops/" in it.address}
    assert linked == {f"../../../workshops/{it.id}/" for it in group.workshops if it.stands}
    assert html.count("<a ") == html.count('target="_blank" rel="noopener"')
    assert len(html) < 30_000
    assert not page.scripts


@pytest.mark.parametrize("path", [*LISTS, "embed/card/index.html"])
def test_a_fragment_asks_no_other_host(path: str) -> None:
    asked = [it.address for it in held(SITE[path]).references if it.use in (Use.LOAD, Use.STYLE)]
    assert asked
    assert all(address.startswith("../") for address in asked)


def test_the_page_gives_a_line_for_each() -> None:
    html = SITE["data/embed/index.html"].decode()
    for path in (*LISTS, "embed/card/index.html"):
        assert f"src=&#34;https://register.example/{path.removesuffix('index.html')}" in html


def test_a_long_list_shows_its_newest() -> None:
    registry = miniature.grown(200, lambda _: "瓦房店市")
    project = Project(today=samples.TODAY, site_name="名册")
    templates = Templates(disk.read_folder(ROOT / "site_src/templates"))
    site = Site(registry, project, templates, facets(registry), {})
    (html,) = [it.content.decode() for it in embed.files(site) if "瓦房店市" in it.path]
    assert html.count("<li>") == 60
    assert "现在有效的 200 个" in html
