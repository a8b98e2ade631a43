"""Whom a notice named: of any list and any records each entry has one record, as many as can, and those that cite it first."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.namings import Naming, agreement, namings
from generator.model.notices import Listed
from generator.model.units import Units
from generator.model.workshop import Basis, Designation, Leader, Workshop
from tests.made import miniature

NOTICE = next(it for it in miniature.registry().notices if it.kind == "命名通报")
MODEL = miniature.registry().workshops[0]
NAMES, UNITS, LEADERS = ("甲工作室", "乙工作室"), (None, "一厂", "二厂"), (None, "王伟", "李娜")

Drawn = tuple[
    str, str | None, str | None, str | None, bool
]  # name, unit, its former name, leader, whether it cites the notice
ENTRIES = st.lists(
    st.builds(
        Listed,
        at=st.just({}),
        name=st.sampled_from(NAMES),
        unit=st.sampled_from(UNITS),
        leader=st.sampled_from(LEADERS),
        recommender=st.none(),
    ),
    max_size=4,
)
RECORD = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(UNITS),
    st.sampled_from(UNITS),
    st.sampled_from(LEADERS),
    st.booleans(),
)
RECORDS = st.lists(RECORD, max_size=5).map(
    lambda drawn: [_workshop(n, it) for n, it in enumerate(drawn, start=1)]
)
NONE = Units(())
often = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def _workshop(number: int, drawn: Drawn) -> Workshop:
    name, unit, former, leader, cites = drawn
    named = Designation({}, "虚构称号", "市级", None, NOTICE.id if cites else None, None)
    led = leader and Leader({}, leader, None, (), None, None, None, Basis({}, "公开报道", None))
    return replace(
        MODEL,
        path=f"workshops/0000/DL000{number}.yml",
        id=f"DL000{number}",
        name=name,
        former_names=(),
        unit=unit,
        former_units=(former,) if former and unit and former != unit else (),
        leader=led or None,
        designations=(named,),
        events=(),
    )


def _of(entries: list[Listed], workshops: list[Workshop]) -> Naming:
    return namings([replace(NOTICE, names=tuple(entries))], workshops, {}, NONE)[NOTICE.id]


def _fits(entry: Listed, workshop: Workshop) -> bool:
    return entry.name == workshop.name and agreement(entry, workshop, {}, NONE) is not None


def _most(entries: list[Listed], workshops: list[Workshop]) -> int:
    """How many of the records can have an entry each, by trying all."""
    for number in range(min(len(entries), len(workshops)), 0, -1):
        for some in combinations(workshops, number):
            for places in permutations(entries, number):
                if all(map(_fits, places, some)):
                    return number
    return 0


@often
@given(ENTRIES, RECORDS)
def test_each_entry_has_a_record_that_fits_and_as_many_as_can(
    entries: list[Listed], workshops: list[Workshop]
) -> None:
    naming = _of(entries, workshops)
    seated = [it for it in naming.records if it]
    assert len({it.path for it in seated}) == len(seated) == _most(entries, workshops)
    assert all(it is None or _fits(entry, it) for entry, it in zip(entries, naming.records, strict=True))


@often
@given(ENTRIES, RECORDS)
def test_none_that_cites_it_gives_way_to_one_that_does_not(
    entries: list[Listed], workshops: list[Workshop]
) -> None:
    naming = _of(entries, workshops)
    citing = [it for it in workshops if it.designations[0].notice]
    seated = {it.path for it in naming.records if it}
    assert list(naming.cited) == citing
    assert len(seated & {it.path for it in citing}) == _most(entries, citing)
    strangers = {it.path: told for it, told in naming.strangers}
    assert strangers.keys() == {it.path for it in citing} - seated
    assert all(
        tuple(e for e in entries if e.name == it.name) == strangers[it.path] for it, _ in naming.strangers
    )


@often
@given(ENTRIES, RECORDS)
def test_rivals_fit_as_well_and_nobody_else_has_a_say(
    entries: list[Listed], workshops: list[Workshop]
) -> None:
    naming = _of(entries, workshops)
    seated = {it.path for it in naming.records if it}
    for entry, record, rivals in zip(entries, naming.records, naming.rivals, strict=True):
        for rival in rivals:
            assert record and rival.path not in seated
            assert not record.designations[0].notice and not rival.designations[0].notice
            assert agreement(entry, rival, {}, NONE) == agreement(entry, record, {}, NONE)


@often
@given(ENTRIES, RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(
    entries: list[Listed], workshops: list[Workshop], chance: Random
) -> None:
    mixed = list(workshops)
    chance.shuffle(mixed)
    assert _of(entries, workshops).records == _of(entries, mixed).records


@often
@given(ENTRIES, RECORDS)
def test_what_is_known_on_both_sides_and_differs_keeps_them_apart(
    entries: list[Listed], workshops: list[Workshop]
) -> None:
    for entry, record in zip(entries, _of(entries, workshops).records, strict=True):
        if record:
            assert not (entry.unit and record.unit) or entry.unit in record.units
            assert not (entry.leader and record.leader) or entry.leader in record.leaders
