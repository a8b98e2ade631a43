"""The registry: everything that its files say, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.forms import Form
from generator.model.notices import Notice
from generator.model.redirects import Redirect
from generator.model.vocabulary import Term, Vocabulary
from generator.model.workshop import Workshop


@dataclass(frozen=True)
class Registry:
    """Everything that the registry says. `names`: all its files; `texts`: those of text; `photos`: bytes by path."""

    workshops: tuple[Workshop, ...]
    notices: tuple[Notice, ...]
    forms: tuple[Form, ...]
    vocabularies: Mapping[str, Vocabulary]
    texts: Mapping[str, str]
    names: frozenset[str]
    photos: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    redirects: tuple[Redirect, ...] = ()

    @cached_property
    def notice_by_id(self) -> dict[str, Notice]:
        """Notices by id."""
        return {notice.id: notice for notice in self.notices}

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """The terms of a vocabulary; none if it could not be read."""
        found = self.vocabularies.get(vocabulary)
        return found.terms if found else ()

    def term(self, vocabulary: str, word: str | None) -> Term | None:
        """The term of that name or code."""
        found = self.vocabularies.get(vocabulary)
        return (found.by_code.get(word) or found.by_name.get(word)) if found and word else None
