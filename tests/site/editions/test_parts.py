"""The register of a year with many workshops: its address leads to parts, and nothing is lost or told twice."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from itertools import chain

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from generator.doors import disk
from generator.doors.build import press
from generator.libraries.sums import summed
from generator.libraries.templating import Templates
from generator.model.dates import PartialDate
from generator.model.facets import facets
from generator.model.past import as_of
from generator.model.registry import Registry
from generator.site import editions
from generator.site.editions.register import WHOLE, edition, edition_pdf, parts, years
from generator.site.output import Output
from generator.site.page import Bundle, Site, each
from generator.site.settings import Project
from tests import ROOT
from tests.made import miniature, samples

_ADDRESS = "https://register.example/"
_MANY = WHOLE + 200


@cache
def many() -> Registry:
    """The miniature, and so many more workshops like its first one, most of them in one district."""
    return miniature.grown(_MANY, lambda number: "甘井子区" if number % 20 else "中山区")


Made = tuple[dict[str, Output], dict[str, str]]


def of(site_url: str = _ADDRESS) -> Made:
    """The files and the pages of the feature."""
    registry = many()
    site = Site(
        registry,
        Project(today=samples.TODAY, site_name="名册", site_url=site_url, edit_url=""),
        Templates(disk.read_folder(ROOT / "site_src/templates")),
        facets(registry),
        {},
        press=press(),
    )
    files = {made.path: made for made in each(editions.files(site))}
    site = replace(site, files={path: summed(made.content) for path, made in files.items()})
    planned = (page.make() if isinstance(page, Bundle) else (page,) for page in editions.pages(site))
    pages = chain.from_iterable(planned)
    return files, {page.path: str(site.templates.render(page.template, **page.facts)) for page in pages}


@pytest.fixture(scope="module")
def made() -> Made:
    return of()


def whole(content: bytes) -> str:
    """The text of a PDF without white space."""
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def large() -> list[int]:
    """The years that are over and have parts."""
    return [year for year in years(many()) if year < 2026 and parts(many(), edition(many(), year))]


def test_every_past_year_stays_at_its_address(made: Made) -> None:
    assert set(made[0]) == {f"editions/{year}.pdf" for year in years(many()) if year < 2026}
    assert 0 < len(large()) < len(made[0])


def test_its_address_leads_to_its_parts(made: Made) -> None:
    files, pages = made
    listed = LexborHTMLParser(pages["editions/"])
    linked = {link.attributes["href"] for link in listed.css("a")}
    paths = set()
    for year in large():
        reader = PdfReader(io.BytesIO(files[f"editions/{year}.pdf"].content))
        annotations = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
        actions = [note["/A"] for note in annotations if "/URI" in note.get("/A", {})]
        uris = {action["/URI"].original_bytes.decode("utf-8") for action in actions}
        held = {part.path for part in parts(many(), edition(many(), year))}
        assert uris == {_ADDRESS + path for path in held}
        assert {f"../{path}" for path in held} <= linked
        paths |= held
    assert paths | {"editions/"} == set(pages)


def test_each_workshop_stands_in_one_part(made: Made) -> None:
    _, pages = made
    for year in large():
        shown = []
        for path, page in pages.items():
            if path.startswith(f"editions/{year}/"):
                rows = re.findall(r'<td data-label="编号">(DL\d+)</td>', page)
                assert 0 < len(rows) <= 1000
                assert f"{len(rows)} 个工作室" in page
                shown += rows
        assert sorted(shown) == sorted(item.id for item in edition(many(), year).standing)


def test_without_an_address_the_paths_are_told() -> None:
    files, _ = of("")
    assert f"editions/{large()[0]}/甘井子区-2/" in whole(files[f"editions/{large()[0]}.pdf"].content)


def test_the_command_prints_the_whole_of_any_year() -> None:
    """And a year that is not large is the same with and without the site."""
    last, first = large()[0], min(years(many()))
    assert f"DL{1000 + _MANY}" in whole(edition_pdf(press(), many(), last, "名册"))
    assert not parts(many(), edition(many(), first))
    assert edition_pdf(press(), many(), first, "名册") == edition_pdf(
        press(), many(), first, "名册", _ADDRESS
    )


def test_a_record_in_which_nothing_came_later_is_itself(synthetic_registry: Registry) -> None:
    then = PartialDate(2030)
    for workshop in synthetic_registry.workshops:
        told = as_of(workshop, then)
        dated = all(named.date for named in workshop.designations)
        assert (told is workshop) == (dated and not workshop.former_names and not workshop.former_units)
        assert told.events == workshop.events
