"""The page of search: how to search, with examples from the registry that have results."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.libraries import pinyin
from generator.model.registry import Registry
from generator.model.workshop import Leader
from generator.site import emptiness
from generator.site.page import Page, Site
from generator.site.search.readings import person_reading

_PERSON = re.compile("[\u4e00-\u9fff]{2,4}")
_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_COMPANY = re.compile("(?:集团)?(?:股份|控股)?(?:有限责任|有限)?公司$")
_USUAL = 3  # characters of a name that makes a clear example of pinyin
_SHORT = 6  # characters of a field that is used whole; of a longer one the first four


class Examples(NamedTuple):
    """Examples to type: words, two words at once, words in pinyin; empty if the registry has none."""

    words: tuple[str, ...]
    both: str
    spelt: tuple[str, ...]


def search_page(site: Site) -> Page:
    """Return the page of the search box; a browser fills it from the files of generator/site/search/index.py."""
    return site.page(
        "search/",
        "搜索",
        "按名称、领衔人、单位、区域、行业、通知、表格、事迹和成果来找，也可以打拼音。",
        "search/page.html",
        "search",
        total=len(site.registry.workshops),
        examples=examples(site.registry),
        ways=emptiness.ways(site.facets[slug] for slug in ("districts", "industries", "years", "levels")),
    )


def examples(registry: Registry) -> Examples:
    """Choose a leader's name, a unit's short name and a field; a unit and a field together; a given name's pinyin and initials."""
    listed_first = sorted(registry.workshops, key=lambda workshop: workshop.status != "在册")
    leaders = [it.leader for it in listed_first if it.leader and _PERSON.fullmatch(it.leader.name or "")]
    leader = min(leaders, key=lambda leader: len(leader.name or "") != _USUAL, default=None)
    units = [_unit(workshop.unit or "") for workshop in listed_first]
    fields = [_field(workshop.field or "") for workshop in listed_first]
    words = (
        (leader.name or "") if leader else "",
        next(filter(None, units), ""),
        next(filter(None, fields), ""),
    )
    both = next((f"{unit} {field}" for unit, field in zip(units, fields, strict=True) if unit and field), "")
    return Examples(tuple(filter(None, words)), both, _spelt(leader) if leader else ())


def _spelt(leader: Leader) -> tuple[str, ...]:
    """Return the pinyin of the given name, and the initials of the whole name."""
    name = leader.name or ""
    read, length = person_reading(name, leader.pinyin), len(pinyin.person(name, leader.pinyin)) - 1
    if not all(read) or length < 1:
        return ()
    return "".join(read[-length:]), "".join(syllable[0] for syllable in read)


def _unit(name: str) -> str:
    """Return the first words of a unit's name without the words that all companies share."""
    run = _RUN.match(name)
    short = _COMPANY.sub("", run[0]) if run else ""
    return short if len(short) > 1 else ""


def _field(name: str) -> str:
    run = _RUN.match(name)
    return "" if not run else run[0] if len(run[0]) <= _SHORT else run[0][:4]
