"""How much of what there is stands in the register: beside what the newest notice names, and what public reports count."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.namings import Naming
from generator.model.registry import Registry
from generator.site.paths import notice_path


class Figure(NamedTuple):
    """A number with what it is of, and the page behind it; `address`: a page outside the site."""

    number: str
    text: str
    path: str = ""
    address: str = ""


def coverage(registry: Registry) -> list[Figure]:
    """Return what the register holds, how much of the newest notice that tells its numbers, and the total that was reported last."""
    figures = [Figure(str(len(registry.workshops)), "已收录的工作室", "workshops/")]
    counted = [it for it in registry.namings.values() if sum((it.notice.counts or {}).values())]
    if counted:
        newest = max(counted, key=lambda it: (it.notice.date, it.notice.id))
        notice, named = newest.notice, sum((newest.notice.counts or {}).values())
        told = f"{notice.date.year} 年通报命名 {named} 个，已收录 {_recorded(newest)} 个"
        figures.append(Figure(f"{_recorded(newest)}/{named}", told, notice_path(notice)))
    if registry.totals:
        total = max(registry.totals, key=lambda it: it.date)
        address = next((source.url for source in total.sources if source.url), None)
        told = f"全市各级一共，{total.date.chinese}公开报道"
        figures.append(Figure(str(total.workshops), told, address=address or ""))
    return figures


def _recorded(naming: Naming) -> int:
    """How many workshops that a notice names have a record."""
    return len({it.path for it in (*naming.records, *naming.cited) if it})
