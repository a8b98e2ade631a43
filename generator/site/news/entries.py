"""What changed in the register, an entry for each record and day: by git, and by the corrections that records tell of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.model.workshop import Correction
from generator.reading.schema import NOTICE, WORKSHOP
from generator.site.page import Site
from generator.site.paths import Link, notice_path, workshop_path

ADDED, CHANGED, CORRECTED = "新收录", "修改", "更正"
_LABELS = {table.name: {it.key: it.label for it in table.fields} for table in (WORKSHOP, NOTICE)}


class ChangedRecord(NamedTuple):
    """What an entry is about: workshop or notice, its id, what it is called and where its page is."""

    kind: str
    id: str
    link: Link


class RecordChange(NamedTuple):
    """A record was added, changed or corrected on a day. `keys`: of the record, what was changed, as far as that is known;
    `number`: of the correction among those of its record, from 1."""

    day: PartialDate
    kind: str
    record: ChangedRecord
    keys: tuple[str, ...] = ()
    correction: Correction | None = None
    number: int = 0

    @property
    def labels(self) -> tuple[str, ...]:
        """What was changed, in Chinese."""
        labels = _LABELS[self.record.kind]
        return tuple(labels.get(key, key) for key in self.keys)


def entries(site: Site) -> list[RecordChange]:
    """Return all changes, newest first, of what is in the register now, since nothing published may leave it."""
    records = _records(site)
    found = [*_by_git(site, records), *_corrections(site, records)]
    return sorted(found, key=_place)


def changes_ndjson(found: Iterable[RecordChange]) -> str:
    """Return a line of JSON for each entry."""
    return "".join(f"{json.dumps(_plain(entry), ensure_ascii=False)}\n" for entry in found)


def _records(site: Site) -> dict[str, ChangedRecord]:
    registry = site.registry
    records = {
        it.path: ChangedRecord(WORKSHOP.name, it.id, Link(registry.called(it), workshop_path(it)))
        for it in registry.workshops
    }
    return records | {
        it.path: ChangedRecord(NOTICE.name, it.id, Link(f"《{it.title}》", notice_path(it)))
        for it in registry.notices
    }


def _by_git(site: Site, records: dict[str, ChangedRecord]) -> Iterator[RecordChange]:
    """Yield an entry for all that was done to a record on a day."""
    together: dict[tuple[PartialDate, str], RecordChange] = {}
    for change in site.changelog.changes:
        if change.path in records:
            place = PartialDate.of(change.day), change.path
            entry = together.get(place) or RecordChange(place[0], CHANGED, records[change.path])
            kind = ADDED if change.added else entry.kind
            keys = () if kind == ADDED else tuple(dict.fromkeys((*change.keys, *entry.keys)))
            together[place] = entry._replace(kind=kind, keys=keys)
    yield from together.values()


def _corrections(site: Site, records: dict[str, ChangedRecord]) -> Iterator[RecordChange]:
    for workshop in site.registry.workshops:
        for number, it in enumerate(workshop.corrections, start=1):
            yield RecordChange(it.date, CORRECTED, records[workshop.path], (), it, number)


def _place(entry: RecordChange) -> tuple[int, int, int, bool, str, int]:
    year, month, day = entry.day
    return -year, -month, -day, entry.record.kind == NOTICE.name, entry.record.link.path, entry.number


def _plain(entry: RecordChange) -> dict[str, object]:
    correction = entry.correction
    told = {
        "date": entry.day.iso,
        "kind": entry.kind,
        "record": entry.record.kind,
        "id": entry.record.id,
        "name": entry.record.link.text,
        "path": entry.record.link.path,
        "keys": list(entry.keys),
        "what": correction and correction.what,
        "before": correction and correction.before,
        "after": correction and correction.after,
        "why": correction and correction.why,
    }
    return {key: value for key, value in told.items() if value not in (None, [])}
