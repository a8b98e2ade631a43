"""Addresses that were published lead where they led: districts, zones, industries, forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change
from generator.problems import FILE_START, Problem
from generator.vocabulary import TermEntry, Vocabulary

_KEYS = {"districts": "slug", "zones": "slug", "industries": "code"}


def address_stays(change: Change) -> Iterator[Problem]:
    """The slug of a district or zone and the code of an industry stay (H431)."""
    for old, new, key in _vocabularies(change):
        held = {getattr(term, key) for term in new.terms}
        for term in old.terms:
            address = getattr(term, key)
            if address and address not in held:
                message = f"“{term.name}”的 {key} “{address}”不见了，它的网址就打不开了"
                what = f"请把 {key}: {address} 放回“{term.name}”；不再用的词条留着，加上 valid_to。"
                yield Problem(new.path, new.mark("terms"), "H431", message, what)


def address_keeps_its_meaning(change: Change) -> Iterator[Problem]:
    """The same address names the same thing; a new name keeps the old one in `former` (H432)."""
    for old, new, key in _vocabularies(change):
        names = {getattr(term, key): term.name for term in old.terms if getattr(term, key)}
        for term in new.terms:
            address = getattr(term, key)
            was = names.get(address)
            if was and not _is_still(was, term):
                message = f"{key} “{address}”原来是“{was}”，现在是“{term.name}”"
                what = f"请用回原来的 {key}；只是改了名称的，把“{was}”写进 former。"
                yield Problem(new.path, term.mark("name"), "H432", message, what)


def form_stays(change: Change) -> Iterator[Problem]:
    """A form that was published stays (H433)."""
    stands = {form.id for form in change.after.forms}
    for form in change.before.forms:
        if form.id not in stands and form.path not in change.modes:
            message = f"公布过的表格 {form.id}（{form.title}）不见了"
            what = f"请把 registry/{form.path} 放回来；新版的另建一份。"
            yield Problem(form.path, FILE_START, "H433", message, what)


def _vocabularies(change: Change) -> Iterator[tuple[Vocabulary, Vocabulary, str]]:
    for name, key in _KEYS.items():
        old, new = (side.vocabularies.get(name) for side in (change.before, change.after))
        if old and new:
            yield old, new, key


def _is_still(was: str, term: TermEntry) -> bool:
    return was == term.name or was in term.former
