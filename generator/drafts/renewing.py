"""Older registers in today's writing: small steps, each of which knows whether it is still to be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.libraries.divisions import Division
from generator.model.local import ID
from generator.reading.placement import LOCAL

Texts = Mapping[str, str]
_ZONES = "vocabularies/zones.yml"


class Renewed(NamedTuple):
    """What a step did, in a sentence for staff, and the texts that it writes, by path."""

    words: str
    texts: dict[str, str]


def renewed(texts: Texts, cities: list[Division], starter: Texts) -> Iterator[Renewed]:
    """Yield what each step that is still to be done does to a register's texts; each sees what the ones before it did.

    `starter`: what a new register gets, by path, with its places in 〔〕.
    """
    now = dict(texts)
    for step in _STEPS:
        done = step(now, cities, starter)
        if done:
            now |= done.texts
            yield done


def _settings_of_its_own(texts: Texts, cities: list[Division], starter: Texts) -> Renewed | None:
    """Until 2026 what is of one register stood in mkdocs.yml and in the program: the city by the codes of districts, the letters of ids."""
    if LOCAL in texts:
        return None
    city = _city(texts, cities)
    ids = [found[1] for path in texts if (found := re.search(rf"/({ID})\.yml$", path))]
    prefix = ids[0].rstrip("0123456789") if ids else ""
    if city is None or not prefix:
        return None
    text = filled(starter[LOCAL], city, prefix)
    words = (
        f"写出了 {LOCAL}：{city.name}，编号以 {prefix} 开头。请核对；原来写在 mkdocs.yml 里的联系方式、审图号、备案号等，"
        "请照抄到里面（可以写的键见字段表）。"
    )
    return Renewed(words, {LOCAL: text})


def _zones(texts: Texts, cities: list[Division], starter: Texts) -> Renewed | None:
    """Until 2026 a city without zones had no such vocabulary; then a record could name one that no page knows."""
    city = _city(texts, cities)
    if _ZONES in texts or city is None:
        return None
    words = f"写出了 {_ZONES}：开放先导区的词表，还是空的。有开发区、高新区的请写上；没有的留着。"
    return Renewed(words, {_ZONES: filled(starter[_ZONES], city, "")})


def _city(texts: Texts, cities: list[Division]) -> Division | None:
    """The city that the codes of the districts say."""
    codes = re.findall(r"code: *[\"']?([1-9][0-9]{3})[0-9]{2}\b", texts.get("vocabularies/districts.yml", ""))
    return next((city for city in cities if city.code in codes), None)


def bare(province: str) -> str:
    """Return the name of a province as it stands in the names of honours: 辽宁, 广西."""
    return re.sub("(?:壮族|回族|维吾尔)?(?:自治区|特别行政区|省)$", "", province)


def filled(text: str, city: Division, prefix: str, **more: str) -> str:
    """Return a text of the starter with the places in 〔〕 filled in."""
    told = {
        "全称": city.name, "简称": city.short, "省": city.province, "省名": bare(city.province), "代码": city.code,
        "编号": prefix, "区": next(iter(city.districts.values())),
        "西": city.west, "东": city.east, "南": city.south, "北": city.north, **more,
    }  # fmt: skip
    return re.sub("〔(.+?)〕", lambda found: told[found[1]], text)


_STEPS: tuple[Callable[[Texts, list[Division], Texts], Renewed | None], ...] = (_settings_of_its_own, _zones)
