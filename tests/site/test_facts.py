"""The facts of a workshop: no field of the schema is forgotten, and what the list says is shown is shown."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.doors import disk
from generator.libraries.templating import Templates
from generator.model.achievements import chinese_yuan
from generator.model.changelog import NONE
from generator.model.dates import PartialDate
from generator.model.facets import facets
from generator.model.neighbours import Neighbours
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.patterns import Url
from generator.reading.quantities import Day, Decimal, Integer
from generator.reading.schema import WORKSHOP
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.words import Choice
from generator.site.data.table import COLUMNS, rows
from generator.site.edit.task import FIRST, editing
from generator.site.fact import (
    Fact,
    InTable,
    OnPage,
    SearchField,
    SearchText,
    fields,
    holders,
    in_words,
    values,
)
from generator.site.facts import FACTS, UNSHOWN
from generator.site.map.small import Window
from generator.site.page import Site
from generator.site.search.fields import SHORT_FIELDS, TEXT_KINDS, full_text, short_fields
from generator.site.settings import Project
from generator.site.workshops.entries import entries
from generator.site.workshops.page import workshop_page
from generator.site.workshops.photos import shown_photos
from tests import ROOT
from tests.made import miniature, samples

# Values that must be of a kind to be shown at all; the others are made up.
_GIVEN = {
    "id": "DL0009",
    "leader.basis.kind": "公开报道",
    "member_workshops": ("DL0009",),
    "location.lon": 121.61,
    "location.lat": 38.91,
    "location.map": "point",
    "designations.notice": "naming-2023",
    "events.notice": "naming-2023",
    "photos.file": "dl0001-1.jpg",
}


def leaves(table: Table[Any], above: str = "") -> Iterator[tuple[str, Field]]:
    """Each field that holds a value, by its key in the whole record."""
    for field in table.fields:
        if field.table:
            yield from leaves(field.table, f"{above}{field.key}.")
        else:
            yield f"{above}{field.key}", field


LEAVES = dict(leaves(WORKSHOP))


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The miniature's vocabularies and notices, and one workshop of which everything is known."""
    made = miniature.registry()
    numbers = itertools.count(1001)
    workshop = replace(_made(WORKSHOP, made, numbers), path=samples.RECORD)
    return replace(made, workshops=(workshop,))


def _made(table: Table[Any], registry: Registry, numbers: Iterator[int], above: str = "") -> Any:
    told = {field.key: _value(f"{above}{field.key}", field.kind, registry, numbers) for field in table.fields}
    return table.make(at={}, **told)


def _value(key: str, kind: Any, registry: Registry, numbers: Iterator[int]) -> Any:
    """A value that stands nowhere else."""
    if key in _GIVEN:
        return _GIVEN[key]
    if isinstance(kind, Many):
        return tuple(_value(key, kind.item, registry, numbers) for _ in range(2))
    if isinstance(kind, OfTable):
        return _made(kind.table, registry, numbers, f"{key}.")
    return _text(kind, registry, next(numbers))


def _text(kind: Any, registry: Registry, number: int) -> Any:
    if isinstance(kind, Choice):
        return kind.options[0]
    if isinstance(kind, OfVocabulary):
        term = registry.terms(kind.vocabulary)[-1]
        return term.code if kind.by == "code" else term.name
    if isinstance(kind, Day):
        return PartialDate(number, 1 + number % 12, 1 + number % 28)
    if isinstance(kind, Integer | Decimal):
        return number
    return f"https://www.example.com/{number}" if isinstance(kind, Url) else f"甲{number}"


def known(workshop: Workshop, key: str) -> list[Any]:
    """What the record says of a key, found without the list of facts."""
    held: list[Any] = [workshop]
    for word in key.split("."):
        found = [getattr(one, word) for one in held]
        held = [
            part
            for one in found
            for part in (one if isinstance(one, tuple) and not isinstance(one, PartialDate) else [one])
        ]
    assert held and None not in held
    return held


# ---- nothing is forgotten


def test_each_field_is_a_fact_or_its_absence_is_explained() -> None:
    """A new field is an error here until it stands in FACTS, or in UNSHOWN with a reason."""
    told = [*(fact.key for fact in FACTS if fields(fact.key)), *UNSHOWN]
    forgotten = [f"{key}（{field.label}）" for key, field in LEAVES.items() if key not in told]
    assert forgotten == [], "give each a line in generator/site/facts.py"
    assert sorted(told) == sorted(LEAVES), "a fact stands once, and its field exists"
    assert all(UNSHOWN.values())


def test_a_field_that_was_forgotten_would_be_found() -> None:
    more = replace(WORKSHOP, fields=(*WORKSHOP.fields, Field("website", "网站", Url())))
    assert set(dict(leaves(more))) - {fact.key for fact in FACTS} - set(UNSHOWN) == {"website"}


def test_the_page_that_edits_asks_for_every_field(registry: Registry) -> None:
    """It follows the schema itself; whether a field is asked for first or folded away is all that it says of its own."""
    told = editing(registry, Project(samples.TODAY, "名册", "", ""), NONE)
    asked = dict(_asked(told["fields"]))
    assert list(asked) == list(LEAVES)
    assert {*asked, *(key.rpartition(".")[0] for key in asked)} >= FIRST


def _asked(told: list[dict[str, Any]], above: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for field in told:
        if "fields" in field:
            yield from _asked(field["fields"], f"{above}{field['key']}.")
        else:
            yield f"{above}{field['key']}", field


def test_a_fact_is_shown_somewhere_under_one_name() -> None:
    assert [fact.key for fact in FACTS if not (fact.page or fact.table or fact.search)] == []
    for names in (
        [column.key for column in COLUMNS],
        [column.label for column in COLUMNS],
        [key for key, _ in SHORT_FIELDS],
        [label for _, label in SHORT_FIELDS],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


# ---- what the list says is shown is shown


@pytest.fixture(scope="module")
def page(registry: Registry) -> LexborHTMLParser:
    """The page of the workshop of which everything is known."""
    templates = Templates(disk.read_folder(ROOT / "site_src/templates"))
    site = Site(
        registry,
        Project(today=samples.TODAY, site_name="名册", site_url="", edit_url=""),
        templates,
        facets(registry),
        {},
        photos=shown_photos(registry, registry.workshops),
    )
    page = workshop_page(site, registry.workshops[0], Neighbours(registry).of(registry.workshops[0]))
    return LexborHTMLParser(str(templates.render(page.template, **page.facts)))


def _sections(page: LexborHTMLParser) -> Mapping[str, list[LexborNode]]:
    """The parts of the page by their headings."""
    found = {
        "题头": page.css("h1, .rg-standing"),
        "位置": page.css(".rg-place"),
        "照片": page.css(".rg-face"),
    }
    for section in page.css("section"):
        heading = section.css_first("h2")
        name = heading.text() if heading else section.attributes.get("aria-label")
        found.setdefault(name or "", []).append(section)
    return found


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.page], ids=lambda fact: fact.key)
def test_the_page_shows_it(fact: Fact, registry: Registry, page: LexborHTMLParser) -> None:
    (workshop,) = registry.workshops
    if isinstance(fact.page, OnPage):
        label = fact.page.label or fields(fact.key)[-1].label
        lines = [
            line for line in page.css(".rg-facts > div") if (line.css_first("dt") or line).text() == label
        ]
        assert len(lines) == 1
        text = _bare(lines[0].text())
    else:
        parts = _sections(page)[fact.page or ""]
        text = "".join(_bare(part.text()) + (part.html or "") for part in parts)
    for value in known(workshop, fact.key):
        assert _bare(_as_shown(fact.key, value, workshop)) in text


def _as_shown(key: str, value: Any, workshop: Workshop) -> str:
    """A value as the page writes it, where that is neither its text nor its date."""
    drawn = Window(miniature.registry().local.region).dot(workshop.point)
    assert drawn
    shown: dict[str, Callable[[Any], str]] = {
        "achievements.amount_yuan": chinese_yuan,
        "designations.support_yuan": chinese_yuan,
        "designations.notice": lambda id_: f"notices/{id_}/",
        "events.notice": lambda id_: f"notices/{id_}/",
        "location.lon": lambda _: f"{drawn.x}",
        "location.lat": lambda _: f"{drawn.y}",
        "location.map": lambda _: "在地图上看",
        "industry": lambda _: "教育",
        "photos.file": lambda name: name.removesuffix(".jpg"),
    }
    return shown.get(key, in_words)(value)


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.table], ids=lambda fact: fact.key)
def test_the_table_shows_it(fact: Fact, registry: Registry) -> None:
    (workshop,), (row,) = registry.workshops, rows(registry)
    assert isinstance(fact.table, InTable)
    key = fact.table.key or fact.key.rpartition(".")[2]
    (cell,) = [cell for column, cell in zip(COLUMNS, row, strict=True) if column.key == key]
    if fact.key == "industry_name":
        term = registry.term("industries", workshop.industry)
        assert term and cell == term.name
        return
    shown = (
        "sources.url" if fact.key == "sources.title" else fact.key
    )  # a title only where there is no address
    for value in known(workshop, shown):
        assert (value.iso if isinstance(value, PartialDate) else str(value)) in str(cell)


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.search], ids=lambda fact: fact.key)
def test_search_finds_it(fact: Fact, registry: Registry) -> None:
    (workshop,) = registry.workshops
    if isinstance(fact.search, SearchText):
        number = TEXT_KINDS.index(fact.search.kind)
        found = [part.text for part in full_text(registry, workshop) if part.kind == number]
    else:
        assert isinstance(fact.search, SearchField)
        key = fact.search.key or fact.key
        (place,) = [place for place, (name, _) in enumerate(SHORT_FIELDS) if name == key]
        found = list(short_fields(registry, workshop)[place])
    if fact.key == "notice":
        notice = registry.notice_by_id["naming-2023"]
        assert found == [text for text in (notice.title, notice.number) if text]
        return
    if fact.key == "titles":
        assert found == [], "this registry has no vocabulary of titles: test_titles.py"
        return
    for value in known(workshop, fact.key):
        assert in_words(value) in found or fact.key == "designations.level"
        assert any(in_words(value) in text for text in found)  # a level stands behind its year


# ---- how it is shown


def test_an_address_leads_out_of_the_site(registry: Registry) -> None:
    """A fact of the kind Url is a link wherever it stands in the page's head."""
    fact = Fact("sources.url", OnPage("网站", reads=lambda _, source: source.url), None, None)
    workshop = replace(registry.workshops[0], sources=registry.workshops[0].sources[:1])
    (entry,) = entries(registry, workshop, {}, (fact,))
    assert entry.address == entry.value.text == workshop.sources[0].url
    (unknown,) = entries(registry, replace(workshop, sources=()), {}, (fact,))
    assert (unknown.address, unknown.value.text, unknown.known) == ("", "待补充", False)


def test_of_a_leader_who_was_taken_down_nothing_is_told(registry: Registry) -> None:
    (workshop,) = registry.workshops
    assert workshop.leader
    gone = replace(workshop, leader=replace(workshop.leader, name=None))
    for key in [key for key in LEAVES if key.startswith("leader.")]:
        assert values(registry, gone, key, None) == [], key
    assert holders(gone, "leader.name") == []
    row = rows(replace(registry, workshops=(gone,)))[0]
    told = dict(zip((column.key for column in COLUMNS), row, strict=True))
    assert (told["leader"], told["honours"]) == (None, None)
    hushed = {TEXT_KINDS[part.kind] for part in full_text(registry, workshop)}
    assert hushed - {TEXT_KINDS[part.kind] for part in full_text(registry, gone)} == {
        "荣誉和职称",
        "开放参观",
        "照片",
        "视频和文章",
        "来源",
        "更正",
    }
