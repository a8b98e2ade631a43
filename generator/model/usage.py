"""Which records a term of a vocabulary is used by, and which pages show a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.model.facets import facets
from generator.model.registry import Registry
from generator.model.told import WORDS
from generator.model.vocabulary import OPTIONAL, Term
from generator.model.workshop import Workshop


def using(registry: Registry, vocabulary: str, *terms: Term) -> list[Workshop]:
    """Return the records that use one of the terms, in their order; a section of industry is used by its divisions' too,
    a title or a unit by each of its names.
    """
    words = {term.code if vocabulary == "industries" else term.name for term in terms} - {None}
    words |= {text for term in terms if vocabulary in OPTIONAL for text in term.others}
    asked = WORDS.get(vocabulary)
    return [workshop for workshop in registry.workshops if asked and words & set(asked(workshop))]


def pages_with(registry: Registry, ids: Collection[str]) -> Iterator[str]:
    """Yield the addresses of the pages that show anything of records: their own, their notices', lists, groups, map, numbers."""
    for workshop in registry.workshops:
        if workshop.id in ids:
            yield f"workshops/{workshop.id}/"
            yield from (f"notices/{named.notice}/" for named in workshop.designations if named.notice)
    if ids:
        yield from ("", "workshops/", "map/", "statistics/")
    for facet in facets(registry).values() if ids else ():
        for group in facet.groups:
            if any(workshop.id in ids for workshop in group.workshops):
                yield f"{facet.slug}/{group.slug}/"
