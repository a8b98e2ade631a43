"""The addresses of pages that follow from the registry: the history gate keeps them, and redirects may lead to them."""

from __future__ import annotations

from generator.model.facets import UNKNOWN, facets
from generator.model.registry import Registry

# The pages that exist whatever the registry contains.
FIXED = frozenset(
    f"{name}/" if name else ""
    for name in (
        "", "about", "changes", "corrections", "data", "edit", "editions", "forms", "map", "notices", "privacy", "search",
        "statistics", "todo", "v", "version", "workshops",
    )
)  # fmt: skip


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
    """Map each former address to its new one. A record's verification page, whose address is on its plaque, moves with it."""
    targets = {redirect.from_: redirect.to for redirect in registry.redirects}
    pairs = {_plaque(old): _plaque(new) for old, new in targets.items() if _plaque(old) and _plaque(new)}
    return pairs | targets


def _plaque(address: str) -> str:
    return f"v/{address.removeprefix('workshops/')}" if address.startswith("workshops/DL") else ""
