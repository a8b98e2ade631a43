"""The effect of a change as values for a reviewer: records before and after, field by field, and the pages that change."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from generator.history.change import Change
from generator.model.dates import PartialDate
from generator.model.facets import facets
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.model.vocabulary import Vocabulary
from generator.model.workshop import Workshop
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.tables import Field, Many, Table
from generator.reading.textor import TextOr
from generator.rules.duplicates import DUPLICATES
from generator.rules.takedown import NAMED, hushed
from generator.site.paths import group_path, notice_path, workshop_path

# Places: more than any list of a record has. Comparing 2,000 altered terms each with each would take half a gigabyte.
_FAR = 200
_Parts = Callable[[Registry], Iterable[Workshop | Notice | Vocabulary]]
_KINDS: tuple[tuple[Table[object], _Parts], ...] = (
    (schema.WORKSHOP, lambda registry: registry.workshops),
    (schema.NOTICE, lambda registry: registry.notices),
    (schema.VOCABULARY, lambda registry: registry.vocabularies.values()),
)


class FieldChange(NamedTuple):
    """A field's label, and its text before and after; empty if it had none."""

    label: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether the text differs."""
        return self.before != self.after


@dataclass(frozen=True)
class Altered:
    """A record, notice or vocabulary that the change adds, alters or removes.

    `hidden`: it contains personal data, so it has no rows.
    """

    kind: str
    what: str
    id: str
    name: str
    path: str
    rows: tuple[FieldChange, ...]
    hidden: bool = False

    @property
    def changed(self) -> tuple[FieldChange, ...]:
        """The rows whose text differs."""
        return tuple(row for row in self.rows if row.changed)


@dataclass(frozen=True)
class Difference:
    """The whole effect of a change. `others`: touched files that are not readable records, notices or vocabularies."""

    records: tuple[Altered, ...]
    notices: tuple[Altered, ...]
    vocabularies: tuple[Altered, ...]
    others: tuple[str, ...]
    duplicates: tuple[Problem, ...]
    pages: tuple[str, ...]


def difference(change: Change, problems: tuple[Problem, ...]) -> Difference:
    """Return the effect of the change; `problems` are those of the registry after it."""
    hidden = {problem.path for problem in problems if problem.hidden and problem.code not in NAMED}
    records, notices, vocabularies = (_altered(change, table, parts, hidden) for table, parts in _KINDS)
    readable = {one.path for one in (*records, *notices, *vocabularies)}
    return Difference(
        tuple(records),
        tuple(notices),
        tuple(vocabularies),
        tuple(sorted(change.touched - readable)),
        tuple(one for one in problems if one.code in DUPLICATES and one.path in change.touched),
        tuple(sorted({*_pages(change.before, change), *_pages(change.after, change)})),
    )


def rows(table: Table[object], old: Any, new: Any, above: str = "") -> Iterator[FieldChange]:
    """Yield the fields of both in the order of the table: by Chinese label, those of inner parts after `·`. Either may be None.

    Each item of a list is beside the item that it was before, wherever in the list that was.
    """
    for field in table.fields:
        before, after = _value(old, field), _value(new, field)
        label = f"{above}{field.label}"
        inner = None if _is_listed(field) else field.table
        if inner and isinstance(field.kind, Many):
            for called, one, other in _aligned(inner, before or (), after or ()):
                yield from rows(inner, one, other, f"{label} {called} · ")
        elif inner:
            yield from rows(inner, before, after, f"{label} · ")
        elif before not in (None, ()) or after not in (None, ()):
            yield FieldChange(label, _shown(field, before), _shown(field, after))


def _is_listed(field: Field) -> bool:
    """Whether its items are told on one line each, as a list of names is."""
    return isinstance(field.kind, Many) and isinstance(field.kind.item, TextOr)


def _value(part: Any, field: Field) -> Any:
    if part is None:
        return None
    return part.get(field.key) if isinstance(part, Mapping) else getattr(part, field.key)


def _aligned(
    table: Table[object], before: Sequence[Any], after: Sequence[Any]
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the name of each item, what it was and what it is; removed items come last."""
    was = _matched(*([frozenset(rows(table, None, one)) for one in side] for side in (before, after)))
    for number, item in enumerate(after):
        yield _called(table, item, f"{number + 1}"), before[was[number]] if number in was else None, item
    kept = set(was.values())
    for number, item in enumerate(before):
        if number not in kept:
            yield _called(table, item, f"{number + 1}" + "（原来的）" * bool(after)), item, None


def _matched(old: list[frozenset[FieldChange]], new: list[frozenset[FieldChange]]) -> dict[int, int]:
    """Match each new item with an old one: an equal one, else the near one that has most facts in common."""
    was: dict[int, int] = {}
    places: defaultdict[frozenset[FieldChange], deque[int]] = defaultdict(deque)
    for number, facts in enumerate(old):
        places[facts].append(number)
    for number, facts in enumerate(new):
        if places[facts]:
            was[number] = places[facts].popleft()
    left = sorted(place for equal in places.values() for place in equal)
    alike = sorted(
        (-len(facts & old[place]), abs(number - place), number, place)
        for number, facts in enumerate(new)
        for place in left
        if number not in was and abs(number - place) <= _FAR and facts & old[place]
    )
    taken = set(was.values())
    for _, _, number, place in alike:
        if number not in was and place not in taken:
            was[number] = place
            taken.add(place)
    return was


def _called(table: Table[object], item: Any, number: str) -> str:
    return f"“{item.name}”" if table is schema.TERM else number


def _shown(field: Field, value: Any) -> str:
    many = isinstance(value, tuple) and not isinstance(value, PartialDate)
    words = [_word(one) for one in (value if many else (value,)) if one is not None]
    return "、".join(map(_key_label, words) if field.key == "supports" else words)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.iso if isinstance(value, PartialDate) else str(value)


def _key_label(key: str) -> str:
    """Return the label of a key of `supports`: leader.name is 领衔人 · 姓名, designations.2 is 命名 2."""
    head, _, tail = key.partition(".")
    field = schema.WORKSHOP.field(head)
    if field is None:
        return key
    inner = field.table.field(tail) if field.table else None
    return f"{field.label} · {inner.label}" if inner else f"{field.label} {tail}".strip()


def _altered(change: Change, table: Table[object], parts: _Parts, hidden: set[str]) -> list[Altered]:
    """Return the altered files in the order of their paths, without those that cannot be read on a side where the file exists."""
    before, after = ({part.path: part for part in parts(side)} for side in (change.before, change.after))
    altered = []
    for path in sorted(change.touched & (before.keys() | after.keys())):
        old, new = before.get(path), after.get(path)
        shown = new or old
        unread = (old is None and path in change.before.texts) or (new is None and path in change.modes)
        if shown is None or unread:
            continue
        kind = "新增" if old is None else "删除" if new is None else "修改"
        name = shown.name if isinstance(shown, Workshop) else shown.title
        id_ = PurePosixPath(path).stem if isinstance(shown, Vocabulary) else shown.id
        secret = path in hidden
        changes = () if secret else (*_status(old, new), *rows(table, old, new))
        altered.append(Altered(kind, table.label, id_, "" if secret else name, path, changes, secret))
    return [_hushed(one, change.withdrawn) for one in altered]


def _hushed(one: Altered, names: Collection[str]) -> Altered:
    """The same without the names that people asked to have removed: the comment outlives the change."""
    rows = (FieldChange(*(hushed(text, names) for text in row)) for row in one.rows)
    return replace(one, name=hushed(one.name, names), rows=tuple(rows))


def _status(old: object, new: object) -> Iterator[FieldChange]:
    """The status is computed, and matters most to readers."""
    before, after = (one.status if isinstance(one, Workshop) else "" for one in (old, new))
    if before != after:
        yield FieldChange("状态（推算）", before, after)


def _pages(registry: Registry, change: Change) -> Iterator[str]:
    """Yield the addresses of the pages that show anything of the touched files."""
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
