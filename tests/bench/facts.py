"""The facts that the other programs get, ready to print: what a page of ours says, without any of its HTML.

All that has to be looked up, worded or sorted is done here, before anything is measured: this is in favour of the others.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.doors import build
from generator.model.achievements import SLUGS, UNITS, achieved, chinese_yuan, group_achievements
from generator.model.facets import Facet, facets
from generator.model.registry import Registry
from generator.model.workshop import Achievement, Workshop
from generator.site.facts import leader_name
from generator.site.lists.rows import list_row
from generator.site.pager import PER_PAGE
from generator.site.paths import notice_link
from generator.site.verification.page import verdict
from generator.site.workshops.entries import entries
from generator.site.workshops.page import standing
from generator.site.workshops.timeline import timeline

Json = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """`records`: what the page of each workshop says. `groups`: by facet and slug the title, note and number of the group.

    `achievements`: by address each list of achievements: its title, its note and its entries.
    """

    records: list[Json]
    groups: dict[str, dict[str, Json]]
    achievements: dict[str, Json]


def facts(registry: Path, site: Path) -> Facts:
    """The facts of a registry. `site`: the site that we made of it, whose data file has each record as JSON."""
    read, _ = build.read(registry)
    divided = facets(read)
    lines = (site / "data" / "workshops.ndjson").read_text(encoding="utf-8").splitlines()
    published = {record["id"]: record for record in map(json.loads, lines)}
    slugs = _slugs(divided)
    return Facts(
        [_record(read, it, divided, published[it.id], slugs[it.id]) for it in read.workshops],
        {
            facet.slug: {
                group.slug: {"title": group.title, "note": group.note, "number": len(group.workshops)}
                for group in facet.groups
            }
            for facet in divided.values()
        },
        {listing["path"]: listing for listing in _achievements(read, slugs)},
    )


def _slugs(divided: Mapping[str, Facet]) -> dict[str, dict[str, list[str]]]:
    """By id and facet the groups that a workshop is in."""
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for facet in divided.values():
        for group in facet.groups:
            for workshop in group.workshops:
                found[workshop.id].setdefault(facet.slug, []).append(group.slug)
    return found


def _record(
    registry: Registry,
    workshop: Workshop,
    divided: Mapping[str, Facet],
    published: Json,
    groups: dict[str, list[str]],
) -> Json:
    row = list_row(registry, workshop)
    result, stands = verdict(workshop), standing(registry, workshop)
    return {
        "id": workshop.id,
        "name": workshop.name,
        "description": f"{workshop.name}（{row.district}，{row.unit}，{leader_name(workshop)}）：命名、成果和来源。",
        "groups": groups,
        "row": {
            "unit": row.unit,
            "leader": row.leader,
            "district": row.district,
            "industry": row.industry,
            "named": row.named,
            "status": row.status,
            "former": row.former,
        },
        "level": workshop.level or "",
        "standing": {"reason": stands.reason, "notice": _link(stands.notice)},
        "facts": [
            {
                "label": it.label,
                "text": it.value.text,
                "path": it.value.path,
                "known": it.known,
                "note": it.note,
            }
            for it in entries(registry, workshop, divided)
        ],
        "moments": [
            {"when": it.when, "title": it.title, "detail": it.detail, "link": _link(it.link)}
            for it in timeline(registry, workshop)
        ],
        "summary": (workshop.summary or "").split("\n") if workshop.summary else [],
        "achievements": [
            {
                "kind": group.kind,
                "total": f"（共 {group.total} {group.unit}）" if group.total is not None else "",
                "items": [_achievement(item) for item in group.items],
            }
            for group in group_achievements(workshop.achievements)
        ],
        "sources": [
            {
                "title": it.title,
                "publisher": it.publisher or "",
                "url": it.url or "",
                "date": it.date.chinese if it.date else "",
            }
            for it in workshop.sources
        ],
        "verdict": {"word": result.word, "sentence": result.sentence},
        "named": [
            {
                "title": it.title,
                "level": it.level,
                "date": it.date.chinese if it.date else "年度待补充",
                "notice": _link(notice_link(registry, it.notice)),
            }
            for it in workshop.designations
        ],
        "published": published,
    }


def _link(link: Any) -> Json | None:
    return {"text": link.text, "path": link.path} if link else None


def _achievement(item: Achievement) -> Json:
    size = f"{item.count} {UNITS[item.kind]}" if item.count else ""
    return {
        "title": item.title or item.kind,
        "size": size or (chinese_yuan(item.amount_yuan) if item.amount_yuan else ""),
        "year": item.year.chinese if item.year else "",
        "evidence": item.evidence or "",
    }


def _achievements(registry: Registry, slugs: Mapping[str, dict[str, list[str]]]) -> Iterator[Json]:
    """Each list of achievements, page by page: of each kind by year and by section of industry, as the site has them."""
    lists: defaultdict[tuple[str, str], list[Json]] = defaultdict(list)
    for entry in achieved(registry):
        told = {**_achievement(entry.item), "id": entry.workshop.id, "name": entry.workshop.name}
        sections = [slug for slug in slugs[entry.workshop.id]["industries"] if len(slug) == 1]
        for part in (entry.year, *(sections or ["unclassified"])):
            lists[entry.item.kind, part].append(told)
    for kind in sorted({kind for kind, _ in lists}):
        yield {
            "path": SLUGS[kind],
            "title": f"成果：{kind}",
            "note": "按年度和行业",
            "entries": [],
            "page": 1,
            "pages": 1,
        }
    for (kind, part), listed in lists.items():
        pages = -(-len(listed) // PER_PAGE)
        for number in range(1, pages + 1):
            yield {
                "path": f"{SLUGS[kind]}-{part}" + (f"/{number}" if number > 1 else ""),
                "title": f"成果：{kind}，{part}" + (f"（第 {number} 页）" if number > 1 else ""),
                "note": f"{len(listed)} 条",
                "entries": listed[(number - 1) * PER_PAGE : number * PER_PAGE],
                "page": number,
                "pages": pages,
            }
