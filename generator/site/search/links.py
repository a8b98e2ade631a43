"""Results of search beside workshops: pages of the site, notices and forms, and the lists of districts and other facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.forms.versions import successor
from generator.forms.webform import fill_path
from generator.model.facets import UNKNOWN, Facet, Group
from generator.model.forms import Form
from generator.model.namings import Naming
from generator.model.notices import Notice
from generator.model.noticetext import blocks
from generator.site.notices import calls
from generator.site.notices.forms import form_path
from generator.site.notices.pages import check_path
from generator.site.page import Site
from generator.site.paths import group_path, notice_path
from generator.site.search.ours import own_pages

Link = Mapping[str, Any]
# A union without workshops, and the page of a unit with a single one, would say nothing that the workshop itself does not.
_LEAST = {"recommenders": 1, "units": 2}


def search_links(site: Site) -> dict[str, list[Link]]:
    """Return links by kind: `pages`, `papers`, `groups`, `unions`, each as JSON values.

    A link has `title` and `path`, `facts` that are shown and searched, `names` that are only searched; a link to a list of
    workshops also has `kind` (the facet's name), `count` and perhaps a `note` that is only shown.
    """
    others = {
        term.name: term.others
        for name in ("districts", "zones", "units")
        for term in site.registry.terms(name)
    }
    groups = [
        _group(facet, group, (group.slug,) if facet.slug == "industries" else others.get(group.title, ()))
        for facet in site.facets.values()
        for group in facet.groups
        if group.slug != UNKNOWN and len(group.workshops) >= _LEAST.get(facet.slug, 0)
    ]
    return {
        "pages": list(own_pages()),
        "papers": list(_papers(site)),
        "groups": groups,
        "unions": list(_unions(site, groups)),
    }


def bodies(site: Site) -> dict[str, list[str]]:
    """Return the blocks of the text of each notice by the address of its page, without the old contact lines."""
    return {
        notice_path(notice): [block.text for block in blocks(text)]
        for notice in site.registry.notices
        if (text := site.registry.texts.get(f"notices/{notice.text}", ""))
    }


def _papers(site: Site) -> Iterator[Link]:
    """Yield notices, the newest first, then forms, those in force first."""
    for notice in sorted(site.registry.notices, key=lambda notice: (notice.date, notice.id), reverse=True):
        yield _notice(notice, site.registry.namings.get(notice.id))
        if notice.text and calls.conditions(blocks(site.registry.texts.get(f"notices/{notice.text}", ""))):
            yield {"title": "条件自查", "path": check_path(notice), "facts": [notice.title]}
    forms = [
        (successor(form, site.registry.forms, site.project.today), form) for form in site.registry.forms[::-1]
    ]
    for replaced, form in sorted(forms, key=lambda item: item[0] is not None):
        yield from _form(form, replaced=replaced is not None)


def _notice(notice: Notice, naming: Naming | None) -> Link:
    """A naming notice is also found by those of its names that have no record."""
    facts = [notice.kind, notice.number, notice.issuer, notice.date.chinese]
    link: dict[str, Any] = {"title": notice.title, "path": notice_path(notice)}
    held = zip(notice.names, naming.records, strict=True) if naming else ()
    names = [str(entry) for entry, record in held if record is None]
    return link | {"facts": [fact for fact in facts if fact]} | ({"names": names} if names else {})


def _form(form: Form, *, replaced: bool) -> Iterator[Link]:
    facts = ["表格", form.annex, f"版本 {form.version}", *(["已废止"] if replaced else [])]
    yield {"title": form.title, "path": form_path(form), "facts": facts}
    if form.layout == "form" and not replaced:
        yield {"title": "在线填写申报表", "path": fill_path(form), "facts": ["表格", form.title]}


def _group(facet: Facet, group: Group, names: tuple[str, ...]) -> Link:
    link: dict[str, Any] = {
        "kind": facet.title.removeprefix("按"),
        "title": group.title,
        "path": group_path(facet.slug, group.slug),
        "count": len(group.workshops),
    }
    return link | ({"note": group.note} if group.note else {}) | ({"names": list(names)} if names else {})


def _unions(site: Site, groups: list[Link]) -> Iterator[Link]:
    """Yield the list of a district or zone for its recommending union, even if the union has not recommended any."""
    by_title = {group["title"]: group for group in groups if group["kind"] in ("区域", "开放先导区")}
    for term in site.registry.terms("unions"):
        group = by_title.get(term.district or term.zone or "")
        if group:
            yield {**group, "note": f"推荐工会：{term.name}", "names": [term.name]}
