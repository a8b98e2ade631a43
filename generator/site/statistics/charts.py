"""The geometry of charts: counts to rectangles, in the units of a drawing that scales as a whole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

# The drawing's size, and its margins for the numbers at the left and the labels below.
WIDTH, HEIGHT = 420, 230
LEFT, RIGHT, TOP, BOTTOM = 48, 18, 28, 26
_LABEL = 48  # the width of a label of four digits in larger text on a phone
_VALUE = 27  # the width of a value of three digits
_STEPS = 4  # about so many horizontal lines
TONES = 5  # shades of a heat table


class Segment(NamedTuple):
    """One part of a column: its rectangle, its series (from 0), its tooltip."""

    x: float
    y: float
    width: float
    height: float
    series: int
    tooltip: str


class Stack(NamedTuple):
    """A column of blocks, from the bottom up; `path`: the page it links to, or empty."""

    path: str
    blocks: tuple[Segment, ...]


class Tick(NamedTuple):
    """A label of an axis, and its position."""

    at: float
    text: str


class Value(NamedTuple):
    """What a column comes to, and where that stands: above it."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Drawing:
    """Stacked columns with their axes; `values` where there is room for them."""

    columns: tuple[Stack, ...]
    lines: tuple[Tick, ...]
    labels: tuple[Tick, ...]
    values: tuple[Value, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM


class Tally(NamedTuple):
    """The data of a column: its label, the page it links to, and a count for each series."""

    label: str
    path: str
    numbers: tuple[int, ...]


def stacked(bars: Sequence[Tally], series: Sequence[str]) -> Drawing:
    """Return columns in the order of `bars`, all to one scale that ends at a round number."""
    highest = max((sum(bar.numbers) for bar in bars), default=0)
    step = round_step(highest)
    top = step * max(1, math.ceil(highest / step))
    room = HEIGHT - TOP - BOTTOM
    pitch = (WIDTH - LEFT - RIGHT) / max(1, len(bars))
    columns = tuple(
        Stack(bar.path, tuple(_blocks(bar, LEFT + number * pitch, pitch, room / top, series)))
        for number, bar in enumerate(bars)
    )
    lines = tuple(
        Tick(round(HEIGHT - BOTTOM - value * room / top, 1), str(value)) for value in range(0, top + 1, step)
    )
    values = tuple(_values(bars, pitch, room / top)) if pitch >= _VALUE else ()
    return Drawing(columns, lines, tuple(_labels(bars, pitch)), values)


def round_step(highest: int) -> int:
    """Return the distance of the lines: 1, 2 or 5 with zeros after it, so that about four lines reach the highest."""
    wanted = max(1.0, highest / _STEPS)
    power = 10 ** int(math.log10(wanted))
    return next(int(power * factor) for factor in (1, 2, 5, 10) if power * factor >= wanted)


def tone(number: int, most: int) -> int:
    """Return the shade of a figure in a heat table: 0 for none, then 1 to TONES; by the root, so that small figures differ."""
    return math.ceil(TONES * math.sqrt(number / most)) if number else 0


def _blocks(bar: Tally, left: float, pitch: float, scale: float, series: Sequence[str]) -> list[Segment]:
    below, gap, blocks = 0, pitch * 0.2, []
    for place, number in enumerate(bar.numbers):
        if number:
            below += number
            top = HEIGHT - BOTTOM - below * scale
            tooltip = f"{bar.label} {series[place]} {number}"
            blocks.append(
                Segment(
                    round(left + gap / 2, 1),
                    round(top, 1),
                    round(pitch - gap, 1),
                    round(number * scale, 1),
                    place,
                    tooltip,
                )
            )
    return blocks


def _labels(bars: Sequence[Tally], pitch: float) -> list[Tick]:
    """Return as many labels as there is room for: the first, and the last with those counted from it."""
    every = max(1, math.ceil(_LABEL / pitch))
    last = len(bars) - 1
    return [
        Tick(_middle(number, pitch), bar.label)
        for number, bar in enumerate(bars)
        if not number or ((last - number) % every == 0 and number >= every)
    ]


def _values(bars: Sequence[Tally], pitch: float, scale: float) -> list[Value]:
    totals = [(number, sum(bar.numbers)) for number, bar in enumerate(bars)]
    return [
        Value(_middle(number, pitch), round(HEIGHT - BOTTOM - total * scale - 4, 1), str(total))
        for number, total in totals
        if total
    ]


def _middle(number: int, pitch: float) -> float:
    return round(LEFT + (number + 0.5) * pitch, 1)
