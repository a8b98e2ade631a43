"""What a record lacks that a visitor asks for, and the keys that would fill each gap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from generator.model.dates import add_years
from generator.model.workshop import Workshop

_YEARS = 2
_ENDED = ("已撤销", "已终止")


class Gap(NamedTuple):
    """What may be missing, in words; the keys of the record that are then to be filled in; whether a record lacks it on a day."""

    words: str
    keys: tuple[str, ...]
    lacks: Callable[[Workshop, date], bool]


def _is_unplaced(workshop: Workshop, today: date) -> bool:
    where = workshop.location
    return not (where and (where.lon is not None or where.map == "none"))


def _has_no_recent_result(workshop: Workshop, today: date) -> bool:
    since = add_years(today, -_YEARS)
    return not any(item.year and item.year.last >= since for item in workshop.achievements)


def _rests_on_no_notice(workshop: Workshop, today: date) -> bool:
    return bool(workshop.designations) and not any(named.notice for named in workshop.designations)


GAPS = (
    Gap("区域", ("district",), lambda workshop, today: not workshop.district),
    Gap("位置", ("location.lon", "location.lat"), _is_unplaced),
    Gap("行业", ("industry",), lambda workshop, today: not workshop.industry),
    Gap("推荐工会", ("recommender",), lambda workshop, today: not workshop.recommender),
    Gap("近两年的成果", ("achievements",), _has_no_recent_result),
    Gap("命名", ("designations",), lambda workshop, today: not workshop.designations),
    Gap("命名文件（只有公开报道）", ("designations.notice",), _rests_on_no_notice),
)


def found(workshop: Workshop, today: date) -> tuple[Gap, ...]:
    """Return the gaps of a record; none if its designation is no longer valid."""
    return () if workshop.status in _ENDED else tuple(gap for gap in GAPS if gap.lacks(workshop, today))


def gaps(workshop: Workshop, today: date) -> tuple[str, ...]:
    """Return what a record lacks, in words."""
    return tuple(gap.words for gap in found(workshop, today))
