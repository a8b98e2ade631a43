"""Dates as Excel holds them: exactly as their format shows them, with a doubt where Excel made them of something else."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_EARLIEST = 1949  # the People's Republic; an older workshop is a mistake
_YEARS = range(1900, 2101)
_SERIALS = range(18264, 73051)  # 1950 to 2099
OF_1899 = date(1899, 12, 30)
# Built-in formats of Chinese Excel, which have no text in the file (ECMA-376 part 1, 18.8.30).
CHINESE = {
    27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 36: "yyyy年m月",
    50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip


class Read(NamedTuple):
    """A date as text, and why it may not be what was typed; empty if there is no doubt."""

    text: str
    doubt: str = ""


def read(value: date, shown: str, epoch: date = OF_1899) -> Read:
    """Return the date as its format shows it: 2016年5月 has no day. Doubtful: a year that is not shown, one before 1949."""
    day = value.date() if isinstance(value, datetime) else value
    marks = _QUOTED.sub("", shown).lower()
    form = "%Y-%m-%d" if "d" in marks or not marks else "%Y-%m" if "m" in marks else "%Y"
    text = f"{day.year:04}" + day.strftime(form)[4:]
    if marks and "y" not in marks and "e" not in marks:
        return Read(text, f"格子里没有显示年份，“{day.year}”年是 Excel 自己加的")
    if day.year < _EARLIEST:
        typed = (day - epoch).days
        if typed in _YEARS:
            return Read(text, f"这是日期格子，“{text}”多半是打了“{typed}”，被 Excel 当成了天数")
        return Read(text, f"“{text}”太早，多半是 Excel 改过的")
    return Read(text)


def of_number(number: float, form: int, epoch: date) -> Read | None:
    """Return the date that a number means by one of the formats that only Chinese Excel knows; None for another format."""
    if form not in CHINESE or not 0 < number < 2958466:
        return None
    return read(epoch + timedelta(days=int(number)), CHINESE[form], epoch)


def serial(text: str) -> str:
    """Return the day that a number means if it is the number of a day; else nothing."""
    if not re.fullmatch(r"[0-9]{5}", text) or int(text) not in _SERIALS:
        return ""
    return (OF_1899 + timedelta(days=int(text))).isoformat()
