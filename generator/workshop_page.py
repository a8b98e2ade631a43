"""The page of one workshop."""

from __future__ import annotations

from generator import maps, views
from generator.achievements import chinese_yuan, group_achievements
from generator.model import Workshop
from generator.pages import Page, Site


def workshop_page(site: Site, workshop: Workshop) -> Page:
    """Facts, timeline, status, achievements, small map, sources, and how to report a mistake."""
    registry = site.registry
    where = workshop.district or "大连市"
    leader = f"，领衔人{workshop.leader.name}" if workshop.leader and workshop.leader.name else ""
    unit = f"，{workshop.unit}" if workshop.unit else ""
    return site.page(
        views.workshop_path(workshop),
        workshop.name,
        f"{workshop.name}（{where}{unit}{leader}）：命名、成果和来源。",
        "workshop.html",
        workshop.path,
        workshop=workshop,
        facts=views.facts(registry, workshop, dict(site.facets)),
        timeline=views.timeline(registry, workshop),
        name_in_doubt=views.name_in_doubt(workshop),
        on_report=any(named.notice is None for named in workshop.designations),
        status=_status(workshop),
        summary=(workshop.summary or "").split("\n") if workshop.summary else [],
        achievements=group_achievements(workshop.achievements),
        yuan=chinese_yuan,
        dot=maps.dot(workshop.location),
        window=(maps.WIDTH, maps.HEIGHT),
        edit_url=f"{site.project.edit_url}{workshop.path}" if site.project.edit_url else "",
        record_path=f"{views.workshop_path(workshop)}{workshop.id}.yml",
    )


def _status(workshop: Workshop) -> tuple[str, str]:
    """The status, and in words what it rests on."""
    telling = {"整改中": "限期整改", "已撤销": "撤销", "已终止": "终止"}
    event = next(
        (event for event in reversed(workshop.events) if event.kind == telling.get(workshop.status)), None
    )
    if event:
        return workshop.status, f"{event.date.chinese}{event.kind}"
    named = views.newest_designation(workshop)
    if named is None:
        return workshop.status, "没有命名记录"
    return workshop.status, "没有撤销或终止的记录"
