"""The pages of the blank forms: all of them with their versions, and each application form to fill in on a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.forms import layout, webform
from generator.forms.applicant import applicant_json
from generator.forms.downloads import Download
from generator.forms.versions import successor
from generator.model.forms import Form
from generator.model.notices import Notice
from generator.model.noticetext import Block, blocks
from generator.site.notices import calls
from generator.site.notices.pages import check_path, closed
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.paths import notice_path


class Offered(NamedTuple):
    """A form for readers: its files, its notice, its successor, the page that fills it in; `closed`: its call is over."""

    form: Form
    anchor: str
    downloads: list[Download]
    notice: Notice | None
    successor: Form | None
    path: str
    closed: bool

    @property
    def replaced_by(self) -> str:
        """The anchor of its successor."""
        return _anchor(self.successor) if self.successor else ""

    @property
    def notice_path(self) -> str:
        """The address of its notice."""
        return notice_path(self.notice) if self.notice else ""


def form_pages(site: Site) -> Iterator[Page]:
    """Yield the list of all forms, those in force first, and a page for each application form."""
    offered = [_offered(site, form) for form in reversed(site.registry.forms)]
    yield site.page(
        "forms/",
        "表格下载",
        "推荐汇总表和申报表的空白表格（Word、Excel、PDF）、在线填写和填写说明。",
        "forms/page.html",
        "forms",
        forms=sorted(offered, key=lambda item: item.successor is not None),
        today=site.project.today,
    )
    yield from (_fill(site, item) for item in offered if item.path)


def templates_to_fill(site: Site) -> Iterator[Output]:
    """Yield the parts of the Word file for each page that fills in a form."""
    for form in site.registry.forms:
        if form.layout == "form":
            yield text_output(f"{webform.fill_path(form)}parts.json", webform.template_parts(form), form.path)


def _offered(site: Site, form: Form) -> Offered:
    files = [item for item in site.downloads if item.source == form.id]
    notice = site.registry.notice_by_id.get(form.notice)
    replaced = successor(form, site.registry.forms, site.project.today)
    path = webform.fill_path(form) if form.layout == "form" else ""
    over = bool(notice and closed(notice, site))
    return Offered(form, _anchor(form), files, notice, replaced, path, over)


def form_path(form: Form) -> str:
    """Return the place of a form in the list of all forms."""
    return f"forms/#{_anchor(form)}"


def _anchor(form: Form) -> str:
    return form.id.replace("/", "-")


def _fill(site: Site, offered: Offered) -> Page:
    form, notice = offered.form, offered.notice
    conditions = calls.conditions(_blocks(site, notice))
    return site.page(
        offered.path,
        "在线填写申报表",
        f"在网页上填写《{form.title}》：边填边核对，内容只在您的设备上，填好下载 Word 文件或打印。",
        "forms/application.html",
        form.path,
        offered=offered,
        web=webform.web_form(form, site.registry),
        task=applicant_json(
            form, site.registry, notice.deadline if notice else None, calls.years(conditions)
        ),
        closed=offered.closed,
        check=check_path(notice) if notice and conditions else "",
        blank=next(item for item in offered.downloads if item.kind == "Word"),
        day=layout.DATE,
        seal=layout.SEAL,
        label_lines=layout.label_lines,
    )


def _blocks(site: Site, notice: Notice | None) -> tuple[Block, ...]:
    return blocks(site.registry.texts.get(f"notices/{notice.text}", "")) if notice else ()
