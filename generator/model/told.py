"""What of vocabularies and notices is told where records are: the terms and the notices that they name, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.libraries.kept import key_of
from generator.model.notices import Notice
from generator.model.units import Units
from generator.model.vocabulary import Term, Vocabulary
from generator.model.workshop import Leader, Workshop

_Words = Callable[[Workshop], Iterable[str | None]]
_Places = frozenset[tuple[str, int]]  # of terms: the vocabulary, and which of its terms


def _of_leader(words: Callable[[Leader], Iterable[str | None]]) -> _Words:
    return lambda workshop: words(workshop.leader) if workshop.leader else ()


_UNITS: Mapping[str, _Words] = {"units": lambda workshop: (workshop.unit,)}
# By vocabulary the words of a record that are its terms; industries by code, all others by name.
WORDS: Mapping[str, _Words] = {
    "districts": lambda workshop: (workshop.district,),
    "zones": lambda workshop: (workshop.zone,),
    "industries": lambda workshop: (workshop.industry, (workshop.industry or "")[:1]),
    "unions": lambda workshop: (workshop.recommender,),
    **_UNITS,
    "honours": _of_leader(lambda leader: (honour.name for honour in leader.honours)),
    "skill_grades": _of_leader(lambda leader: (leader.skill_grade,)),
    "titles": _of_leader(lambda leader: (leader.professional_title,)),
    "education": _of_leader(lambda leader: (leader.education,)),
    "designation_titles": lambda workshop: (named.title for named in workshop.designations),
}


@dataclass(frozen=True)
class TermsTold:
    """Vocabularies and notices with what is told alone; terms do not know where they stand. `key`: the digest of all this."""

    key: bytes
    make: Callable[[], tuple[Mapping[str, Vocabulary], tuple[Notice, ...]]]


class Telling:
    """Tells what of vocabularies and notices records name. `texts`: of the files of notices, by path."""

    def __init__(
        self,
        vocabularies: Mapping[str, Vocabulary],
        notices: Iterable[Notice],
        texts: Mapping[str, str],
        units: Units,
    ) -> None:
        self._vocabularies, self._units, self._texts = vocabularies, units, texts
        self._notices = {notice.id: notice for notice in notices}
        self._named: dict[str, tuple[_Places, frozenset[str]]] = {}
        self._with_units: dict[str, _Places] = {}

    def of(self, workshops: Iterable[Workshop], others: Iterable[Workshop] = ()) -> TermsTold:
        """Return what these records name. `others`: further ones, of which nothing is told but what their units are called now."""
        named = [self._named_by(workshop) for workshop in workshops]
        units = [self._units_of(workshop) for workshop in others]
        places = sorted(frozenset().union(*units, *(terms for terms, _ in named)))
        ids = sorted(frozenset().union(*(notices for _, notices in named)))
        key = key_of([self._terms[place][1] for place in places], [self._digests[id_] for id_ in ids])
        return TermsTold(key, lambda: self._make(places, ids))

    def _make(
        self, places: Iterable[tuple[str, int]], ids: Iterable[str]
    ) -> tuple[Mapping[str, Vocabulary], tuple[Notice, ...]]:
        terms: dict[str, list[Term]] = {name: [] for name in self._vocabularies}
        for place in places:
            terms[place[0]].append(self._terms[place][0])
        vocabularies = {
            name: replace(listed, at={}, title="", scheme=None, note=None, terms=tuple(terms[name]))
            for name, listed in self._vocabularies.items()
        }
        return vocabularies, tuple(self._notices[id_] for id_ in ids)

    @cached_property
    def _terms(self) -> dict[tuple[str, int], tuple[Term, bytes]]:
        """Each term without the places of its file, and its digest."""
        bare = {
            (name, number): replace(term, at={})
            for name, listed in self._vocabularies.items()
            for number, term in enumerate(listed.terms)
        }
        return {place: (term, key_of(place[0], term)) for place, term in bare.items()}

    @cached_property
    def _places(self) -> dict[int, tuple[str, int]]:
        return {
            id(term): (name, number)
            for name, listed in self._vocabularies.items()
            for number, term in enumerate(listed.terms)
        }

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        return {
            id_: key_of(notice.path, self._texts.get(notice.path)) for id_, notice in self._notices.items()
        }

    def _named_by(self, workshop: Workshop) -> tuple[_Places, frozenset[str]]:
        if workshop.path not in self._named:
            cited = {part.notice for parts in (workshop.designations, workshop.events) for part in parts}
            notices = frozenset(id_ for id_ in cited if id_ in self._notices)
            self._named[workshop.path] = frozenset(self._terms_of(workshop, WORDS)), notices
        return self._named[workshop.path]

    def _units_of(self, workshop: Workshop) -> _Places:
        if workshop.path not in self._with_units:
            self._with_units[workshop.path] = frozenset(self._terms_of(workshop, _UNITS))
        return self._with_units[workshop.path]

    def _terms_of(self, workshop: Workshop, words: Mapping[str, _Words]) -> Iterator[tuple[str, int]]:
        """Yield the terms that the words of a record lead to, by any name, and the units that these belong to."""
        for name, asked in words.items():
            listed = self._vocabularies.get(name)
            for word in asked(workshop) if listed else ():
                for terms in (listed.by_code, listed.by_name, listed.by_printed) if listed and word else ():
                    if word in terms:
                        yield self._places[id(terms[word])]
                if word and name == "units":
                    yield from (self._places[id(self._units.by_name[it])] for it in self._chain(word))

    def _chain(self, unit: str) -> Iterator[str]:
        return (it for it in (unit, *self._units.above(unit)) if it in self._units.by_name)
