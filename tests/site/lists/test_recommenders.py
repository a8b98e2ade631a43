"""The lists of recommending unions: everybody in one, no two under one address, todo/ and recommenders/ by one word."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.facets import UNKNOWN, facets
from generator.model.registry import Registry
from tests.made import miniature

# Words that are read alike, that no address can hold, or that an address holds already.
_NAMES = st.sampled_from(
    ["", "高新区总工会", "高辛区总工会", "高新 区总工会", "中山区总工会", "unknown", "Unknown", "——", "…", "union", "虚构工会 2", "虚构工会-2"]
) | st.text("高新辛区 unknow-2", max_size=12)  # fmt: skip


def recommended(names: list[str]) -> Registry:
    """A registry whose workshops were recommended by these."""
    registry = miniature.registry()
    first = registry.workshops[0]
    workshops = tuple(
        replace(first, id=f"DL{number:04}", recommender=name or None) for number, name in enumerate(names, 1)
    )
    return replace(registry, workshops=workshops)


@given(st.lists(_NAMES, max_size=12))
def test_everybody_stands_in_one_group_and_every_group_has_its_own_address(names: list[str]) -> None:
    registry = recommended(names)
    groups = facets(registry)["recommenders"].groups
    told = {
        workshop.id: group.title for group in groups for workshop in group.workshops if group.slug != UNKNOWN
    }
    assert told == {
        workshop.id: workshop.recommender for workshop in registry.workshops if workshop.recommender
    }
    assert sum(len(group.workshops) for group in groups) == len(names)
    assert len({group.slug for group in groups}) == len(groups)
    assert all(group.slug.replace("-", "").isalnum() and group.slug.isascii() for group in groups)
    assert (UNKNOWN in {group.slug for group in groups}) == ("" in names)


def test_one_more_union_of_no_vocabulary_moves_none_that_is_in_it() -> None:
    before = facets(recommended([]))["recommenders"].groups
    after = facets(recommended(["高辛区总工会", "中山区总工会"]))["recommenders"].groups
    assert [(group.title, group.slug) for group in before] == [
        (group.title, group.slug) for group in after[: len(before)]
    ]
    assert after[-1].slug == "gaoxinquzonggonghui-2"


def test_pages_and_data_of_a_union() -> None:
    made = {
        item.path: item.content.decode()
        for item in miniature.outputs()
        if item.path.endswith(("html", "json"))
    }
    union = next(
        group
        for group in facets(miniature.registry())["recommenders"].groups
        if group.title == "中山区总工会"
    )
    page = made[f"recommenders/{union.slug}/index.html"]
    assert "<title>中山区总工会推荐的工作室" in page
    assert "推荐工会不是工作室的所在地" in page
    for workshop in union.workshops:
        assert f'href="../../workshops/{workshop.id}/"' in page
        assert f'href="../../recommenders/{union.slug}/"' in made[f"workshops/{workshop.id}/index.html"]
    assert f'href="../../workshops/?recommenders={union.slug}"' in page
    assert f"todo/{union.slug}/index.html" in made
    told = json.loads(made[f"data/recommenders/{union.slug}.json"])
    assert [one["id"] for one in told["workshops"]] == [workshop.id for workshop in union.workshops]
    assert {one["recommender"] for one in told["workshops"]} == {"中山区总工会"}
