"""What a change does, as values for a reviewer: records before and after, field by field, and the pages that change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator import schema
from generator.codes import PERSONAL
from generator.dates import PartialDate
from generator.facets import facets
from generator.history.change import Change
from generator.model import Workshop
from generator.notice_pages import notice_path
from generator.papers import Notice
from generator.problems import Problem
from generator.reading import Registry
from generator.tables import Many, Table
from generator.views import group_path, workshop_path

Facts = dict[str, str]
_DUPLICATES = ("R361", "R362", "R363")


class Row(NamedTuple):
    """A field's label, and what it said before and says after; empty where it said nothing."""

    label: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether it says something else."""
        return self.before != self.after


@dataclass(frozen=True)
class Altered:
    """A record or notice that the change adds, alters or removes. `hidden`: it holds personal data, so no row is given."""

    kind: str
    what: str
    id: str
    name: str
    path: str
    rows: tuple[Row, ...]
    hidden: bool = False

    @property
    def changed(self) -> tuple[Row, ...]:
        """The rows that say something else."""
        return tuple(row for row in self.rows if row.changed)


@dataclass(frozen=True)
class Difference:
    """All that a change does. `others`: touched files that are no readable record or notice."""

    records: tuple[Altered, ...]
    notices: tuple[Altered, ...]
    others: tuple[str, ...]
    duplicates: tuple[Problem, ...]
    pages: tuple[str, ...]


def difference(change: Change, problems: tuple[Problem, ...]) -> Difference:
    """What the change does; `problems` are those of the registry as it would stand."""
    hidden = {problem.path for problem in problems if problem.code in PERSONAL}
    records = _altered(
        change, schema.WORKSHOP, _by_path(change.before.workshops), _by_path(change.after.workshops), hidden
    )
    notices = _altered(
        change, schema.NOTICE, _by_path(change.before.notices), _by_path(change.after.notices), hidden
    )
    told = {one.path for one in (*records, *notices)}
    return Difference(
        tuple(records),
        tuple(notices),
        tuple(sorted(change.touched - told)),
        tuple(one for one in problems if one.code in _DUPLICATES and one.path in change.touched),
        tuple(sorted({*_pages(change.before, change), *_pages(change.after, change)})),
    )


def facts(table: Table, part: Any) -> Facts:
    """What a part of a record says, in the order of its table: texts by Chinese label, those of inner parts after `·`."""
    return dict(_facts(table, part, ""))


def _facts(table: Table, part: Any, above: str) -> Iterator[tuple[str, str]]:
    for field in table.fields:
        value = part.get(field.key) if isinstance(part, Mapping) else getattr(part, field.key)
        if value is None or value == ():
            continue
        label = f"{above}{field.label}"
        inner = field.table
        if inner and isinstance(field.kind, Many):
            for number, item in enumerate(value, start=1):
                yield from _facts(inner, item, f"{label} {number} · ")
        elif inner:
            yield from _facts(inner, value, f"{label} · ")
        else:
            yield (
                label,
                "、".join(
                    _told(one)
                    for one in (
                        value if isinstance(value, tuple) and not isinstance(value, PartialDate) else (value,)
                    )
                ),
            )


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.iso if isinstance(value, PartialDate) else str(value)


def _by_path(parts: tuple[Workshop, ...] | tuple[Notice, ...]) -> dict[str, Workshop | Notice]:
    return {part.path: part for part in parts}


def _altered(
    change: Change,
    table: Table,
    before: Mapping[str, Workshop | Notice],
    after: Mapping[str, Workshop | Notice],
    hidden: set[str],
) -> list[Altered]:
    """The altered ones in the order of their paths; one that cannot be read on a side where its file is, is left out."""
    made = []
    for path in sorted(change.touched & (before.keys() | after.keys())):
        old, new = before.get(path), after.get(path)
        shown = new or old
        unread = (old is None and path in change.before.texts) or (new is None and path in change.modes)
        if shown is None or unread:
            continue
        kind = "新增" if old is None else "删除" if new is None else "修改"
        name = shown.name if isinstance(shown, Workshop) else shown.title
        rows = (
            () if path in hidden else tuple(_rows(*(facts(table, one) if one else {} for one in (old, new))))
        )
        secret = path in hidden
        made.append(Altered(kind, table.label, shown.id, "" if secret else name, path, rows, secret))
    return made


def _rows(before: Facts, after: Facts) -> Iterator[Row]:
    for label in dict.fromkeys([*after, *before]):
        yield Row(label, before.get(label, ""), after.get(label, ""))


def _pages(registry: Registry, change: Change) -> Iterator[str]:
    """The addresses of the pages that say anything of what is touched."""
    workshops = {one.id for one in registry.workshops if one.path in change.touched}
    for workshop in registry.workshops:
        if workshop.id in workshops:
            yield workshop_path(workshop)
            yield from (f"notices/{named.notice}/" for named in workshop.designations if named.notice)
    if workshops:
        yield from ("", "workshops/", "map/", "statistics/")
    for facet in facets(registry).values() if workshops else ():
        for group in facet.groups:
            if any(workshop.id in workshops for workshop in group.workshops):
                yield group_path(facet.slug, group.slug)
    yield from (notice_path(notice) for notice in registry.notices if notice.path in change.touched)
