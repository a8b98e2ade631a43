"""Workshops by tens, each with the records that its pages see and no others: so the same of these give the same pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator.libraries.kept import key_of
from generator.model.facets import Facet, Group
from generator.model.neighbours import Neighbourhood, Neighbours
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.page import Site, Ten

_Groups = Mapping[str, Sequence[tuple[str, Group]]]  # by the path of a record its groups, each with its facet


def tens(site: Site) -> list[Ten]:
    """Return all workshops of the site in its order, those whose ids differ in the last digit together."""
    neighbours = Neighbours(site.registry)
    groups = _groups(site.facets)
    order = {it.path: place for place, it in enumerate(site.registry.workshops)}
    together = groupby(site.registry.workshops, key=lambda it: (len(it.id), it.id[:-1]))
    return [_ten(site, tuple(workshops), neighbours, groups, order) for _, workshops in together]


def _ten(
    site: Site,
    workshops: Sequence[Workshop],
    neighbours: Neighbours,
    groups: _Groups,
    order: Mapping[str, int],
) -> Ten:
    registry, log = site.registry, site.changelog
    near = [neighbours.of(workshop) for workshop in workshops]
    in_order = sorted(_seen(registry, workshops, near), key=lambda it: order[it.path])
    seen = {it.path: it for it in in_order}
    grouped = {it.path: groups[it.path] for it in workshops}
    photos = sorted({photo.file for workshop in seen.values() for photo in workshop.photos})
    inputs = key_of(
        [workshop.path for workshop in workshops],
        [[(title, [it.path for it in found]) for title, found in of] for of in near],
        [(path, registry.digests[path], log.changed.get(path), path in log.unsaved) for path in seen],
        [(facet, it.slug, it.title, it.note, it.part_of) for of in grouped.values() for facet, it in of],
        [registry.photos.get(f"photos/{name}") for name in photos],
    )
    told = registry.telling.of(workshops, seen.values())
    return Ten(
        workshops, near, inputs, told, lambda: site.only(seen.values(), _narrowed(site.facets, grouped), told)
    )


def _seen(
    registry: Registry, workshops: Iterable[Workshop], near: Iterable[Neighbourhood]
) -> Iterator[Workshop]:
    """Yield the workshops and all that their pages may name; of those that have the same name one tells as much as all."""
    for workshop, found in zip(workshops, near, strict=True):
        yield workshop
        yield from (other for _, others in found for other in others)
        yield from registry.members(workshop)
        yield from registry.alliances.get(workshop.id, ())
        yield from (
            registry.workshop_by_id[it] for it in workshop.not_same_as if it in registry.workshop_by_id
        )
        yield from registry.namesakes[workshop.name][:2]


def _groups(facets: Mapping[str, Facet]) -> _Groups:
    found: defaultdict[str, list[tuple[str, Group]]] = defaultdict(list)
    for slug, facet in facets.items():
        for group in facet.groups:
            alone = replace(group, workshops=())
            for workshop in group.workshops:
                found[workshop.path].append((slug, alone))
    return found


def _narrowed(facets: Mapping[str, Facet], grouped: _Groups) -> dict[str, Facet]:
    """Return the facets with the groups of these records alone, which hold nobody."""
    groups: defaultdict[str, dict[str, Group]] = defaultdict(dict)
    for of in grouped.values():
        for slug, group in of:
            groups[slug][group.slug] = group
    return {slug: replace(facet, groups=tuple(groups[slug].values())) for slug, facet in facets.items()}
