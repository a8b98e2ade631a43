"""What templates are given: facts ready to print, in Chinese, with addresses relative to the site's root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.achievements import SLUGS
from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop

TO_FILL = "待补充"


class Link(NamedTuple):
    """A text that leads somewhere; an empty `path` leads nowhere."""

    text: str
    path: str = ""


class Fact(NamedTuple):
    """One row of a workshop's facts."""

    label: str
    value: Link
    known: bool = True
    note: str = ""


class Moment(NamedTuple):
    """One step of a workshop's timeline."""

    when: str
    title: str
    detail: str
    link: Link | None
    rests_on_report: bool = False


@dataclass(frozen=True)
class Row:
    """A workshop in a list."""

    id: str
    path: str
    name: str
    unit: str
    leader: str
    district: str
    industry: str
    level: str
    years: str
    status: str
    former: str


def workshop_path(workshop: Workshop) -> str:
    """The permanent address of a workshop."""
    return f"workshops/{workshop.id}/"


def edit_path(workshop: Workshop) -> str:
    """Where a workshop's record is corrected."""
    return f"edit/?id={workshop.id}"


def group_path(facet: str, slug: str) -> str:
    """The address of a facet's group."""
    return f"{facet}/{slug}/"


def filtered_path(*kept: tuple[str, str]) -> str:
    """The address of the list with filters set: pairs of a facet's slug and a group's slug."""
    return "workshops/?" + "&".join(f"{facet}={slug}" for facet, slug in kept)


def achievements_path(kind: str, year: int | str = "") -> str:
    """The address of all achievements of a kind, or of those of one year."""
    return f"achievements/{SLUGS[kind]}{f'-{year}' if year else ''}/"


def row(registry: Registry, workshop: Workshop) -> Row:
    """A workshop's row; what is unknown reads 待补充."""
    industry = registry.term("industries", workshop.industry)
    return Row(
        workshop.id,
        workshop_path(workshop),
        workshop.name,
        workshop.unit or f"单位{TO_FILL}",
        leader_name(workshop),
        workshop.district or f"区域{TO_FILL}",
        industry.name if industry else f"行业{TO_FILL}",
        workshop.level or f"级别{TO_FILL}",
        "、".join(str(year) for year in workshop.years) or f"年度{TO_FILL}",
        workshop.status,
        "、".join(workshop.former_names),
    )


def leader_name(workshop: Workshop) -> str:
    """The leader's name, 待补充, or that the person asked to be taken down."""
    if not workshop.leader:
        return f"领衔人{TO_FILL}"
    return workshop.leader.name or "领衔人信息已应本人要求撤下"


def facts(registry: Registry, workshop: Workshop, facets: dict[str, Facet]) -> list[Fact]:
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


def timeline(registry: Registry, workshop: Workshop) -> list[Moment]:
    """Establishment, designations and events, oldest first, what has no date last."""
    steps: list[tuple[tuple[int, int, int], Moment]] = []
    if workshop.established:
        steps.append((workshop.established, Moment(workshop.established.chinese, "成立", "", None)))
    for named in workshop.designations:
        when = named.date.chinese if named.date else f"年度{TO_FILL}"
        detail = f"{named.level}命名"
        moment = Moment(when, named.title, detail, notice_link(registry, named.notice), named.notice is None)
        steps.append((named.date or (9999, 0, 0), moment))
    for event in workshop.events:
        due = event.due and f"{'整改期限' if event.kind == '限期整改' else '到期'} {event.due.chinese}"
        parts = (due, unended(event.note), event.source and f"依据：{event.source}")
        detail = "；".join(part for part in parts if part)
        moment = Moment(event.date.chinese, event.kind, detail, notice_link(registry, event.notice))
        steps.append((event.date, moment))
    return [moment for _, moment in sorted(steps, key=lambda step: step[0])]


def unended(text: str | None) -> str:
    """A sentence without its full stop, to stand within a longer one."""
    return (text or "").rstrip("。；")


def notice_link(registry: Registry, notice: str | None) -> Link | None:
    """The link to a notice's page."""
    found = registry.notice_by_id.get(notice or "")
    return Link(f"《{found.title}》", f"notices/{found.id}/") if found else None


def newest_designation(workshop: Workshop) -> Designation | None:
    """The designation that is told as the latest: by date, the undated first of all."""
    return max(workshop.designations, key=lambda named: named.date or (0, 0, 0), default=None)


def name_in_doubt(workshop: Workshop) -> bool:
    """Whether sources say what they support, and none supports the name."""
    return any(source.supports for source in workshop.sources) and not workshop.supporting("name")


def _plain(label: str, value: str | None) -> Fact:
    return Fact(label, Link(value or TO_FILL), value is not None)


def _linked(label: str, value: str | None, facet: Facet) -> Fact:
    group: Group | None = next((group for group in facet.groups if group.title == value), None)
    slug = group.slug if group else UNKNOWN
    known = value is not None
    return Fact(
        label, Link(value or TO_FILL, group_path(facet.slug, slug)), known, group.note if group else ""
    )


def _leader(workshop: Workshop) -> Fact:
    known = bool(workshop.leader and workshop.leader.name)
    return Fact("领衔人", Link(leader_name(workshop) if workshop.leader else TO_FILL), known)


def _leader_facts(workshop: Workshop) -> list[Fact]:
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
