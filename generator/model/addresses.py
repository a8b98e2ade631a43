"""The addresses of pages that the registry's words make: what the history gate keeps, and what a redirect may lead to."""

from __future__ import annotations

from generator.model.facets import UNKNOWN, facets
from generator.model.registry import Registry

# The pages that stand whatever the registry holds.
FIXED = frozenset(
    f"{name}/" if name else ""
    for name in (
        "", "about", "changes", "corrections", "data", "edit", "editions", "forms", "map", "notices", "privacy", "search",
        "statistics", "todo", "v", "version", "workshops",
    )
)  # fmt: skip


def addresses(registry: Registry) -> frozenset[str]:
    """The pages of records, notices, forms and groups, and those that stand always.

    Not among them, since they come and go with what is known: further pages of a list, 待补充, 待完善, achievements.
    A union that is in no vocabulary is among them, but may go: records alone name it.
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
    """Where each former address leads; a record's is that of its verification too, which stands on its plaque."""
    found = {redirect.from_: redirect.to for redirect in registry.redirects}
    pairs = {_plaque(old): _plaque(new) for old, new in found.items() if _plaque(old) and _plaque(new)}
    return pairs | found


def _plaque(address: str) -> str:
    return f"v/{address.removeprefix('workshops/')}" if address.startswith("workshops/DL") else ""
