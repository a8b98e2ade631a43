"""A workshop in a list: the few facts that its row shows."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.levelyears import pairs
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site.facts import TO_FILL, leader_name
from generator.site.paths import workshop_path


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
    named: str
    status: str
    former: str


def list_row(registry: Registry, workshop: Workshop) -> Row:
    """Return the row of a workshop; an unknown fact is 待补充."""
    industry = registry.term("industries", workshop.industry)
    return Row(
        workshop.id,
        workshop_path(workshop),
        workshop.name,
        registry.unit_of(workshop) or f"单位{TO_FILL}",
        leader_name(workshop),
        workshop.district or f"区域{TO_FILL}",
        industry.name if industry else f"行业{TO_FILL}",
        "、".join(f"{level} {year or f'年度{TO_FILL}'}" for level, year in pairs(workshop))
        or f"级别、年度{TO_FILL}",
        workshop.status,
        "、".join(workshop.former_names),
    )
