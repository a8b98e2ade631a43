"""The filters of achievements: the choices with their counts, and all entries as one compact table."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.libraries.jsontext import Json
from generator.model.achievements import NOT_ADDED, SLUGS, UNITS, Achieved, achieved
from generator.model.facets import UNKNOWN, Facet
from generator.model.levelyears import year_title
from generator.site import emptiness
from generator.site.lists.columns import choices, values
from generator.site.lists.filters import Filter, FilterEnd, FilterForm, FilterValue
from generator.site.page import Site

ROWS = "achievements/rows.json"
_FACETS = {"industries": "行业", "districts": "区域"}  # of the workshop whose record has the entry
_NO_LEVEL = -1  # in a pair of level and year: an entry has a year only
_SORTS = (("", "按种类"), ("date", "按年度，新的在前"), ("count", "按数量，多的在前"))


def form(site: Site, entries: Sequence[Achieved]) -> FilterForm:
    """Return the form before anything is chosen; its counts are of entries."""
    held = Counter(entry.workshop.id for entry in entries)
    kinds = Counter(entry.item.kind for entry in entries)
    years = Counter(entry.year for entry in entries)
    known = sorted((year for year in years if year != UNKNOWN), reverse=True)
    ends = tuple(
        FilterEnd(
            year,
            year_title(year),
            sum(years[it] for it in known if it >= year),
            sum(years[it] for it in known if it <= year),
        )
        for year in known
    )
    undated = (FilterValue(UNKNOWN, year_title(UNKNOWN), years[UNKNOWN]),) if years[UNKNOWN] else ()
    controls = (
        Filter("kinds", "种类", tuple(FilterValue(SLUGS[it], it, kinds[it]) for it in UNITS if kinds[it])),
        *(
            Filter(slug, label, _offered(site.facets[slug], held))
            for slug, label in _FACETS.items()
            if not emptiness.is_blank(site.facets[slug])
        ),
        Filter("years", "年度", undated, ends),
    )
    blank = emptiness.blank(site.facets[slug] for slug in _FACETS)
    return FilterForm(controls, len(entries), "条", _SORTS, blank=blank)


def _offered(facet: Facet, held: Counter[str]) -> tuple[FilterValue, ...]:
    """Return the groups that have entries. `held`: how many a workshop has, by its id."""
    counts = {group.slug: sum(held[it.id] for it in group.workshops) for group in facet.filled}

    def parts_of(whole: str) -> tuple[FilterValue, ...]:
        return tuple(
            FilterValue(group.slug, group.title, counts[group.slug], parts_of(group.slug))
            for group in facet.parts.get(whole, ())
            if counts.get(group.slug)
        )

    return parts_of("")


def rows_json(site: Site) -> str:
    """Return all entries as JSON, in the columns that the list of workshops has too: see site.lists.columns.rows_json.

    `kinds`: of each kind the unit that it is counted in, and 1 where its numbers may be added. `workshops`: the columns of
    those that have entries, of which `rows.workshop` holds the places.
    """
    entries = achieved(site.registry)
    ids = dict.fromkeys(entry.workshop.id for entry in entries)
    workshops = [site.registry.workshop_by_id[id_] for id_ in ids]
    place = {id_: number for number, id_ in enumerate(ids)}
    kinds = [kind for kind in UNITS if any(entry.item.kind == kind for entry in entries)]
    years = sorted({entry.year for entry in entries} - {UNKNOWN}, reverse=True)
    named = [(year, year_title(year)) for year in (*years, UNKNOWN)]
    year_place = {slug: number for number, (slug, _) in enumerate(named)}
    items = [entry.item for entry in entries]
    whole: dict[str, Json] = {
        "facets": {
            "kinds": [[SLUGS[kind], kind] for kind in kinds],
            **{slug: [list(it) for it in choices(site.facets[slug])] for slug in _FACETS},
            "years": [list(it) for it in named],
        },
        "pairs": [[_NO_LEVEL, number] for number in range(len(named))],
        "kinds": [[UNITS[kind], int(kind not in NOT_ADDED)] for kind in kinds],
        "workshops": {
            "id": [*ids],
            "name": [site.registry.called(workshop) for workshop in workshops],
            **{slug: [*values(workshops, site.facets[slug])] for slug in _FACETS},
        },
        "orders": {
            "date": _order(entry.item.year.year if entry.item.year else 0 for entry in entries),
            "count": _order(item.count or 0 for item in items),
        },
        "rows": {
            "workshop": [place[entry.workshop.id] for entry in entries],
            "kinds": [kinds.index(item.kind) for item in items],
            "pairs": [year_place[entry.year] for entry in entries],
            "title": [item.title or item.kind for item in items],
            "count": [item.count or 0 for item in items],
            "yuan": [item.amount_yuan or 0 for item in items],
            "evidence": [item.evidence or "" for item in items],
        },
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _order(keys: Iterable[int]) -> list[Json]:
    """The rows with the highest first."""
    held = list(keys)
    return [*sorted(range(len(held)), key=lambda row: -held[row])]


def by_slug(facet: Facet, entries: Sequence[Achieved]) -> dict[str, list[Achieved]]:
    """Return the entries of each group of a facet, by the group of the workshop, in the order of the facet."""
    slugs: defaultdict[str, list[str]] = defaultdict(list)
    for group in facet.filled:
        for workshop in group.workshops:
            slugs[workshop.id].append(group.slug)
    found: dict[str, list[Achieved]] = {group.slug: [] for group in facet.filled}
    for entry in entries:
        for slug in slugs[entry.workshop.id]:
            found[slug].append(entry)
    return {slug: held for slug, held in found.items() if held}
