"""A file of open data as the data page offers it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.forms.downloads import size_text
from generator.libraries.sums import Summed

MEDIA_TYPES = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
    "sqlite": "application/vnd.sqlite3",
}


@dataclass(frozen=True)
class DataFile:
    """A file of open data.

    `path`: below the site; `title`, `note`: what it is and what it contains, in Chinese; `count`: of its workshops, or of the rows
    of the related table `relation`; or None.
    """

    path: str
    title: str
    note: str
    summed: Summed
    count: int | None = None
    relation: str = ""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rsplit("/", maxsplit=1)[-1]

    @property
    def media_type(self) -> str:
        """The media type of its kind."""
        return MEDIA_TYPES[self.path.rsplit(".", maxsplit=1)[-1]]

    @property
    def size_text(self) -> str:
        """The size in words."""
        return size_text(self.summed.size)

    @property
    def sha256(self) -> str:
        """The checksum in hexadecimal."""
        return self.summed.sha256
