"""Level and year are asked of one designation: the filters' own scripts against the plain truth, over made-up registries."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator.model.dates import PartialDate
from generator.model.facets import Facet, Group, facets
from generator.model.registry import Registry
from generator.model.workshop import LEVELS, Designation, Workshop
from generator.site.lists.columns import rows_json
from generator.site.lists.filters import LABELS
from generator.site.lists.rows import list_row
from generator.site.statistics.figures import cross
from tests.made import miniature
from tests.scripts.toolbox import node_in_page
from tests.tools import filtertruth
from tests.tools.filtertruth import Choice

REGISTRIES, CHOICES = 120, 12
YEARS = (2009, 2012, 2015, 2016, 2021)


def made_up(rng: Random) -> Registry:
    """A registry of up to 14 workshops with up to four designations each, dated, undated, repeated or none."""
    registry = miniature.registry()
    workshops = tuple(_workshop(rng, registry, number) for number in range(1, rng.randrange(2, 16)))
    return replace(registry, workshops=workshops)


def _workshop(rng: Random, registry: Registry, number: int) -> Workshop:
    kind = rng.choice(registry.workshops)
    designations = tuple(_designation(rng) for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 4))))
    return replace(kind, id=f"DL{number:04}", designations=designations, events=())


def _designation(rng: Random) -> Designation:
    date = None if rng.random() < 0.2 else PartialDate(rng.choice(YEARS), 0, 0)
    return Designation({}, "虚构称号", rng.choice(LEVELS), date, None, None)


def choice(rng: Random) -> Choice:
    """Levels, years one by one or as a span (also such as nobody has, and one that ends before it begins), a category."""
    wanted: dict[str, set[str]] = {}
    if rng.random() < 0.8:
        wanted["levels"] = {
            *rng.sample(LEVELS, rng.choice((1, 1, 2))),
            *rng.choice([(), (filtertruth.NO_LEVEL,)]),
        }
    if rng.random() < 0.3:
        wanted["categories"] = {rng.choice(("劳模", "职工", "类别待补充"))}
    every = [str(year) for year in (*YEARS, 1999, 2014)]
    if rng.random() < 0.5:
        wanted["years"] = {f"{year} 年" for year in rng.sample(every, rng.choice((1, 2)))} | set(
            rng.choice([(), (filtertruth.NO_YEAR,)])
        )
    if rng.random() < 0.5:
        return Choice(wanted, rng.choice(["", *every]), rng.choice(["", *every]))
    return Choice(wanted)


def word(facet: str, group: Group) -> str:
    """What the truth calls a group."""
    return group.slug if facet == "industries" else group.title


def words(all_facets: dict[str, Facet], asked: Choice) -> dict[str, Any]:
    """A choice in the words of an address; a year stands for itself."""
    slugs = {slug: {group.title: group.slug for group in facet.groups} for slug, facet in all_facets.items()}
    wanted = {
        facet: [slugs[facet].get(title, title.removesuffix(" 年")) for title in sorted(titles)]
        for facet, titles in asked.wanted.items()
    }
    return {"wanted": wanted, "span": {"from": asked.since, "to": asked.until}}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Registry, Choice, Any]]:
    """Each made-up registry with each choice and what the scripts answer."""
    rng = Random(10)  # noqa: S311  nothing secret
    cases = [(made_up(rng), [choice(rng) for _ in range(CHOICES)]) for _ in range(REGISTRIES)]
    sent = []
    for registry, asked in cases:
        divided = facets(registry)
        data = json.loads(rows_json(registry, divided))
        sent.append({"data": data, "asked": [words(divided, one) for one in asked]})
    path = tmp_path_factory.mktemp("matched") / "cases.json"
    path.write_text(json.dumps(sent), "utf-8")
    answers = json.loads(answered(path))
    return [
        (registry, one, answer)
        for (registry, asked), told in zip(cases, answers, strict=True)
        for one, answer in zip(asked, told, strict=True)
    ]


def answered(path: Path) -> str:
    """What the scripts answer to a file of cases."""
    done = node_in_page("tests/scripts/lists/matched.mjs", path)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_record_is_shown_that_no_designation_justifies_and_none_is_missing(
    tried: list[tuple[Registry, Choice, Any]],
) -> None:
    for registry, asked, answer in tried:
        truth = [one.id for one in registry.workshops if filtertruth.fits(registry, one, asked)]
        assert answer["found"] == truth, asked
    told = [len(answer["found"]) for _, _, answer in tried]
    assert min(told) == 0 < max(told)


def test_each_count_is_that_of_the_result_if_the_value_were_chosen(
    tried: list[tuple[Registry, Choice, Any]],
) -> None:
    for registry, asked, answer in tried:
        divided = facets(registry)
        for slug, facet in [(slug, divided[slug]) for slug in LABELS]:
            assert answer["counts"][slug] == {
                group.slug: filtertruth.number(registry, filtertruth.instead(asked, slug, word(slug, group)))
                for group in facet.filled
            }, (asked, slug)


@pytest.mark.parametrize("end", ["from", "to"])
def test_each_end_of_a_span_counts_what_it_would_find(
    tried: list[tuple[Registry, Choice, Any]], end: str
) -> None:
    ends: dict[str, Callable[[Choice, str], Choice]] = {
        "from": lambda asked, year: asked._replace(since=year),
        "to": lambda asked, year: asked._replace(until=year),
    }
    for registry, asked, answer in tried:
        others = asked._replace(
            wanted={facet: titles for facet, titles in asked.wanted.items() if facet != "years"}
        )
        for year, number in answer[end].items():
            assert number == filtertruth.number(registry, ends[end](others, year)), (asked, year)


def test_another_condition_never_shows_more(tried: list[tuple[Registry, Choice, Any]]) -> None:
    """What is found with two facets is among what is found with each alone."""
    for registry, asked, answer in tried:
        for facet in asked.wanted:
            alone = Choice({facet: asked.wanted[facet]})
            if facet == "years":
                alone = asked._replace(wanted={"years": asked.wanted["years"]})
            for workshop in registry.workshops:
                assert workshop.id not in answer["found"] or filtertruth.fits(registry, workshop, alone)


def test_a_row_tells_each_level_with_its_year() -> None:
    rng = Random(4)  # noqa: S311  nothing secret
    for _ in range(50):
        registry = made_up(rng)
        for workshop in registry.workshops:
            told = list_row(registry, workshop).named.split("、")
            pairs = {
                f"{one.level} {one.date.year if one.date else '年度待补充'}" for one in workshop.designations
            }
            if pairs:
                assert sorted(told) == sorted(pairs)
            else:
                assert told == ["级别", "年度待补充"]


@pytest.mark.parametrize(
    ("rows", "columns"), [("years", "categories"), ("industries", "districts"), ("years", "levels")]
)
def test_a_cell_of_the_statistics_leads_to_as_many(rows: str, columns: str) -> None:
    """Also where both are of designations."""
    rng = Random(5)  # noqa: S311  nothing secret
    for _ in range(40):
        registry = made_up(rng)
        divided = facets(registry)
        titles = {
            (slug, group.slug): word(slug, group) for slug, facet in divided.items() for group in facet.groups
        }
        for line in cross("", "", divided[rows], divided[columns]).lines:
            for cell in line.cells:
                kept = [tuple(part.split("=")) for part in cell.path.partition("?")[2].split("&")]
                asked = Choice({facet: {titles[facet, slug]} for facet, slug in kept})
                assert cell.number == filtertruth.number(registry, asked), cell
