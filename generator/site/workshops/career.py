"""The history of a workshop as a drawing: its levels as steps, later events as points below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.workshop import LEVELS, Workshop

WIDTH, LEFT, RIGHT, TOP, ROW = 420, 92, 24, 16, 30
_LABEL = 48  # the width of a year in larger text on a phone
_ENDS = ("撤销", "终止")
# What the shapes of points mean.
_KINDS = {"named": "命名", "event": "后来的变化", "end": "撤销或终止"}


class Spot(NamedTuple):
    """A point and its tooltip; `kind`: named, event or end."""

    x: float
    y: float
    kind: str
    tooltip: str


class Word(NamedTuple):
    """A label of an axis."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Career:
    """The drawing: the line along the highest level so far, points, labels of both axes."""

    line: str
    spots: tuple[Spot, ...]
    levels: tuple[Word, ...]
    years: tuple[Word, ...]
    width: int
    height: int

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of point that there are, each with what it means."""
        there = {spot.kind for spot in self.spots}
        return [(kind, told) for kind, told in _KINDS.items() if kind in there]


def career(workshop: Workshop) -> Career | None:
    """Return the drawing, or None with fewer than two dated steps: there is nothing to draw."""
    named = sorted(
        (designation.date, designation) for designation in workshop.designations if designation.date
    )
    events = [event for event in workshop.events if named]
    dates = [day for day, _ in named] + [event.date for event in events]
    if len(dates) < 2:
        return None
    levels = sorted({designation.level for _, designation in named}, key=LEVELS.index, reverse=True)
    rows = {level: TOP + ROW * (number + 0.5) for number, level in enumerate(levels)}
    base = TOP + ROW * len(levels)
    first, last = min(day.year for day in dates), max(day.year for day in dates) + 1

    def across(day: PartialDate) -> float:
        share = (day.year - first + ((day.month or 6.5) - 0.5) / 12) / (last - first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    spots = [
        Spot(across(day), rows[designation.level], "named", f"{day.chinese}，{designation.title}")
        for day, designation in named
    ]
    line = _climb(spots)
    end = next((event.date for event in events if event.kind in _ENDS), None)
    line += f"H{across(end) if end else WIDTH - RIGHT}"
    spots += [
        Spot(
            across(event.date),
            base + ROW / 2,
            "end" if event.kind in _ENDS else "event",
            f"{event.date.chinese}，{event.kind}",
        )
        for event in events
    ]
    words = [Word(LEFT - 10, y + 4, level) for level, y in rows.items()]
    if events:
        words.append(Word(LEFT - 10, base + ROW / 2 + 4, "后续"))
    height = base + (ROW if events else 0) + 22
    return Career(line, tuple(spots), tuple(words), tuple(_years(first, last, height)), WIDTH, height)


def _climb(spots: Sequence[Spot]) -> str:
    """Draw the highest level so far, step by step: a later naming at a lower level changes nothing and is only a point."""
    heights = accumulate((spot.y for spot in spots), min)
    return "".join(
        f"{'H' if number else 'M'}{spot.x}{'V' if number else ' '}{height}"
        for number, (spot, height) in enumerate(zip(spots, heights, strict=True))
    )


def _years(first: int, last: int, height: int) -> list[Word]:
    pitch = (WIDTH - LEFT - RIGHT) / (last - first)
    every = max(1, -(-_LABEL // int(pitch) if pitch >= 1 else _LABEL))
    return [
        Word(round(LEFT + (year - first) * pitch, 1), height - 4, str(year))
        for year in range(first, last + 1)
        if (year - first) % every == 0
    ]
