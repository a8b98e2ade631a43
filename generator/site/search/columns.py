"""The short fields of all workshops as columns: each value once, and for each workshop which value it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.libraries.jsontext import Json
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.lists.columns import id_runs
from generator.site.search.fields import SHORT_FIELDS, short_fields
from generator.site.search.numbers import digits
from generator.site.search.readings import Reading, person_reading, reading, unusual, usual_readings
from generator.site.search.words import fold

LEADER = (
    "\x01"  # replaces the leader's name in a workshop's name, so that 某某职工创新工作室 is one value for all
)
NAMED = ("name", "former")
READ = (*NAMED, "leader", "unit", "district", "zone")  # searched by pinyin too
APART = (
    "industry",
    "category",
    "level",
    "field",
    "recommender",
    "titles",
    "notice",
)  # whose they are is asked for where a word is theirs


@dataclass
class FieldValues:
    """The values of one field. `of`: for each workshop 0 for none, 1 for the next new value, else 2 + its place."""

    values: dict[str, int] = field(default_factory=dict)
    of: list[str] = field(default_factory=list)

    def add(self, value: str) -> None:
        """Add the value of the next workshop."""
        if not value:
            self.of.append(digits(0))
        elif value in self.values:
            self.of.append(digits(2 + self.values[value]))
        else:
            self.of.append(digits(1))
            self.values[value] = len(self.values)


class ShortFields(NamedTuple):
    """The short fields of all workshops. `first`: what each search needs, with the ids, the readings of names and units, and the
    values of most columns; `values`: those of the columns APART, as texts; `of`: whose these are."""

    first: dict[str, Json]
    values: dict[str, str]
    of: dict[str, str]


def short_data(registry: Registry) -> ShortFields:
    """Return the ids and short fields of all workshops, and the readings of names and units, as JSON values."""
    columns, persons = _columns(registry)
    readings = {key: _readings(columns[key], persons if key == "leader" else {}) for key in READ}
    usual = usual_readings({text: read for column in readings.values() for text, read in column.values()})
    values = {key: "\n".join(column.values) for key, column in columns.items()}
    of = {key: "".join(column.of) for key, column in columns.items()}
    alphabet = by_frequency("".join(text for key, text in values.items() if key not in APART))
    letters = {character: digits(rank) for rank, character in enumerate(alphabet)}
    first: dict[str, Json] = {
        "ids": id_runs([workshop.id for workshop in registry.workshops]),
        "alphabet": alphabet,
        "usual": {"characters": "".join(usual), "readings": " ".join(usual.values())},
        "columns": [
            {"key": key, "label": label}
            | (
                {}
                if key in APART
                else {"values": "".join(map(letters.__getitem__, values[key])), "of": of[key]}
            )
            | ({"unusual": _unusual(readings[key], usual)} if key in READ else {})
            for key, label in SHORT_FIELDS
        ],
    }
    return ShortFields(first, {key: values[key] for key in APART}, {key: of[key] for key in APART})


def _columns(registry: Registry) -> tuple[dict[str, FieldValues], dict[str, Reading]]:
    """Return all columns by key, and the reading of each leader's name."""
    columns = {key: FieldValues() for key, _ in SHORT_FIELDS}
    persons: dict[str, Reading] = {}
    for workshop in registry.workshops:
        leader = _leader(workshop)
        if leader and workshop.leader:
            persons[leader] = person_reading(leader, workshop.leader.pinyin)
        for (key, _), values in zip(SHORT_FIELDS, short_fields(registry, workshop), strict=True):
            named = leader and key in NAMED
            written = (value.replace(leader, LEADER) for value in values) if named else values
            columns[key].add("\t".join(written))
    return columns, persons


def by_frequency(text: str) -> str:
    """Return each character of a text once, the most frequent first: written by its rank a value is half as long."""
    counts = Counter(text)
    return "".join(sorted(counts, key=lambda character: (-counts[character], character)))


def _leader(workshop: Workshop) -> str:
    return (workshop.leader.name if workshop.leader else None) or ""


def _readings(column: FieldValues, persons: Mapping[str, Reading]) -> dict[int, tuple[str, Reading]]:
    """Return the folded text and the reading of each value, by its place."""
    return {
        place: (text, persons.get(value) or reading(text))
        for value, place in column.values.items()
        for text in ["\n".join(fold(part) for part in value.split("\t"))]
    }


def _unusual(readings: Mapping[int, tuple[str, Reading]], usual: Mapping[str, str]) -> dict[str, str]:
    differences: Iterable[tuple[int, str]] = (
        (place, unusual(text, read, usual)) for place, (text, read) in readings.items()
    )
    return {str(place): difference for place, difference in differences if difference}
