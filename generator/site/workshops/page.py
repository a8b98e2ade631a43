"""The pages of workshops, one for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.libraries.templating import script_json
from generator.model.achievements import chinese_yuan, group_achievements
from generator.model.neighbours import Neighbourhood
from generator.model.registry import Registry
from generator.model.workshop import STATUS_EVENTS, Designation, Workshop
from generator.site.facts import TO_FILL, leader_name
from generator.site.map.finders import finders, sought
from generator.site.map.small import Window
from generator.site.page import Page, Site
from generator.site.paths import Link, edit_path, notice_link, workshop_path
from generator.site.workshops.beginning import beginning
from generator.site.workshops.career import career
from generator.site.workshops.entries import Entry, entries
from generator.site.workshops.linked_data import linked_data
from generator.site.workshops.photos import shots
from generator.site.workshops.shares import share_of
from generator.site.workshops.timeline import timeline

_SHARED = {
    "同一单位": "所在单位",
    "同一区域": "区域",
    "同一行业": "所属行业",
}  # the fact behind each group of neighbours


class StatusTold(NamedTuple):
    """A workshop's status, its reason in words, and the notice or source of it. `on_report`: a designation that no notice told."""

    word: str
    reason: str
    notice: Link | None = None
    source: str = ""
    on_report: bool = False


class OtherWorkshop(NamedTuple):
    """Another workshop, as a page names it."""

    path: str
    name: str
    status: str
    unit: str


class Near(NamedTuple):
    """A few workshops that share something with this one, and the list of all that do."""

    title: str
    rows: list[OtherWorkshop]
    whole: Link


def workshop_pages(site: Site, workshops: Iterable[tuple[Workshop, Neighbourhood]]) -> Iterator[Page]:
    """Yield the page of each of these workshops, which are of the site's registry and given with their neighbours."""
    for workshop, neighbours in workshops:
        yield workshop_page(site, workshop, neighbours)


def workshop_page(site: Site, workshop: Workshop, neighbours: Neighbourhood) -> Page:
    """Return the page: status and its reason, facts, history, achievements, photographs, place, neighbours, sources."""
    registry = site.registry
    facts = entries(registry, workshop, site.facets)
    lacking = [fact for fact in facts if not fact.known and fact.value.text == TO_FILL]
    achievements = group_achievements(workshop.achievements)
    window = Window(registry.local.region)
    share, wanted = share_of(site, workshop), sought(registry, workshop)
    page = site.page(
        workshop_path(workshop),
        registry.called(workshop),
        _description(registry, workshop),
        "workshops/page.html",
        workshop.path,
        workshop=workshop,
        unit=registry.unit_of(workshop),
        standing=standing(registry, workshop),
        led=_led(workshop),
        plate=plate(registry, workshop),
        facts=[fact for fact in facts if fact not in lacking],
        missing=_missing(workshop, lacking),
        timeline=timeline(registry, workshop),
        career=career(workshop),
        name_in_doubt=name_in_doubt(workshop),
        summary=(workshop.summary or "").split("\n") if workshop.summary else [],
        achievements=achievements,
        sums=[(it.kind, it.total, it.unit) for it in achievements if it.total is not None],
        yuan=chinese_yuan,
        shots=shots(workshop, site.photos),
        dot=None if site.blank else window.dot(workshop.point),
        sought=wanted,
        finders=finders(wanted, registry.local.city.short),
        window=window,
        members=[other(registry, it) for it in registry.members(workshop)],
        alliances=[other(registry, it) for it in registry.alliances.get(workshop.id, ())],
        neighbours=[
            Near(title, [other(registry, near) for near in found], whole_list(title, facts))
            for title, found in neighbours
        ],
        linked=script_json(linked_data(workshop, site.project.site_url)),
        edit_path=edit_path(workshop),
        edit_url=f"{site.project.edit_url}{workshop.path}" if site.project.edit_url else "",
        record_path=f"{workshop_path(workshop)}{workshop.id}.yml",
        data_path=f"{workshop_path(workshop)}{workshop.id}.json",
        changed=site.changed(workshop.path),
        unsaved=workshop.path in site.changelog.unsaved,
        square=share.square if share else "",
    )
    return page._replace(share=share)


def other(registry: Registry, workshop: Workshop) -> OtherWorkshop:
    """Return a workshop as the page of another one names it: nothing else of it may be told there, see site.tens."""
    unit = registry.unit_of(workshop) or f"单位{TO_FILL}"
    return OtherWorkshop(workshop_path(workshop), workshop.name, workshop.status, unit)


class Led(NamedTuple):
    """Who leads it: the name, or that it was taken down; the honours."""

    name: str
    honours: str


def _led(workshop: Workshop) -> Led | None:
    """Return who leads it; None where that is not known."""
    if not workshop.leader:
        return None
    honours = "、".join(honour.name for honour in workshop.leader.honours) if workshop.leader.name else ""
    return Led(leader_name(workshop), honours)


def plate(registry: Registry, workshop: Workshop) -> tuple[str, ...]:
    """Return what stands below the name where there is no photograph: the district, and the trade in short."""
    industry = registry.term("industries", workshop.industry)
    trade = workshop.field or (industry.name if industry else None)
    return tuple(filter(None, (workshop.district, trade)))


def _missing(workshop: Workshop, lacking: Iterable[Entry]) -> list[Link]:
    """Return the labels of what is not known, each with the list of all workshops of which it is not, where there is one."""
    parts = (
        ("位置", workshop.location),
        ("命名", workshop.designations),
        ("事迹简介", workshop.summary),
        ("成果", workshop.achievements),
    )
    labels = [Link(fact.label, fact.value.path) for fact in lacking]
    return labels + [Link(label) for label, value in parts if not value]


def whole_list(title: str, facts: list[Entry]) -> Link:
    """Return the list that neighbours are a part of, without a count, which would change this page with every other record."""
    value = next(fact.value for fact in facts if fact.label == _SHARED[title])
    return Link(f"{value.text}的全部工作室", value.path)


def standing(registry: Registry, workshop: Workshop) -> StatusTold:
    """Return the status and its reason: the event that ended or suspended the designation, else the latest designation."""
    status = workshop.status
    event = next(
        (event for event in reversed(workshop.events) if event.kind == STATUS_EVENTS.get(status)), None
    )
    if event:
        notice = notice_link(registry, event.notice)
        return StatusTold(status, f"{event.date.chinese}{event.kind}", notice, event.source or "")
    named = newest_designation(workshop)
    if named is None:
        return StatusTold(status, "名册里还没有写它的命名，不知道是否命名过")
    when = named.date.chinese if named.date else "年度待补充，"
    reason = f"{when}命名为“{named.title}”（{named.level}），没有撤销或终止的记录"
    return StatusTold(status, reason, notice_link(registry, named.notice), on_report=named.notice is None)


def newest_designation(workshop: Workshop) -> Designation | None:
    """Return the latest designation by date; those without a date count as the earliest."""
    return max(workshop.designations, key=lambda named: named.date or (0, 0, 0), default=None)


def name_in_doubt(workshop: Workshop) -> bool:
    """Return whether sources name what they support, and none supports the name."""
    return any(source.supports for source in workshop.sources) and not workshop.supporting("name")


def _description(registry: Registry, workshop: Workshop) -> str:
    """Return who it is in one sentence: the name, the unit or the district, who leads it, its level; then how its summary begins."""
    leader = f"，{workshop.leader.name}领衔" if workshop.leader and workshop.leader.name else ""
    where = registry.unit_of(workshop) or workshop.district or "单位待补充"
    level = f"，获{workshop.level}命名" if workshop.level and workshop.stands else f"，{workshop.status}"
    summary = beginning(workshop.summary) if workshop.summary else "命名、成果、经过和来源。"
    return f"{workshop.name}（{where}{leader}{level}）。{summary}"
