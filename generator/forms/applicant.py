"""What the script of an application's page is given: the boxes, the record's keys and checks, as the import follows them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.forms.webform import asked_beside, filled
from generator.model import dates
from generator.model.dates import PartialDate
from generator.model.forms import Form
from generator.model.registry import Registry
from generator.model.vocabulary import BETWEEN
from generator.problems.wording import Check
from generator.reading import schema
from generator.reading.checks import SAYS_NOTHING
from generator.reading.kind import F212
from generator.reading.quantities import F206, F207, Day, Integer
from generator.reading.signs import CHARACTERS
from generator.reading.tables import Field, Many, OfTable, Table
from generator.rules import leaders, names, persons
from generator.rules.dates import AHEAD, FUTURE, LABELS, R331

# A box that no key takes is checked by its kind alone.
_BY_KIND: Mapping[str, tuple[Check, ...]] = {
    "date": tuple(Day().checks),
    "integer": tuple(Integer(0, 10**9).checks),
}
# What a draft record needs and no box gives, as the script writes it.
_ADDED = (
    "id", "kind", "category", "leader.basis.kind", "leader.basis.date", "sources.title", "sources.publisher",
    "sources.date", "sources.supports",
)  # fmt: skip
# What an applicant reads in place of a check's own words, which are for editors of records.
_WORDS = {
    F206: "这不是日历上有的日期，请写成 2016年5月 或 2019年8月20日 的样子。",
    F207: "请只写数字。",
    F212: "这样写等于没有写；不知道的，先空着。",
    R331: "这一天还没有到，请核对。",
}
# What an applicant is told besides of a box that fills one of these keys.
_HINTS = {"name": names.FOR_APPLICANTS, "leader.name": persons.FOR_APPLICANTS}
_STOPS = (F206, F207)  # must be mended before the form can be taken; the rest is a hint


def applicant_json(form: Form, registry: Registry, until: PartialDate | None, years: int | None) -> str:
    """Return the whole of it. `until`, `years`: by when a workshop must have run for how many years, where the call says so."""
    boxes = tuple(_boxes(form))
    fed = {path for box in boxes for path in box["feeds"]}
    used = {name for box in boxes for name in box["vocabularies"]}
    task = {
        "title": form.title,
        "boxes": boxes,
        "keys": [path for key, (path, _) in _FIELDS.items() if path in fed or key in _ADDED],
        "categories": tuple(names.IN_NAMES.items()),
        "alliance": names.ALLIANCE,
        "model": {
            "category": leaders.MODEL_WORKERS,
            "honours": _FIELDS["leader.honours.name"][0],
            "serving": tuple(leaders.serving(registry)),
            "none": "名称里有“劳模”：领军人要是市级（含）以上劳模或市五一劳动奖章获得者，请在这里选。",
            "poor": "这项荣誉不到市级，名称里不能用“劳模”。",
        },
        "words": _WORDS,
        "stops": _STOPS,
        "between": BETWEEN,
        "nothing": SAYS_NOTHING,
        "until": until.iso if until else "",
        "years": years or 0,
        "dates": dates.published(),
        "characters": [check.data() for check in CHARACTERS],
        "future": {**FUTURE.data(), "labels": LABELS, "ahead": AHEAD},
        "tables": {},
        "vocabularies": {name: registry.vocabularies[name].published() for name in sorted(used)},
    }
    return json.dumps(task, ensure_ascii=False, separators=(",", ":"))


def checks_of(feeds: tuple[str, ...], kind: str) -> tuple[Check, ...]:
    """Return what the text of a box must stand: the checks of the record's field that it fills, else those of its kind."""
    taken = [key for key in feeds if key in _FIELDS]
    return tuple(_FIELDS[taken[0]][1].kind.checks) if taken else _BY_KIND.get(kind, ())


def _boxes(form: Form) -> Iterator[dict[str, Any]]:
    for field in filled(form):
        yield {
            **_taken(field.key, field.label, field.kind),
            **_filling(field.feeds, field.vocabularies, field.kind),
            "limit": field.limit or 0,
            "head": field.place == "head",
        }
    for asked in asked_beside(form):
        kind, vocabularies = ("term", (asked.vocabulary,)) if asked.vocabulary else ("date", ())
        told = _taken(asked.key, asked.label, kind) | _filling((asked.feeds,), vocabularies, kind)
        yield {**told, "beside": True}


def _taken(key: str, label: str, kind: str) -> dict[str, Any]:
    return {"key": key, "label": label, "kind": kind, "limit": 0, "head": False, "beside": False}


def _filling(feeds: tuple[str, ...], vocabularies: tuple[str, ...], kind: str) -> dict[str, Any]:
    paths = [_FIELDS[feed][0] if feed in _FIELDS else feed for feed in feeds]
    # Terms are not checked: a form takes any words, and what no vocabulary has becomes a remark in the draft.
    rules = () if vocabularies else checks_of(feeds, kind)
    hints = next((_HINTS[key] for key in feeds if key in _HINTS), ())
    told = {"rules": [check.data() for check in rules], "hints": [check.data() for check in hints]}
    return {"feeds": paths, "vocabularies": vocabularies, **told}


def _paths(table: Table[object], key: str = "", path: str = "") -> Iterator[tuple[str, tuple[str, Field]]]:
    """Each key of a record in the schema's order: `leader.honours.name`, and as `leader.honours[].name`, with its field.

    Not those of designations: an item needs a title and a basis, which no form asks, so what a form says is a remark.
    """
    for field in table.fields:
        listed = isinstance(field.kind, Many)
        inner = field.kind.item if isinstance(field.kind, Many) else field.kind
        here, there = f"{key}{field.key}", f"{path}{field.key}"
        if isinstance(inner, OfTable):
            if here != "designations":
                yield from _paths(inner.table, f"{here}.", f"{there}[]." if listed else f"{there}.")
        else:
            yield here, (there, field)


_FIELDS = dict(_paths(schema.WORKSHOP))
