"""The table of redirects."""

from __future__ import annotations

from typing import TypedDict, Unpack

from generator.model.dates import PartialDate
from generator.model.part import Places
from generator.model.redirects import Redirect, Redirects
from generator.reading.patterns import Pattern
from generator.reading.quantities import Day
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.words import Text

_DAY = Day(full=True)
ADDRESS = r"(?:[0-9A-Za-z\u4e00-\u9fff]+(?:-[0-9A-Za-z\u4e00-\u9fff]+)*/)+"


_Redirect = TypedDict("_Redirect", {"at": Places, "from": str, "to": str, "date": PartialDate, "why": str})


def _redirect(**values: Unpack[_Redirect]) -> Redirect:
    """`from` is a keyword of Python."""
    return Redirect(values["at"], values["from"], values["to"], values["date"], values["why"])


REDIRECT = Table("redirect", "改址", _redirect, (
    Field("from", "原来的网址", Pattern(ADDRESS, "从网站的根算起、以 / 结尾的地址，如 zones/kaifaqu/"), required=True, help="那里现在没有页面"),
    Field("to", "现在的网址", Pattern(ADDRESS, "从网站的根算起、以 / 结尾的地址，如 zones/kaifaqu/"), required=True, help="那里现在有页面"),
    Field("date", "日期", _DAY, required=True, help="哪天改的"),
    Field("why", "原因", Text(200), required=True),
))  # fmt: skip
REDIRECTS = Table("redirects", "改址表", Redirects, (
    Field("redirects", "改址", Many(OfTable(REDIRECT), 2000), help="还没有就写 []"),
))  # fmt: skip
