"""Laws of sources: the keys that a source supports are in the record; the files that a record shows exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.notices import Notice
from generator.model.part import Part
from generator.model.registry import Registry
from generator.model.workshop import Source, Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.likeness import guess
from generator.reading.tables import Many, OfTable, Table


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def is_key(table: Table[object], key: str) -> bool:
    """Return whether `name`, `leader.name` or `designations.1` can be a key of a record of that table."""
    head, _, tail = key.partition(".")
    field = table.field(head)
    if field is None or not tail:
        return field is not None
    if isinstance(field.kind, Many):
        return _is_number(tail) and int(tail) > 0
    return isinstance(field.kind, OfTable) and field.kind.table.field(tail) is not None


def supports_are_whole(workshop: Workshop) -> bool:
    """Return whether all entries of `supports` in a record could be read and are keys."""
    for source in workshop.sources:
        written = sum(1 for place in source.at if place.startswith("supports."))
        if "supports" in source.at and not len(source.supports) == written > 0:
            return False
    return all(is_key(schema.WORKSHOP, key) for source in workshop.sources for key in source.supports)


R391 = Code(
    "R391",
    ERROR,
    "supports 里的键不存在",
    meaning="supports 说明来源能证明哪些内容，写错了键就对不上。",
    bad="supports: [nmae]",
    remedy="改成记录里有的键，如 name、leader.honours、designations.1。",
)


@law_of_one
def supported_key_exists(registry: Registry, today: date) -> Iterator[Problem]:
    """An entry of `supports` is a key of the record's table (R391)."""
    for record, table in _records(registry):
        for key, source, number in _supports(record):
            if not is_key(table, key):
                near = guess(key, _all_keys(table))
                message = f"supports 里的“{key}”不是记录里的键"
                remedy = near or "请写记录里的键，如 name、leader.honours、designations.1。"
                mark = source.mark(f"supports.{number}")
                yield Problem(record.path, mark, R391, message, remedy)


R392 = Code(
    "R392",
    ERROR,
    "supports 里的序号超出范围",
    meaning="designations.3 指第三次命名，记录里没有那么多项。",
    bad="supports: [designations.3]，只有两次命名",
    remedy="核对序号，从 1 数起。",
)


@law_of_one
def supported_item_exists(registry: Registry, today: date) -> Iterator[Problem]:
    """An entry like designations.3 means that there are at least three (R392)."""
    for record, table in _records(registry):
        for key, source, number in _supports(record):
            head, _, tail = key.partition(".")
            if is_key(table, key) and _is_number(tail) and head in record.at and key not in record.at:
                written = sum(1 for place in record.at if place.startswith(f"{head}."))
                label = _label(table, head)
                message = f"supports 里写了 {key}，“{label}”只有 {written} 项"
                mark = source.mark(f"supports.{number}")
                yield Problem(record.path, mark, R392, message, "请核对序号，从 1 数起。")


R393 = Code(
    "R393",
    WARNING,
    "supports 里的键没有写在记录里",
    meaning="来源能证明这一项，记录里却没有，可能漏写了。",
    bad="supports: [members]，记录里没有 members",
    remedy="补上这一项，或从 supports 里删去。",
)


@law_of_one
def supported_key_is_written(registry: Registry, today: date) -> Iterator[Problem]:
    """An entry of `supports` is written in the record (R393)."""
    for record, table in _records(registry):
        for key, source, number in _supports(record):
            if is_key(table, key) and not _is_written(record, key):
                message = f"supports 里有 {key}，记录里却没有写“{_label(table, key)}”"
                mark = source.mark(f"supports.{number}")
                yield Problem(record.path, mark, R393, message, "请补上这一项，或从 supports 里删去。")


R394 = Code(
    "R394",
    ERROR,
    "找不到照片文件",
    meaning="网页上会缺一张图。",
    bad="file: dl0001-1.jpg，registry/photos 里没有",
    remedy="核对文件名，或把照片放进 registry/photos。",
)


@law
def photo_is_there(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph of a record is in registry/photos (R394)."""
    for workshop in registry.workshops:
        for photo in workshop.photos:
            if f"photos/{photo.file}" not in registry.names:
                message = f"registry/photos 里没有“{photo.file}”"
                remedy = "请核对文件名（大小写也要一致），或把照片放进 registry/photos。"
                yield Problem(workshop.path, photo.mark("file"), R394, message, remedy)


def _records(registry: Registry) -> Iterator[tuple[Workshop | Notice, Table[object]]]:
    yield from ((workshop, schema.WORKSHOP) for workshop in registry.workshops)
    yield from ((notice, schema.NOTICE) for notice in registry.notices)


def _supports(record: Workshop | Notice) -> Iterator[tuple[str, Source, int]]:
    """Yield the entries of `supports`, each with its source and its number there."""
    for source in record.sources:
        for number, key in enumerate(source.supports, start=1):
            yield key, source, number


def _is_written(record: Workshop | Notice, key: str) -> bool:
    """An item of a list that is out of range is R392's; an unreadable group (leader) may contain the key."""
    head, _, tail = key.partition(".")
    value = getattr(record, head)
    if head not in record.at or not tail or _is_number(tail):
        return head in record.at
    places = value.at if isinstance(value, Part) else value
    return tail in places if isinstance(places, Mapping) else True


def _label(table: Table[object], key: str) -> str:
    head, _, tail = key.partition(".")
    field = table.field(head)
    if field is None:
        return key
    inner = field.kind.table.field(tail) if isinstance(field.kind, OfTable) else None
    return inner.label if inner else field.label


def _all_keys(table: Table[object]) -> list[str]:
    keys = [field.key for field in table.fields]
    for field in table.fields:
        if isinstance(field.kind, OfTable):
            keys += [f"{field.key}.{inner.key}" for inner in field.kind.table.fields]
    return keys
