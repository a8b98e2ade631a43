"""Dates of known precision: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.libraries.numerals import DIGITS

FIRST_YEAR, LAST_YEAR = 1900, 2099  # nothing in the register is older; a later year is a slip (2109 for 2019)
_YEAR = "((?:19|20)[0-9]{2})"
_WRITTEN = re.compile(rf"{_YEAR}(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?)?")
_CLOSE = re.compile(
    rf"{_YEAR}\s*[-./年]\s*([0-9]{{1,2}})?(?:\s*[-./月]份?\s*([0-9]{{1,2}})?\s*[日号]?)?(?:[ T][0-9:]+)?"
)
_GLUED = re.compile(rf"(?=[0-9]{{8}}$|[0-9]{{6}}$){_YEAR}([0-9]{{2}})([0-9]{{2}})?")
_FULL_WIDTH = str.maketrans(
    "０１２３４５６７８９－–—．。／〇○零一二三四五六七八九", "0123456789---../000123456789"
)
_TENS = re.compile(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=\s*[月日号])")


class PartialDate(NamedTuple):
    """A date of known precision: `month` and `day` are 0 where they are unknown."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> date:
        """The earliest day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """The date as a record writes it: 2023, 2023-07 or 2023-07-13."""
        return "-".join([f"{self.year:04}"] + [f"{part:02}" for part in self[1:] if part])

    @property
    def chinese(self) -> str:
        """The date in Chinese: 2023 年 7 月 13 日."""
        return _chinese(self)

    @property
    def in_documents(self) -> str:
        """The date as official documents write it: 2023年7月13日 (GB/T 9704-2012, 7.3.5.4)."""
        return self.chinese.replace(" ", "")

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a day of the calendar."""
        return cls(day.year, day.month, day.day)

    def agrees(self, other: PartialDate) -> bool:
        """Return whether both can mean the same day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=20_000)
def _chinese(day: PartialDate) -> str:
    parts = zip(day, ("年", "月", "日"), strict=True)
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


@lru_cache(maxsize=20_000)
def parse_date(text: str) -> PartialDate | None:
    """Read a date as a record writes it; None if it is written otherwise or is no day of the calendar."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        return None
    parsed = PartialDate(*(int(part or 0) for part in found.groups()))
    return parsed if _possible(parsed, found) else None


def is_written(text: str) -> bool:
    """Return whether a text is written as a date, whether or not it is a day of the calendar."""
    return bool(_WRITTEN.fullmatch(text))


def propose_date(text: str) -> str | None:
    """Guess the date meant by `2019.6.28`, `2019年6月`, `二〇一九年六月`, `20190628`, `201906` or full-width digits; None if unclear."""
    plain = _TENS.sub(_counted, text.strip()[:40]).translate(_FULL_WIDTH)
    found = _CLOSE.fullmatch(plain) or _GLUED.fullmatch(plain)
    if not found:
        return None
    proposed = PartialDate(*(int(part or 0) for part in found.groups())).iso
    return proposed if parse_date(proposed) else None


def propose_day(text: str) -> PartialDate | None:
    """Guess the full day meant by a text as propose_date does; None if it is unclear, or no full day."""
    day = parse_date(propose_date(text) or "")
    return day if day and day.day else None


def published() -> dict[str, str]:
    """Return the patterns of dates for a script; they must mean the same in Python and JavaScript."""
    full_width = "".join(chr(sign) for sign in _FULL_WIDTH)
    plain = "".join(chr(sign) for sign in _FULL_WIDTH.values())
    return {
        "written": _WRITTEN.pattern,
        "close": _CLOSE.pattern,
        "glued": _GLUED.pattern,
        "tens": _TENS.pattern,
        "full_width": full_width,
        "plain": plain,
    }


def has_run(since: PartialDate, years: int, by: PartialDate) -> bool | None:
    """Whether so many years have passed since a day: True or False where that is sure, None where it cannot be told."""
    if add_years(since.first, years) > by.last:
        return False
    return None if add_years(since.last, years) > by.first else True


def add_years(day: date, years: int) -> date:
    """Return the same day `years` later; 29 February becomes 28 February."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


def _counted(found: re.Match[str]) -> str:
    """Turn 十 into 10, 十二 into 12, 二十 into 20."""
    tens, ones = (DIGITS.index(part) if part else 0 for part in found.groups())
    return str((tens or 1) * 10 + ones)


def _possible(parsed: PartialDate, found: re.Match[str]) -> bool:
    if any(part is not None and int(part) == 0 for part in found.groups()):
        return False
    try:
        return parsed.first is not None
    except ValueError:
        return False
