"""Neighbours: for each workshop a few others of the same unit, district and industry, always the same ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.model.workshop import Workshop

MOST = 5
_SHARED: dict[str, Callable[[Workshop], str | None]] = {
    "同一单位": lambda workshop: workshop.unit,
    "同一区域": lambda workshop: workshop.district,
    "同一行业": lambda workshop: workshop.industry,
}


class Neighbours:
    """Who shares what with whom."""

    def __init__(self, workshops: Iterable[Workshop]) -> None:
        self._held: dict[tuple[str, str], list[Workshop]] = defaultdict(list)
        self._place: dict[tuple[str, str], int] = {}
        for workshop in workshops:
            for title, value in _SHARED.items():
                key = (title, value(workshop) or "")
                self._place[title, workshop.path] = len(self._held[key])
                self._held[key].append(workshop)

    def of(self, workshop: Workshop) -> list[tuple[str, list[Workshop]]]:
        """Up to MOST that come next by number in each group, round to the first after the last.

        No empty groups, and nobody twice: the first group that has a workshop keeps it.
        """
        found: list[tuple[str, list[Workshop]]] = []
        told: set[str] = set()
        for title, value in _SHARED.items():
            near = [other for other in self._near(title, value(workshop), workshop) if other.id not in told]
            if near:
                found.append((title, near))
                told.update(other.id for other in near)
        return found

    def _near(self, title: str, value: str | None, workshop: Workshop) -> list[Workshop]:
        if value is None:
            return []
        held, place = self._held[title, value], self._place[title, workshop.path]
        return [held[(place + step) % len(held)] for step in range(1, min(MOST, len(held) - 1) + 1)]
