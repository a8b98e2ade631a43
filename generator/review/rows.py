"""A record before and after as rows: field by field, each item of a list beside what it was."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from keyword import iskeyword
from typing import Any, NamedTuple

from generator.model.dates import PartialDate
from generator.reading import schema
from generator.reading.patterns import Url
from generator.reading.tables import Field, Many, Table
from generator.reading.textor import TextOr

# Places: more than any list of a record has. Comparing 2,000 altered terms each with each would take half a gigabyte.
_FAR = 200
TEXT, URL, ITEM = "text", "url", "item"  # what a row's texts are: ITEM is one entry of a list of names
# What each item of a list is called by, besides its number.
_NAMES = {"term": "name", "redirect": "from_", "form-field": "label"}
_MOVED = 3


class FieldChange(NamedTuple):
    """A field's label, and its text before and after; empty if it had none."""

    label: str
    before: str
    after: str
    kind: str = TEXT

    @property
    def changed(self) -> bool:
        """Whether the text differs."""
        return self.before != self.after


def rows(table: Table[object], old: Any, new: Any, above: str = "") -> Iterator[FieldChange]:
    """Yield the fields of both in the order of the table: by Chinese label, those of inner parts after `·`. Either may be None.

    Each item of a list is beside the item that it was before, wherever in the list that was.
    """
    for field in table.fields:
        before, after = _value(old, field), _value(new, field)
        label = f"{above}{field.label}"
        inner = None if _is_listed(field) else field.table
        if _is_listed(field):
            yield from _entries(label, before or (), after or ())
        elif inner and isinstance(field.kind, Many):
            for called, one, other in _aligned(inner, before or (), after or ()):
                yield from rows(inner, one, other, f"{label} {called} · ")
        elif inner:
            yield from rows(inner, before, after, f"{label} · ")
        elif before not in (None, ()) or after not in (None, ()):
            kind = URL if isinstance(field.kind, Url) else TEXT
            yield FieldChange(label, _shown(field, before), _shown(field, after), kind)


def _is_listed(field: Field) -> bool:
    """Whether its items are told on one line each, as a list of names is."""
    return isinstance(field.kind, Many) and isinstance(field.kind.item, TextOr)


def _value(part: Any, field: Field) -> Any:
    if part is None:
        return None
    key = f"{field.key}_" if iskeyword(field.key) else field.key
    return part.get(field.key) if isinstance(part, Mapping) else getattr(part, key)


def _entries(label: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[FieldChange]:
    """Yield a list of names: as one text where it is new or gone, else each entry that left, came or says more."""
    if not before or not after:
        if before or after:
            texts = ("\n".join(map(str, side)) for side in (before, after))
            yield FieldChange(f"{label}（{len(before or after)} 项）", *texts)
        return
    gone, came = list(before), list(after)
    for entry in before:
        if entry in came:
            came.remove(entry)
            gone.remove(entry)
    for entry in gone:
        fuller = next((other for other in came if other.name == entry.name), None)
        if fuller:
            came.remove(fuller)
            yield FieldChange(label, str(entry), str(fuller))
        else:
            yield FieldChange(label, str(entry), "", ITEM)
    yield from (FieldChange(label, "", str(entry), ITEM) for entry in came)
    yield from _order(label, [entry.name for entry in before], [entry.name for entry in after])


def _order(label: str, before: list[str], after: list[str]) -> Iterator[FieldChange]:
    """Yield where the order of a list's names begins to be another."""
    kept = [
        [name for name in one if name in other] for one, other in ((before, set(after)), (after, set(before)))
    ]
    for number, pair in enumerate(zip(*kept, strict=False)):
        if pair[0] != pair[1]:
            told = ("、".join(side[number : number + _MOVED]) for side in kept)
            yield FieldChange(f"{label}（次序从这里起变了）", *told)
            return


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
    key = _NAMES.get(table.name)
    return f"“{getattr(item, key)}”" if key else number


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
