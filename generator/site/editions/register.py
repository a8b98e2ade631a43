"""The printed register: the 名录 of a year as a PDF, made of what records date up to the end of that year."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from generator.libraries.jsontext import Json
from generator.libraries.pinyin import person
from generator.libraries.templating import by_words
from generator.libraries.typeset import Press, bears, blaming
from generator.model.dates import PartialDate
from generator.model.facets import Facet, Group, facets
from generator.model.past import as_of
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.facts import leader_name

TEMPLATE = "edition.typ"
_MARK = "register-edition"  # among the keywords of the PDF: what the program may replace
_STATISTICS = ("categories", "levels", "districts", "industries", "years")


# A PDF of so many workshops has some 60 pages and 1.6 MB; it takes half a second and 110 MB of memory to set. Each further one takes a third
# of a millisecond and 80 KB, in each year's register again: at 10,000 records that would be 25 s and 1 GB for all.
WHOLE = 1500
_UNSAID: dict[str, Any] = {
    **dict.fromkeys(
        ("zone", "field", "recommender", "established", "members", "location", "visits", "summary")
    ),
    **dict.fromkeys(
        ("not_same_as", "member_workshops", "achievements", "photos", "links", "sources", "corrections"), ()
    ),
    "at": {},
}
_ON_PAGE = 1000


class Edition(NamedTuple):
    """The workshops of a year as they were at its end; those whose designation was no longer valid; how many have no date."""

    year: int
    standing: tuple[Workshop, ...]
    gone: tuple[Workshop, ...]
    undated: int


class Volume(NamedTuple):
    """The workshops of a district, or some of them: a page of the site, which can be printed."""

    title: str
    path: str
    items: tuple[dict[str, Json], ...]


def years(registry: Registry) -> list[int]:
    """Return the years in which a workshop was named, newest first."""
    return sorted({year for named in registry.years.values() for year in named}, reverse=True)


def bare(workshop: Workshop) -> Workshop:
    """Return a workshop as registers know it: without what no register says, and without places in its file."""
    leader = workshop.leader and replace(
        workshop.leader, at={}, honours=(), basis=replace(workshop.leader.basis, at={})
    )
    return replace(
        workshop,
        **_UNSAID,
        leader=leader,
        designations=tuple(replace(it, at={}) for it in workshop.designations),
        events=tuple(replace(it, at={}) for it in workshop.events),
    )


def known_of(registry: Registry, year: int) -> list[Workshop]:
    """Return the workshops that decide about the register of a year: those named by its end, and those of which no year is known."""
    named = registry.years
    return [it for it in registry.workshops if not named[it.path] or named[it.path][0] <= year]


def edition(registry: Registry, year: int) -> Edition:
    """Return the workshops named up to the end of a year. A designation without a date may be later, so it does not count."""
    then = PartialDate(year)
    then_named = [as_of(it, then) for it in known_of(registry, year) if registry.years[it.path]]
    standing = tuple(workshop for workshop in then_named if workshop.stands)
    gone = tuple(workshop for workshop in then_named if not workshop.stands)
    undated = sum(1 for named in registry.years.values() if not named)
    return Edition(year, standing, gone, undated)


def parts_of_year(registry: Registry, year: int) -> list[Volume]:
    """Return the parts of a year's register; without making it where too few workshops are known of to part it."""
    return parts(registry, edition(registry, year)) if len(registry.workshops) > WHOLE else []


def parts(registry: Registry, printed: Edition) -> list[Volume]:
    """Return the parts of a register that is too large for one PDF, district by district; none of another."""
    if len(printed.standing) <= WHOLE:
        return []
    districts = _divided(registry, printed, "districts")["districts"]
    return [part for group in districts.filled for part in _parts_of(printed.year, group)]


def _parts_of(year: int, group: Group) -> Iterator[Volume]:
    starts = range(0, len(group.workshops), _ON_PAGE)
    for number, start in enumerate(starts, start=1):
        several = f"，第 {number} 部分" if len(starts) > 1 else ""
        path = f"editions/{year}/{group.slug}{f'-{number}' if number > 1 else ''}/"
        items = group.workshops[start : start + _ON_PAGE]
        yield Volume(f"{group.title}{several}", path, tuple(map(_item, items)))


def _divided(registry: Registry, printed: Edition, *slugs: str) -> dict[str, Facet]:
    """Divide what was standing at the end of the year."""
    return facets(replace(registry, workshops=printed.standing), slugs)


def edition_title(name: str, year: int) -> str:
    """Return the title on the cover: the site's name, and the year."""
    return f"{name}（{year} 年）"


def is_printed(content: bytes) -> bool:
    """Whether a file is a PDF of a year's register, as this program prints it: by the mark among its keywords."""
    return bears(content, _MARK)


def edition_pdf(press: Press, registry: Registry, year: int, name: str, site_url: str | None = None) -> bytes:
    """Return A4 under the site's `name`: cover, contents, districts, index of leaders, statistics; the same bytes while the data is the same.

    `site_url`: where its parts are, if it is too large to be one PDF: they stand in it in place of districts and index; None:
    whole all the same. Unprintable, with the path of the record that is to blame, where typst refuses.
    """
    return blaming(
        registry.workshops,
        lambda some: _print(press, replace(registry, workshops=tuple(some)), year, name, site_url),
        lambda workshop: workshop.path,
    )


def _print(press: Press, registry: Registry, year: int, name: str, site_url: str | None) -> bytes:
    printed = edition(registry, year)
    divided = _divided(registry, printed, *_STATISTICS)
    apart = [] if site_url is None else parts(registry, printed)
    data = {
        "year": year,
        "name": by_words(name),
        "total": len(printed.standing),
        "undated": printed.undated,
        "parts": [
            {"name": part.title, "count": len(part.items), "address": f"{site_url}{part.path}"}
            for part in apart
        ],
        "districts": [] if apart else _districts(divided["districts"]),
        "gone": [_gone(workshop) for workshop in printed.gone],
        "index": [] if apart else _index(printed.standing),
        "statistics": [_counts(divided[slug]) for slug in _STATISTICS],
    }
    digest = hashlib.sha256(json.dumps(data, ensure_ascii=False).encode("utf-8")).hexdigest()
    data |= {"digest": digest, "keyword": _MARK, "licence": registry.local.licence.name}
    return press.set(TEMPLATE, edition_title(name, year), date(year, 12, 31), data, press.path_of(TEMPLATE))


def _districts(facet: Facet) -> list[dict[str, Json]]:
    return [
        {"name": group.title, "items": [_item(workshop) for workshop in group.workshops]}
        for group in facet.filled
    ]


def _item(workshop: Workshop) -> dict[str, Json]:
    named = sorted(workshop.designations, key=lambda item: item.date or (0, 0, 0))
    return {
        "id": workshop.id,
        "name": workshop.name,
        "former": "、".join(workshop.former_names),
        "leader": leader_name(workshop),
        "unit": workshop.unit or "单位待补充",
        "former_unit": "、".join(workshop.former_units),
        "named": [f"{item.date.chinese}　{item.title}" for item in named if item.date],
        "status": workshop.status if workshop.status != "在册" else "",
    }


def _gone(workshop: Workshop) -> dict[str, str]:
    last = max(event.date for event in workshop.events)
    return {"id": workshop.id, "name": workshop.name, "told": f"{workshop.status}，{last.chinese}"}


def _index(workshops: Iterable[Workshop]) -> list[dict[str, Json]]:
    """Return the leaders by the first letter of their pinyin."""
    by_letter: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for workshop in workshops:
        if workshop.leader and workshop.leader.name:
            read = person(workshop.leader.name, workshop.leader.pinyin)
            letter = read[0][:1].upper() if read and read[0][:1].isascii() else "#"
            by_letter[letter].append((read, workshop.leader.name, workshop.id))
    return [
        {
            "letter": letter,
            "entries": [{"name": name, "id": id_} for _, name, id_ in sorted(by_letter[letter])],
        }
        for letter in sorted(by_letter)
    ]


def _counts(facet: Facet) -> dict[str, Json]:
    groups = [group for group in facet.filled if not group.part_of]
    return {"title": facet.title, "rows": [[group.title, str(len(group.workshops))] for group in groups]}
