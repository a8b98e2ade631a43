"""The changes of the register as a page by day and as a feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from generator.model.dates import PartialDate
from generator.site.news.entries import ADDED, CHANGED, RecordChange, entries
from generator.site.news.feed import feed
from generator.site.news.items import Item, correction_text, of_correction
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.paths import Link

PATH, FEED, LEDGER = "changes/", "changes/changes.atom", "data/changes.ndjson"
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


def days(found: Iterable[RecordChange]) -> list[Daily]:
    """Return the entries by day, newest first."""
    return [_daily(day, list(together)) for day, together in groupby(found, key=attrgetter("day"))]


def _daily(day: PartialDate, found: list[RecordChange]) -> Daily:
    added, changed = ([it.record.link for it in found if it.kind == kind] for kind in (ADDED, CHANGED))
    corrected = [
        Corrected(it.record.link, it.correction.what, correction_text(it.correction))
        for it in found
        if it.correction
    ]
    return Daily(day, added, changed, corrected)


def changes_page(site: Site) -> Page:
    """Return the newest days, with names."""
    all_days = days(entries(site))
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
        ledger=LEDGER,
    )


def changes_files(site: Site) -> Iterator[Output]:
    """Yield the newest changes as an Atom feed, an entry a record, if the site has an address."""
    if site.project.site_url:
        about = (f"{site.project.site_name}：更新动态", "新收录、修改和更正了哪些工作室和通报，一份一条")
        yield text_output(FEED, feed(site, FEED, about, PATH, [_item(it) for it in entries(site)]), "changes")


def _item(entry: RecordChange) -> Item:
    link = entry.record.link
    if entry.correction:
        return of_correction(entry.correction, entry.number, link)
    what = "、".join(entry.labels)
    title = f"{entry.kind}：{link.text}" + (f"（{what}）" if what else "")
    text = f"{entry.day.chinese}{entry.kind}" + (f"了{what}" if what else "")
    return Item(entry.day, title, text, link.path, f"{entry.kind}-{entry.day.iso}")


def _counted(links: list[Link]) -> str:
    workshops = sum(1 for link in links if link.path.startswith("workshops/"))
    papers = len(links) - workshops
    counts = ((workshops, f" {workshops} 个工作室"), (papers, f" {papers} 份通知"))
    return "、".join(words for count, words in counts if count)
