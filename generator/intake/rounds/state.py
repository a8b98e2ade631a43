"""What a round knows of itself, as the text of one file: its year, its call, what was received, what was not read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

NAME = "本轮.json"
MOST_ASSESSORS = 15


class Unreadable(Exception):
    """The text is not that of a round."""


@dataclass(frozen=True)
class Received:
    """A form that was sent, known by its bytes.

    `file`: where its original lies in the round's folder; `readable`: the .docx or .xlsx that was made of an older kind, else
    empty; `origins`: each way by which it came, `甘井子.zip › 周海.docx`; `dated`: the time of the file, `2026-08-01 10:22`;
    `recommender`: the union that was named when it was collected.
    """

    sha256: str
    file: str
    origins: tuple[str, ...]
    dated: str = ""
    recommender: str = ""
    readable: str = ""


@dataclass(frozen=True)
class Skipped:
    """A file that was sent and is no form that can be read: where it came from, why, and what to do."""

    sha256: str
    origin: str
    why: str
    remedy: str


@dataclass(frozen=True)
class Issued:
    """A naming notice as it was written last: its day in ISO form, how its list is grouped, the names in their order."""

    title: str
    number: str
    date: str
    issuer: str
    grouping: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Round:
    """One year's round. `call`: the id of its notice; `numbers`: of each paper, `sha256:place in the file`, its application."""

    year: int
    call: str
    assessors: int = 3
    received: tuple[Received, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    issued: Issued | None = None


def text(round_: Round) -> str:
    """Return the round as JSON."""
    return json.dumps(asdict(round_), ensure_ascii=False, indent=1) + "\n"


def read(text_: str) -> Round:
    """Return the round that a text tells of; Unreadable if it tells of none."""
    try:
        told = json.loads(text_)
        received = tuple(Received(**_tupled(one)) for one in told.pop("received"))
        skipped = tuple(Skipped(**one) for one in told.pop("skipped"))
        issued = told.pop("issued", None)
        named = Issued(**{**issued, "names": tuple(issued["names"])}) if issued else None
        return Round(**told, received=received, skipped=skipped, issued=named)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Unreadable from error


def _tupled(told: Mapping[str, Any]) -> dict[str, Any]:
    return {**told, "origins": tuple(told["origins"])}
