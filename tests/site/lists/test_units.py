"""The pages of units: one for each unit that a record names, at an address that no other record can move."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.model.addresses import addresses, redirected
from generator.model.facets import UNKNOWN, Facet, facets
from generator.model.registry import Registry
from generator.model.units import slug_of
from generator.reading.read import read_texts
from generator.site.lists.rows import list_row
from generator.site.search.fields import SHORT_FIELDS, short_fields
from tests.made import miniature, samples

WELDING = "虚构焊接（合成数据）有限公司"
_NAMES = st.sampled_from(["", "大连华鑫公司", "大连华信公司", "——", "unknown", "𠮷", "虚构焊接", "虚构焊接厂", "甲" * 80, WELDING]) | st.text(
    "大连华信鑫 a-", max_size=12
)  # fmt: skip


def employing(names: list[str]) -> Registry:
    """The miniature, its workshops in these units."""
    registry = miniature.registry()
    first = registry.workshops[0]
    workshops = tuple(
        replace(first, id=f"DL{number:04}", path=f"{number}", unit=name or None, former_units=())
        for number, name in enumerate(names, 1)
    )
    return replace(registry, workshops=workshops)


def of_units(registry: Registry) -> Facet:
    return facets(registry)["units"]


def with_units(text: str) -> Registry:
    """The sample registry with a vocabulary of units."""
    return read_texts(samples.texts() | {"vocabularies/units.yml": text}, samples.names())[0]


@given(st.lists(_NAMES, max_size=12))
def test_everybody_stands_with_his_unit_and_those_above_it(names: list[str]) -> None:
    registry = employing(names)
    told = of_units(registry)
    for workshop in registry.workshops:
        held = {group.title for group in told.groups if workshop in group.workshops}
        unit = registry.unit_of(workshop)
        assert held == ({unit, *registry.units.above(unit)} if unit else {told.unknown})
    slugs = [group.slug for group in told.groups]
    assert len({*slugs}) == len(slugs)
    assert all(slug.replace("-", "").isalnum() and slug.isascii() and len(slug) < 100 for slug in slugs)


@given(st.lists(_NAMES, max_size=8), st.lists(_NAMES, max_size=4))
def test_no_other_record_moves_a_unit(names: list[str], more: list[str]) -> None:
    before, after = of_units(employing(names)), of_units(employing([*more, *names]))
    for title, group in before.by_title.items():
        assert after.by_title[title].slug == group.slug


def test_a_page_by_every_name() -> None:
    """The vocabulary adds names; whichever a record writes, it is one unit, shown by today's and found by all."""
    registry = employing(["虚构焊接", "虚构焊接厂", WELDING])
    told = of_units(registry)
    assert [(group.title, len(group.workshops)) for group in told.groups] == [
        ("虚构集团有限公司", 3),
        (WELDING, 3),
    ]
    place = [key for key, _ in SHORT_FIELDS].index("unit")
    for workshop in registry.workshops:
        assert list_row(registry, workshop).unit == WELDING
        assert short_fields(registry, workshop)[place] == (WELDING, "虚构焊接厂", "虚构焊接")
    assert told.by_title[WELDING].part_of == "xugou" == told.by_title["虚构集团有限公司"].slug


def test_a_former_name_leads_to_the_page() -> None:
    """A rename is one line in the vocabulary: what was published under the old name leads on."""
    unit, page = "大连示例机械有限公司", "units/shili/"
    before = f"units/{slug_of(unit)}/"
    assert before in addresses(read_texts(samples.texts(), samples.names())[0])
    renamed = with_units(
        f"title: 单位\nterms:\n  - {{name: 大连示例重工有限公司, former: [{unit}], slug: shili}}\n"
    )
    assert page in addresses(renamed) and before not in addresses(renamed)
    assert redirected(renamed)[before] == page
    assert redirected(renamed)[f"units/{slug_of('大连示例重工有限公司')}/"] == page


def test_a_former_name_of_two_units_leads_nowhere() -> None:
    registry = employing(["大连甲公司", "大连乙公司"])
    split = replace(
        registry, workshops=tuple(replace(it, former_units=("大连老厂",)) for it in registry.workshops)
    )
    assert f"units/{slug_of('大连老厂')}/" not in redirected(split)
    one = replace(split, workshops=split.workshops[:1])
    assert redirected(one)[f"units/{slug_of('大连老厂')}/"] == f"units/{slug_of('大连甲公司')}/"


def test_a_circle_of_parents_ends() -> None:
    """The check refuses it (R318); until then nothing hangs."""
    registry = with_units("title: 单位\nterms:\n  - {name: 甲, parent: 乙}\n  - {name: 乙, parent: 甲}\n")
    assert list(registry.units.above("甲")) == ["乙"]
    assert UNKNOWN not in of_units(registry).by_slug
