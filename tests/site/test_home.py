"""The home page: what it calls newly named."""

from __future__ import annotations

import pytest

from generator.reading.read import read_texts
from generator.site.home import newly_named
from tests.made import samples

_RECORD = """\
id: {id}
name: 示例职工创新工作室
kind: 工作室
designations:
"""
_NAMED = "  - title: 大连市职工创新工作室\n    level: 市级\n"
_REVOKED = "events:\n  - kind: 撤销\n    date: 2025-05-01\n"
_SOURCE = "sources:\n  - title: 示例（虚构）\n    supports: [designations]\n"
# The dates on which each workshop was named, DL0001 first; then which are shown.
CASES = {
    "nothing": ([], ""),
    "by day within a year": (["2023-02-01", "2023-07-13"], "2 1"),
    "by the latest of several": (["2015 2022", "2019"], "1 2"),
    "the same day in the register's order": (["2023", "2023"], "1 2"),
    "the undated are not new": (["unknown", "2001"], "2"),
    "the revoked are not shown": (["2023 revoked", "2022"], "2"),
    "at most six": ([str(year) for year in range(2010, 2020)], "10 9 8 7 6 5"),
}


def record(number: int, dates: str) -> str:
    """A made-up record that was named on these dates."""
    words = dates.split()
    named = [
        _NAMED + (f"    date: {word}\n" if word[0].isdigit() else "") for word in words if word != "revoked"
    ]
    events = _REVOKED if "revoked" in words else ""
    return "".join([_RECORD.format(id=f"DL{number:04}"), *named, events, _SOURCE])


@pytest.mark.parametrize(("dates", "shown"), CASES.values(), ids=CASES)
def test_newly_named(dates: list[str], shown: str) -> None:
    records = {
        f"workshops/0000/DL{number:04}.yml": record(number, day) for number, day in enumerate(dates, 1)
    }
    rest = {path: text for path, text in samples.texts().items() if path != samples.RECORD}
    registry, problems = read_texts({**rest, **records}, samples.names())
    told = [int(workshop.id.removeprefix("DL")) for workshop in newly_named(registry.workshops)]
    assert " ".join(map(str, told)) == shown
    assert problems == []
