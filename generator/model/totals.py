"""How many workshops there are in the whole city, as public reports say: what the register is measured against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.part import Filed, Part
from generator.model.workshop import Source


@dataclass(frozen=True)
class Total(Part):
    """What was reported on a day: workshops of all levels, and of single levels (LEVELS) as far as the report tells them."""

    date: PartialDate
    workshops: int
    levels: Mapping[str, int] | None
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Totals(Filed):
    """All reports, in the order of the file."""

    totals: tuple[Total, ...]
