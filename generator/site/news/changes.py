"""The changes of the register by day: records and notices by their dates in git, corrections by their own dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.site.news.feed import feed
from generator.site.news.items import Item, correction_text
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.paths import Link, notice_path, workshop_path

PATH, FEED = "changes/", "changes/changes.atom"
_DAYS, _NAMES = 60, 60


class Corrected(NamedTuple):
    """A correction and the workshop it belongs to."""

    link: Link
    what: str
    text: str


class Daily(NamedTuple):
    """The changes of one day: workshops and notices added and changed, and corrections."""

    day: PartialDate
    added: list[Link]
    changed: list[Link]
    corrected: list[Corrected]

    @property
    def summary(self) -> str:
        """The counts in words."""
        counted = [
            f"{word}{_counted(links)}"
            for word, links in (("新收录", self.added), ("修改", self.changed))
            if links
        ]
        return "，".join(counted + ([f"更正 {len(self.corrected)} 处"] if self.corrected else []))


def days(site: Site) -> list[Daily]:
    """Return all days, newest first, for what is in the register now, since nothing published may leave it."""
    links = {
        item.path: Link(site.registry.called(item), workshop_path(item)) for item in site.registry.workshops
    }
    links |= {item.path: Link(f"《{item.title}》", notice_path(item)) for item in site.registry.notices}
    by_date: dict[PartialDate, Daily] = {}
    by_day: dict[PartialDate, dict[str, bool]] = defaultdict(dict)
    for change in site.changelog.changes:
        if change.path in links:
            here = by_day[PartialDate.of(change.day)]
            here[change.path] = here.get(change.path, False) or change.added
    for day, files in by_day.items():
        added, changed = (
            [links[path] for path in sorted(files, key=_order) if files[path] == wanted]
            for wanted in (True, False)
        )
        by_date[day] = Daily(day, added, changed, [])
    for day, corrected in _corrections(site):
        by_date.setdefault(day, Daily(day, [], [], [])).corrected.append(corrected)
    return [by_date[day] for day in sorted(by_date, reverse=True)]


def changes_page(site: Site) -> Page:
    """Return the newest days, with names."""
    all_days = days(site)
    return site.page(
        PATH,
        "更新动态",
        "名册哪一天新收录了哪些工作室，修改和更正了哪些记录。",
        "news/changes.html",
        "changes",
        days=all_days[:_DAYS],
        older=len(all_days) - _DAYS,
        most=_NAMES,
        dated=bool(site.changelog.commit),
        feed=FEED if site.project.site_url else "",
    )


def changes_files(site: Site) -> Iterator[Output]:
    """Yield the same as an Atom feed, one entry a day, if the site has an address."""
    if site.project.site_url:
        about = (f"{site.project.site_name}：更新动态", "每一天新收录、修改和更正的工作室和通报")
        items = [
            Item(day.day, f"{day.day.chinese}：{day.summary}", _text(day), PATH, day.day.iso)
            for day in days(site)
        ]
        yield text_output(FEED, feed(site, FEED, about, PATH, items), "changes")


def _order(path: str) -> tuple[bool, str]:
    return not path.startswith("workshops/"), path


def _counted(links: list[Link]) -> str:
    workshops = sum(1 for link in links if link.path.startswith("workshops/"))
    papers = len(links) - workshops
    counts = ((workshops, f" {workshops} 个工作室"), (papers, f" {papers} 份通知"))
    return "、".join(words for count, words in counts if count)


def _corrections(site: Site) -> Iterator[tuple[PartialDate, Corrected]]:
    for workshop in site.registry.workshops:
        link = Link(site.registry.called(workshop), workshop_path(workshop))
        for correction in workshop.corrections:
            yield correction.date, Corrected(link, correction.what, correction_text(correction))


def _text(day: Daily) -> str:
    kinds = (("新收录", day.added), ("修改", day.changed), ("更正", [item.link for item in day.corrected]))
    return "。".join(
        f"{word}：{'、'.join(link.text for link in links[:_NAMES])}{'等' if len(links) > _NAMES else ''}"
        for word, links in kinds
        if links
    )
