"""The registry: the content of all its files as one frozen value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.libraries.kept import key_of
from generator.model.forms import Form
from generator.model.local import UNTOLD, Local
from generator.model.namings import Naming, namings
from generator.model.notices import Notice
from generator.model.redirects import Redirect
from generator.model.told import Telling, TermsTold
from generator.model.totals import Total
from generator.model.units import Units
from generator.model.vocabulary import Term, Vocabulary
from generator.model.workshop import Workshop


@dataclass(frozen=True)
class Registry:
    """The content of the registry. `names`: the paths of all files; `texts`: those of text by path; `photos`: bytes by path."""

    workshops: tuple[Workshop, ...]
    notices: tuple[Notice, ...]
    forms: tuple[Form, ...]
    vocabularies: Mapping[str, Vocabulary]
    texts: Mapping[str, str]
    names: frozenset[str]
    photos: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    redirects: tuple[Redirect, ...] = ()
    totals: tuple[Total, ...] = ()
    local: Local = UNTOLD

    @cached_property
    def workshop_by_id(self) -> dict[str, Workshop]:
        """Workshops by id; of records with the same one the last."""
        return {workshop.id: workshop for workshop in self.workshops}

    @cached_property
    def digests(self) -> dict[str, bytes]:
        """The digest of each record's text by its path: with the vocabularies it decides about the workshop."""
        return {it.path: key_of(self.texts.get(it.path)) for it in self.workshops}

    def digests_of(self, workshops: Iterable[Workshop]) -> list[bytes]:
        """Return the digests of the texts of these records, in their order."""
        return [self.digests[workshop.path] for workshop in workshops]

    @cached_property
    def others(self) -> bytes:
        """The digest of all texts that are no records: vocabularies, notices, forms and what belongs to them."""
        return key_of(self._other_texts)

    @cached_property
    def _other_texts(self) -> dict[str, str]:
        return {path: self.texts[path] for path in sorted(self.texts) if not path.startswith("workshops/")}

    @cached_property
    def years(self) -> dict[str, tuple[int, ...]]:
        """The years in which each workshop was named, in their order, by the path of its record."""
        return {workshop.path: workshop.years for workshop in self.workshops}

    @cached_property
    def namesakes(self) -> dict[str, list[Workshop]]:
        """The workshops by their names."""
        named: defaultdict[str, list[Workshop]] = defaultdict(list)
        for workshop in self.workshops:
            named[workshop.name].append(workshop)
        return named

    @cached_property
    def telling(self) -> Telling:
        """Tells what of the files that are no records is told where records are."""
        return Telling(self.vocabularies, self.notices, self.texts, self.units)

    def only(self, workshops: Iterable[Workshop], told: TermsTold | None = None) -> Registry:
        """Return it with these records alone, and no photographs but theirs. `told`: all that is left of the other files; None for
        all of them."""
        kept = tuple(workshops)
        photos = {f"photos/{photo.file}" for workshop in kept for photo in workshop.photos}
        texts = {it.path: self.texts[it.path] for it in kept if it.path in self.texts}
        whole = self
        if told:
            vocabularies, notices = told.make()
            whole = replace(
                self, vocabularies=vocabularies, notices=notices, forms=(), redirects=(), totals=()
            )
        else:
            texts = self._other_texts | texts
        return replace(
            whole,
            workshops=kept,
            texts=texts,
            names=frozenset(texts),
            photos={path: self.photos[path] for path in sorted(photos & self.photos.keys())},
        )

    @cached_property
    def namings(self) -> dict[str, Naming]:
        """Of each naming notice, by id, the records that its list tells of."""
        unions = {old: term.name for term in self.terms("unions") for old in term.former}
        return namings(self.notices, self.workshops, unions, self.units)

    @cached_property
    def alliances(self) -> dict[str, tuple[Workshop, ...]]:
        """By the id of a member the alliances that list it."""
        found: defaultdict[str, list[Workshop]] = defaultdict(list)
        for workshop in self.workshops:
            for id_ in dict.fromkeys(workshop.member_workshops):
                found[id_].append(workshop)
        return {id_: tuple(listing) for id_, listing in found.items()}

    def members(self, alliance: Workshop) -> tuple[Workshop, ...]:
        """Return the records of the members of an alliance, in its order."""
        return tuple(
            self.workshop_by_id[id_] for id_ in alliance.member_workshops if id_ in self.workshop_by_id
        )

    @cached_property
    def newest_day(self) -> date:
        """The newest day that the registry tells of: the date of files whose bytes depend only on the records."""
        days = [notice.date for notice in self.notices]
        for workshop in self.workshops:
            days += [it.date for it in workshop.designations if it.date and not it.notice]
            days += [event.date for event in workshop.events]
            days += [correction.date for correction in workshop.corrections]
        return max(days).first if days else date(2000, 1, 1)

    @cached_property
    def units(self) -> Units:
        """The units by the names that the vocabulary gives them."""
        return Units(self.terms("units"))

    @cached_property
    def notice_by_id(self) -> dict[str, Notice]:
        """Notices by id."""
        return {notice.id: notice for notice in self.notices}

    def called(self, workshop: Workshop) -> str:
        """Return a workshop's name, and beside a name that another one has too its unit, else its id."""
        several = len(self.namesakes.get(workshop.name, ())) > 1
        return workshop.name + (f"（{self.unit_of(workshop) or workshop.id}）" if several else "")

    def unit_of(self, workshop: Workshop) -> str | None:
        """Return what the unit of a workshop is called now, whatever its record calls it."""
        return self.units.now(workshop.unit) if workshop.unit else None

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """Return the terms of a vocabulary; empty if it could not be read."""
        listed = self.vocabularies.get(vocabulary)
        return listed.terms if listed else ()

    def title(self, text: str | None) -> Term | None:
        """Return the title of a designation with that name or printed form, if the vocabulary knows it."""
        return self.named("designation_titles", text) if text else None

    def named(self, vocabulary: str, word: str) -> Term | None:
        """Return the term that has, or had, that name."""
        listed = self.vocabularies.get(vocabulary)
        return listed.by_printed.get(word) if listed else None

    def term(self, vocabulary: str, word: str | None) -> Term | None:
        """Return the term with that name or code."""
        listed = self.vocabularies.get(vocabulary)
        return (listed.by_code.get(word) or listed.by_name.get(word)) if listed and word else None
