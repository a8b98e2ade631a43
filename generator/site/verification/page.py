"""The pages of verification: whether the designation of a workshop is valid, and how to see that by a QR code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.workshop import STATUS_EVENTS, UNNAMED, Designation, Workshop
from generator.site.page import Page, Site
from generator.site.paths import Link, notice_link, workshop_path
from generator.site.verification.labels import labels_path, sheets
from generator.site.verification.paths import verify_address, verify_path
from generator.site.workshops.timeline import unended


class Verdict(NamedTuple):
    """The first thing a reader sees: the status, its meaning in one sentence, and whether the designation is valid."""

    word: str
    sentence: str
    stands: bool


class Grounded(NamedTuple):
    """A designation and its ground: a notice with its number, or a public report."""

    designation: Designation
    notice: Link | None
    number: str


def verdict(workshop: Workshop) -> Verdict:
    """Return whether the designation is valid, by the record's status."""
    if workshop.status == UNNAMED:
        return Verdict(workshop.status, "名册里还没有写它的命名，不知道是否命名过。", stands=False)
    kind = STATUS_EVENTS.get(workshop.status)
    events = sorted((event for event in workshop.events if event.kind == kind), key=lambda event: event.date)
    if not events:
        rests = "命名有效" if any(named.notice for named in workshop.designations) else "公开报道说它获得命名"
        return Verdict("在册", f"{rests}，名册里没有撤销或终止它的记录。", stands=True)
    event = events[-1] if workshop.status == "整改中" else events[0]
    note = f"：{unended(event.note)}" if event.note else ""
    due = f"（{event.due.chinese}以前）" if event.due else ""
    if workshop.status == "整改中":
        return Verdict(
            "整改中", f"{event.date.chinese}被要求限期整改{due}，命名没有撤销{note}。", stands=True
        )
    return Verdict(workshop.status, f"命名不再有效：{event.date.chinese}{event.kind}{note}。", stands=False)


def how_to_verify(site: Site) -> Page:
    """Return how to verify."""
    return site.page(
        "v/",
        "核验",
        "怎样核验一个工作室的命名是否有效，以及各区域的二维码标签。",
        "verification/page.html",
        "v",
        sheets=[(group.title, labels_path(group.slug), len(workshops)) for group, workshops in sheets(site)],
        first=next((workshop for workshop in site.registry.workshops), None),
    )


def verification_pages(site: Site, workshops: Iterable[Workshop]) -> Iterator[Page]:
    """Yield a page for each of these workshops."""
    for workshop in workshops:
        yield _page(site, workshop)


def _page(site: Site, workshop: Workshop) -> Page:
    result = verdict(workshop)
    return site.page(
        verify_path(workshop),
        f"核验：{site.registry.called(workshop)}",
        f"{workshop.name}（{workshop.id}）的命名现在是否有效、依据什么。",
        "verification/workshop.html",
        workshop.path,
        id=workshop.id,
        name=workshop.name,
        level=workshop.level,
        unit=site.registry.unit_of(workshop),
        verdict=result,
        since=_since(workshop),
        on_report=bool(workshop.designations) and all(not named.notice for named in workshop.designations),
        named=[_named(site, designation) for designation in workshop.designations],
        changed=site.changed(workshop.path),
        unsaved=workshop.path in site.changelog.unsaved,
        record=f"{workshop_path(workshop)}{workshop.id}.yml",
        whole=workshop_path(workshop),
        address=verify_address(site.project.site_url, workshop),
    )


def _named(site: Site, designation: Designation) -> Grounded:
    notice = site.registry.notice_by_id.get(designation.notice or "")
    number = (notice.number or "文号待补充") if notice else ""
    return Grounded(designation, notice_link(site.registry, designation.notice), number)


def _since(workshop: Workshop) -> str:
    """Return the first known day of a designation."""
    days = [named.date for named in workshop.designations if named.date]
    return min(days).chinese if days else ""
