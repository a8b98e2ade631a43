"""Facets: the registry divided by district, zone, industry, category, level, year, status, recommender and unit; none is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.libraries.pinyin import word
from generator.model.registry import Registry
from generator.model.vocabulary import Term
from generator.model.workshop import LEVELS, UNNAMED, Workshop

UNKNOWN = "unknown"
Index = dict[str, tuple[Workshop, ...]]
LEVEL_SLUGS = dict(zip(LEVELS, ("county", "sector", "city", "city-model", "province", "nation"), strict=True))
_STATUS_SLUGS = {
    "在册": "listed",
    "整改中": "rectifying",
    "已撤销": "revoked",
    "已终止": "ended",
    UNNAMED: "undesignated",
}
_STATUS_NOTES = {
    "在册": "没有撤销、终止的记录",
    "整改中": "有限期整改的记录，还没有复核合格的记录",
    "已撤销": "有撤销命名的记录",
    "已终止": "工作室已经停办",
    UNNAMED: "名册里还没有写它的命名，不知道是否命名过",
}
STATUSES = tuple(_STATUS_SLUGS)
_CATEGORY_SLUGS = {"劳模": "model", "职工": "staff"}


@dataclass(frozen=True)
class Group:
    """The workshops that share a value.

    `part_of`: the code of the section that an industry's division belongs to. `heading`: the title of the group's page
    where `title` alone would mislead.
    """

    slug: str
    title: str
    workshops: tuple[Workshop, ...]
    note: str = ""
    part_of: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Facet:
    """One way to divide the registry; its groups together contain every workshop.

    `note`: a remark that is true of each group. `boundless`: its groups are whatever the records name, perhaps thousands, so
    that nothing lists them all in one place.
    """

    slug: str
    title: str
    unknown: str
    groups: tuple[Group, ...]
    note: str = ""
    boundless: bool = False

    @cached_property
    def by_title(self) -> dict[str, Group]:
        """The groups by their titles."""
        return {group.title: group for group in self.groups}

    @property
    def filled(self) -> tuple[Group, ...]:
        """The groups that are not empty."""
        return tuple(group for group in self.groups if group.workshops)

    @cached_property
    def by_slug(self) -> dict[str, Group]:
        """The groups by their slugs."""
        return {group.slug: group for group in self.groups}

    @cached_property
    def parts(self) -> dict[str, list[Group]]:
        """The groups by the slug of the one that they are a part of; under "" those that are no part."""
        parts: defaultdict[str, list[Group]] = defaultdict(list)
        for group in self.groups:
            parts[group.part_of].append(group)
        return parts

    def group(self, slug: str) -> Group | None:
        """Return the group with that slug."""
        return self.by_slug.get(slug)


def facets(registry: Registry, only: Collection[str] = ()) -> dict[str, Facet]:
    """Return all facets by slug, or only those."""
    ways: dict[str, Callable[[], Facet]] = {
        "districts": lambda: _districts(registry),
        "zones": lambda: _zones(registry),
        "industries": lambda: _industries(registry),
        "categories": lambda: _words("categories", "类别", _CATEGORY_SLUGS, _index(registry, lambda it: [it.category])),
        "levels": lambda: _words("levels", "级别", LEVEL_SLUGS, _index(registry, _levels)),
        "years": lambda: _years(registry),
        "statuses": lambda: _words("statuses", "状态", _STATUS_SLUGS, _index(registry, lambda it: [it.status]), _STATUS_NOTES),
        "recommenders": lambda: _recommenders(registry),
        "units": lambda: of_units(registry),
    }  # fmt: skip
    return {slug: way() for slug, way in ways.items() if not only or slug in only}


def _districts(registry: Registry) -> Facet:
    index = _index(registry, lambda workshop: [workshop.district])
    groups = [
        Group(
            term.slug or term.name,
            term.name,
            index.get(term.name, ()),
            "旧称" + "、".join(term.former) if term.former else "",
        )
        for term in registry.terms("districts")
    ]
    return _facet("districts", "区域", groups, index)


def _zones(registry: Registry) -> Facet:
    index = _index(registry, lambda workshop: [workshop.zone])
    groups = [
        Group(
            term.slug or term.name,
            term.name,
            index.get(term.name, ()),
            _hosts(term.hosts, verified=bool(term.verified)),
        )
        for term in registry.terms("zones")
    ]
    return Facet("zones", "按开放先导区", "", tuple(groups))


def _industries(registry: Registry) -> Facet:
    """A section's group includes the workshops of its divisions; a division is listed only if it has any.

    Their codes (GB/T 4754) are slugs and stand in no title: readers know trades by their names. Three divisions (教育) bear
    their section's.
    """
    index = _index(
        registry,
        lambda workshop: sorted({workshop.industry[0], workshop.industry}) if workshop.industry else [],
    )
    groups = []
    for term in registry.terms("industries"):
        code = term.code or term.name
        if len(code) == 1 or code in index:
            part_of = code[0] if len(code) > 1 else ""
            whole = registry.term("industries", part_of)
            heading = f"{term.name}（大类）" if whole and whole.name == term.name else ""
            groups.append(Group(code, term.name, index.get(code, ()), part_of=part_of, heading=heading))
    return _facet("industries", "行业", groups, index)


def _years(registry: Registry) -> Facet:
    index = _index(registry, lambda workshop: [str(year) for year in workshop.years])
    years = sorted((year for year in index if year), reverse=True)
    groups = [Group(year, f"{year} 年", index[year]) for year in years]
    return _facet("years", "年度", groups, index, "列在获得命名的年度下，几个年度都获得命名的，各年度都有")


def _recommenders(registry: Registry) -> Facet:
    """List the unions of the vocabulary in its order, then those that only records name."""
    index = _index(registry, lambda workshop: [workshop.recommender])
    listed = {term.name: term.slug for term in registry.terms("unions")}
    names = (*listed, *sorted(set(index) - {"", *listed}))
    slugs = _told_apart({name: listed.get(name) or word(name) or "union" for name in names})
    groups = [
        Group(slug, name, index.get(name, ()), heading=f"{name}推荐的工作室") for name, slug in slugs.items()
    ]
    note = "列在推荐它的工会下；推荐工会不是工作室的所在地，在哪里要看“区域”"
    return _facet("recommenders", "推荐工会", groups, index, note)


def of_units(registry: Registry) -> Facet:
    """Divide by unit, those with most workshops first; a unit also has the workshops of the units that belong to it."""
    units = registry.units
    index = _index(registry, lambda it: [units.now(it.unit), *units.above(it.unit)] if it.unit else [])
    slugs = _told_apart({name: units.slug(name) for name in index if name})
    names = sorted(slugs, key=lambda name: (-len(index[name]), slugs[name]))
    groups = [
        Group(
            slugs[name],
            name,
            index[name],
            _known_of(units.by_name.get(name)),
            part_of=slugs.get(next(units.above(name), ""), ""),
        )
        for name in names
    ]
    return replace(_facet("units", "单位", groups, index), boundless=True)


def _known_of(unit: Term | None) -> str:
    told = (
        "旧名称和别的写法：" + "、".join(unit.former) if unit and unit.former else "",
        "简称：" + "、".join(unit.short) if unit and unit.short else "",
        f"统一社会信用代码：{unit.credit_code}" if unit and unit.credit_code else "",
    )
    return "；".join(filter(None, told))


def _told_apart(slugs: Mapping[str, str]) -> dict[str, str]:
    """Return the slugs by name, with a number behind one that another name has already."""
    taken = Counter({UNKNOWN: 1})
    told = {}
    for name, slug in slugs.items():
        taken[slug] += 1
        told[name] = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
    return told


def _words(
    slug: str, label: str, slugs: dict[str, str], index: Index, notes: Mapping[str, str] | None = None
) -> Facet:
    notes = notes or {}
    groups = [Group(slugs[word], word, index.get(word, ()), notes.get(word, "")) for word in slugs]
    return _facet(slug, label, groups, index)


def _levels(workshop: Workshop) -> list[str]:
    return sorted({designation.level for designation in workshop.designations})


def _facet(slug: str, label: str, groups: list[Group], index: Index, note: str = "") -> Facet:
    unknown = f"{label}待补充"
    if "" in index:
        groups = [*groups, Group(UNKNOWN, unknown, index[""], "来源没有写明，补上后会移到相应的位置")]
    return Facet(slug, f"按{label}", unknown, tuple(groups), note)


def _index(registry: Registry, values: Callable[[Workshop], Iterable[str | None]]) -> Index:
    """Return the workshops by each of their values; those without a value are under ""."""
    index: dict[str, list[Workshop]] = defaultdict(list)
    for workshop in registry.workshops:
        for value in [value for value in values(workshop) if value] or [""]:
            index[value].append(workshop)
    return {value: tuple(workshops) for value, workshops in index.items()}


def _hosts(hosts: tuple[str, ...], *, verified: bool) -> str:
    if not hosts:
        return "所在区域待核实"
    return f"位于{'、'.join(hosts)}" + ("" if verified else "（待核实）")
