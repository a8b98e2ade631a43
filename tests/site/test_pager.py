"""The steps between the pages of a long list: examples, and what holds for every length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.pager import PER_PAGE, pager, parts


def told(count: int, number: int) -> str:
    """The row as words, the page itself in brackets."""
    steps = pager([f"p{place}/" for place in range(1, count + 1)], number)
    return " ".join(f"[{step.text}]" if step.here else step.text for step in steps)


@pytest.mark.parametrize(
    ("count", "number", "row"),
    [
        (0, 1, ""),
        (1, 1, ""),
        (2, 1, "[1] 2 下一页"),
        (2, 2, "上一页 1 [2]"),
        (9, 5, "上一页 1 2 3 4 [5] 6 7 8 9 下一页"),
        (10, 1, "[1] 2 3 … 10 下一页"),
        (10, 5, "上一页 1 2 3 4 [5] 6 7 … 10 下一页"),
        (10, 6, "上一页 1 … 4 5 [6] 7 8 9 10 下一页"),
        (167, 80, "上一页 1 … 78 79 [80] 81 82 … 167 下一页"),
        (167, 167, "上一页 1 … 165 166 [167]"),
    ],
)
def test_the_row(count: int, number: int, row: str) -> None:
    assert told(count, number) == row


@given(st.integers(2, 500), st.data())
def test_every_page_is_reached_and_no_gap_hides_a_single_page(count: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, count))
    steps = pager([f"p{place}/" for place in range(1, count + 1)], number)
    assert len(steps) <= 11
    assert [step.text for step in steps if step.here] == [str(number)]
    assert all(step.path == f"p{step.text}/" for step in steps if step.path and step.label)
    assert (f"p{number + 1}/" in {step.path for step in steps}) == (number < count)
    words = [step.text for step in steps]
    for place, word in enumerate(words):
        if word == "…":
            assert int(words[place + 1]) - int(words[place - 1]) > 2


@given(st.integers(0, 5 * PER_PAGE + 1), st.sampled_from(["", "a/page/"]))
def test_the_pages_of_a_list_hold_each_entry_once(count: int, further: str) -> None:
    pages = list(parts("a/", "甲", range(count), further))
    assert [entry for page in pages for entry in page.entries] == list(range(count))
    assert all(page.entries for page in pages[1:]) and all(len(page.entries) <= PER_PAGE for page in pages)
    assert [page.path for page in pages] == [
        "a/",
        *(f"{further or 'a/'}{page.number}/" for page in pages[1:]),
    ]
    assert [page.title for page in pages] == ["甲", *(f"甲（第 {page.number} 页）" for page in pages[1:])]
    assert all(page.pager == pager([each.path for each in pages], page.number) for page in pages)
