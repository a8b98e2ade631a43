"""Verification: a page for each workshop that shows whether its designation is valid, and the QR codes that lead to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.libraries.qrcodes import QrCode, qr_code
from generator.libraries.typeset import Unprintable, culprit
from generator.model.workshop import LEVELS, STATUS_EVENTS, UNNAMED, Designation, Workshop
from generator.site.news.items import newest_day
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.paths import Link, notice_link, workshop_path
from generator.site.workshops.timeline import unended

TEMPLATE = "plaques.typ"


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


def verify_path(workshop: Workshop) -> str:
    """Return the permanent address in the QR code on a wall."""
    return f"v/{workshop.id}/"


def plaques_path(slug: str) -> str:
    """Return the address of a district's sheets of labels."""
    return f"v/plaques/{slug}.pdf"


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


def pages(site: Site) -> Iterator[Page]:
    """Yield how to verify, and a page for each workshop."""
    yield site.page(
        "v/",
        "核验",
        "怎样核验一个工作室的命名是否有效，以及各区域的二维码标签。",
        "verification/page.html",
        "v",
        sheets=[
            (group.title, plaques_path(group.slug), len(workshops)) for group, workshops in _sheets(site)
        ],
        first=next((workshop for workshop in site.registry.workshops), None),
    )
    for workshop in site.registry.workshops:
        yield _page(site, workshop)


def files(site: Site) -> Iterator[Output]:
    """Yield QR codes for all and labels for valid designations; nothing without the site's address, which the codes contain."""
    if not site.project.site_url:
        return
    codes = {workshop.id: qr_code(_address(site, workshop)) for workshop in site.registry.workshops}
    for workshop in site.registry.workshops:
        yield text_output(f"{verify_path(workshop)}qr.svg", codes[workshop.id].svg, "qrcodes")
        yield Output(f"{verify_path(workshop)}qr.png", codes[workshop.id].png, "qrcodes")
    day = newest_day(site.registry)
    for group, workshops in _sheets(site):
        printed = _labels_pdf(site, f"{group.title}：创新工作室核验标签", day, workshops, codes)
        yield Output(plaques_path(group.slug), printed, TEMPLATE)


def _labels_pdf(
    site: Site, title: str, day: date, workshops: Sequence[Workshop], codes: Mapping[str, QrCode]
) -> bytes:
    """Return the labels of a district; Unprintable, with the path of the record that is to blame, where typst refuses."""

    def print_them(some: Sequence[Workshop]) -> bytes:
        return site.press.set(TEMPLATE, title, day, _plaques(site, some, codes), site.press.path_of(TEMPLATE))

    try:
        return print_them(workshops)
    except Unprintable as refused:
        found = culprit(workshops, print_them)
        raise Unprintable(found.path if found else refused.source, refused.reason) from refused


def _page(site: Site, workshop: Workshop) -> Page:
    result = verdict(workshop)
    text = site.registry.texts[workshop.path]
    return site.page(
        verify_path(workshop),
        f"核验：{site.registry.called(workshop)}",
        f"{workshop.name}（{workshop.id}）的命名现在是否有效、依据什么。",
        "verification/workshop.html",
        workshop.path,
        workshop=workshop,
        verdict=result,
        since=_since(workshop),
        on_report=bool(workshop.designations) and all(not named.notice for named in workshop.designations),
        named=[_named(site, designation) for designation in workshop.designations],
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        changed=site.changed(workshop.path),
        unsaved=workshop.path in site.changelog.unsaved,
        record=f"{workshop_path(workshop)}{workshop.id}.yml",
        whole=workshop_path(workshop),
        address=_address(site, workshop) if site.project.site_url else "",
    )


def _named(site: Site, designation: Designation) -> Grounded:
    notice = site.registry.notice_by_id.get(designation.notice or "")
    number = (notice.number or "文号待补充") if notice else ""
    return Grounded(designation, notice_link(site.registry, designation.notice), number)


def _since(workshop: Workshop) -> str:
    """Return the first known day of a designation."""
    days = [named.date for named in workshop.designations if named.date]
    return min(days).chinese if days else ""


def _address(site: Site, workshop: Workshop) -> str:
    return site.project.site_url + verify_path(workshop)


def _sheets(site: Site) -> list[tuple[Any, list[Workshop]]]:
    """Return the districts, each with the workshops whose designation is valid."""
    groups = site.facets["districts"].groups
    valid = [(group, [item for item in group.workshops if verdict(item).stands]) for group in groups]
    return [(group, workshops) for group, workshops in valid if workshops and site.project.site_url]


def _plaques(site: Site, workshops: Sequence[Workshop], codes: Mapping[str, QrCode]) -> dict[str, Any]:
    items = []
    for workshop in workshops:
        named = max(workshop.designations, key=lambda named: (LEVELS.index(named.level), named.date or (0,)))
        since = f"{named.date.chinese}命名" if named.date else ""
        label = {"name": workshop.name, "id": workshop.id, "title": named.title, "since": since}
        items.append(label | {"qr": codes[workshop.id].svg, "url": _address(site, workshop)})
    return {"address": f"{site.project.site_url}v/", "items": items}
