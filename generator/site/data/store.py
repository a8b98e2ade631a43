"""The database: all related tables, what each column means, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.libraries.kept import made
from generator.libraries.sqlitefile import StoredTable, database
from generator.site.data.relations import RELATIONS, Relation
from generator.site.data.shape import VERSION, changed_days, data_day, licence, licence_sign
from generator.site.page import Site

PATH = "data/register.sqlite"
_SEARCHED = {
    "workshops": ("district", "industry", "recommender", "status", "level"),
    "designations": ("date",),
    "honours": ("name",),
    "terms": ("code",),
}


def inputs(site: Site) -> object:
    """Return what decides about a file of all related tables, beside the world."""
    registry = site.registry
    changed = changed_days(site, sorted(registry.names))
    return VERSION, registry.digests_of(registry.workshops), changed


def stored(site: Site) -> bytes:
    """Return the database; made once, though the page of questions asks for it again."""
    return made(site.kept, ("database", site.world, inputs(site)), lambda: database(_tables(site)))


def _tables(site: Site) -> Iterator[StoredTable]:
    about = (
        ("title", site.project.site_name),
        ("version", VERSION),
        ("date", data_day(site).isoformat()),
        ("license", licence_sign(site)),
        ("license_url", licence(site).get("path", "")),
        ("url", site.project.site_url),
    )
    columns = [
        (it.name, place, column.key, column.label, column.help)
        for it in RELATIONS
        for place, column in enumerate(it.columns, start=1)
    ]
    yield StoredTable("about", _texts("key", "value"), ("key",), {}, (), about)
    heads = _texts("relation", "position", "name", "label", "help")
    yield StoredTable("columns", heads, ("relation", "position"), {}, (), columns)
    for relation in RELATIONS:
        yield _table(site, relation)


def _texts(*names: str) -> list[tuple[str, str]]:
    return [(name, "integer" if name == "position" else "string") for name in names]


def _table(site: Site, relation: Relation) -> StoredTable:
    columns = [(column.key, column.type) for column in relation.columns]
    searched = _SEARCHED.get(relation.name, ())
    return StoredTable(relation.name, columns, relation.key, relation.refers, searched, relation.rows(site))
