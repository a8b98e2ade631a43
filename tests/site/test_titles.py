"""Titles of designations: found by each printed form, offered where one is written, and nothing where no vocabulary is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from generator.doors import disk
from generator.drafts.answers import offers, proposed
from generator.drafts.questions import QUESTIONS
from generator.model.changelog import NONE
from generator.model.registry import Registry
from generator.model.usage import using
from generator.reading.read import read_texts
from generator.site.edit.task import editing
from generator.site.search.fields import SHORT_FIELDS, short_fields
from generator.site.settings import Project
from generator.site.workshops.timeline import timeline
from tests import ROOT
from tests.made import samples

SUPPORTED = "全国总工会支持建设的全国劳模工匠创新工作室"
PRINTED = "全国劳模工匠创新工作室"
MODEL = "全国示范性劳模和工匠人才创新工作室"
TITLES = f"""\
title: 命名称号
terms:
  - {{name: {SUPPORTED}, level: 全国, issuer: 中华全国总工会, former: [{PRINTED}]}}
  - {{name: {MODEL}, level: 全国, issuer: 中华全国总工会}}
  - {{name: 大连市先进创新工作室, level: 市级, valid_to: 2015}}
"""


def registry(title: str, *, vocabulary: bool = True) -> Registry:
    """The sample registry, whose first record has one title more."""
    texts = samples.texts()
    record = texts["workshops/0000/DL0001.yml"]
    more = f"designations:\n  - title: {title}\n    level: 全国\n    date: 2024\n    notice: naming-2023\n"
    texts["workshops/0000/DL0001.yml"] = record.replace("designations:\n", more, 1)
    held = texts | ({"vocabularies/designation_titles.yml": TITLES} if vocabulary else {})
    read, problems = read_texts(held, samples.names() | held.keys())[:2]
    assert [problem for problem in problems if "designation_titles" in problem.path] == []
    return read


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (PRINTED, f"全国，中华全国总工会命名，称号全称“{SUPPORTED}”"),
        (SUPPORTED, "全国，中华全国总工会命名"),
        (MODEL, "全国，中华全国总工会命名"),
        ("某某创新工作室", "全国命名"),
    ],
)
def test_the_page_says_who_gave_the_title_and_which_of_two_it_is(title: str, told: str) -> None:
    held = registry(title)
    steps = timeline(held, held.workshop_by_id["DL0001"])
    assert [step.detail for step in steps if step.title == title] == [told]


def searched(held: Registry) -> tuple[str, ...]:
    """What search finds the first workshop by as its titles."""
    place = [key for key, _ in SHORT_FIELDS].index("titles")
    return short_fields(held, held.workshop_by_id["DL0001"])[place]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (PRINTED, (SUPPORTED, PRINTED)),
        (SUPPORTED, (SUPPORTED, PRINTED)),
        (MODEL, (MODEL,)),
        ("某某创新工作室", ()),
    ],
)
def test_a_workshop_is_found_by_each_form_of_its_title(title: str, found: tuple[str, ...]) -> None:
    assert searched(registry(title)) == found
    assert searched(registry(title, vocabulary=False)) == ()


def test_a_term_of_titles_is_used_by_whom_it_names() -> None:
    held = registry(PRINTED)
    supported, model = held.terms("designation_titles")[:2]
    assert [it.id for it in using(held, "designation_titles", supported)] == ["DL0001"]
    assert using(held, "designation_titles", model) == []


def test_new_offers_the_titles_in_use_then_those_of_the_vocabulary() -> None:
    held = registry(PRINTED)
    asked = next(one for one in QUESTIONS if one.key == "designations.title")
    offered = [offer.value for offer in offers(asked, held, {})]
    assert offered[-2:] == [SUPPORTED, MODEL], "what is no longer given is not offered"
    assert PRINTED in offered[:-2]
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize(("title", "level"), [(PRINTED, "全国"), (MODEL, "全国"), ("没有见过的称号", "")])
def test_new_knows_the_level_of_a_title(title: str, level: str) -> None:
    asked = next(one for one in QUESTIONS if one.key == "designations.level")
    assert proposed(asked, registry("某某创新工作室"), {"designations.title": title}) == level


def schema(held: Registry) -> Mapping[str, Any]:
    """The data of the page that edits."""
    told: Mapping[str, Any] = json.loads(json.dumps(editing(held, Project(today=samples.TODAY), NONE)))
    return told


def test_the_page_that_edits_offers_them_and_knows_their_levels() -> None:
    told = schema(registry(PRINTED))
    (designations,) = [field for field in told["fields"] if field["key"] == "designations"]
    (title,) = [field for field in designations["fields"] if field["key"] == "title"]
    assert title["offered"] == "designation_titles"
    assert [it[4] for it in told["vocabularies"]["designation_titles"]["terms"]] == ["全国", "全国", "市级"]
    assert "designation_titles" not in schema(registry(PRINTED, vocabulary=False))["vocabularies"]


def test_the_two_national_titles_are_told_apart() -> None:
    """Those of the real vocabulary: no name is a printed form of the other, and each form belongs to one title."""
    texts, names, _ = disk.read_registry(ROOT / "registry")
    held = read_texts(texts, names)[0]
    forms = [text for term in held.terms("designation_titles") for text in (term.name, *term.former)]
    assert len(forms) == len(set(forms))
    supported, model = held.title(SUPPORTED), held.title(MODEL)
    assert supported and model and supported is not model
    assert held.title(PRINTED) is supported
    assert all(term.level and term.issuer for term in held.terms("designation_titles"))
