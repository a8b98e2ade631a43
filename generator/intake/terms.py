"""Texts of a form matched with the vocabularies: a whole text, else its parts; never by guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.registry import Registry
from generator.model.vocabulary import BETWEEN, Term
from generator.problems.code import WARNING, Code
from generator.reading.likeness import nearest_few

_BETWEEN = re.compile(rf"{BETWEEN}|[┋|｜]+")  # the last are those of collecting tools
_CODED = re.compile(r"([A-Z][0-9]{0,3})[\s、:：.-]*(.*)", re.DOTALL)
_YEAR = re.compile(r"(?:[(（]\s*)?((?:19|20)[0-9]{2})\s*(?:年度|年)?(?:\s*[)）])?")


I622 = Code(
    "I622",
    WARNING,
    "照词表换了写法",
    meaning="记录里只用词表的现用名称；表上的别的写法照词表换成它。",
    bad="学历写“本科”，记录里是“大学本科”",
    remedy="核对是不是这个意思。",
)


class Match(NamedTuple):
    """A part of a text, its vocabulary and its term; `former`: it is an older word. Without a term it is unknown."""

    text: str
    vocabulary: str = ""
    term: Term | None = None
    former: bool = False
    year: str = ""


def matches(
    text: str, vocabularies: tuple[str, ...], registry: Registry, *, dated: bool = False
) -> list[Match]:
    """Return the terms in a text: one, or several with separators. `dated`: each may have a year (honours)."""
    whole = _match(text, vocabularies, registry, dated)
    if whole.term:
        return [whole]
    parts = [part for part in _BETWEEN.split(text) if part]
    return [_match(part, vocabularies, registry, dated) for part in parts]


def ambiguous(match: Match, registry: Registry) -> list[str]:
    """Return the codes of a name if two terms have it (制造业's sections and divisions)."""
    if match.term is None or match.text in (match.term.code or "", f"{match.term.code} {match.term.name}"):
        return []
    named = [term for term in registry.terms(match.vocabulary) if term.name == match.text and term.code]
    return [str(term.code) for term in named] if len(named) > 1 else []


def near(text: str, vocabularies: tuple[str, ...], registry: Registry) -> str:
    """Return 是不是…？ with the nearest terms, at most three; empty if none is near."""
    names = {
        word: term.name
        for name in vocabularies
        for term in registry.terms(name)
        for word in (term.name, *term.former)
    }
    close = nearest_few(text, names, most=3, least=0.5)
    close += [word for word in names if len(text) > 1 and text in word][:3]
    shown = list(dict.fromkeys(names[word] for word in close))[:3]
    return f"是不是{'、'.join(f'“{name}”' for name in shown)}？" if shown else ""


def _match(text: str, vocabularies: tuple[str, ...], registry: Registry, dated: bool) -> Match:
    for part, year in _readings(text.strip(), dated):
        for vocabulary in vocabularies:
            term = _find(part, vocabulary, registry)
            if term:
                return Match(part, vocabulary, *term, year)
    return Match(text.strip())


def _readings(text: str, dated: bool) -> Iterator[tuple[str, str]]:
    """Yield the text, and the text without the year before or after it."""
    yield text, ""
    years = list(_YEAR.finditer(text)) if dated else []
    if len(years) == 1:
        yield (text[: years[0].start()] + text[years[0].end() :]).strip(" ()（）"), years[0][1]


def _find(part: str, vocabulary: str, registry: Registry) -> tuple[Term, bool] | None:
    terms = registry.terms(vocabulary)
    coded = _CODED.fullmatch(part)
    for term in terms:
        if term.name == part or (coded and coded[1] == term.code and coded[2] in ("", term.name)):
            return term, False
    older = next((term for term in terms if part in term.former), None)
    return None if older is None else (older, True)
