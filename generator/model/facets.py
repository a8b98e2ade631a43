"""Facets: the registry divided by district, zone, industry, category, level, year, status and recommender; none is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.libraries.pinyin import word
from generator.model.registry import Registry
from generator.model.workshop import LEVELS, UNNAMED, Workshop

UNKNOWN = "unknown"
Index = dict[str, tuple[Workshop, ...]]
# The facets of what a designation says: asked of both, one and the same designation must have it.
OF_DESIGNATIONS = ("levels", "years")
_LEVEL_SLUGS = dict(
    zip(LEVELS, ("county", "sector", "city", "city-model", "province", "nation"), strict=True)
)
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
    """One way to divide the registry; its groups together contain every workshop. `note`: a remark that is true of each group."""

    slug: str
    title: str
    unknown: str
    groups: tuple[Group, ...]
    note: str = ""

    @property
    def filled(self) -> tuple[Group, ...]:
        """The groups that are not empty."""
        return tuple(group for group in self.groups if group.workshops)

    def group(self, slug: str) -> Group | None:
        """Return the group with that slug."""
        return next((group for group in self.groups if group.slug == slug), None)


def facets(registry: Registry) -> dict[str, Facet]:
    """Return all facets by slug."""
    every = (
        _districts(registry),
        _zones(registry),
        _industries(registry),
        _words("categories", "类别", _CATEGORY_SLUGS, _index(registry, lambda workshop: [workshop.category])),
        _words("levels", "级别", _LEVEL_SLUGS, _index(registry, _levels)),
        _years(registry),
        _words(
            "statuses",
            "状态",
            _STATUS_SLUGS,
            _index(registry, lambda workshop: [workshop.status]),
            _STATUS_NOTES,
        ),
        _recommenders(registry),
    )
    return {facet.slug: facet for facet in every}


def pairs(workshop: Workshop) -> list[tuple[str, int | None]]:
    """Return each level with a year in which a workshop was named at it, oldest first, without a date last; each pair once."""
    told = {(one.level, one.date.year if one.date else None) for one in workshop.designations}
    return sorted(told, key=lambda pair: (pair[1] is None, pair[1] or 0, LEVELS.index(pair[0])))


def named(workshop: Workshop) -> list[tuple[str, str]]:
    """Return the slugs of these pairs; no year where a designation has no date but another of the workshop has.

    So the year is unknown only of a workshop none of whose designations has one, as in the facet of years.
    """
    undated = "" if workshop.years else UNKNOWN
    return [(_LEVEL_SLUGS[level], str(year or undated)) for level, year in pairs(workshop)] or [
        (UNKNOWN, UNKNOWN)
    ]


def shared(one: Facet, group: Group, other: Facet, its_group: Group) -> tuple[Workshop, ...]:
    """Return the workshops of a group that are also in the group of another facet, level and year by one designation."""
    ids = {workshop.id for workshop in its_group.workshops}
    both = tuple(workshop for workshop in group.workshops if workshop.id in ids)
    if {one.slug, other.slug} != set(OF_DESIGNATIONS):
        return both
    slugs = {one.slug: group.slug, other.slug: its_group.slug}
    pair = (slugs["levels"], slugs["years"])
    return tuple(workshop for workshop in both if pair in named(workshop))


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
    """A section's group includes the workshops of its divisions; a division is listed only if it has any."""
    index = _index(
        registry,
        lambda workshop: sorted({workshop.industry[0], workshop.industry}) if workshop.industry else [],
    )
    groups = []
    for term in registry.terms("industries"):
        code = term.code or term.name
        if len(code) == 1 or code in index:
            part_of = code[0] if len(code) > 1 else ""
            groups.append(Group(code, f"{code} {term.name}", index.get(code, ()), part_of=part_of))
    return _facet("industries", "行业", groups, index)


def _years(registry: Registry) -> Facet:
    index = _index(registry, lambda workshop: [str(year) for year in workshop.years])
    years = sorted((year for year in index if year), reverse=True)
    groups = [Group(year, f"{year} 年", index[year]) for year in years]
    return _facet("years", "年度", groups, index, "列在获得命名的年度下，几个年度都获得命名的，各年度都有")


def _recommenders(registry: Registry) -> Facet:
    """List the unions of the vocabulary in its order, then those that only records name."""
    index = _index(registry, lambda workshop: [workshop.recommender])
    slugs = {term.name: term.slug for term in registry.terms("unions")}
    taken = Counter({UNKNOWN: 1})
    groups = []
    for name in (*slugs, *sorted(set(index) - {"", *slugs})):
        slug = slugs.get(name) or word(name) or "union"
        taken[slug] += 1
        slug = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
        groups.append(Group(slug, name, index.get(name, ()), heading=f"{name}推荐的工作室"))
    note = "列在推荐它的工会下；推荐工会不是工作室的所在地，在哪里要看“区域”"
    return _facet("recommenders", "推荐工会", groups, index, note)


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
