"""A workshop of a naming list as a value, and as the entry of a notice that it is."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.model.notices import Listed

NEW = "新"  # as an id: it is none of the records that are like it


class NamedWorkshop(NamedTuple):
    """A workshop that a notice names. `values`: of its record, nested as records are, without designations; `place`: in the file.

    `title`: the title that the list gives; empty where that of the notice is meant. `id`: the record that it is, as somebody
    who knows has said, or NEW.
    """

    values: dict[str, Any]
    place: str = ""
    title: str = ""
    id: str = ""

    @property
    def name(self) -> str:
        """The name, word for word."""
        return str(self.values["name"])

    @property
    def proved(self) -> frozenset[str]:
        """The keys that sources of its own prove: the list does not say them."""
        return frozenset(key for source in self.values.get("sources", ()) for key in source["supports"])

    @property
    def listed(self) -> Listed:
        """It as the entry of a notice."""
        said, leader = self.values, self.values.get("leader", {})
        beside = {"unit": said.get("unit"), "recommender": said.get("recommender")}
        return Listed(at={}, name=self.name, leader=leader.get("name"), **beside)
