"""A workshop in a list: the few facts that its row shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.levelyears import pairs
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.site import emptiness
from generator.site.emptiness import Columns
from generator.site.facts import TO_FILL, leader_name
from generator.site.paths import workshop_path

# The columns after the name, by the key in Row.
COLUMNS = {"leader": "领衔人", "unit": "单位", "district": "区域", "industry": "行业", "named": "级别和年度"}


@dataclass(frozen=True)
class Row:
    """A workshop in a list. `unknown`: the columns of which it knows nothing."""

    id: str
    path: str
    name: str
    unit: str
    address: str
    leader: str
    district: str
    industry: str
    named: str
    status: str
    former: str
    unknown: tuple[str, ...] = ()

    def cell(self, key: str) -> str:
        """Return what stands in a column of COLUMNS."""
        return str(getattr(self, key))


def columns(rows: Sequence[Row]) -> Columns:
    """Return the columns of a table of these rows; all of them where there are no rows."""
    return emptiness.columns(COLUMNS, [row.unknown for row in rows] or [()])


def address_of(workshop: Workshop) -> str:
    """Return the address of a workshop's unit; empty where it is not known."""
    return (workshop.location and workshop.location.address) or ""


def list_row(registry: Registry, workshop: Workshop) -> Row:
    """Return the row of a workshop; an unknown fact is 待补充."""
    industry = registry.term("industries", workshop.industry)
    unit, named = registry.unit_of(workshop), pairs(workshop)
    known = {
        "leader": workshop.leader,
        "unit": unit,
        "district": workshop.district,
        "industry": industry,
        "named": named,
    }
    return Row(
        workshop.id,
        workshop_path(workshop),
        workshop.name,
        unit or f"单位{TO_FILL}",
        address_of(workshop),
        leader_name(workshop),
        workshop.district or f"区域{TO_FILL}",
        industry.name if industry else f"行业{TO_FILL}",
        "、".join(f"{level} {year or f'年度{TO_FILL}'}" for level, year in named) or f"级别、年度{TO_FILL}",
        workshop.status,
        "、".join(workshop.former_names),
        tuple(key for key in COLUMNS if not known[key]),
    )
