"""The pages of notices: calls for applications with their text and forms, naming notices with their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import views
from generator.dates import PartialDate
from generator.model import Workshop
from generator.noticetext import blocks
from generator.pages import Page, Site
from generator.papers import Notice


class Named(NamedTuple):
    """A name in a naming notice, and the workshop that it is, if it has a record."""

    name: str
    link: views.Link | None


def notice_pages(site: Site) -> Iterator[Page]:
    """The index of all notices, newest first, and a page for each."""
    listed = sorted(site.registry.notices, key=lambda notice: (notice.date, notice.id), reverse=True)
    yield site.page(
        "notices/",
        "通知公告",
        "推荐申报通知和命名通报。",
        "notices.html",
        "notices",
        notices=[(notice, notice_path(notice), closed(notice, site)) for notice in listed],
    )
    for notice in listed:
        yield _call(site, notice) if notice.kind == "推荐通知" else _naming(site, notice)


def notice_path(notice: Notice) -> str:
    """The permanent address of a notice."""
    return f"notices/{notice.id}/"


def closed(notice: Notice, site: Site) -> bool:
    """Whether a call's deadline has passed on the build's day."""
    return notice.deadline is not None and notice.deadline.last < site.project.today


def current_call(site: Site) -> Notice | None:
    """The newest call for applications."""
    calls = [notice for notice in site.registry.notices if notice.kind == "推荐通知"]
    return max(calls, key=lambda notice: notice.date, default=None)


def _call(site: Site, notice: Notice) -> Page:
    text = site.registry.texts.get(f"notices/{notice.text}", "") if notice.text else ""
    return site.page(
        notice_path(notice),
        notice.title,
        f"{notice.issuer}{notice.date.chinese}发布，{_deadline(notice.deadline)}。原文、表格和填写说明。",
        "call.html",
        notice.path,
        notice=notice,
        closed=closed(notice, site),
        blocks=blocks(text, notice.contact),
        downloads=[item for item in site.downloads if item.source == notice.id or item.source in notice.forms],
    )


def _naming(site: Site, notice: Notice) -> Page:
    cited = [workshop for workshop in site.registry.workshops if _cites(workshop, notice)]
    by_name = {name: workshop for workshop in cited for name in (workshop.name, *workshop.former_names)}
    names = [Named(name, _workshop_link(by_name.get(name))) for name in notice.names]
    return site.page(
        notice_path(notice),
        notice.title,
        f"{notice.issuer}{notice.date.chinese}的命名通报：命名数、名单和已建档的工作室。",
        "naming.html",
        notice.path,
        notice=notice,
        names=names,
        others=[
            _workshop_link(workshop)
            for workshop in cited
            if not {workshop.name, *workshop.former_names} & set(notice.names)
        ],
        recorded=len(cited),
        named=sum(notice.counts.values()) if notice.counts else len(notice.names),
    )


def _cites(workshop: Workshop, notice: Notice) -> bool:
    return any(named.notice == notice.id for named in workshop.designations)


def _workshop_link(workshop: Workshop | None) -> views.Link | None:
    return views.Link(workshop.name, views.workshop_path(workshop)) if workshop else None


def _deadline(day: PartialDate | None) -> str:
    return f"报送截止 {day.chinese}" if day else "未写明截止日期"
