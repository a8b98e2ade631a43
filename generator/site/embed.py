"""Fragments for other pages to show in a frame: the list of a district or of a union, the card of one workshop; and the page that
gives the lines to copy. They are small, ask no other host, and alone may be framed (deploy/rules.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.facets import UNKNOWN, Group
from generator.model.workshop import Workshop
from generator.site.facts import leader_name
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.paths import group_path, workshop_path
from generator.site.policy import policy

PATH, CARD = "data/embed/", "embed/card/"
_FACETS = ("districts", "recommenders")
_HEIGHTS = {CARD: 200}
_HIGH = 420
_MOST = 60  # workshops of a list: a frame is no place for a thousand
_ELSEWHERE = "https://本站的网址/"


class Shown(NamedTuple):
    """A workshop in a list."""

    name: str
    path: str
    facts: tuple[str, ...]


class FramedLine(NamedTuple):
    """What is shown in a frame: what it shows, its address, and the line that shows it in a page."""

    title: str
    path: str
    html: str


def files(site: Site) -> Iterator[Output]:
    """Yield the fragments: pages without the site's frame, which are in no list and not in the sitemap."""
    for facet in _FACETS:
        for group in _groups(site, facet):
            yield _fragment(
                site,
                f"embed/{facet}/{group.slug}/",
                "embed/list.html",
                title=_title(facet, group),
                rest=group_path(facet, group.slug),
                shown=_newest(site, group),
                total=sum(1 for it in group.workshops if it.stands),
            )
    yield _fragment(site, CARD, "embed/card.html", title="工作室", rest="workshops/")


def pages(site: Site) -> Iterator[Page]:
    """Yield the page with the lines to copy."""
    lines = {facet: [_line(site, facet, group) for group in _groups(site, facet)] for facet in _FACETS}
    first = site.registry.workshops[0].id if site.registry.workshops else ""
    yield site.page(
        PATH,
        "嵌到别的网页",
        "把一个区域、一个工会的工作室名单，或者一个工作室的名片，嵌到单位、工会自己的网页里。",
        "embed/page.html",
        "embed",
        lists=[(site.facets[facet].title, lines[facet]) for facet in _FACETS if lines[facet]],
        card=_html(site, f"{CARD}?id={first}", "工作室的名片", _HEIGHTS[CARD]),
        card_path=f"{CARD}?id={first}",
        first=first,
        most=_MOST,
    )


def _groups(site: Site, facet: str) -> Iterator[Group]:
    return (group for group in site.facets[facet].filled if group.slug != UNKNOWN)


def _title(facet: str, group: Group) -> str:
    return f"{group.title}推荐的工作室" if facet == "recommenders" else f"{group.title}的工作室"


def _line(site: Site, facet: str, group: Group) -> FramedLine:
    title, path = _title(facet, group), f"embed/{facet}/{group.slug}/"
    return FramedLine(title, path, _html(site, path, "工作室名单", _HIGH))


def _html(site: Site, path: str, title: str, height: int) -> str:
    address = f"{site.project.site_url or _ELSEWHERE}{path}"
    return str(site.templates.render("embed/line.html", address=address, title=title, height=height)).strip()


def _newest(site: Site, group: Group) -> Sequence[Shown]:
    """Return those whose designations are valid, the last named first."""
    standing = [it for it in group.workshops if it.stands]
    standing.sort(key=lambda it: it.last_named.first.toordinal() if it.last_named else 0, reverse=True)
    return [_shown(site, it) for it in standing[:_MOST]]


def _shown(site: Site, workshop: Workshop) -> Shown:
    leader = leader_name(workshop) if workshop.leader and workshop.leader.name else None
    facts = (workshop.level, site.registry.unit_of(workshop), leader)
    return Shown(site.registry.called(workshop), workshop_path(workshop), tuple(filter(None, facts)))


def _fragment(site: Site, path: str, template: str, **facts: object) -> Output:
    root = "../" * path.count("/")
    html = site.templates.render(template, root=root, project=site.project, policy=policy(), **facts)
    return text_output(f"{path}index.html", html, "embed")
