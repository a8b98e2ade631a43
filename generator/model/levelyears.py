"""At which level a workshop was named in which year: the two facets of what one designation says."""

from __future__ import annotations

from generator.model.facets import LEVEL_SLUGS, UNKNOWN, Facet, Group
from generator.model.workshop import LEVELS, Workshop

# The facets of what a designation says: asked of both, one and the same designation must have it.
OF_DESIGNATIONS = ("levels", "years")


def year_title(year: str) -> str:
    """Return what a year is called, UNKNOWN of what has no date."""
    return "年度待补充" if year == UNKNOWN else f"{year} 年"


def pairs(workshop: Workshop) -> list[tuple[str, int | None]]:
    """Return each level with a year in which a workshop was named at it, oldest first, without a date last; each pair once."""
    told = {(one.level, one.date.year if one.date else None) for one in workshop.designations}
    return sorted(told, key=lambda pair: (pair[1] is None, pair[1] or 0, LEVELS.index(pair[0])))


def named(workshop: Workshop) -> list[tuple[str, str]]:
    """Return the slugs of these pairs; no year where a designation has no date but another of the workshop has.

    So the year is unknown only of a workshop none of whose designations has one, as in the facet of years.
    """
    undated = "" if workshop.years else UNKNOWN
    return [(LEVEL_SLUGS[level], str(year or undated)) for level, year in pairs(workshop)] or [
        (UNKNOWN, UNKNOWN)
    ]


def shared(one: Facet, group: Group, other: Facet, its_group: Group) -> tuple[Workshop, ...]:
    """Return the workshops of a group that are also in the group of another facet, level and year by one designation."""
    ids = {workshop.id for workshop in its_group.workshops}
    both = tuple(workshop for workshop in group.workshops if workshop.id in ids)
    if {one.slug, other.slug} != set(OF_DESIGNATIONS):
        return both
    slugs = {one.slug: group.slug, other.slug: its_group.slug}
    pair = (slugs["levels"], slugs["years"])
    return tuple(workshop for workshop in both if pair in named(workshop))
