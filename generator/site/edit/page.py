"""The page 新增/更正工作室: it makes or corrects a record in the browser and hands it to the forge."""

from __future__ import annotations

from generator.rules.duplicates import common
from generator.site.edit.task import forge
from generator.site.page import Page, Site

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
        repo_url=site.project.repo_url,
        common=common(site.registry.local.city.name),
    )
