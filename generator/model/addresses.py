"""The addresses of pages that follow from the registry: the history gate keeps them, and redirects may lead to them."""

from __future__ import annotations

import re
from collections import defaultdict

from generator.model.facets import UNKNOWN, facets, of_units
from generator.model.local import ID
from generator.model.registry import Registry
from generator.model.units import slug_of

# The pages that exist whatever the registry contains.
FIXED = frozenset(
    f"{name}/" if name else ""
    for name in (
        "", "about", "achievements", "changes", "corrections", "data", "data/embed", "data/questions", "edit", "editions", "embed/card",
        "forms", "map", "notices", "privacy", "search", "statistics", "todo", "v", "version", "workshops",
    )
)  # fmt: skip

_WORKSHOP = re.compile(f"workshops/{ID}")


def addresses(registry: Registry) -> frozenset[str]:
    """Return the addresses of records, notices, forms and groups, and of the pages that always exist.

    Left out, since they come and go with the data: further pages of a list, 待补充, 待完善, achievements, support.
    A union that is in no vocabulary is included, but its page may go, since only records name it.
    """
    divided = facets(registry).values()
    return FIXED.union(
        (f"{facet.slug}/" for facet in divided),
        (
            f"{facet.slug}/{group.slug}/"
            for facet in divided
            for group in facet.groups
            if group.slug != UNKNOWN
        ),
        (f"{kind}/{workshop.id}/" for workshop in registry.workshops for kind in ("workshops", "v")),
        (f"notices/{notice.id}/" for notice in registry.notices),
        (f"forms/{form.id}/" for form in registry.forms if form.layout == "form"),
    )


def redirected(registry: Registry) -> dict[str, str]:
    """Map each former address to its new one. A record's verification page, whose address is on its plaque, moves with it;
    a unit's former names lead to its page."""
    targets = {redirect.from_: redirect.to for redirect in registry.redirects}
    pairs = {_plaque(old): _plaque(new) for old, new in targets.items() if _plaque(old) and _plaque(new)}
    return _former_units(registry) | pairs | targets


def _former_units(registry: Registry) -> dict[str, str]:
    """Map the address that a unit had by a name that a record writes or wrote to its page now: as the vocabulary tells, else as
    all records that tell of the name agree.
    """
    units = registry.units
    now: defaultdict[str, set[str]] = defaultdict(set)
    for workshop in registry.workshops:
        name = registry.unit_of(workshop)
        if name is None:
            continue
        term = units.by_name.get(name)
        for other in (name, *workshop.units, *(term.former if term else ())):
            now[other].add(units.now(other) if other in units.by_name else name)
    pages = {
        group.title: f"units/{group.slug}/" for group in of_units(registry).groups if group.slug != UNKNOWN
    }
    taken = set(pages.values())
    moved = {
        f"units/{slug_of(other)}/": pages[next(iter(names))]
        for other, names in sorted(now.items())
        if len(names) == 1 and next(iter(names)) in pages
    }
    return {old: new for old, new in moved.items() if old not in taken}


def _plaque(address: str) -> str:
    return f"v/{address.removeprefix('workshops/')}" if _WORKSHOP.match(address) else ""
