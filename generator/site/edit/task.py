"""The data of the page 新增/更正工作室: tables, checks, vocabularies, laws and protected keys, as one JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from generator import rules
from generator.history import kept, persons, records
from generator.model import dates
from generator.model.changelog import Changelog
from generator.model.local import FORGES
from generator.model.registry import Registry
from generator.model.vocabulary import SYNONYMS
from generator.model.workshop import GONE
from generator.problems.code import WARNING, codes_of
from generator.reading import schema
from generator.reading.patterns import Pattern, Url
from generator.reading.placement import MODELINE, path_of
from generator.reading.quantities import Day, Decimal, Integer
from generator.reading.schema.offered import NOTICES, OFFERED
from generator.reading.signs import CHARACTERS
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.whole import ONE_AT_LEAST, REQUIRED, TOO_MANY, TWICE
from generator.reading.words import Choice, Prose, Text, Truth
from generator.rules import parts, personal, privacy
from generator.rules.dates import AHEAD, FUTURE, LABELS
from generator.site.settings import Api, Project

PATH = "edit/schema.json"
LAWS = tuple(law.judge for law in rules.LAWS if isinstance(law.judge, parts.PartLaw))
# Keys that an office knows and a record needs; the rest is folded away.
FIRST = frozenset(
    [
        *("kind", "name", "category", "unit", "district", "industry", "leader", "designations", "sources"),
        *("leader.name", "leader.basis"),
        *(f"designations.{key}" for key in ("title", "level", "date", "notice")),
        *(f"sources.{key}" for key in ("title", "publisher", "date", "url", "supports")),
    ]
)
# The steps of the form; the first has all keys that no other takes.
_STEPS = {"是谁": (), "命名": ("designations", "events"), "来源": ("sources", "photos", "links")}
# Keys without a box in the form: the id is assigned, a correction is asked for when a published fact is altered.
_UNASKED = ("id", "corrections")
_FILLS = "github.com"  # the forge whose page for a new file takes its text out of the address
# The scripts' name for each kind of field.
_KINDS: dict[type, str] = {
    Text: "text",
    Prose: "prose",
    Choice: "choice",
    Truth: "truth",
    Pattern: "pattern",
    Url: "url",
    Day: "day",
    Integer: "integer",
    Decimal: "decimal",
    OfVocabulary: "term",
    OfTable: "group",
}
MOST_ADDRESS = 8000  # GitHub answers longer ones with 414


class Forge(NamedTuple):
    """The place where records are edited: its name and the addresses to put before a record's path.

    `fills`: its page for a new file takes name and text from the address (`filename`, `value`). GitHub's does, its page for
    editing does not; Gitee documents no such thing for either. `api`: where the page may propose by itself.
    """

    name: str
    new: str
    edit: str
    fills: bool
    api: Api | None = None


def forge(project: Project) -> Forge | None:
    """Return the forge that the settings name."""
    if not project.edit_url:
        return None
    known = FORGES.get(urlsplit(project.edit_url).hostname or "")
    fills = known is not None and known.host == _FILLS and bool(project.new_url)
    return Forge(
        known.name if known else "代码托管平台", project.new_url, project.edit_url, fills, project.api
    )


def editing_json(registry: Registry, project: Project, changelog: Changelog) -> str:
    """Return the data as JSON."""
    return json.dumps(editing(registry, project, changelog), ensure_ascii=False, separators=(",", ":")) + "\n"


def editing(registry: Registry, project: Project, changelog: Changelog) -> dict[str, Any]:
    """Return the data as values."""
    host = forge(project)
    ids = [*registry.texts, *(change.path for change in changelog.changes)]
    number = registry.local.ids.next(ids)
    return {
        "next": number,
        "path": f"registry/{path_of(number)}",
        "id": schema.ID,
        "modeline": MODELINE,
        "fields": _fields(schema.WORKSHOP, ""),
        "label": schema.WORKSHOP.label,
        "steps": _steps(),
        "unasked": _UNASKED,
        "aside": {name: _fields(table, f"{name}.") for name, table in _aside()},
        "tables": {
            name: check.data()
            for name, check in (
                ("required", REQUIRED),
                ("one", ONE_AT_LEAST),
                ("many", TOO_MANY),
                ("twice", TWICE),
            )
        },
        "characters": [check.data() for check in CHARACTERS],
        "dates": dates.published(),
        "future": {**FUTURE.data(), "labels": LABELS, "ahead": AHEAD},
        "laws": [_law(law) for law in LAWS],
        "gone": GONE,
        "known": parts.known_notices(registry),
        "notices": [[it.id, it.title, it.date.iso, it.kind] for it in registry.notices],
        "vocabularies": {
            name: it.published() for name, it in registry.vocabularies.items() if name != SYNONYMS
        },
        "personal": {**personal.published(), "message": privacy.MESSAGE, "remedies": privacy.REMEDY},
        "protected": [item._asdict() for item in (*records.PROTECTED, *persons.PROTECTED, *kept.PROTECTED)],
        "repeated": kept.REPEATED,
        "warnings": sorted(it for it in codes_of(rules.MODULES) if it.level == WARNING),
        "forge": {**host._asdict(), "api": host.api and host.api._asdict(), "most": MOST_ADDRESS}
        if host
        else None,
    }


def _steps() -> list[tuple[str, list[str]]]:
    """Return the name and the keys of each step."""
    later = {key for keys in _STEPS.values() for key in keys}
    asked = [field.key for field in schema.WORKSHOP.fields if field.key not in _UNASKED]
    return [
        (name, [key for key in asked if key in keys or not (keys or key in later)])
        for name, keys in _STEPS.items()
    ]


def _aside() -> Iterator[tuple[str, Table[object]]]:
    """Yield the tables that explain an altered fact."""
    for key in ("corrections", "events"):
        field = schema.WORKSHOP.by_key[key]
        if field.table:
            yield key, field.table


def _fields(table: Table[object], above: str) -> list[dict[str, Any]]:
    return [_field(table, field, f"{above}{field.key}") for field in table.fields]


def _field(table: Table[object], field: Field, path: str) -> dict[str, Any]:
    kind, descriptor = field.kind, {"key": field.key, "label": field.label, "words": field.kind.words}
    descriptor |= {"help": field.help} if field.help else {}
    flags = {"required": field.required, "first": path in FIRST, "asked": path not in _UNASKED}
    set_flags = {key: True for key, holds in flags.items() if holds}
    item = kind.item if isinstance(kind, Many) else kind
    shape: dict[str, Any] = {"kind": _KINDS[type(item)]}
    if isinstance(kind, Many):
        shape |= {"many": kind.most}
    if isinstance(item, OfTable):
        shape |= {"label_of": item.table.label, "fields": _fields(item.table, f"{path}.")}
    elif isinstance(item, Choice):
        shape |= {"options": item.options}
    elif isinstance(item, OfVocabulary):
        shape |= {"vocabulary": item.vocabulary, "by": item.by}
    if path in NOTICES:
        shape |= {"kind": "notice", "of": NOTICES[path]}
    if path == "sources.supports":
        shape |= {"kind": "keys"}
    if path in OFFERED:
        shape |= {"offered": OFFERED[path]}
    return {**descriptor, **set_flags, **shape, "rules": [check.data() for check in item.checks]}


def _law(law: parts.PartLaw) -> dict[str, Any]:
    return {**vars(law), "when": [[test, key, *words] for test, key, words in law.when]}
