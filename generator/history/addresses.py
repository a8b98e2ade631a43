"""Addresses that were published lead where they led, or are redirected: districts, zones, industries, unions, years, forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change
from generator.history.records import designation_is_explained
from generator.libraries.pinyin import word
from generator.model.addresses import addresses, redirected
from generator.model.vocabulary import Term, Vocabulary
from generator.problems.problem import FILE_START, Problem
from generator.reading.placement import REDIRECTS

# The facets that a vocabulary makes, and which.
_FACETS = {"districts": "districts", "zones": "zones", "industries": "industries", "recommenders": "unions"}


def address_stays(change: Change) -> Iterator[Problem]:
    """The page of a district, a zone, an industry or a union of the vocabulary stays or is redirected (H431)."""
    moved = redirected(change.after)
    for old, new, facet in _vocabularies(change):
        held = {_slug(term, facet) for term in new.terms}
        for term in old.terms:
            slug = _slug(term, facet)
            address = f"{facet}/{slug}/"
            if slug and slug not in held and address not in moved:
                message = f"“{term.name}”的网址 {address} 没有了"
                what = (
                    f"{_back(term, facet)}，不再用的词条加上 valid_to；确实要换网址的，{_redirect(address)}"
                )
                yield Problem(new.path, new.mark("terms"), "H431", message, what)


def address_keeps_its_meaning(change: Change) -> Iterator[Problem]:
    """The same address names the same thing; a new name keeps the old one in `former` (H432)."""
    for old, new, facet in _vocabularies(change):
        key = _key(facet)
        names = {getattr(term, key): term.name for term in old.terms if getattr(term, key)}
        for term in new.terms:
            address = getattr(term, key)
            was = names.get(address)
            if was and not _is_still(was, term):
                message = f"{key} “{address}”原来是“{was}”，现在是“{term.name}”"
                what = (
                    f"只是改了名称的，把“{was}”写进 former；是另一个的，请另用一个 {key}，"
                    f"原来的不再用就留着、加上 valid_to，要换网址就{_redirect(f'{facet}/{address}/')}"
                )
                yield Problem(new.path, term.mark("name"), "H432", message, what)


def form_stays(change: Change) -> Iterator[Problem]:
    """A form that was published stays, or its page is redirected (H433)."""
    stands = {form.id for form in change.after.forms}
    moved = redirected(change.after)
    for form in change.before.forms:
        address = f"forms/{form.id}/"
        if form.id not in stands and form.path not in change.modes and address not in moved:
            message = f"公布过的表格 {form.id}（{form.title}）不见了"
            what = f"请把 registry/{form.path} 放回来，新版的另建一份；确实要换网址的，{_redirect(address)}"
            yield Problem(form.path, FILE_START, "H433", message, what)


def year_stays(change: Change) -> Iterator[Problem]:
    """The page of a year stays or is redirected, when a correction takes its last designation away (H434; else H414)."""
    standing = addresses(change.after).union(redirected(change.after))
    unexplained = {problem.path for problem in designation_is_explained(change)}
    for pair in change.compared:
        gone = set(pair.before.years) - set(pair.after.years) if pair.after.path not in unexplained else set()
        for year in sorted(gone):
            if f"years/{year}/" not in standing:
                message = f"{year} 年的页面（years/{year}/）没有了，别的记录都不在这一年"
                what = f"命名的日期无误的，{_redirect(f'years/{year}/')}"
                yield Problem(pair.after.path, pair.after.mark("designations"), "H434", message, what)


def redirect_stays(change: Change) -> Iterator[Problem]:
    """A redirect stays, unless its page has come back (H435); it may lead to another page later."""
    standing = addresses(change.after).union(redirect.from_ for redirect in change.after.redirects)
    for redirect in change.before.redirects if REDIRECTS in change.touched else ():
        if redirect.from_ not in standing:
            message = f"{redirect.from_} 的改址不见了，这个网址就打不开了"
            what = f"请把它放回来：from 写 {redirect.from_}，to 写 {redirect.to}。"
            yield Problem(REDIRECTS, FILE_START, "H435", message, what)


def _redirect(address: str) -> str:
    return f"在 registry/{REDIRECTS} 里加一条，from 写 {address}，to 写现在的网址。"


def _vocabularies(change: Change) -> Iterator[tuple[Vocabulary, Vocabulary, str]]:
    for facet, name in _FACETS.items():
        old, new = (side.vocabularies.get(name) for side in (change.before, change.after))
        if old and new:
            yield old, new, facet


def _back(term: Term, facet: str) -> str:
    if getattr(term, _key(facet)):
        return f"请把 {_key(facet)}: {_slug(term, facet)} 放回“{term.name}”"
    if facet == "recommenders":
        return f"请照旧写，它的网址是名称的拼音，改了名称的加上 slug: {_slug(term, facet)}"
    return "请照旧写，它的网址就是名称"


def _key(facet: str) -> str:
    return "code" if facet == "industries" else "slug"


def _slug(term: Term, facet: str) -> str | None:
    """What of a term stands in its address, as facets.facets has it."""
    if facet == "industries":
        return term.code
    return term.slug or (word(term.name) if facet == "recommenders" else term.name)


def _is_still(was: str, term: Term) -> bool:
    return was == term.name or was in term.former
