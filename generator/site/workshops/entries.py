"""The lines of facts at the head of a workshop's page, each linked to the list of those that share it."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.facts import TO_FILL, leader_name
from generator.site.paths import Link, group_path


class Entry(NamedTuple):
    """One line of a workshop's facts."""

    label: str
    value: Link
    known: bool = True
    note: str = ""


def entries(registry: Registry, workshop: Workshop, facets: dict[str, Facet]) -> list[Entry]:
    """The workshop's facts in reading order, each linked to the list of those that share it."""
    industry = registry.term("industries", workshop.industry)
    established = workshop.established.chinese if workshop.established else None
    rows = [
        _linked("类别", workshop.category, facets["categories"]),
        _plain("所在单位", workshop.unit),
        _leader(workshop),
        *_leader_facts(workshop),
        _linked("区域", workshop.district, facets["districts"]),
        *([_linked("开放先导区", workshop.zone, facets["zones"])] if workshop.zone else []),
        _linked("所属行业", f"{industry.code} {industry.name}" if industry else None, facets["industries"]),
        _plain("专业方向", workshop.field),
        _linked("推荐工会", workshop.recommender, facets["recommenders"]),
        _plain("成立时间", established),
        _plain("成员人数", f"{workshop.members} 人" if workshop.members else None),
        *([_plain("曾用名", "、".join(workshop.former_names))] if workshop.former_names else []),
    ]
    return rows


def _plain(label: str, value: str | None) -> Entry:
    return Entry(label, Link(value or TO_FILL), value is not None)


def _linked(label: str, value: str | None, facet: Facet) -> Entry:
    group: Group | None = next((group for group in facet.groups if group.title == value), None)
    slug = group.slug if group else UNKNOWN
    known = value is not None
    return Entry(
        label, Link(value or TO_FILL, group_path(facet.slug, slug)), known, group.note if group else ""
    )


def _leader(workshop: Workshop) -> Entry:
    known = bool(workshop.leader and workshop.leader.name)
    return Entry("领衔人", Link(leader_name(workshop) if workshop.leader else TO_FILL), known)


def _leader_facts(workshop: Workshop) -> list[Entry]:
    leader = workshop.leader
    if not leader or not leader.name:
        return []
    honours = [
        honour.name + (f"（{honour.year.chinese}）" if honour.year else "") for honour in leader.honours
    ]
    told = [
        ("领衔人荣誉", "、".join(honours)),
        ("技能等级", leader.skill_grade),
        ("职称", leader.professional_title),
        ("学历", leader.education),
    ]
    return [_plain(label, value) for label, value in told if value]
