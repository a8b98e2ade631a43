"""Open data: what stands beside the workshops as JSON: notices, vocabularies, units, addresses that have moved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.reading.placement import REDIRECTS
from generator.reading.schema import NOTICE, VOCABULARY
from generator.site.data.exports import ON_PAGE_ALONE, plain
from generator.site.data.relations import BY_NAME
from generator.site.data.shape import head, listed_json
from generator.site.page import Site
from generator.site.paths import notice_path


def notices_json(site: Site) -> str:
    """Return all notices with their lists; the text that they print is on their pages."""
    found = []
    for notice in site.registry.notices:
        told = {key: value for key, value in plain(NOTICE, notice).items() if key not in ON_PAGE_ALONE}
        whole = told | {"path": notice_path(notice)}
        if day := site.changelog.changed.get(notice.path):
            whole["modified"] = day.isoformat()
        found.append(whole)
    return _listed(site, "notices", found, [notice.path for notice in site.registry.notices])


def vocabularies_json(site: Site) -> str:
    """Return all vocabularies with their terms; `id` is the name of the file."""
    held = site.registry.vocabularies
    found = ({"id": name} | plain(VOCABULARY, it) for name, it in held.items())
    return _listed(site, "vocabularies", found, [it.path for it in held.values()])


def units_json(site: Site) -> str:
    """Return all units that records name, and those above them."""
    return _listed(site, "units", _told(site, "units"))


def redirects_json(site: Site) -> str:
    """Return the addresses that have moved."""
    return _listed(site, "redirects", _told(site, "redirects"), [REDIRECTS])


def _told(site: Site, name: str) -> Iterable[Mapping[str, Any]]:
    relation = BY_NAME[name]
    keys = [column.key for column in relation.columns]
    for row in relation.rows(site):
        yield {key: cell for key, cell in zip(keys, row, strict=True) if cell not in (None, ())}


def _listed(
    site: Site, key: str, found: Iterable[Mapping[str, Any]], paths: Iterable[str] | None = None
) -> str:
    lines = (json.dumps(one, ensure_ascii=False) for one in found)
    return listed_json(head(site, paths), key, lines)
