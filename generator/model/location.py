"""Where a workshop is: a point, how exact it is, and whether a map may show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.part import Part


class Point(NamedTuple):
    """A point in WGS84/CGCS2000 degrees."""

    lon: float
    lat: float


@dataclass(frozen=True)
class Location(Part):
    """A point in WGS84/CGCS2000 degrees, its precision, and whether a map may show it."""

    lon: float | None
    lat: float | None
    precision: str | None
    address: str | None
    map: str | None

    @property
    def is_hidden(self) -> bool:
        """Whether the record says that no map shows a point, be there one or not."""
        return self.map not in (None, "point")

    @property
    def is_off_map(self) -> bool:
        """Whether the record says that no map tells of it, not even by a number at its district."""
        return self.map == "none"

    @property
    def point(self) -> Point | None:
        """The point that a map may show: None without a point, or where the record does not allow it."""
        if self.is_hidden or self.lon is None or self.lat is None:
            return None
        return Point(self.lon, self.lat)
