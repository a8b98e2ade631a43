"""The sheets 未报送 and 没读的文件: unions of which nothing came, and files that came and could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.intake.rounds.applications import Application
from generator.intake.rounds.desksheet import UNION, DeskColumn, DeskSheet, texts
from generator.intake.rounds.state import Skipped
from generator.model.registry import Registry

SHEET, UNREAD = "未报送", "没读的文件"
_NOTES = (
    "词表“推荐单位”里现用的工会，这次一份也没有收到的。收到了却不知道是谁推荐的，在“总表”的“推荐单位”里写上。",
)
_UNREAD_NOTES = ("收到了、读不了的文件。补到的再收一次（round collect），读得了就不再列在这里。",)


def unions(applications: Iterable[Application], registry: Registry) -> DeskSheet:
    """Return the unions in use that recommend nobody."""
    heard = Counter(one.recommender for one in applications)
    columns = (
        DeskColumn(UNION, 28, key=True),
        DeskColumn("种类", 18),
        DeskColumn("催办情况", 40, typed=True),
    )
    silent = [term for term in registry.terms("unions") if not term.valid_to and not heard[term.name]]
    return DeskSheet(SHEET, _NOTES, columns, tuple(texts(term.name, term.kind or "", "") for term in silent))


def unread(skipped: Iterable[Skipped]) -> DeskSheet:
    """Return the files that could not be read: why, and what to do."""
    columns = (
        DeskColumn("文件", 60, key=True),
        DeskColumn("为什么没有读", 30),
        DeskColumn("怎么办", 50),
        DeskColumn("处理", 24, typed=True),
    )
    return DeskSheet(
        UNREAD, _UNREAD_NOTES, columns, tuple(texts(one.origin, one.why, one.remedy, "") for one in skipped)
    )
