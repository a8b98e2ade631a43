"""What the filters of list and map must find, in plain Python from the records alone, without the generator's own facets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.registry import Registry
from generator.model.workshop import Workshop

FACETS = ("districts", "industries", "levels", "years", "categories", "statuses", "recommenders", "zones")
NO_LEVEL, NO_YEAR = "级别待补充", "年度待补充"


class Choice(NamedTuple):
    """What is chosen: titles by facet, a first and a last year (empty: no bound), and only those with a point."""

    wanted: Mapping[str, set[str]]
    since: str = ""
    until: str = ""
    located: bool = False

    @property
    def years(self) -> bool:
        """Whether anything is asked of the year."""
        return bool(self.wanted.get("years") or self.since or self.until)

    def takes(self, year: str) -> bool:
        """Whether a year, as its title, is asked for."""
        number = year.removesuffix(" 年")
        spanned = bool(self.since or self.until) and number.isdigit()
        return year in self.wanted.get("years", ()) or (
            spanned and (self.since or "0000") <= number <= (self.until or "9999")
        )


def named(workshop: Workshop) -> list[tuple[str, str]]:
    """The level and the year of each designation as titles; empty where one has no date but another has."""
    dated = any(one.date for one in workshop.designations)
    return [
        (one.level, f"{one.date.year} 年" if one.date else "" if dated else NO_YEAR)
        for one in workshop.designations
    ] or [(NO_LEVEL, NO_YEAR)]


def values(registry: Registry, workshop: Workshop) -> dict[str, set[str]]:
    """The titles of a workshop's values by facet; of industries the codes, since a division may bear its section's name."""
    industry = [
        term
        for code in sorted({workshop.industry[0], workshop.industry} if workshop.industry else ())
        if (term := registry.term("industries", code))
    ]
    return {
        "districts": {workshop.district or "区域待补充"},
        "industries": {term.code or "" for term in industry} or {"unknown"},
        "levels": {level for level, _ in named(workshop)},
        "years": {year for _, year in named(workshop) if year},
        "categories": {workshop.category or "类别待补充"},
        "statuses": {workshop.status},
        "recommenders": {workshop.recommender or "推荐工会待补充"},
        "zones": {workshop.zone} if workshop.zone else set(),
    }


class Held(NamedTuple):
    """What is asked of a workshop, told once: a question asks it of all of them."""

    titles: Mapping[str, set[str]]
    named: list[tuple[str, str]]
    located: bool


_LAST: list[tuple[Registry, dict[str, Held]]] = []  # of the registry asked about last


def held(registry: Registry) -> dict[str, Held]:
    """That of each workshop, by its id."""
    if not _LAST or _LAST[0][0] is not registry:
        told = {
            one.id: Held(values(registry, one), named(one), one.point is not None)
            for one in registry.workshops
        }
        _LAST[:] = [(registry, told)]
    return _LAST[0][1]


def fits(registry: Registry, workshop: Workshop, choice: Choice) -> bool:
    """Whether a workshop has one of the wanted values in each facet, level and year by one and the same designation."""
    return _fits(held(registry)[workshop.id], choice)


def _fits(one: Held, choice: Choice) -> bool:
    levels = choice.wanted.get("levels", set())
    return (
        all(
            titles & one.titles[facet]
            for facet, titles in choice.wanted.items()
            if facet not in ("levels", "years")
        )
        and any(
            (not levels or level in levels) and (not choice.years or choice.takes(year))
            for level, year in one.named
        )
        and (not choice.located or one.located)
    )


def number(registry: Registry, choice: Choice) -> int:
    """How many workshops fit."""
    return sum(_fits(one, choice) for one in held(registry).values())


def instead(choice: Choice, facet: str, title: str) -> Choice:
    """The choice with one value of a facet in the place of all that is asked of it."""
    wanted = {**choice.wanted, facet: {title}}
    return (
        choice._replace(wanted=wanted, since="", until="")
        if facet == "years"
        else choice._replace(wanted=wanted)
    )
