"""The pages of notices: calls for applications with their text and forms, naming notices with their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.forms.versions import successor
from generator.forms.webform import fill_path
from generator.model.achievements import chinese_yuan
from generator.model.dates import PartialDate
from generator.model.namings import Naming
from generator.model.notices import Listed, Notice
from generator.model.noticetext import Block, blocks
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.rules.names import category_of
from generator.site.notices import calls
from generator.site.page import Page, Site
from generator.site.pager import numbered, parts
from generator.site.paths import Link, notice_path, workshop_path


class Named(NamedTuple):
    """A name in a naming notice, what stands beside it, a link to its workshop, if it has a record, and whether that has
    another name now."""

    name: str
    beside: str
    link: Link | None
    renamed: bool


def notice_pages(site: Site) -> Iterator[Page]:
    """Yield the index of all notices, in pages: the calls, then the naming notices, newest first; and a page for each notice."""
    listed = sorted(site.registry.notices, key=lambda notice: (notice.date, notice.id), reverse=True)
    home = Link("通知公告", "notices/")
    called = [notice for notice in listed if notice.is_call]
    named = [notice for notice in listed if not notice.is_call]
    for part in parts(home.path, home.text, named, "notices/page/"):  # a notice's id may be a number
        yield site.page(
            part.path,
            part.title,
            f"推荐申报通知和命名通报，一共 {len(listed)} 份{numbered('', part.number)}：条件、名额、截止日期、表格和命名的名单。",
            "notices/page.html",
            "notices",
            part=part,
            trail=[home],
            calls=[(notice, notice_path(notice), closed(notice, site)) for notice in called],
            notices=[(notice, notice_path(notice)) for notice in part.entries],
        )
    for notice in listed:
        if notice.is_call:
            yield from _call(site, notice)
        else:
            yield from _naming(site, notice)


def check_path(notice: Notice) -> str:
    """Return the page that checks a call's conditions one by one."""
    return f"{notice_path(notice)}check/"


def closed(notice: Notice, site: Site) -> bool:
    """Return whether a call's deadline has passed on the day of the build."""
    return notice.deadline is not None and notice.deadline.last < site.project.today


def current_call(site: Site) -> Notice | None:
    """Return the newest call for applications."""
    calls = [notice for notice in site.registry.notices if notice.is_call]
    return max(calls, key=lambda notice: notice.date, default=None)


def _call(site: Site, notice: Notice) -> Iterator[Page]:
    """Yield the call's page, and a page that asks its conditions if its text has any."""
    text = site.registry.texts.get(f"notices/{notice.text}", "") if notice.text else ""
    parts = blocks(text, notice.contact)
    forms = [form for form in site.registry.forms if form.id in notice.forms]
    fill = next((form for form in forms if form.layout == "form"), None)
    today, conditions, newest = site.project.today, calls.conditions(parts), current_call(site)
    shared = {
        "notice": notice,
        "newer": Link(newest.title, notice_path(newest)) if newest and newest != notice else None,
        "newer_open": bool(newest and newest != notice and not closed(newest, site)),
        "closed": closed(notice, site),
        "fill": fill_path(fill) if fill else "",
        "check": check_path(notice) if conditions else "",
    }
    yield site.page(
        notice_path(notice),
        notice.title,
        f"{notice.issuer} {notice.date.chinese}发布，{_deadline(notice.deadline)}。原文、表格和填写说明。",
        "notices/call.html",
        notice.path,
        blocks=parts,
        steps=_steps(parts, notice.deadline),
        downloads=[
            item for item in site.downloads if item.source == notice.id or item.source in notice.forms
        ],
        replaced={form.id for form in forms if successor(form, site.registry.forms, today)},
        **shared,
    )
    if conditions:
        yield site.page(
            check_path(notice),
            "条件自查",
            f"对照《{notice.title}》的条件，一条一条核对能不能申报。",
            "notices/check.html",
            notice.path,
            conditions=conditions,
            categories=[condition.category for condition in conditions if condition.category],
            **shared,
        )


def _steps(parts: tuple[Block, ...], deadline: PartialDate | None) -> list[tuple[calls.Step, str]]:
    """The deadline belongs to the step of the recommending unions, since it binds them."""
    due = deadline.chinese if deadline else ""
    return [(step, due if step.name == "推荐" else "") for step in calls.steps(parts)]


def _naming(site: Site, notice: Notice) -> Iterator[Page]:
    """Yield the page of a naming notice, and further pages of its names: those it tells, then those that others tell."""
    naming = site.registry.namings[notice.id]
    others = [workshop for workshop, _ in naming.strangers]
    names = [
        _named(site.registry, entry, record)
        for entry, record in zip(notice.names, naming.records, strict=True)
    ] + [Named(other.name, "", _workshop_link(site.registry, other), renamed=False) for other in others]
    for part in parts(notice_path(notice), notice.title, names):
        yield site.page(
            part.path,
            part.title,
            f"{notice.issuer} {notice.date.chinese}的命名通报{numbered('', part.number)}：命名了多少个，名单里有谁，哪些已经收录。",
            "notices/naming.html",
            notice.path,
            notice=notice,
            part=part,
            trail=[Link("通知公告", "notices/"), Link(notice.title, notice_path(notice))][: part.number],
            told=len(names),
            tally=_tally(naming, others),
            support=_support(naming),
            unrecorded=sum(1 for item in names if item.link is None),
            recorded=len(naming.cited),
            named=sum(notice.counts.values()) if notice.counts else len(names),
        )


def _tally(naming: Naming, others: list[Workshop]) -> list[tuple[str, int, int, int]]:
    """For each category: how many the notice names, how many of their names are known, how many have a record."""
    names = [entry.name for entry in naming.notice.names] + [workshop.name for workshop in others]
    known = Counter(category_of(name) for name in names)
    recorded = Counter(workshop.category or category_of(workshop.name) for workshop in naming.cited)
    counts = naming.notice.counts or {}
    return [(category, count, known[category], recorded[category]) for category, count in counts.items()]


def _support(naming: Naming) -> tuple[int, str]:
    """How many designations by the notice tell the money that came with them, and its sum in words."""
    told = [
        named.support_yuan
        for workshop in naming.cited
        for named in workshop.designations
        if named.notice == naming.notice.id and named.support_yuan
    ]
    return len(told), chinese_yuan(sum(told))


def _named(registry: Registry, entry: Listed, workshop: Workshop | None) -> Named:
    """An entry; its workshop's unit, told beside a name of several, is not repeated where the notice gives it."""
    beside = str(entry).removeprefix(entry.name)
    if workshop is None:
        return Named(entry.name, beside, None, renamed=False)
    link = _workshop_link(registry, workshop)
    told = link._replace(text=workshop.name) if entry.unit else link
    return Named(entry.name, beside, told, renamed=workshop.name != entry.name)


def _workshop_link(registry: Registry, workshop: Workshop) -> Link:
    return Link(registry.called(workshop), workshop_path(workshop))


def _deadline(day: PartialDate | None) -> str:
    return f"报送截止 {day.chinese}" if day else "未写明截止日期"
