"""The registry as related tables: what a record nests is a table of its own, with keys that join it to its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.dates import PartialDate
from generator.model.facets import UNKNOWN
from generator.reading.schema.notice import NOTICE
from generator.reading.schema.redirects import REDIRECT
from generator.reading.schema.vocabulary import TERM, VOCABULARIES, VOCABULARY
from generator.reading.schema.workshop import WORKSHOP
from generator.reading.tables import Field, Many, OfTable, Table
from generator.site.data.exports import ON_PAGE_ALONE, published
from generator.site.data.table import Cell, Column, constraints_of, type_of
from generator.site.page import Site
from generator.site.paths import group_path, notice_path, workshop_path

Row = tuple[Cell, ...]
_Path = tuple[str, ...]


class Relation(NamedTuple):
    """A table: its name and what it is, its columns, the keys of those that tell its rows apart, and of those that name a row
    of another table: its name, and the key of the column there. `rows`: of a site, in the order of its records."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, str]]
    rows: Callable[[Site], Iterator[Row]]

    @property
    def path(self) -> str:
        """Where it lies as CSV."""
        return f"data/tables/{self.name}.csv"


def _column(key: str, label: str, kind: str = "string", help: str = "", **constraints: Any) -> Column:
    return Column(key, label, kind, help, 0, constraints)


def _flat(table: Table[object], above: _Path = (), label: str = "") -> Iterator[tuple[_Path, Column]]:
    """Yield each value that stands once in a record, or is a list of texts, with its path; those of a group with the group's name."""
    for field in table.fields:
        path = (*above, field.key)
        if isinstance(field.kind, OfTable):
            yield from _flat(field.kind.table, path, f"{label}{field.label}：")
        elif not field.table:
            constraints = constraints_of(field) if not above else {}
            described = (f"{label}{field.label}", type_of(field), field.help, 0, constraints)
            yield path, Column("_".join(path), *described)


def _nested(table: Table[object], above: _Path = ()) -> Iterator[tuple[_Path, Field]]:
    """Yield each list of groups, with its path."""
    for field in table.fields:
        path = (*above, field.key)
        if isinstance(field.kind, Many) and field.table:
            yield path, field
        elif isinstance(field.kind, OfTable):
            yield from _nested(field.kind.table, path)


def _at(part: Any, path: _Path) -> Any:
    for key in path:
        part = part.get(key) if isinstance(part, Mapping) else getattr(part, key, None)
    return part


def _cells(part: Any, paths: list[_Path]) -> Iterator[Cell]:
    for path in paths:
        value = _at(part, path)
        yield value.iso if isinstance(value, PartialDate) else value


_POSITION = _column("position", "序号", "integer", "在文件里的次序，从 1 起", required=True)


class _Owner(NamedTuple):
    """What the parts belong to: its table, what stands before their title, the column that names it in theirs, its records."""

    table: str
    title: str
    column: Column
    records: Callable[[Site], Iterable[Any]]


def _parts(owner: _Owner, path: _Path, field: Field, name: str) -> Relation:
    """Return the table of what stands in a list of a record: the record's id, the number in its list, the values."""
    if field.table is None:
        raise TypeError(field.key)
    flat = list(_flat(field.table))
    paths = [one for one, _ in flat]
    columns = (owner.column, _POSITION, *(column for _, column in flat))

    def rows(site: Site) -> Iterator[Row]:
        for record in owner.records(site):
            for place, part in enumerate(_at(record, path) or (), start=1):
                yield (record.id, place, *_cells(part, paths))

    notice = {"notice": ("notices", "id")} if field.table.field("notice") else {}
    refers = {owner.column.key: (owner.table, "id"), **notice}
    return Relation(
        name, f"{owner.title}{field.label}", columns, (owner.column.key, _POSITION.key), refers, rows
    )


_MODIFIED = _column("modified", "最近修改", "date", "记录最近一次修改的日期，取自修改历史")
_PAGE = _column("path", "页面地址", "string", "从网站的根算起", required=True)


def _modified(site: Site, path: str) -> str | None:
    day = site.changelog.changed.get(path)
    return day.isoformat() if day else None


def _workshops() -> Relation:
    flat = list(_flat(WORKSHOP))
    paths = [one for one, _ in flat]
    added = (
        _column("unit_now", "单位现用名称", help="词表里有的，写现用名称"),
        _column("level", "最高级别"),
        _column("status", "状态", help="由命名和后续情况推算", required=True),
        _PAGE,
        _MODIFIED,
    )

    def rows(site: Site) -> Iterator[Row]:
        for it in site.registry.workshops:
            known = (
                site.registry.unit_of(it),
                it.level,
                it.status,
                workshop_path(it),
                _modified(site, it.path),
            )
            yield (*_cells(published(it), paths), *known)

    columns = (*(column for _, column in flat), *added)
    return Relation("workshops", "工作室", columns, ("id",), {"unit_now": ("units", "name")}, rows)


def _notices() -> Relation:
    flat = [one for one in _flat(NOTICE) if one[1].key not in ON_PAGE_ALONE]
    paths = [one for one, _ in flat]

    def rows(site: Site) -> Iterator[Row]:
        for it in site.registry.notices:
            yield (*_cells(it, paths), notice_path(it), _modified(site, it.path))

    columns = (*(column for _, column in flat), _PAGE, _MODIFIED)
    return Relation("notices", "通知和通报", columns, ("id",), {}, rows)


def _vocabularies() -> tuple[Relation, Relation]:
    flat = list(_flat(TERM))
    paths = [one for one, _ in flat]
    name = _column("id", "词表", help="词表文件的名字", required=True, enum=list(VOCABULARIES))
    about = [column for _, column in _flat(VOCABULARY)]

    def lists(site: Site) -> Iterator[Row]:
        for id_, it in site.registry.vocabularies.items():
            yield (id_, it.title, it.scheme, it.note)

    def terms(site: Site) -> Iterator[Row]:
        for id_, it in site.registry.vocabularies.items():
            for place, term in enumerate(it.terms, start=1):
                yield (id_, place, *_cells(term, paths))

    columns = (name._replace(key="vocabulary"), _POSITION, *(column for _, column in flat))
    refers = {"vocabulary": ("vocabularies", "id")}
    return (
        Relation("vocabularies", "词表", (name, *about), ("id",), {}, lists),
        Relation("terms", "词条", columns, ("vocabulary", "position"), refers, terms),
    )


def _units(site: Site) -> Iterator[Row]:
    for group in site.facets["units"].groups:
        if group.slug == UNKNOWN:
            continue
        term = site.registry.units.by_name.get(group.title)
        known = (term.former, term.short, term.credit_code, term.parent) if term else ((), (), None, None)
        yield (group.title, group_path("units", group.slug), len(group.workshops), *known)


_TERM_KEYS = ("former", "short", "credit_code", "parent")
_UNITS = (
    _column("name", "单位", help="现用名称", required=True),
    _PAGE,
    _column("workshops", "工作室数", "integer", "下属单位的也算", required=True),
    *(_column(key, TERM.by_key[key].label) for key in _TERM_KEYS),
)
_REDIRECTS = tuple(column for _, column in _flat(REDIRECT))


def _redirects(site: Site) -> Iterator[Row]:
    for it in site.registry.redirects:
        yield (it.from_, it.to, it.date.iso, it.why)


_OF_WORKSHOP = _Owner(
    "workshops",
    "",
    _column("workshop", "工作室", help="编号", required=True),
    lambda site: map(published, site.registry.workshops),
)
_OF_NOTICE = _Owner(
    "notices",
    "通知和通报的",
    _column("notice_id", "通知和通报", help="编号", required=True),
    lambda site: site.registry.notices,
)
WORKSHOPS = _workshops()
RELATIONS = (
    WORKSHOPS,
    *(_parts(_OF_WORKSHOP, path, field, path[-1]) for path, field in _nested(WORKSHOP)),
    _notices(),
    *(_parts(_OF_NOTICE, path, field, f"notice_{path[-1]}") for path, field in _nested(NOTICE)),
    *_vocabularies(),
    Relation("units", "单位", _UNITS, ("name",), {}, _units),
    Relation("redirects", "改址", _REDIRECTS, ("from",), {}, _redirects),
)  # fmt: skip
# The workshops themselves are data/workshops.csv, by other columns.
TABLES = RELATIONS[1:]
BY_NAME = {relation.name: relation for relation in RELATIONS}
