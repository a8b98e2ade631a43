"""The page 新增/更正工作室: it makes or corrects a record in the browser and hands it to the forge."""

from __future__ import annotations

from generator.rules.duplicates import common
from generator.site.edit.task import forge
from generator.site.page import Page, Site
from generator.site.settings import Project

EDIT = "edit/"


def edit_page(site: Site) -> Page:
    """Return the page; its questions are in the file beside it."""
    return site.page(
        EDIT,
        "新增/更正工作室",
        "不用会编程：在网页上填写或更正一个工作室的记录，边填边核对，写好以后提交审核。",
        "edit/page.html",
        "edit",
        forge=forge(site.project),
        reports=_reports(site.project),
        repo_url=site.project.repo_url,
        common=common(site.registry.local.city.name),
    )


def _reports(project: Project) -> str:
    """Return where a reader reports what is missing or wrong: the owner's page, else the forge's forms."""
    return project.issues_url or (f"{project.repo_url}/issues" if project.repo_url else "")
