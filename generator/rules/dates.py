"""Laws of dates: nothing is in the future, and events are in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.dates import PartialDate, has_run
from generator.model.notices import Notice
from generator.model.redirects import Redirect
from generator.model.registry import Registry
from generator.model.totals import Total
from generator.model.workshop import Designation, Event, Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem
from generator.problems.wording import Check, fill
from generator.reading.placement import REDIRECTS, TOTALS
from generator.rules.walk import leaves

_ENDING = ("撤销", "终止")
AHEAD = ("deadline", "due")  # keys that may be in the future
LABELS = {"date": "日期", "established": "成立时间", "year": "年度", "consent": "同意公开的日期"}
R331 = Code(
    "R331",
    ERROR,
    "日期在将来",
    meaning="还没发生的事不能当作已有的事登记；多半是年份打错了。",
    bad="established: 2091-06",
    remedy="核对日期。",
)
FUTURE = Check("future", R331, "“{label}”{iso} 在今天（{today}）以后", "请核对年月日；还没发生的事先不写。")


def past(day: PartialDate | None, today: date) -> PartialDate | None:
    """Return the date unless it is in the future: a date with problem R331 is not compared with others."""
    return day if day and day.first <= today else None


@law
def date_is_not_in_the_future(registry: Registry, today: date) -> Iterator[Problem]:
    """Everything in a record or notice has happened by today; only a deadline and a due date may be later (R331)."""
    records: list[Workshop | Notice | Redirect | Total] = [
        *registry.workshops,
        *registry.notices,
        *registry.redirects,
        *registry.totals,
    ]
    for record in records:
        path = _path_of(record)
        for part, key, value in leaves(record, PartialDate):
            if key not in AHEAD and not past(value, today):
                facts = {"label": LABELS.get(key, key), "iso": value.iso, "today": today.isoformat()}
                message = fill(FUTURE.message, facts)
                yield Problem(path, part.mark(key), FUTURE.code, message, FUTURE.remedy)


def _path_of(record: Workshop | Notice | Redirect | Total) -> str:
    if isinstance(record, Redirect):
        return REDIRECTS
    return TOTALS if isinstance(record, Total) else record.path


R332 = Code(
    "R332",
    ERROR,
    "成立时间晚于后来的事",
    meaning="先成立，后命名；次序颠倒必有一处写错。",
    bad="established: 2020，而 2019 年已获命名",
    remedy="对照来源，改正写错的日期。",
)


@law
def established_comes_first(registry: Registry, today: date) -> Iterator[Problem]:
    """A workshop is established before it is named and before its events (R332)."""
    for workshop in registry.workshops:
        established = past(workshop.established, today)
        earlier = _before(workshop, established, today) if established else None
        if established and earlier:
            day, what = earlier
            message = f"成立时间 {established.iso} 晚于 {day.iso} 的“{what}”"
            remedy = "请对照来源，改正写错的一个日期。"
            yield Problem(workshop.path, workshop.mark("established"), R332, message, remedy)


R333 = Code(
    "R333",
    WARNING,
    "成立不到两年就获市级命名",
    meaning="2019 年通知第一条第 3 款：已有效运行 2 年以上。",
    bad="established: 2022-06，2023-07-13 获市级命名",
    remedy="核对成立时间；确是破例的，可以不改。",
)


@law
def city_names_after_two_years(registry: Registry, today: date) -> Iterator[Problem]:
    """A workshop has been active for two years when the city names it (R333; 大工办发〔2019〕24号 一、3)."""
    for workshop in registry.workshops:
        established = past(workshop.established, today)
        for named in workshop.designations:
            city = named.level in ("市级", "市级示范")
            day = past(named.date, today)
            if not (established and city and day and established.first <= day.last):
                continue
            if has_run(established, 2, day) is False:
                message = f"{established.iso} 成立，{day.iso} 获市级命名，不满两年"
                remedy = "请核对成立时间（是开始活动的时间，不是挂牌时间）；确是破例的，可以不改。"
                yield Problem(workshop.path, named.mark("date"), R333, message, remedy)


R334 = Code(
    "R334",
    WARNING,
    "撤销或终止以后还有事",
    meaning="工作室已经撤销或终止，后面不该再有命名、更名等事。",
    bad="2020 年终止，2021 年又更名",
    remedy="核对日期；重新成立的请另立一份记录。",
)


@law
def nothing_happens_after_the_end(registry: Registry, today: date) -> Iterator[Problem]:
    """After a workshop was revoked or ended it has no event and no designation (R334)."""
    for workshop in registry.workshops:
        ends = [event for event in workshop.events if event.kind in _ENDING and past(event.date, today)]
        if not ends:
            continue
        end = min(ends, key=lambda event: event.date.last)
        for part, day, what in _dated(workshop, today):
            if day.first > end.date.last:
                message = f"{end.date.iso} 已{end.kind}，{day.iso} 却还有“{what}”"
                remedy = "请核对日期；重新成立的请另立一份记录。"
                yield Problem(workshop.path, part.mark("date"), R334, message, remedy)


R335 = Code(
    "R335",
    ERROR,
    "截止日期早于发文日期",
    meaning="通知发出时已经截止，没有人能报；必有一处写错。",
    bad="date: 2019-06-28\ndeadline: 2018-08-30",
    remedy="核对发文日期和截止日期。",
)


@law
def deadline_follows_notice(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice's deadline is not before its date (R335)."""
    for notice in registry.notices:
        if notice.deadline and notice.deadline.last < notice.date.first:
            message = f"截止日期 {notice.deadline.iso} 早于发文日期 {notice.date.iso}"
            yield Problem(notice.path, notice.mark("deadline"), R335, message, "请对照通知原文改正。")


R336 = Code(
    "R336",
    ERROR,
    "到期早于情况的日期",
    meaning="要求整改的那一天，期限不会已经过了；必有一处写错。",
    bad="kind: 限期整改\ndate: 2025-03-01\ndue: 2024-06-30",
    remedy="对照文件，改正写错的一个。",
)


@law_of_one
def due_follows_event(registry: Registry, today: date) -> Iterator[Problem]:
    """A due date is after the date of its event (R336)."""
    for workshop in registry.workshops:
        for event in workshop.events:
            if event.due and event.due.last < event.date.first:
                message = f"到期 {event.due.iso} 早于“{event.kind}”的日期 {event.date.iso}"
                yield Problem(workshop.path, event.mark("due"), R336, message, "请对照文件，改正写错的一个。")


def _before(workshop: Workshop, established: PartialDate, today: date) -> tuple[PartialDate, str] | None:
    """Return the earliest designation or event that is certainly before the day of establishment."""
    earlier = [(day, what) for _, day, what in _dated(workshop, today) if day.last < established.first]
    return min(earlier, default=None)


def _dated(workshop: Workshop, today: date) -> Iterator[tuple[Designation | Event, PartialDate, str]]:
    for named in workshop.designations:
        if named.date and past(named.date, today):
            yield named, named.date, named.title
    for event in workshop.events:
        if past(event.date, today):
            yield event, event.date, event.kind
