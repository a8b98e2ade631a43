"""What every reader of filled forms makes: one application, its fields as texts with their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.forms import Form, FormField


class Box(NamedTuple):
    """A field as it was filled in: its text, and where that stands. `doubtful`: a problem with it was told already.

    `known` tells the date that Excel holds for it, `number` that Excel holds a number.
    """

    field: FormField
    text: str
    place: str
    doubtful: bool = False
    number: bool = False


@dataclass(frozen=True)
class Filled:
    """One filled application: a form, or a row of a table. `boxes` are those that were found, by key, blank ones too.

    `place`: which of several it is, in words; `point`: longitude and latitude as written, with their place.
    """

    form: Form
    place: str
    boxes: dict[str, Box]
    publisher: str = ""
    dated: str = ""
    point: tuple[Box | None, Box | None] = (None, None)
