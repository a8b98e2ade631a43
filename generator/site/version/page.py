"""The source of the site: the commit, its day, the counts and the checksums, for readers and for programs."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from generator import __version__
from generator.model.dates import PartialDate
from generator.model.facets import STATUSES
from generator.site.output import Output, text_output
from generator.site.page import Page, Site

PATH = "build.json"


def build_json(site: Site, sums: str) -> Output:
    """Return the facts for programs; besides the page, the only file that changes with every commit."""
    known = {key: value for key, value in facts(site, sums).items() if value != ""}
    return text_output(PATH, json.dumps(known, ensure_ascii=False, indent=1) + "\n", "provenance")


def version_page(site: Site, sums: str) -> Page:
    """Return the facts for readers."""
    shown = facts(site, sums)
    log = site.changelog
    return site.page(
        "version/",
        "版本与校验",
        "这个网站由哪一天的哪一份记录生成，收了多少，怎样核对下载的文件。",
        "data/version.html",
        "provenance",
        facts=shown,
        day=_chinese(log.day.isoformat()) if log.day else "",
        today=_chinese(site.project.today.isoformat()),
        unsaved=sorted(log.unsaved),
    )


def facts(site: Site, sums: str) -> dict[str, Any]:
    """Return the facts of both; an empty text means unknown."""
    registry, log = site.registry, site.changelog
    statuses = {group.title: len(group.workshops) for group in site.facets["statuses"].groups}
    return {
        "commit": log.commit,
        "commit_date": log.day.isoformat() if log.day else "",
        "unsaved_files": len(log.unsaved),
        "date": site.project.today.isoformat(),
        "program_version": __version__,
        "workshops": len(registry.workshops),
        "statuses": {status: statuses[status] for status in STATUSES},
        "notices": len(registry.notices),
        "forms": len(registry.forms),
        "files": sums.count("\n"),
        "sha256_of_sha256sums": hashlib.sha256(sums.encode("utf-8")).hexdigest(),
    }


def _chinese(iso: str) -> str:
    return PartialDate(*(int(part) for part in iso.split("-"))).chinese
