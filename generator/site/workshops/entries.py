"""The lines of facts at the head of a workshop's page, each linked to the list of workshops that share it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.facets import UNKNOWN, Facet
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.patterns import Url
from generator.site.fact import Fact, OnPage, fields, in_words, values
from generator.site.facts import FACTS, TO_FILL
from generator.site.paths import Link, group_path


class Entry(NamedTuple):
    """One line of a workshop's facts. `address`: the page outside the site that it links to."""

    label: str
    value: Link
    known: bool = True
    note: str = ""
    address: str = ""


def entries(
    registry: Registry, workshop: Workshop, facets: Mapping[str, Facet], facts: Sequence[Fact] = FACTS
) -> list[Entry]:
    """Return the lines in reading order: known facts, and missing ones that the page shows as missing."""
    lines = [(fact.key, fact.page) for fact in facts if isinstance(fact.page, OnPage)]
    lines.sort(key=lambda line: line[1].last)
    return [entry for key, page in lines for entry in _entry(registry, workshop, facets, key, page)]


def _entry(
    registry: Registry, workshop: Workshop, facets: Mapping[str, Facet], key: str, page: OnPage
) -> Iterator[Entry]:
    text = "、".join(in_words(value) for value in values(registry, workshop, key, page.reads))
    if not text and not page.always:
        return
    schema_fields = fields(key)
    label = page.label or schema_fields[-1].label
    missing = page.gone if page.gone and workshop.leader else TO_FILL
    address = text if schema_fields and isinstance(schema_fields[-1].kind, Url) else ""
    if not page.facet:
        yield Entry(label, Link(text or missing), bool(text), address=address)
        return
    facet = facets[page.facet]
    group = facet.group(getattr(workshop, key)) if page.by_slug and text else facet.by_title.get(text)
    path = group_path(page.facet, group.slug if group else UNKNOWN)
    yield Entry(label, Link(text or missing, path), bool(text), group.note if group else "")
