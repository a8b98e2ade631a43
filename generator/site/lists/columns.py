"""All workshops as columns for list, map and the form of corrections: small what they are found by, apart the words of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.libraries import pinyin
from generator.libraries.jsontext import Json
from generator.model.facets import Facet
from generator.model.levelyears import OF_DESIGNATIONS, named
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.facts import TO_FILL, leader_name
from generator.site.lists.filters import LABELS
from generator.site.lists.rows import address_of
from generator.site.paths import stem

ROWS, ORDERS = "workshops/rows.json", "workshops/orders.json"
TEXTS, ADDRESSES = "workshops/texts/", "workshops/addresses/"
PER_FILE = 1000  # workshops whose words stand in one file: some 20 KB packed
LEADER = "\x01"  # stands for the leader's name in a workshop's name, so that the names of thousands are few


def rows_json(registry: Registry, facets: Mapping[str, Facet]) -> str:
    """Return all that workshops are found by as JSON, in columns of equal length in the order of ids.

    `facets`: the slugs and titles of each facet's choices, and for a part the place of its whole. `ids`: as `id_runs`. `rows`: as
    `signs`, under a facet's slug the places of a workshop's values in `facets`; a part replaces its whole. `pairs`: each level with
    a year that designations have, as places in `facets`; no year where a designation has no date but another of the workshop has.
    `rows.pairs`: the places in `pairs` of what a workshop was named, as the table shows it; from these come its levels and years.
    `unknown`: the words for what is not known. `per_file`: see `texts_json`.
    """
    workshops = registry.workshops
    held = [_pairs(workshop, facets) for workshop in workshops]
    pairs = sorted({pair for every in held for pair in every})
    place = {pair: number for number, pair in enumerate(pairs)}
    by_facet = {slug: values(workshops, facets[slug]) for slug in LABELS if slug not in OF_DESIGNATIONS}
    return _json(
        {
            "facets": {slug: choices(facets[slug]) for slug in LABELS},
            "pairs": [list(pair) for pair in pairs],
            "unknown": {
                "leader": f"领衔人{TO_FILL}",
                "unit": f"单位{TO_FILL}",
                "years": f"年度{TO_FILL}",
                "named": f"级别、年度{TO_FILL}",
            },
            "per_file": PER_FILE,
            "ids": id_runs([workshop.id for workshop in workshops]),
            "rows": {
                "located": signs(int(workshop.point is not None) for workshop in workshops),
                **{slug: signs(column) for slug, column in by_facet.items()},
                "pairs": signs(_single([place[pair] for pair in every]) for every in held),
            },
        }
    )


def texts_json(registry: Registry) -> list[str]:
    """Return the words of all workshops, PER_FILE in each text of JSON, in columns as in `rows_json`; an empty text means unknown.

    `photo`: the folder of the first photograph's pictures below `photos/`; not there where none of them has any.
    """
    return [_texts(registry, workshops) for workshops in _files(registry)]


def addresses_json(registry: Registry) -> list[str]:
    """Return the addresses of all workshops as texts of JSON, as `texts_json` does: apart, since only rows that are shown need them."""
    return [_json([address_of(workshop) for workshop in workshops]) for workshops in _files(registry)]


def _files(registry: Registry) -> list[tuple[Workshop, ...]]:
    starts = range(0, len(registry.workshops), PER_FILE)
    return [registry.workshops[start : start + PER_FILE] for start in starts]


def orders_json(registry: Registry) -> str:
    """Return the numbers of all rows in each order that is not that of ids, as JSON."""
    workshops = registry.workshops
    return _json({"date": _by_date(workshops), "pinyin": _by_pinyin(workshops)})


def id_runs(ids: Sequence[str]) -> list[tuple[str, int]]:
    """Return ids in sequence as the first and their number: DL0001, DL0002 is ("DL0001", 2)."""
    starts = [0, *(place for place, (one, two) in enumerate(pairwise(ids), start=1) if two != _next(one))]
    ends = [*starts[1:], len(ids)]
    return [(ids[start], end - start) for start, end in zip(starts, ends, strict=True) if ids]


def _next(id_: str) -> str:
    prefix = id_.rstrip("0123456789")
    digits = id_[len(prefix) :]
    return f"{prefix}{int(digits) + 1:0{len(digits)}}"


def _texts(registry: Registry, workshops: Sequence[Workshop]) -> str:
    columns: dict[str, list[Json]] = {
        "name": [_name(workshop) for workshop in workshops],
        "former": [list(workshop.former_names) for workshop in workshops],
        "leader": [_leader(workshop) for workshop in workshops],
        "unit": [registry.unit_of(workshop) or "" for workshop in workshops],
        "former_unit": [_other_units(registry, workshop) for workshop in workshops],
    }
    if any(workshop.photos for workshop in workshops):
        columns["photo"] = [next((stem(it.file) for it in workshop.photos), "") for workshop in workshops]
    return _json(columns)


def _name(workshop: Workshop) -> str:
    leader = _leader(workshop)
    return workshop.name.replace(leader, LEADER) if leader else workshop.name


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _leader(workshop: Workshop) -> str:
    return leader_name(workshop) if workshop.leader else ""


def _other_units(registry: Registry, workshop: Workshop) -> list[Json]:
    """What else the unit is called, or was: by its record, and by the vocabulary."""
    names = [*workshop.former_units, *(registry.units.names(workshop.unit)[1:] if workshop.unit else ())]
    return [*dict.fromkeys(names)]


def choices(facet: Facet) -> list[tuple[str, str] | tuple[str, str, int]]:
    """Return the slug and title of each group that is not empty, and of a part the place of its whole."""
    place = {group.slug: number for number, group in enumerate(facet.filled)}
    return [
        (group.slug, group.title, place[group.part_of]) if group.part_of else (group.slug, group.title)
        for group in facet.filled
    ]


def values(workshops: Sequence[Workshop], facet: Facet) -> list[int | list[int]]:
    """Return the places of each workshop's groups among these: a whole comes before its parts, and is replaced by them."""
    by_id: dict[str, dict[str, int]] = {workshop.id: {} for workshop in workshops}
    for number, group in enumerate(facet.filled):
        for workshop in (it for it in group.workshops if it.id in by_id):
            by_id[workshop.id].pop(group.part_of, None)
            by_id[workshop.id][group.slug] = number
    return [_single(list(places.values())) for places in by_id.values()]


def signs(column: Iterable[int | list[int]]) -> str:
    """Return places as signs, one of each, which packs to two thirds of numbers between commas: ! between several of one row,
    a space for none. Signs are those of Unicode from # on, without its controls."""
    return "".join(
        _sign(held) if isinstance(held, int) else "!".join(map(_sign, held)) or " " for held in column
    )


def _sign(place: int) -> str:
    return chr(place + (35 if place < 92 else 69))


def _pairs(workshop: Workshop, facets: Mapping[str, Facet]) -> list[tuple[int, ...]]:
    """What a workshop was named: the place of a level, and of the year if there is one."""
    levels, years = (
        {group.slug: number for number, group in enumerate(facets[slug].filled)} for slug in OF_DESIGNATIONS
    )
    return [(levels[level], years[year]) if year else (levels[level],) for level, year in named(workshop)]


def _single(places: list[int]) -> int | list[int]:
    return places[0] if len(places) == 1 else places


def _by_date(workshops: tuple[Workshop, ...]) -> list[int]:
    """Return the order with the newest designation first, and those without a date last."""
    newest = [workshop.last_named or (0, 0, 0) for workshop in workshops]
    return sorted(range(len(workshops)), key=lambda number: newest[number], reverse=True)


def _by_pinyin(workshops: tuple[Workshop, ...]) -> list[int]:
    keys = [
        pinyin.sort_key(
            workshop.name,
            workshop.leader.name if workshop.leader else None,
            workshop.leader.pinyin if workshop.leader else None,
        )
        for workshop in workshops
    ]
    return sorted(range(len(workshops)), key=lambda number: keys[number])
