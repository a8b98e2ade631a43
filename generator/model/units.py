"""Units: the employers of workshops, each known by all the names that the vocabulary gives it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from generator.libraries.pinyin import word
from generator.model.vocabulary import Term

_LONGEST = 60  # letters of a name in an address: 80 characters of pinyin are longer than a file's name may be


class Units:
    """The terms of units.yml by each of their names. A unit that is in no vocabulary has just the name that records write."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """`terms`: of the vocabulary; the first one counts where two share a name."""
        self.by_name: dict[str, Term] = {}
        for term in terms:
            for name in term.names:
                self.by_name.setdefault(name, term)

    def now(self, name: str) -> str:
        """Return what the unit with that name is called now."""
        term = self.by_name.get(name)
        return term.name if term else name

    def names(self, name: str) -> tuple[str, ...]:
        """Return all names of the unit with that name, today's first."""
        term = self.by_name.get(name)
        return term.names if term else (name,)

    def above(self, name: str) -> Iterator[str]:
        """Yield the units that it belongs to, the nearest first; each once, even if they belong to each other in a circle."""
        seen = {self.now(name)}
        term = self.by_name.get(name)
        while term and term.parent:
            above = self.now(term.parent)
            if above in seen:
                return
            seen.add(above)
            yield above
            term = self.by_name.get(above)

    def slug(self, name: str) -> str:
        """Return the last part of the address of the page of the unit with that name."""
        term = self.by_name.get(name)
        return (term.slug if term else None) or slug_of(self.now(name))


def slug_of(name: str) -> str:
    """Return the address that a unit has by its name alone: its pinyin, and four digits that tell it from units read alike.

    It follows from nothing but the name, so no other record can move it.
    """
    told = hashlib.sha256(name.encode("utf-8")).hexdigest()[:4]
    return f"{word(name)[:_LONGEST] or 'unit'}-{told}"
