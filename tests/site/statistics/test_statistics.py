"""Charts and statistics: geometry that adds up, figures that lead to what they count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.facets import facets
from generator.reading.read import read_texts
from generator.site.statistics import charts
from generator.site.statistics.figures import cross, kinds_and_years, years_and_categories
from tests.made import miniature

SERIES = ("劳模", "职工")
NUMBERS = st.lists(st.tuples(*(st.integers(0, 100_000) for _ in SERIES)), min_size=1, max_size=60)


def bars(numbers: list[tuple[int, ...]]) -> list[charts.Tally]:
    return [charts.Tally(str(2000 + place), "", told) for place, told in enumerate(numbers)]


@given(NUMBERS)
def test_blocks_lie_inside_and_stack(numbers: list[tuple[int, ...]]) -> None:
    drawing = charts.stacked(bars(numbers), SERIES)
    assert len(drawing.columns) == len(numbers)
    for column in drawing.columns:
        below = float(drawing.base)
        for block in column.blocks:
            assert drawing.left <= block.x and block.x + block.width <= drawing.right + 0.2
            assert abs(block.y + block.height - below) <= 0.2
            assert block.y >= charts.TOP - 0.1
            below = block.y


@given(NUMBERS)
def test_heights_tell_the_numbers(numbers: list[tuple[int, ...]]) -> None:
    drawing = charts.stacked(bars(numbers), SERIES)
    most = max(number for told in numbers for number in told)
    heights = {block.height: told[block.series] for column, told in zip(drawing.columns, numbers, strict=True)
               for block in column.blocks}  # fmt: skip
    tallest = max(heights, default=0.0)
    for height, number in heights.items():
        assert abs(height - tallest * number / most) <= 0.2


@pytest.mark.parametrize(
    ("highest", "step"), [(0, 1), (1, 1), (4, 1), (5, 2), (9, 5), (60, 20), (173, 50), (2001, 1000)]
)
def test_lines_are_round_numbers(highest: int, step: int) -> None:
    assert charts.round_step(highest) == step


def test_labels_have_room() -> None:
    drawing = charts.stacked(bars([(1, 1)] * 40), SERIES)
    places = [label.at for label in drawing.labels]
    assert min(after - before for before, after in pairwise(places)) >= 34
    assert [drawing.labels[place].text for place in (0, -1)] == ["2000", "2039"], "both ends"


def test_few_columns_tell_what_they_come_to() -> None:
    drawing = charts.stacked(bars([(3, 4), (0, 0), (1, 0)]), SERIES)
    assert [value.text for value in drawing.values] == ["7", "1"]
    for value, column in zip(drawing.values, (drawing.columns[0], drawing.columns[2]), strict=True):
        assert value.y < column.blocks[-1].y and value.y > 10
    assert charts.stacked(bars([(1, 1)] * 40), SERIES).values == ()


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_tones(number: int, most: int) -> None:
    shade = charts.tone(min(number, most), most)
    assert (shade == 0) == (number == 0)
    assert 0 <= shade <= charts.TONES


def test_every_figure_counts_what_it_leads_to() -> None:
    registry = miniature.registry()
    told = facets(registry)
    table = cross("", "", told["industries"], told["districts"])
    held = {
        (group.slug, other.slug): {workshop.id for workshop in group.workshops}
        & {workshop.id for workshop in other.workshops}
        for group in told["industries"].groups
        for other in told["districts"].groups
    }
    for line in table.lines:
        industry = line.label.path.split("/")[1]
        assert line.total is not None
        assert sum(cell.number for cell in line.cells) == line.total.number
        for column, cell in zip(table.columns, line.cells, strict=True):
            district = column.path.split("/")[1]
            assert cell.number == len(held[industry, district])
            assert cell.path == f"workshops/?industries={industry}&districts={district}"


def test_years_without_a_name_are_drawn_too() -> None:
    table = years_and_categories(facets(miniature.registry()))
    years = [int(line.label.text.removesuffix(" 年")) for line in table.lines if line.label.text[0] == "2"]
    assert table.drawing is not None
    assert len(table.drawing.columns) == max(years) - min(years) + 1
    assert years == sorted(years, reverse=True)


def test_nothing_is_drawn_of_nothing() -> None:
    registry, _ = read_texts({}, frozenset())
    table = years_and_categories(facets(registry))
    assert table.drawing is None and table.lines == ()
    assert kinds_and_years(registry).lines == ()


def test_achievements_are_counted_as_entries() -> None:
    table = kinds_and_years(miniature.registry())
    entries = sum(len(workshop.achievements) for workshop in miniature.registry().workshops)
    assert sum(cell.number for line in table.lines for cell in line.cells) == entries
    assert all(line.total is None for line in table.lines)
