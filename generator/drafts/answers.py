"""One answer for a new record: the offers to choose from, the value meant, and the problems of the schema's reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from generator.drafts.questions import Question, field_of
from generator.libraries.characters import nfkc
from generator.model.registry import Registry
from generator.model.vocabulary import Term
from generator.problems.problem import Problem
from generator.reading.kind import Notes
from generator.reading.scalar import flow, quoted
from generator.reading.tables import Many
from generator.reading.terms import OfVocabulary
from generator.reading.tree import parse
from generator.reading.words import Choice
from generator.rules.names import category_of
from generator.rules.privacy import personal_data

Known = Mapping[str, str]
MOST_SHOWN = 15
_LEAST = 2  # characters of a name's beginning that may stand for the whole
_NEVER_SUPPORTED = ("kind", "leader.basis.kind", "leader.basis.date")


class Offer(NamedTuple):
    """One possible answer: the value, and the text that shows it."""

    value: str
    words: str


def offers(question: Question, registry: Registry, known: Known) -> list[Offer]:
    """Return the offers to choose from, in the order of their numbers; empty for free text."""
    kind = question.field.kind
    if question.key in _OFFERED:
        return _OFFERED[question.key](registry, known)
    if isinstance(kind, Choice):
        return _plain(kind.options)
    return _terms(kind.vocabulary, registry) if isinstance(kind, OfVocabulary) and kind.by == "name" else []


def proposed(question: Question, registry: Registry, known: Known) -> str:
    """Return the answer that follows from the known facts; empty if there is none."""
    if question.key == "category":
        return category_of(known["name"]) or ""
    named = [one for workshop in registry.workshops for one in workshop.designations]
    if question.key == "designations.level":
        title = known["designations.title"]
        term = registry.title(title)
        levels = {term.level} if term and term.level else {one.level for one in named if one.title == title}
        return levels.pop() if len(levels) == 1 else ""
    notice = registry.notice_by_id.get(known.get("designations.notice", ""))
    return notice.date.iso if question.key == "designations.date" and notice else ""


def meant(question: Question, text: str, registry: Registry, known: Known) -> str:
    """Return the value of an answer: the offer with that number, the code of that industry, the term with that other name or that
    beginning (甘井子) if there is but one, else the answer itself."""
    offered = offers(question, registry, known)
    if isinstance(question.field.kind, Many):
        words = [word for word in re.split(r"[\s、，,;；]+", text) if word]
        if words in (["全部"], ["所有"]):
            return " ".join(offer.value for offer in offered)
        return " ".join(_numbered(word, offered) for word in words)
    if question.key == "industry":
        return _industry(text, registry)
    value = _numbered(text, offered)
    kind = question.field.kind
    if question.key == "recommender" or (isinstance(kind, OfVocabulary) and kind.by == "name"):
        return _named(value, offered, registry)
    return value


def problems_in(question: Question, value: str, registry: Registry, today: date) -> list[Problem]:
    """Return the problems of a value: those of the reader of records, or those of the law of personal data."""
    field = question.field
    many = isinstance(field.kind, Many)
    line = f"{field.key}: {flow(value.split()) if many else quoted(value)}\n"
    tree, problems = parse("", line, {})
    if tree:
        notes = Notes("", registry.vocabularies)
        field.kind.read(tree.entries[0].value, field.label, notes)
        problems += notes.problems
    return list(personal_data("", line, today)) or problems


def is_code(text: str, registry: Registry) -> bool:
    """Return whether a text is the code of an industry."""
    return any(term.code == text for term in registry.terms("industries"))


def industries(wanted: str, registry: Registry) -> list[str]:
    """Return the sections for `?`, the divisions of a section for `C?`; for a part of a name the industries with it."""
    terms = registry.terms("industries")
    wanted = nfkc(wanted).strip()
    if wanted == "?":
        return [_coded(term) for term in terms if len(term.code or "") == 1]
    if wanted.endswith("?"):
        letter = wanted[:-1].strip().upper()
        return [
            _coded(term) for term in terms if term.code and term.code[0] == letter and term.code != letter
        ]
    return [_coded(term) for term in terms if wanted in term.name]


def supported(known: Known) -> list[str]:
    """Return the known keys that a source can support."""
    kept = [key for key in known if key not in _NEVER_SUPPORTED and not key.startswith("sources.")]
    return list(dict.fromkeys(_as_supported(key) for key in kept))


def _as_supported(key: str) -> str:
    return (
        "designations"
        if key.startswith("designations.")
        else key.removesuffix(".year").replace("leader.honours.name", "leader.honours")
    )


def _plain(words: Iterable[str]) -> list[Offer]:
    return [Offer(word, word) for word in words]


def _terms(vocabulary: str, registry: Registry) -> list[Offer]:
    return _plain(term.name for term in registry.terms(vocabulary) if not term.valid_to)


def _titles(registry: Registry, known: Known) -> list[Offer]:
    """Return the titles in the records, the most frequent first, then those that only the vocabulary knows."""
    titles = [named.title for workshop in registry.workshops for named in workshop.designations]
    used = sorted(set(titles), key=lambda title: (-titles.count(title), title))
    known_ones = [offer.value for offer in _terms("designation_titles", registry)]
    return _plain(dict.fromkeys([*used, *known_ones]))


def _namings(registry: Registry, known: Known) -> list[Offer]:
    """Return the naming notices: those that list the name first, then the newest."""
    notices = [notice for notice in registry.notices if notice.is_naming]
    naming = {notice.id for notice in notices if any(entry.name == known["name"] for entry in notice.names)}
    notices.sort(key=lambda notice: (notice.id in naming, notice.date), reverse=True)
    listed = dict.fromkeys(naming, "，名单里有这个名称")
    return [
        Offer(one.id, f"{one.title}（{one.date.chinese}，{one.id}{listed.get(one.id, '')}）")
        for one in notices
    ]


_OFFERED: Mapping[str, Callable[[Registry, Known], list[Offer]]] = {
    "designations.title": _titles,
    "designations.notice": _namings,
    "recommender": lambda registry, known: _terms("unions", registry),
    "leader.basis.kind": lambda registry, known: _plain(["公开报道", "本人同意"]),
    "sources.supports": lambda registry, known: [
        Offer(key, f"{field_of(key).label}（{key}）") for key in supported(known)
    ],
}


def _numbered(text: str, offered: list[Offer]) -> str:
    number = nfkc(text).strip()
    if number.isascii() and number.isdecimal() and 1 <= int(number[:4]) <= len(offered):
        return offered[int(number[:4]) - 1].value
    return text


def _named(text: str, offered: list[Offer], registry: Registry) -> str:
    """Return the one offer that a text begins, or the one term that has it for another name."""
    names = [offer.value for offer in offered]
    wanted = nfkc(text).strip()
    if wanted in names or len(wanted) < _LEAST:
        return wanted if wanted in names else text
    also = [
        term.name
        for vocabulary in registry.vocabularies.values()
        for term in vocabulary.terms
        if wanted in term.others and term.name in names
    ]
    meant_by = list(dict.fromkeys(also or [name for name in names if name.startswith(wanted)]))
    return meant_by[0] if len(meant_by) == 1 else text


def _industry(text: str, registry: Registry) -> str:
    code = nfkc(text).strip().upper()
    named = [term.code for term in registry.terms("industries") if term.name == text and term.code]
    return code if is_code(code, registry) else named[0] if len(named) == 1 else text


def _coded(term: Term) -> str:
    return f"{term.code} {term.name}"
