"""The shape of the open data: its version, what changed in it, its licence, and what each file says of itself at its head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from generator.site.page import Site

_COMMONS = re.compile(r"https://creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/([0-9.]+)/")


class Shape(NamedTuple):
    """A version of the shape: since when, and what is new in it, in Chinese. The number before the dot grows when something
    that was there is gone or is written otherwise, the one behind it when something came."""

    version: str
    since: str
    news: tuple[str, ...]


# A test compares the shape with what it was (tests/site/data/shape.json): it changes with a line here, or not at all.
SHAPES = (
    Shape(
        "2.0",
        "2026-11-29",
        (
            "CSV 里只知道年和月的日期写作 2023-07-XX（原来是 2023-07，Excel 会把它当成 7 月 1 日）。",
            "记录里多了 modified（最近修改的日期）；JSON、GeoJSON 的开头多了 version、date、license。",
            "新增通知和通报、词表、单位、改址的 JSON，命名、后续情况、成果、来源等的长表（CSV），改动清单（NDJSON），数据库（SQLite），数据目录的说明（DCAT-AP）。",
            "订阅里每条消息的编号改为 tag:（RFC 4151），更新动态的订阅一份记录一条：订阅过的会把已有的消息再收一遍。",
        ),
    ),
    Shape("1.0", "2026-10-01", ("第一版：工作室名册的 CSV、Excel、JSON、NDJSON、GeoJSON。",)),
)
VERSION = SHAPES[0].version
KEPT_YEARS = 2  # what the page promises


def licence(site: Site) -> dict[str, str]:
    """Return the licence as register.yml tells it: title and path, and as name the sign by which programs know it (SPDX), which
    the licences of Creative Commons have in their addresses."""
    told = site.registry.local.licence
    known = _COMMONS.match(told.url or "")
    if known:
        kind = "0" if known[1] == "zero" else f"-{known[1].upper()}"
        return {"name": f"CC{kind}-{known[2]}", "title": told.name, "path": known[0]}
    return {"title": told.name} | ({"path": told.url} if told.url else {})


def licence_sign(site: Site) -> str:
    """Return the licence in one word, or in its title where it has none."""
    told = licence(site)
    return told.get("name", told["title"])


def changed_days(site: Site, paths: Iterable[str]) -> dict[str, date]:
    """Return the days on which these files of the registry last changed, by path, as far as git knows them."""
    changed = site.changelog.changed
    return {path: changed[path] for path in paths if path in changed}


def data_day(site: Site, paths: Iterable[str] | None = None) -> date:
    """Return the day on which these files of the registry last changed, or any of them; without git the newest that they tell."""
    days = changed_days(site, site.registry.names if paths is None else paths)
    return max(days.values(), default=site.registry.newest_day)


def head(site: Site, paths: Iterable[str] | None = None) -> dict[str, Any]:
    """Return what a file says of itself. `paths`: the files of the registry that it is made of, if not of all."""
    return {"version": VERSION, "date": data_day(site, paths).isoformat(), "license": licence(site)}


def listed_json(head: dict[str, Any], key: str, lines: Iterable[str]) -> str:
    """Return an object of JSON: its head, and under a key an array of what the lines say, one a line."""
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    return f"{opened}, {json.dumps(key)}: [\n" + ",\n".join(lines) + "\n]}\n"
