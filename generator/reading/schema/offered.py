"""Keys of a record for which words are offered although others may be written: those of a vocabulary, the notices' ids."""

from __future__ import annotations

from generator.model.notices import NAMING

OFFERED = {"recommender": "unions", "unit": "units", "designations.title": "designation_titles"}
# By key the kind of notice that it must name; empty for any.
NOTICES = {"designations.notice": NAMING, "events.notice": ""}
