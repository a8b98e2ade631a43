"""Which records a term of a vocabulary is used by, and which pages show a record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from generator.model.facets import facets
from generator.model.registry import Registry
from generator.model.vocabulary import OPTIONAL, Term
from generator.model.workshop import Leader, Workshop

_Words = Callable[[Workshop], Iterable[str | None]]


def _of_leader(words: Callable[[Leader], Iterable[str | None]]) -> _Words:
    return lambda workshop: words(workshop.leader) if workshop.leader else ()


# By vocabulary the words of a record that are its terms; industries by code, all others by name.
_WORDS: Mapping[str, _Words] = {
    "districts": lambda workshop: (workshop.district,),
    "zones": lambda workshop: (workshop.zone,),
    "industries": lambda workshop: (workshop.industry, (workshop.industry or "")[:1]),
    "unions": lambda workshop: (workshop.recommender,),
    "units": lambda workshop: (workshop.unit,),
    "honours": _of_leader(lambda leader: (honour.name for honour in leader.honours)),
    "skill_grades": _of_leader(lambda leader: (leader.skill_grade,)),
    "titles": _of_leader(lambda leader: (leader.professional_title,)),
    "education": _of_leader(lambda leader: (leader.education,)),
    "designation_titles": lambda workshop: (named.title for named in workshop.designations),
}


def using(registry: Registry, vocabulary: str, *terms: Term) -> list[Workshop]:
    """Return the records that use one of the terms, in their order; a section of industry is used by its divisions' too,
    a title or a unit by each of its names.
    """
    words = {term.code if vocabulary == "industries" else term.name for term in terms} - {None}
    words |= {text for term in terms if vocabulary in OPTIONAL for text in term.others}
    asked = _WORDS.get(vocabulary)
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
