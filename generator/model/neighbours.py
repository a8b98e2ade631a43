"""Neighbours: for each workshop a few others of the same unit, district and industry, always the same ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from generator.model.registry import Registry
from generator.model.workshop import Workshop

MOST = 5
Neighbourhood = list[tuple[str, list[Workshop]]]  # groups by their titles
_SHARED: dict[str, Callable[[Registry, Workshop], str | None]] = {
    "同一单位": Registry.unit_of,
    "同一区域": lambda _, workshop: workshop.district,
    "同一行业": lambda _, workshop: workshop.industry,
}


class Neighbours:
    """All workshops by what they share."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._sharing: dict[tuple[str, str], list[Workshop]] = defaultdict(list)
        self._place: dict[tuple[str, str], int] = {}
        for workshop in registry.workshops:
            for title, value in _SHARED.items():
                key = (title, value(registry, workshop) or "")
                self._place[title, workshop.path] = len(self._sharing[key])
                self._sharing[key].append(workshop)

    def of(self, workshop: Workshop) -> Neighbourhood:
        """Return up to MOST that come next by number in each group, continuing with the first after the last.

        Empty groups are left out, and no workshop is listed twice: it stays in the first group that has it.
        """
        groups: Neighbourhood = []
        listed: set[str] = set()
        for title, value in _SHARED.items():
            shared = self._near(title, value(self._registry, workshop), workshop)
            near = [other for other in shared if other.id not in listed]
            if near:
                groups.append((title, near))
                listed.update(other.id for other in near)
        return groups

    def _near(self, title: str, value: str | None, workshop: Workshop) -> list[Workshop]:
        if value is None:
            return []
        sharing, place = self._sharing[title, value], self._place[title, workshop.path]
        return [sharing[(place + step) % len(sharing)] for step in range(1, min(MOST, len(sharing) - 1) + 1)]
